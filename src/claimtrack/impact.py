"""What a correction reaches: who rests on an article, a claim or a captured text, step by step.

A breadth-first walk against the direction of `grounds`: nearest first, each record once, so a loop
of sourcing ends. It says what is reached, not what is wrong: that is for the rules, and for people.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from claimtrack.findings import Finding, Location
from claimtrack.model import Article, CapturedText, Claim, Ledger, Occasion, Proposition, Record
from claimtrack.model.grounds import (
    BASED_ON,
    CAME_THROUGH,
    CORRECTS,
    REPRINTS,
    STANDS_IN,
    SUPERSEDES,
    grounds,
)
from claimtrack.model.words import ArticleStatus
from claimtrack.text.words import words

QUOTED_FROM = "is quoted from"
IN_COPY = "says the same in a copy of the article of"
_FALLS_WITH = frozenset({STANDS_IN, BASED_ON, CAME_THROUGH, REPRINTS, QUOTED_FROM, IN_COPY})
"""Relations through which a record falls with what it rests on, and others with it in turn."""
_PUTS_RIGHT = frozenset({CORRECTS, SUPERSEDES})
_LEAST_WORDS = 6
"""Words from which a quote in an article that credits nobody is more than a common phrase."""

Target = Article | Claim | CapturedText
"""What may be corrected."""


@frozen(kw_only=True)
class Reached:
    """One record that rests on what is corrected."""

    record: Record
    distance: int
    """Steps from what is corrected."""
    relation: str
    """How it rests on `on`: `is based on`."""
    on: str
    """Kind and identifier of the step before it."""
    place: Location
    """Where that is written."""
    article: Article | None
    """The article that it is, or in which it stands."""
    is_ours: bool
    """Whether that is an article of the house."""
    stands: bool
    """Whether it is still held: no history, and not taken back by its publisher."""

    @property
    def falls(self) -> bool:
        """Whether it falls with what is corrected, rather than naming it or putting it right."""
        return self.relation in _FALLS_WITH

    @property
    def puts_right(self) -> bool:
        """Whether it is a correction already."""
        return self.relation in _PUTS_RIGHT


class Loose(NamedTuple):
    """A quote that stands in no text but the one that is corrected."""

    claim: Claim
    place: Location
    """Where the claim has it."""
    exact: str
    found: Location
    """Where it stands in the captured text."""


class Copy(NamedTuple):
    """An article that reprints what is corrected, or whose text has its words."""

    article: Article
    is_ours: bool
    is_declared: bool
    """Whether it names what it reprints."""
    has_notice: bool
    """Whether it carries a correction, or was taken back."""
    carries: tuple[Location, ...] = ()
    """Where the words stand in its captured text."""


@frozen(kw_only=True)
class Impact:
    """Everything that a correction of one article, claim or captured text reaches."""

    target: Target
    article: Article | None
    """The article that is corrected, or in which the correction is."""
    reached: tuple[Reached, ...] = ()
    """Nearest first; ours before others."""
    loose: tuple[Loose, ...] = ()
    """Quotes that lose their anchor."""
    copies: tuple[Copy, ...] = ()
    """Reprints and other texts with its words, those without a notice first."""
    dropped: tuple[Finding, ...] = ()
    """What the rules about sourcing would find without all of it, and do not find now."""

    @property
    def ours(self) -> tuple[Reached, ...]:
        """What of our own articles is reached and still held."""
        return tuple(
            one for one in self.reached if one.is_ours and one.stands and not one.puts_right
        )

    @property
    def places(self) -> tuple[Location, ...]:
        """Every place that is named."""
        return (
            *(one.place for one in self.reached),
            *(place for one in self.loose for place in (one.place, one.found)),
            *(place for one in self.copies for place in one.carries),
        )

    @property
    def reaches_us(self) -> bool:
        """Whether an article of ours is reached, or carries the words without a notice."""
        copies = (copy for copy in self.copies if copy.is_ours and not copy.has_notice)
        return bool(self.ours) or any(copies)


def trace(ledger: Ledger, target: Target) -> Impact:
    """What a correction of an article, a claim or a captured text reaches in a ledger."""
    walk = _Walk(ledger)
    name = target.id if isinstance(target, Article) else target.article
    article = ledger.articles.get(name)
    loose = [] if isinstance(target, Claim) else [*_loose(ledger, name, target)]
    if isinstance(target, CapturedText):
        claims = {quote.claim.ref: quote.claim for quote in loose}
        steps = [_Step(claim, QUOTED_FROM, claim.where()) for claim in claims.values()]
    else:
        steps = walk.steps(target)
    reached = walk.from_(target, steps)
    quoting = [target] if isinstance(target, Claim) else walk.claims[name]
    if isinstance(target, CapturedText):
        said = [quote.exact for quote in loose]
    else:
        said = [quote.exact for claim in quoting for quote in claim.quotes]
    return Impact(
        target=target,
        article=article,
        reached=tuple(sorted(reached, key=_nearest_first)),
        loose=tuple(loose),
        copies=tuple(sorted(_copies(ledger, walk, name, said), key=_unmended_first)),
    )


def reach(ledger: Ledger, most: int) -> Callable[[Article | Claim], tuple[Reached, ...]]:
    """What rests on a record of a ledger, asked of many: its grounds are turned round once.

    Of more than `most` records the nearest are given, so that a long chain is not walked to its end
    from every link.
    """
    walk = _Walk(ledger)

    def reached(target: Article | Claim) -> tuple[Reached, ...]:
        found = walk.from_(target, walk.steps(target), most)
        return tuple(sorted(found, key=_nearest_first))

    return reached


class _Step(NamedTuple):
    """A record that rests on another: how, and where that is written."""

    record: Record
    relation: str
    place: Location


class _Walk:
    """The ledger with its grounds turned round."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.house = frozenset(ledger.config.house)
        self.resting: defaultdict[tuple[str, str], list[_Step]] = defaultdict(list)
        self.claims: defaultdict[str, list[Claim]] = defaultdict(list)
        self.copies: defaultdict[str, list[Article]] = defaultdict(list)
        for record in ledger.records:
            for ground in grounds(record):
                step = _Step(record, ground.relation, record.where(*ground.path))
                for kind in ground.kinds:
                    self.resting[kind, ground.name].append(step)
            if isinstance(record, Claim):
                self.claims[record.article].append(record)
            elif isinstance(record, Article) and record.syndicated_from is not None:
                self.copies[record.syndicated_from].append(record)

    def steps(self, record: Record) -> list[_Step]:
        """What rests on a record directly."""
        found = self.resting[record.KIND, record.id]
        return [*found, *self._in_copies(record)] if isinstance(record, Claim) else found

    def _in_copies(self, claim: Claim) -> Iterator[_Step]:
        """The claims of reprints that say the same: a copy has its claims from the original."""
        for copy in self.copies[claim.article]:
            for other in self.claims[copy.id]:
                same = (other.proposition, other.stance) == (claim.proposition, claim.stance)
                if same and claim.proposition is not None:
                    yield _Step(other, IN_COPY, other.where("proposition"))

    def from_(
        self, start: Record, first: Iterable[_Step], most: float = float("inf")
    ) -> list[Reached]:
        """What is reached, nearest first, `most` at the most; what falls is walked from in turn."""
        reached: dict[int, Reached] = {}
        walked = {id(start)}
        waiting = deque((step, start.ref, 1) for step in first)
        while waiting and len(reached) < most:
            step, on, distance = waiting.popleft()
            record = step.record
            if record is start:
                continue
            if id(record) not in reached:
                reached[id(record)] = self._reached(step, on, distance)
            if step.relation in _FALLS_WITH and id(record) not in walked:
                walked.add(id(record))
                waiting += ((more, record.ref, distance + 1) for more in self.steps(record))
        return [*reached.values()]

    def _reached(self, step: _Step, on: str, distance: int) -> Reached:
        record = step.record
        article = self.article_of(record)
        stands = record.is_live if isinstance(record, Claim) else True
        if isinstance(record, Article):
            stands = not has_notice(record)
        return Reached(
            record=record,
            distance=distance,
            relation=step.relation,
            on=on,
            place=step.place,
            article=article,
            is_ours=article is not None and article.outlet in self.house,
            stands=stands,
        )

    def article_of(self, record: Record) -> Article | None:
        """The article that a record is, or in which it stands."""
        if isinstance(record, Article):
            return record
        return self.ledger.articles.get(record.article) if isinstance(record, Claim) else None


def has_notice(article: Article) -> bool:
    """Whether an article carries a correction, or was taken back by its publisher."""
    return article.status is not ArticleStatus.USABLE or bool(article.corrections)


def _texts(ledger: Ledger) -> Mapping[str, list[CapturedText]]:
    texts: defaultdict[str, list[CapturedText]] = defaultdict(list)
    for text in ledger.texts:
        if text.content is not None:
            texts[text.article].append(text)
    return texts


def _loose(ledger: Ledger, name: str, target: Article | CapturedText) -> Iterator[Loose]:
    """The quotes of an article that stand in no captured text but those that are corrected."""
    texts = _texts(ledger)[name]
    gone = [target] if isinstance(target, CapturedText) else texts
    kept = [text for text in texts if not any(text is other for other in gone)]
    for claim in ledger.records:
        if not isinstance(claim, Claim) or claim.article != name:
            continue
        for position, quote in enumerate(claim.quotes):
            asked = quote.exact, quote.prefix, quote.suffix
            if any(text.source.anchor(*asked).grade.passes for text in kept):
                continue
            places = (_first_place(text, *asked) for text in reversed(gone))
            found = next(filter(None, places), None)
            if found is not None:  # else it never stood there, and has nothing to lose
                yield Loose(claim, claim.where("quotes", position, "exact"), quote.exact, found)


def _first_place(
    text: CapturedText, exact: str, prefix: str | None = None, suffix: str | None = None
) -> Location | None:
    anchor = text.source.anchor(exact, prefix, suffix)
    return text.place(anchor.passages[0]) if anchor.grade.passes else None


def _copies(ledger: Ledger, walk: _Walk, name: str, said: Sequence[str]) -> Iterator[Copy]:
    """The reprints of an article, over any number of steps, and the texts that have its words."""
    declared = {article.id: article for article in _reprints(walk, name)}
    long = [exact for exact in said if len(words(exact)) >= _LEAST_WORDS]
    current = {text.article: text for text in ledger.texts if text.is_current and text.content}
    for article in ledger.articles.values():
        if article.id == name:
            continue
        text = current.get(article.id)
        sought = said if article.id in declared else long
        places = [_first_place(text, exact) for exact in sought] if text is not None else []
        carries = tuple(dict.fromkeys(place for place in places if place is not None))
        if article.id in declared or carries:
            yield Copy(
                article,
                article.outlet in walk.house,
                article.id in declared,
                has_notice(article),
                carries,
            )


def _reprints(walk: _Walk, name: str) -> Iterator[Article]:
    seen = {name}
    waiting = deque([name])
    while waiting:
        for article in walk.copies[waiting.popleft()]:
            if article.id not in seen:
                seen.add(article.id)
                waiting.append(article.id)
                yield article


_ORDER = (Claim, Article, Proposition, Occasion)


def _nearest_first(one: Reached) -> tuple[int, bool, int, str]:
    kind = next((n for n, cls in enumerate(_ORDER) if isinstance(one.record, cls)), len(_ORDER))
    return one.distance, not one.is_ours, kind, one.record.id


def _unmended_first(copy: Copy) -> tuple[bool, bool, bool, str]:
    return copy.has_notice, not copy.is_ours, not copy.is_declared, copy.article.id

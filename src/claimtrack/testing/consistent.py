"""Strategies for whole consistent ledgers: nothing in them is wrong, as far as the rules know.

They are free of conflicts by construction. One world stands behind all articles (see `worlds`);
words are said before they are published; what is retracted is used by nobody; histories end at the
status; every reference resolves.
"""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve, frozen
from hypothesis import strategies as st

from claimtrack import api
from claimtrack.model import (
    Actor,
    Article,
    Attribution,
    Claim,
    Decision,
    HistoryEntry,
    Ledger,
    Occasion,
    Proposition,
    Quote,
    Record,
    Review,
    Status,
    seen_fingerprint,
)
from claimtrack.model.words import (
    ActorKind,
    ArticleKind,
    Basis,
    Force,
    Form,
    Lifecycle,
    OccasionKind,
    PropositionKind,
    Sourcing,
    Stance,
    Verification,
)
from claimtrack.testing import vocabulary
from claimtrack.testing.captured import files_of, with_texts
from claimtrack.testing.scalars import FIRST_DAY, localized, pairs, texts
from claimtrack.testing.worlds import World, takes_part, worlds
from claimtrack.text.dates import Date, parse_date

_THEIR_OWN = (PropositionKind.POSITION, PropositionKind.QUOTE, PropositionKind.INTENTION)
"""Kinds of proposition on which it is no fault that all articles have it from one origin."""
_ENDED = (Lifecycle.SUPERSEDED, Lifecycle.RETRACTED, Lifecycle.WITHDRAWN)
_SEEN = Attribution(sourcing=Sourcing.WITNESSED)
_OFFSETS = ("", "T00:10+02:00", "T16:40+02:00", "T23:50-05:00", "T12:00Z")
_FIRST_ISSUE = FIRST_DAY + timedelta(60)


@frozen
class _Issue:
    """An article with the day on which it was published and the days of occasions before it."""

    article: Article
    day: date
    occasions: tuple[Occasion, ...]
    earlier: tuple[Record, ...]
    """Usable articles and live claims that were published before it."""


def ledgers() -> st.SearchStrategy[Ledger]:
    """Consistent ledgers, read from the texts of `ledger_files`: their findings have lines."""
    return ledger_files().map(api.loads)


def ledger_files() -> st.SearchStrategy[dict[str, str]]:
    """The files of a consistent ledger, by name: claim files, and the captured texts of articles.

    There is one claim file for each article and one for each other kind of record.
    """
    return ledger_records().map(lambda records: files_of(with_texts(records)))


@st.composite
def ledger_records(draw: st.DrawFn) -> tuple[Record, ...]:
    """The records of a consistent ledger: one to four articles with up to a dozen claims."""
    world = draw(worlds())
    places = range(draw(st.integers(0, 2)))
    occasions = tuple(draw(_occasions(world, place)) for place in places)
    records: list[Record] = [*world.actors, *world.propositions, *occasions]
    earlier: tuple[Record, ...] = ()
    for place in range(draw(st.integers(1, 4))):
        day = _FIRST_ISSUE + timedelta(place * 7 + draw(st.integers(0, 6)))
        article = draw(_articles(world, place, day, earlier))
        claims = _claims(draw, world, _Issue(article, day, occasions, earlier))
        records += [article, *claims]
        earlier = (*earlier, article, *(claim for claim in claims if claim.is_live))
    return (*records, *draw(_decisions(earlier)))


@st.composite
def _occasions(draw: st.DrawFn, world: World, place: int) -> Occasion:
    day = FIRST_DAY + timedelta(draw(st.integers(0, 59)))
    return Occasion(
        id=f"occasion-{place}",
        kind=draw(st.sampled_from(OccasionKind)),
        date=parse_date(day.isoformat()),
        actors=(world.speakers[0].id,) if draw(st.booleans()) else (),
        place=draw(st.none() | localized()),
    )


@st.composite
def _articles(
    draw: st.DrawFn, world: World, place: int, day: date, earlier: tuple[Record, ...]
) -> Article:
    articles = [record.id for record in earlier if isinstance(record, Article)]
    return Article(
        id=f"article-{place}",
        outlet=draw(st.sampled_from(world.outlets)).id,
        title=draw(pairs(vocabulary.TITLES)),
        language=draw(st.sampled_from(["en", "ar"])),
        published=parse_date(day.isoformat() + draw(st.sampled_from(_OFFSETS))),
        kind=draw(st.sampled_from(ArticleKind)),
        byline=draw(st.none() | texts()),
        cites=tuple(draw(st.sets(st.sampled_from(articles), max_size=1))) if articles else (),
        tags=draw(st.sampled_from([(), ("front-page",)])),
    )


def _claims(draw: st.DrawFn, world: World, issue: _Issue) -> list[Claim]:
    """Claims of an article; each speaker speaks to one question once."""
    claims: dict[tuple[str, str], Claim] = {}
    for _ in range(draw(st.integers(0, 3))):
        speaker = draw(st.sampled_from((None, *world.speakers, *world.unnamed)))
        proposition = draw(st.sampled_from(world.propositions))
        name = "article" if speaker is None else speaker.id
        stance = world.stances.get((name, proposition.id), Stance.AFFIRMS)
        if speaker is None or takes_part(speaker, proposition, stance):
            where = (name, world.question(proposition))
            identifier = f"{issue.article.id}-claim-{len(claims)}"
            said = _Said(identifier, speaker, proposition, stance)
            claim = _claim(draw, world, issue, said)
            claims.setdefault(where, claim)
    return list(claims.values())


@frozen
class _Said:
    """Who says what in a claim: no speaker where the article does so in its own voice."""

    identifier: str
    speaker: Actor | None
    proposition: Proposition
    stance: Stance


def _claim(draw: st.DrawFn, world: World, issue: _Issue, what: _Said) -> Claim:
    speaker, proposition, stance = what.speaker, what.proposition, what.stance
    has_value = stance is Stance.AFFIRMS and proposition.id in world.values
    said, occasion = _uttered(draw, issue)
    affirmed = stance in (Stance.AFFIRMS, Stance.DENIES)
    status, history = _past(draw, issue)
    claim = Claim(
        id=what.identifier,
        article=issue.article.id,
        speaker="article" if speaker is None else speaker.id,
        stance=stance,
        proposition=proposition.id,
        statement=draw(st.none() | pairs(vocabulary.SENTENCES)),
        value=draw(world.values[proposition.id]) if has_value else None,
        said=said,
        occasion=occasion,
        form=draw(st.sampled_from(Form)) if affirmed else None,
        quotes=_quotes(draw) if affirmed and occasion is None else (),
        # What an article states itself, it has seen.
        attribution=_SEEN if speaker is None else _attribution(draw, speaker),
        certainty=draw(st.sampled_from(world.certainties)),
        based_on=_based_on(draw, issue) if proposition.kind in _THEIR_OWN else (),
        status=status,
        history=history,
        note=draw(st.none() | texts()),
    )
    return _reviewed(claim, issue.day) if draw(st.booleans()) else claim


def _uttered(draw: st.DrawFn, issue: _Issue) -> tuple[Date | None, str | None]:
    """When the words were said, and at which occasion: never after they were published."""
    occasion = draw(st.sampled_from((None, *issue.occasions)))
    if occasion is not None:
        return draw(st.sampled_from((None, occasion.date))), occasion.id
    day = issue.day - timedelta(draw(st.integers(0, 5)))
    return draw(st.sampled_from((None, parse_date(day.isoformat())))), None


def _quotes(draw: st.DrawFn) -> tuple[Quote, ...]:
    chosen = draw(st.sets(st.sampled_from(vocabulary.SHORT_QUOTES), max_size=2))
    return tuple(Quote(exact=words) for words in sorted(chosen))


def _attribution(draw: st.DrawFn, speaker: Actor) -> Attribution:
    cue = draw(st.sampled_from(vocabulary.CUES))
    if speaker.kind is ActorKind.UNNAMED:
        return Attribution(
            cue=cue,
            sourcing=Sourcing.UNNAMED_OFFICIAL,
            basis=Basis.BACKGROUND,
            anonymity_reason="The work is confidential",
        )
    return Attribution(
        cue=cue,
        force=draw(st.sampled_from((None, Force.NEUTRAL))),
        sourcing=Sourcing.NAMED,
        basis=draw(st.sampled_from((None, Basis.ON_RECORD))),
    )


def _based_on(draw: st.DrawFn, issue: _Issue) -> tuple[str, ...]:
    names = [record.id for record in issue.earlier]
    return tuple(draw(st.sets(st.sampled_from(names), max_size=1))) if names else ()


def _past(draw: st.DrawFn, issue: _Issue) -> tuple[Status, tuple[HistoryEntry, ...]]:
    """A status and the history that leads to it, each step with a reason and evidence."""
    verified = draw(st.sampled_from((Verification.UNVERIFIED, Verification.VERIFIED)))
    lifecycle = draw(
        st.sampled_from((Lifecycle.ACTIVE, Lifecycle.ACTIVE, Lifecycle.DRAFT, *_ENDED))
    )
    if lifecycle is Lifecycle.DRAFT:
        return Status(lifecycle=lifecycle), ()
    steps: list[tuple[Verification | None, Lifecycle | None]] = []
    if verified is Verification.VERIFIED:
        steps.append((verified, Lifecycle.ACTIVE))
    if lifecycle is not Lifecycle.ACTIVE:
        steps.append((None, lifecycle))
    history = tuple(
        HistoryEntry(
            date=parse_date((issue.day + timedelta(place + 1)).isoformat()),
            attribution=attribution,
            lifecycle=life,
            by="ilka-salwen",
            why="Read on the page",
            evidence=(issue.article.id,),
        )
        for place, (attribution, life) in enumerate(steps)
    )
    return Status(attribution=verified, lifecycle=lifecycle), history


def _reviewed(claim: Claim, day: date) -> Claim:
    at = parse_date((day + timedelta(10)).isoformat())
    return evolve(claim, review=Review(by="desk", at=at, fingerprint=seen_fingerprint(claim)))


@st.composite
def _decisions(draw: st.DrawFn, records: tuple[Record, ...]) -> tuple[Decision, ...]:
    claims = [record.id for record in records if isinstance(record, Claim)]
    if len(claims) < 2 or not draw(st.booleans()):  # noqa: PLR2004 - two make a pair
        return ()
    why = "They look alike and are not one"
    different = (claims[0], claims[-1])
    return (Decision(different=different, by="desk", at=parse_date("2031-05-31"), why=why),)

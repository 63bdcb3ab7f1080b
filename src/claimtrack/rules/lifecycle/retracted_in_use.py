"""CT503: what still rests on something that was taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Article, Claim, Proposition, Record, Verdict
from claimtrack.model.words import ArticleStatus, Lifecycle, Stance, Veracity, VerdictLifecycle
from claimtrack.rule import Group, Key, Rule
from claimtrack.rules import keys
from claimtrack.rules.remembered import remembered

KINDS = ("claim", "article")

_HISTORY = frozenset(
    {Lifecycle.SUPERSEDED, Lifecycle.CORRECTED, Lifecycle.RETRACTED, Lifecycle.WITHDRAWN}
)
_TAKEN_BACK = frozenset({ArticleStatus.RETRACTED, ArticleStatus.WITHDRAWN})

NO_AFFECTED_CLAIMS = Skip("correction-names-no-claims")


Said = tuple[str | None, Stance]
"""A proposition, and the stance taken towards it."""


class _Use(NamedTuple):
    """A place that rests on a claim or an article, and what is said on that ground."""

    place: Location
    name: str
    verb: str
    said: Said
    value: str | None = None
    stands_in_it: bool = False


class _Reach(NamedTuple):
    """How much was taken back: the whole, or some claims, and with which values they said what."""

    whole: bool
    claims: frozenset[str] = frozenset()
    propositions: frozenset[str | None] = frozenset()
    said: Mapping[Said, set[str | None]] = MappingProxyType({})

    def covers(self, record: Record, use: _Use) -> bool:
        """Whether what a use says is among what was taken back."""
        if use.stands_in_it:
            return self.whole or record.id in self.claims
        if use.said[0] not in self.propositions:
            return self.whole
        values = self.said.get(use.said, set())
        return bool(values) and (use.value is None or not values.isdisjoint({None, use.value}))


class RetractedInUse(Rule[Article | Claim | Proposition]):
    """A live claim, or a standing verdict, rests on something that was taken back.

    What was taken back: a claim that is superseded, corrected, retracted or withdrawn, and an
    article that is retracted or withdrawn. What rests on it: live claims that name it in `based_on`
    or in the chain of their attribution, live claims that stand in such an article, and active
    verdicts of `supported` that name it as evidence. A corrected article is taken back as far as
    its corrections reach: the claims that they affect, and what others took from it to the same
    effect.

    A claim that corrects or supersedes what was taken back may well name it, and so may one that
    says the opposite of the affected claims: it rests on the notice. A verdict of `refuted` may
    name what it refutes. A reprint (`syndicated_from`) is another rule's matter. Only the next step
    is told; when that is set right, the step after it is.

    What to do: give the claim the same lifecycle, with an entry in its history, or base it on
    something that stands.
    """

    code = "CT503"
    name = "retracted-in-use"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Article, Claim, Proposition)
    unread = keys.WORDING

    def keys(self, record: Article | Claim | Proposition) -> Iterable[Key | Skip]:
        """What was taken back, and everything that each record rests on."""
        if _is_taken_back(record):
            yield keys.one_of(KINDS, record.id)
        if isinstance(record, Claim) and not record.is_live:
            yield keys.NOT_LIVE
            return
        for name in _uses(record):
            yield keys.one_of(KINDS, name)

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each record that rests on what the group's key names."""
        name = group.key.parts[0]
        gone = [m for m in group.members if _is_taken_back(m) and m.id == name]
        if not gone or any(group.find(cls, name) not in (None, *gone) for cls in (Claim, Article)):
            return  # with a claim and an article of one name, the other one may be meant
        target = gone[0]
        reach = _reach(group, target)
        if not reach.whole and not reach.claims:
            yield NO_AFFECTED_CLAIMS
            return
        state = _state(target)
        for record in group.members:
            uses = [use for use in _uses(record).get(name, ()) if reach.covers(record, use)]
            if uses and not (
                isinstance(record, Claim)
                and (not record.is_live or _puts_right(group, record, target))
            ):
                yield self._finding(group, uses, target, *state)

    def _finding(
        self, group: Group, uses: list[_Use], target: Record, state: str, place: Location
    ) -> Finding:
        return self.finding(
            group,
            f"{uses[0].verb} {target.id!r}, which {state}",
            [*(use.place for use in uses), place],
            help="give it the same lifecycle, or base it on something that stands",
        )


def _is_taken_back(record: Record) -> bool:
    if isinstance(record, Claim):
        return record.status.lifecycle in _HISTORY
    return isinstance(record, Article) and record.status is not ArticleStatus.USABLE


def _reach(group: Group, target: Record) -> _Reach:
    """How much of a claim or an article was taken back."""
    if not isinstance(target, Article):
        return _Reach(whole=True)
    claims = frozenset(name for entry in target.corrections for name in entry.affects)
    said: dict[Said, set[str | None]] = {}
    for name in claims:
        claim = group.find(Claim, name)
        if claim is not None and claim.proposition is not None:
            said.setdefault((claim.proposition, claim.stance), set()).add(claim.value)
    propositions = frozenset(proposition for proposition, _ in said)
    return _Reach(target.status in _TAKEN_BACK, claims, propositions, said)


def _puts_right(group: Group, claim: Claim, target: Record) -> bool:
    """Whether a claim takes the place of what was taken back, or of a claim that stands in it."""
    if isinstance(target, Claim):
        return target.id in _replaces(claim) and group.find(Claim, target.id) is target
    others = (group.find(Claim, name) for name in _replaces(claim))
    return any(other is not None and other.article == target.id for other in others)


@remembered  # a claim that replaces many, and rests on each, meets one group for each
def _replaces(record: Claim) -> frozenset[str]:
    """The claims whose place a claim takes."""
    return frozenset((*record.corrects, *record.supersedes))


@remembered
def _uses(record: Record) -> Mapping[str, Sequence[_Use]]:
    """Every claim and article on which a record rests, by name."""
    found: defaultdict[str, list[_Use]] = defaultdict(list)
    for use in _all_uses(record):
        found[use.name].append(use)
    return found


def _all_uses(record: Record) -> Iterator[_Use]:
    if isinstance(record, Claim):
        said = record.proposition, record.stance
        place = record.where("article", message=f"stands in {record.article}")
        yield _Use(place, record.article, "this claim stands in", said, stands_in_it=True)
        for path, name, verb in _grounds(record):
            yield _Use(
                record.where(*path, message=f"rests on {name}"), name, verb, said, record.value
            )
    elif isinstance(record, Proposition):
        for position, verdict in enumerate(record.verdicts):
            stands = verdict.lifecycle is VerdictLifecycle.ACTIVE
            if stands and verdict.veracity is Veracity.SUPPORTED:
                yield from _evidence(record, position, verdict)


def _grounds(claim: Claim) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for position, name in enumerate(claim.based_on):
        yield ("based_on", position), name, "this claim is based on"
    for position, hop in enumerate(claim.hops):
        if hop.article is not None:
            yield (
                ("attribution", "chain", position, "article"),
                hop.article,
                "this claim came through",
            )


def _evidence(record: Proposition, position: int, verdict: Verdict) -> Iterator[_Use]:
    for entry, name in enumerate(verdict.evidence):
        if ":" not in name:  # a web address
            place = record.where(
                "verdicts", position, "evidence", entry, message=f"rests on {name}"
            )
            yield _Use(place, name, "this verdict rests on", (record.id, Stance.AFFIRMS))


def _state(target: Record) -> tuple[str, Location]:
    """What became of it, as words for a message, and where that stands."""
    if isinstance(target, Claim):
        lifecycle = target.status.lifecycle
        place = target.where("status", "lifecycle", message=f"is {lifecycle}")
        return f"is {lifecycle}", place
    if isinstance(target, Article):
        dates = [entry.date for entry in target.corrections]
        when = f" (notice of {max(dates, key=lambda date: date.sort_key)})" if dates else ""
        return f"is {target.status}{when}", target.where("status", message=f"is {target.status}")
    return "was taken back", target.where()

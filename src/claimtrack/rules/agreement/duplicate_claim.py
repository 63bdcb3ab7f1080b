"""CT309: one act of attribution that is recorded twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from claimtrack.findings import Edit, Finding, Fix, Severity, Skip
from claimtrack.model import Article, Claim, Record
from claimtrack.model.content import content
from claimtrack.rule import AnyDeriver, Fixable, Group, Key, Rule, newest_first
from claimtrack.rules import keys
from claimtrack.rules.claims import about, days, speaker, speaker_name, stance_place
from claimtrack.rules.distinctions import Distinctions, judgements_on
from claimtrack.rules.judgements import one_speaker
from claimtrack.rules.stances import value_of
from claimtrack.rules.succession import Successions, is_succeeded
from claimtrack.rules.synonyms import Synonyms, one_proposition


class DuplicateClaim(Rule[Claim]):
    """Two live claims of one article record one speaker's one stance on one proposition.

    Counted twice, a statement looks like two. The claims must agree in all that could make them two
    acts: the value and its `as_of`, the occasion, the day on which it was said, and the chain
    through which the article has it.

    What to do: merge them into one claim, which can carry several quotes, and remove the other; the
    removal is suggested where the oldest record says all that the others say. Or
    record the judgement that they are two: `different: [one, other]` among the decisions.
    """

    code = "CT309"
    name = "duplicate-claim"
    severity = Severity.INFO
    fix = Fixable.SUGGESTION
    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (Distinctions, Successions, Synonyms)

    def keys(self, record: Claim) -> Iterable[Key | Skip]:
        """The article: of the ten thousand claims on a proposition few stand in one."""
        key = keys.about(record)
        yield keys.named(Article.KIND, record.article) if isinstance(key, Key) else key

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each set of claims that are one."""
        for alike in _alike(group):
            judged = {claim.id: judgements_on(group, claim) for claim in alike}
            found = _not_judged(alike, judged)
            if len(found) > 1:
                yield self._duplicate(group, found)

    def _duplicate(self, group: Group, found: Sequence[Claim]) -> Finding:
        first, *later = found
        return self.finding(
            group,
            f"{speaker_name(group, first)} is recorded {len(found)} times for one statement "
            "in one article",
            newest_first(stance_place(group, claim) for claim in found),
            help="merge them, or record the decision that they are `different`",
            fix=_removal(first, later),
            about=about(first.article, speaker(first), found),
        )


def _alike(group: Group) -> Iterator[list[Claim]]:
    """The claims that are one act, where there are several of it."""
    for claims in _several(
        group.of(Claim), lambda claim: (one_speaker(group, claim), claim.stance)
    ):
        for alike in _several(claims, lambda claim: _act(group, claim)):
            left = [claim for claim in alike if not is_succeeded(group, claim)]
            if len(left) > 1:
                yield left


def _several(claims: Iterable[Claim], share: Callable[[Claim], Hashable]) -> Iterator[list[Claim]]:
    """The claims that share something with another, in the order of the first of each sort."""
    found: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[share(claim)].append(claim)
    return (alike for alike in found.values() if len(alike) > 1)


def _removal(first: Claim, later: Sequence[Claim]) -> Fix | None:
    """To remove the later records; nothing where one says what the first does not."""
    if any(_says_more(one, first) for one in later):
        return None
    return Fix(
        f"keep {first.id}, which says all that the others say",
        tuple(Edit(one.origin.file, one.origin.pointer, "remove") for one in later),
    )


def _says_more(one: Claim, first: Claim) -> bool:
    """Whether a record says anything beyond its act that the first leaves out or says otherwise."""
    known = content(first)
    return any(key not in _ACT and value != known.get(key) for key, value in content(one).items())


_ACT = frozenset({"id", "article", "speaker", "stance", "proposition", "value", "occasion"})
"""What makes claims one act, if not as written; and the identifier, which goes with the record."""


def _act(group: Group, claim: Claim) -> Hashable:
    """What makes a claim an act of its own, besides its article, its speaker and its stance."""
    said = group.said(claim)
    return (
        one_proposition(group, claim),
        value_of(group, claim),
        claim.occasion,
        None if said is None else days(said),
        claim.hops,
    )


def _not_judged(alike: Sequence[Claim], judged: Mapping[str, Sequence[str]]) -> list[Claim]:
    """The claims, one for each name, that nobody has judged different from all the others.

    `judged` has a word for each judgement on a claim.
    """
    named = {claim.id: claim for claim in alike}
    together: defaultdict[str, set[str]] = defaultdict(set)
    for name in named:
        for word in judged[name]:
            together[word].add(name)
    if any(len(names) == len(named) for names in together.values()):
        return []
    return [
        claim
        for name, claim in named.items()
        if len({name}.union(*(together[word] for word in judged[name]))) < len(named)
    ]

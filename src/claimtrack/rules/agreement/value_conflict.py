"""CT301: values of one proposition, at one time, that cannot both hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.model import Claim, Proposition
from claimtrack.rule import Group, Key, newest_first
from claimtrack.rules import keys
from claimtrack.rules.agreement.sweep import clashing
from claimtrack.rules.agreement.values import Value, values
from claimtrack.rules.by_proposition import ByProposition
from claimtrack.rules.claims import listed
from claimtrack.text.intervals import chains


class ValueConflict(ByProposition):
    """Live claims give values for one proposition, at overlapping times, that cannot both hold.

    Two readers of the news who meet two numbers believe neither. Quantities are compared as
    intervals after conversion: `about 35` agrees with 33, `more than 30` with 35, 3 miles with
    5 km. Dates conflict where they cannot be equal, choices where the words differ; text is never
    compared. A value holds at its `as_of`, else on the day on which it was said: two counts of two
    days are no conflict. A value counts where the speaker stands for it (`affirms`), whoever that
    is. What another live claim supersedes or corrects is history. Values in units that cannot be
    compared are CT302's.

    All claims of that time whose value conflicts with another are shown, so that the table tells
    which values are many and which stands alone.

    What to do: ask what each speaker counted, and at what time. Record that time as `as_of`, or a
    proposition of its own for another count; mark a wrong claim as corrected; where the sources do
    disagree, record the dispute as a decision.
    """

    code = "CT301"
    name = "value-conflict"
    severity = Severity.ERROR

    @staticmethod
    def keys(record: Claim | Proposition) -> Iterable[Key | Skip]:
        """The proposition; a claim without a value has nothing to compare."""
        if isinstance(record, Proposition) or record.value is not None:
            yield keys.about(record)

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each stretch of time in which values conflict."""
        scales: defaultdict[str, list[Value]] = defaultdict(list)
        position: dict[str, int] = {}
        for value in values(group):
            if isinstance(value, Skip):
                yield value
            else:
                position[value.claim.id] = len(position)
                scales[value.meaning.scale].append(value)
        for alike in scales.values():
            for chain in chains(_conflicting(alike), lambda value: value.span):
                chain.sort(key=lambda value: position[value.claim.id])
                yield self._conflict(group, chain)

    def _conflict(self, group: Group, found: Sequence[Value]) -> Finding:
        texts = listed([value.text for value in found])
        return self.finding(
            group,
            f"these values cannot all hold at one time: {texts}",
            newest_first([value.place(group) for value in found]),
            help="find out what each counts and at what time (`as_of`), correct the wrong one, "
            "or record the dispute as a decision",
        )


def _conflicting(alike: Sequence[Value]) -> Iterator[Value]:
    """The values of one scale that conflict with another of them, oldest first."""
    systems: defaultdict[str, list[Value]] = defaultdict(list)
    for value in alike:
        systems[value.meaning.system].append(value)
    for system, own in systems.items():
        exact = [value.held() for value in own]
        others = [v.held(common=True) for v in alike if v.meaning.system != system]
        common = [value.held(common=True) for value in own] if others else exact
        within, between = clashing(exact, exact), clashing(common, others)
        for value, here, there in zip(own, within, between, strict=True):
            if here or there:
                yield value

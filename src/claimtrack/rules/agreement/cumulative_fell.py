"""CT308: a count that can only grow is lower at a later time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.model import Claim, Proposition
from claimtrack.rule import Group, Key, newest_first
from claimtrack.rules import keys
from claimtrack.rules.agreement.values import QUANTITY, Value, values
from claimtrack.rules.by_proposition import ByProposition
from claimtrack.rules.claims import listed


class CumulativeFell(ByProposition):
    """A value that can only grow (`cumulative: true`), such as a toll, went down between two times.

    Either one of the two was wrong, or they count different things, and readers were not told. The
    later value is compared with all that hold at times before it, whoever gives them; it fell where
    even its greatest reading is below the least of an earlier one. A claim that a live claim
    corrects or supersedes is history: a count that was openly corrected did not fall.

    What to do: find out which count is right. Where the lower one takes the place of the higher,
    record that with `corrects`; where they count different things, make two propositions.
    """

    code = "CT308"
    name = "cumulative-fell"
    severity = Severity.WARNING

    @staticmethod
    def keys(record: Claim | Proposition) -> Iterable[Key | Skip]:
        """The proposition; a claim without a value has nothing to compare."""
        if isinstance(record, Proposition) or record.value is not None:
            yield keys.about(record)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for the values of one scale."""
        if not any(one.value and one.value.cumulative for one in group.of(Proposition)):
            return
        scales: defaultdict[str, list[Value]] = defaultdict(list)
        for value in values(group):
            if isinstance(value, Value) and value.meaning.scale.startswith(QUANTITY):
                scales[value.meaning.scale].append(value)
        for alike in scales.values():
            found = {id(one): one for pair in _falls(alike) for one in pair}
            if found:
                places = [value.place(group) for value in alike if id(value) in found]
                by_time = sorted(found.values(), key=lambda value: value.span)
                texts = listed([value.text for value in by_time])
                yield self.finding(
                    group,
                    f"this can only grow, and it fell: {texts}, by time",
                    newest_first(places),
                    help="record a correction (`corrects`), or make two propositions of two counts",
                )


def _falls(alike: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    """Each value that is below one of an earlier time, with the highest such; in n log n."""
    common = len({value.meaning.system for value in alike}) > 1
    ended = sorted(alike, key=lambda value: value.span.end, reverse=True)
    highest = None
    for value in sorted(alike, key=lambda value: value.span.start):
        while ended and ended[-1].span.end < value.span.start:
            lower = min(one.lower for one in ended[-1].held(common=common).ranges)
            if highest is None or lower > highest[0]:
                highest = lower, ended[-1]
            ended.pop()
        upper = max(one.upper for one in value.held(common=common).ranges)
        if highest is not None and upper < highest[0]:
            yield highest[1], value

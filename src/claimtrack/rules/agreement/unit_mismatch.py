"""CT302: quantities of one proposition in units that cannot be compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Claim, Proposition
from claimtrack.model.words import ValueType
from claimtrack.rule import Group, Key, newest_first
from claimtrack.rules import keys
from claimtrack.rules.agreement.values import QUANTITY, Value, quantity_scale, values
from claimtrack.rules.by_proposition import ByProposition
from claimtrack.rules.claims import listed


class UnitMismatch(ByProposition):
    """Quantities that claims give for one proposition are in units that cannot be compared.

    4 percent and 4 percentage points, tonnes and litres, euros and dollars: the numbers look alike
    and say different things, and no rule that compares values sees them side by side. A bare number
    has the unit of its proposition (`value: {unit: …}`); where none is named it cannot be compared
    with a measure. Counts are comparable whatever is counted, and units of one dimension (miles and
    kilometres) are converted. The time at which a value holds does not matter: a change of unit
    hides a change of value.

    What to do: read again which unit each article prints. Correct the claim that has another; name
    the unit in the proposition; or give the other measure a proposition of its own.
    """

    code = "CT302"
    name = "unit-mismatch"
    severity = Severity.WARNING

    @staticmethod
    def keys(record: Claim | Proposition) -> Iterable[Key | Skip]:
        """The proposition; a claim without a value has no unit."""
        if isinstance(record, Proposition) or record.value is not None:
            yield keys.about(record)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for a proposition, with all its quantities."""
        found = [
            value
            for value in values(group)
            if isinstance(value, Value) and value.meaning.scale.startswith(QUANTITY)
        ]
        declared = dict(_declared(group))
        if found and len({value.meaning.scale for value in found} | declared.keys()) > 1:
            yield self._mismatch(group, declared, found)

    def _mismatch(
        self, group: Group, declared: Mapping[str, Location], found: Sequence[Value]
    ) -> Finding:
        used = {value.meaning.scale for value in found}
        unused = [place for scale, place in declared.items() if scale not in used]
        places = newest_first(
            [*unused, *(value.place(group) for value in _odd_last(declared, found))]
        )
        texts = listed([value.text for value in found])
        told = f"; {listed([place.message for place in declared.values()])}" if declared else ""
        return self.finding(
            group,
            f"the units cannot be compared: {texts}{told}",
            places,
            help="correct the unit, name it in the proposition, or make two propositions",
        )


def _odd_last(declared: Collection[str], found: Sequence[Value]) -> list[Value]:
    """The values, oldest first, and last the newest that is in no declared unit, where one is."""
    odd = [value for value in found if declared and value.meaning.scale not in declared]
    return [*(value for value in found if value is not odd[-1]), odd[-1]] if odd else list(found)


def _declared(group: Group) -> Iterable[tuple[str, Location]]:
    """The scales of the units that the propositions name, and where."""
    for proposition in group.of(Proposition):
        spec = proposition.value
        if spec is not None and spec.type is ValueType.QUANTITY and spec.unit is not None:
            says = f"the proposition's unit is {spec.unit}"
            place = proposition.where("value", "unit", message=says)
            yield quantity_scale("1", spec), place

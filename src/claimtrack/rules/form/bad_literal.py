"""CT004: a value that does not say what its field needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from claimtrack.findings import Edit, Finding, Fix, Skip
from claimtrack.model import Claim, Document, Proposition, Record, ValueSpec
from claimtrack.model.words import ValueType
from claimtrack.rule import Fixable, Group, Key
from claimtrack.rules import keys
from claimtrack.rules.form.reported import Reported
from claimtrack.text.dates import parse_date, western
from claimtrack.text.excerpt import shown
from claimtrack.text.near import nearest
from claimtrack.text.quantity import parse_quantity
from claimtrack.text.units import UNCLEAR

NO_VALUE_TYPE = Skip("value-of-no-type")


class BadLiteral(Reported):
    """A value is not what its field takes.

    Not a date, a language tag, an address or a word of a vocabulary; or it is a placeholder
    (`TBD`, `-`). The `value` of a claim is read as its proposition's `value` says: a quantity, a
    date, one of the `choices`, or any text. A value type must itself be of one piece: `choices`
    belong to a choice, and a `unit` and `cumulative` to a quantity.

    A value whose proposition has no value type is not compared with others; such checks are counted
    as skipped.

    What to do: write what the message expects. A text that really consists of such a sign goes into
    quotes.
    """

    code = "CT004"
    name = "bad-literal"
    fix = Fixable.SUGGESTION
    reads: ClassVar[tuple[type[Record], ...]] = (Document, Proposition, Claim)

    def keys(self, record: Document | Proposition | Claim) -> Iterable[Key | Skip]:
        """The file; the proposition of a value type, and of a value."""
        if isinstance(record, Document):
            yield from super().keys(record)
        elif isinstance(record, Proposition):
            if record.value is not None:
                yield keys.proposition(record.id)
        elif record.value is not None:
            named = record.proposition
            yield keys.NO_PROPOSITION if named is None else keys.proposition(named)

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """What the reading found; value types and values that cannot be read."""
        yield from super().check(group)
        for proposition in group.of(Proposition):
            if proposition.value is not None:
                yield from self._check_spec(group, proposition, proposition.value)
        for claim in group.of(Claim):
            found = group.proposition(claim)
            if found is None or found.value is None:
                yield NO_VALUE_TYPE
            else:
                yield from self._check_value(group, claim, found, found.value)

    def _check_spec(
        self, group: Group, proposition: Proposition, spec: ValueSpec
    ) -> Iterator[Finding]:
        for key, problem in _flaws(spec):
            yield self.finding(
                group,
                f"{key}: {problem}",
                [proposition.where("value", key)],
                about=f"{group.key}|{key}",
                help="correct the value type of this proposition",
            )

    def _check_value(
        self, group: Group, claim: Claim, proposition: Proposition, spec: ValueSpec
    ) -> Iterator[Finding]:
        value = claim.value or ""
        problem = _problem(value, spec)
        if problem is None:
            return
        place = claim.where("value")
        near = _near(value, spec)
        fix = None
        if near is not None:
            problem += f"; did you mean {near!r}?"
            fix = Fix(f"write {near!r}", (Edit(place.file, place.pointer, "replace", near),))
        told = proposition.where("value", "type", message=f"values are read as {spec.type}")
        yield self.finding(
            group,
            f"value: {problem}",
            [place, told],
            help=fix.message if fix else "write the value so that it can be compared",
            fix=fix,
        )


def _problem(value: str, spec: ValueSpec) -> str | None:
    """Why a value cannot be read, or None where it can."""
    if spec.type is ValueType.CHOICE:
        if not spec.choices or value in spec.choices:
            return None
        return f"found {shown(value)}; expected one of {', '.join(spec.choices)}"
    try:
        if spec.type is ValueType.QUANTITY:
            parse_quantity(value)
        elif spec.type is ValueType.DATE:
            parse_date(value)
    except ValueError as error:
        return str(error)
    return None


def _near(value: str, spec: ValueSpec) -> str | None:
    """What may be meant by a value that cannot be read."""
    if spec.type is ValueType.CHOICE:
        return nearest(value, spec.choices)
    return western(value) if spec.type is ValueType.DATE else None


def _flaws(spec: ValueSpec) -> Iterator[tuple[str, str]]:
    """The keys of a value type that do not fit together, and why."""
    if spec.type is ValueType.CHOICE and not spec.choices:
        yield "type", "a choice needs 'choices', the list of values that it can take"
    if spec.type is not ValueType.CHOICE and spec.choices:
        yield "choices", f"only a choice has them; expected 'type: choice', found {spec.type}"
    if spec.type is not ValueType.QUANTITY:
        if spec.unit is not None:
            yield "unit", f"only a quantity has one; expected 'type: quantity', found {spec.type}"
        if spec.cumulative:
            yield "cumulative", f"only a quantity can be; found {spec.type}"
    elif spec.unit is not None and (flaw := _unit_flaw(spec.unit)):
        yield "unit", flaw


def _unit_flaw(unit: str) -> str:
    """Why a unit is none, empty where it is: any noun is, since it can be what is counted."""
    unclear = UNCLEAR.get(unit.lower())
    if unclear is not None:
        return f"{shown(unit)} may be {unclear}"
    if unit.strip()[:1].isalpha() or _is_sign(unit):
        return ""
    return f"found {shown(unit)}; expected a unit or what is counted, such as kg, % or bodies"


def _is_sign(unit: str) -> bool:
    """Whether a unit that is no word is a known sign, such as % or €."""
    try:
        parse_quantity(f"2 {unit}")
    except ValueError:
        return False
    return True

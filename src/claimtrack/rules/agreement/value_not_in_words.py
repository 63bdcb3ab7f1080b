"""CT311: a claim's value is not the number that its own words carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from claimtrack.findings import Finding, Location, Severity
from claimtrack.model import Claim
from claimtrack.model.values import quantity_under
from claimtrack.model.words import ValueType
from claimtrack.rule import Group
from claimtrack.rules.by_claim import ByClaim
from claimtrack.text.quantity import Quantity, can_equal, comparable, scale
from claimtrack.text.running import quantities_in


class ValueNotInWords(ByClaim):
    """The numbers of that kind in a claim's quotes or statement all differ from its value.

    The value is what all comparisons rest on, and the words are what was said: where the recorder
    slipped, every rule about values reads the slip. Numbers of the same kind of unit are compared,
    with conversion; one that can equal the value is enough. A bound and its bare number pass for
    each other (`more than 400` and 400), and words without such a number say nothing. Dates, years
    and labels are no quantities.

    What to do: read the passage again and correct the value or the words. Where the words carry
    another number on purpose, ignore the rule for this claim and say why.
    """

    code = "CT311"
    name = "value-not-in-words"
    severity = Severity.WARNING

    def concerns(self, claim: Claim) -> bool:
        """Whether it has a value, and words."""
        return claim.value is not None and bool(claim.quotes or claim.statement is not None)

    def check_claim(self, group: Group, claim: Claim) -> Iterable[Finding]:
        """One finding for a claim of whose words no number can be its value."""
        value = _value(group, claim)
        if value is None:
            return
        told = [
            (found, place)
            for place, text in _words(claim)
            for found in (one.quantity for one in quantities_in(text))
            if comparable(found, value) and _counts(found)
        ]
        if told and not any(_agree(value, found) for found, _ in told):
            numbers = [claim.where(*place, message=f"{found}") for found, place in told]
            yield self._differs(group, claim, numbers)

    def _differs(self, group: Group, claim: Claim, numbers: list[Location]) -> Finding:
        return self.finding(
            group,
            f"the words of this claim carry another number than {claim.value}",
            [claim.where("value", message=f"{claim.value}"), *dict.fromkeys(numbers)],
            help="read the passage again, and correct the value or the words",
        )


def _value(group: Group, claim: Claim) -> Quantity | None:
    """The value of a claim, if it is a quantity that can be read."""
    proposition = group.proposition(claim)
    spec = proposition.value if proposition is not None else None
    if claim.value is None or spec is None or spec.type is not ValueType.QUANTITY:
        return None
    try:
        return quantity_under(claim.value, spec)
    except ValueError:
        return None


def _words(claim: Claim) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The claim's quotes, their renderings and its statement, each with its place."""
    for at, quote in enumerate(claim.quotes):
        yield ("quotes", at, "exact"), quote.exact
        for number, rendering in enumerate(quote.translations):
            yield ("quotes", at, "translations", number, "text"), rendering.text
    if claim.statement is not None:
        for _, text in claim.statement:
            yield ("statement",), text


def _counts(found: Quantity) -> bool:
    """Tell a measure, or a bare number in digits: `two others` is seldom the value."""
    return scale(found) != "number" or any(sign.isdecimal() for sign in found.text)


def _agree(value: Quantity, found: Quantity) -> bool:
    """Tell whether both can hold, or their numbers without what bounds them are the same."""
    return can_equal(value, found) or bool(_numbers(value) & _numbers(found))


def _numbers(one: Quantity) -> frozenset[tuple[str, Fraction]]:
    bare = {(scale(one), last.value * one.factor) for last in one.last}
    ends = {end for reading in one.readings for end in (reading.lower, reading.upper)}
    return frozenset(bare | {(scale(one), end) for end in ends if end is not None})

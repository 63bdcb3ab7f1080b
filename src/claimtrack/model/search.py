"""Finding claims: a filter, read by `claimtrack.text.filters`, asked of a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from claimtrack.model.claim import Claim
from claimtrack.model.ledger import Ledger
from claimtrack.model.search_fields import FIELDS, Test, whole_words
from claimtrack.text.filters import FilterError, Term, Value, read_filter
from claimtrack.text.near import nearest
from claimtrack.text.searchable import searchable

_WORDS = 2
"""The cost of a search for words: asked last, of the claims that all else has left."""


def find(ledger: Ledger, text: str) -> tuple[Claim, ...]:
    """The claims that fit a filter, oldest first; all of them where the filter is empty.

    Linear in the number of claims. Raises `FilterError` for a filter that cannot be understood.
    """
    tests = compiled(ledger, read_filter(text))
    claims = (record for record in ledger.records if isinstance(record, Claim))
    found = [claim for claim in claims if all(test(claim) for test in tests)]
    return tuple(sorted(found, key=ledger.age))


def compiled(ledger: Ledger, terms: Iterable[Term]) -> list[Test]:
    """A test for each term, the cheap ones first."""
    texts = _Texts(ledger)
    dear: list[tuple[int, Test]] = []
    for term in terms:
        if not term.field:
            tests = [texts.test(value) for value in term.values]
            dear.append((_WORDS, _joined(tests, negated=term.negated)))
            continue
        field = FIELDS.get(term.field)
        if field is None:
            raise FilterError(_unknown(term), term.position + term.negated)
        tests = [field.compiled(ledger, value) for value in term.values]
        dear.append((field.cost, _joined(tests, negated=term.negated)))
    return [test for _, test in sorted(dear, key=lambda pair: pair[0])]


def _joined(tests: list[Test], *, negated: bool) -> Test:
    if len(tests) == 1 and not negated:
        return tests[0]
    return lambda claim: any(test(claim) for test in tests) is not negated


def _unknown(term: Term) -> str:
    near = nearest(term.field, FIELDS)
    hint = f"did you mean {near!r}?" if near else f"fields are {', '.join(FIELDS)}"
    return f"unknown field {term.field!r}; {hint} (quote words that hold a colon)"


class _Texts:
    """What is searched of each claim: its words, its proposition's, and its speaker's names."""

    def __init__(self, ledger: Ledger) -> None:
        around = _Around(ledger)
        self._about = cache(around.about)
        self._by = cache(around.by)
        self._last: tuple[Claim | None, str] = (None, "")

    def test(self, value: Value) -> Test:
        """A test for words: as they stand anywhere in a text, whole ones where they are quoted."""
        wanted = searchable(value.text)
        fits: Callable[[str], bool] = (
            whole_words(wanted) if value.quoted else lambda text: wanted in text
        )
        return lambda claim: fits(self._text(claim))

    def _text(self, claim: Claim) -> str:
        # Several words of one filter ask of the same claim, one after the other.
        if self._last[0] is not claim:
            around = (self._about(claim.proposition), self._by(claim.speaker))
            self._last = (claim, _PART.join((*map(searchable, _own(claim)), *around)))
        return self._last[1]


_PART = "\0"
"""Parts texts from each other: no word of a filter reaches from one into the next."""


class _Around:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def about(self, name: str | None) -> str:
        proposition = self.ledger.propositions.get(name or "")
        texts = () if proposition is None else proposition.text
        return _PART.join(searchable(text) for _, text in texts)

    def by(self, name: str) -> str:
        actor = self.ledger.actors.get(name)
        if actor is None:
            return ""
        names = (*(text for _, text in actor.name), *actor.aliases)
        return _PART.join(map(searchable, names))


def _own(claim: Claim) -> Iterator[str]:
    for _, text in claim.statement or ():
        yield text
    for quote in claim.quotes:
        yield quote.exact
        for translation in quote.translations:
            yield translation.text

"""CT104: a quote that stands in several places, or not where it says."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Edit, Finding, Fix, Severity, Skip
from claimtrack.rule import Fixable, Group
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.text.anchor import Grade
from claimtrack.text.excerpt import cut

_FIELDS = ("prefix", "suffix")
_FEW = 4
"""Words of context that are tried first; then twice as many, and four times."""
_LONGEST = 15
"""Characters looked at for a word of context."""


class QuoteAmbiguous(ByArticle):
    """The words of a quote stand in several places of the captured text.

    Which of them the speaker is quoted with cannot be told, and the words around may turn the
    meaning. `prefix` and `suffix`, the text right before and right after, choose between places; a
    quote that stands once needs neither. Where they do not stand around its only place, that may be
    another one than was meant.

    What to do: add as much of the text before it as `prefix`, or of the text after it as `suffix`,
    as stands at one of the places only.
    """

    code = "CT104"
    name = "quote-ambiguous"
    severity = Severity.WARNING
    fix = Fixable.SUGGESTION

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each quote with more than one place, or in the wrong one."""
        for quote in held(group):
            if isinstance(quote, Skip):
                yield quote
            elif quote.anchor.grade is Grade.AMBIGUOUS:
                yield self._ambiguous(group, quote)
            elif quote.anchor.grade.passes and not quote.anchor.context_fits:
                yield self._elsewhere(group, quote)

    def _ambiguous(self, group: Group, quote: Held) -> Finding:
        count = f"{quote.anchor.places} places"
        context = _context(quote)
        why = f"; {context} fit more than one, or none, of them" if context else ""
        first = quote.anchor.passages[0]
        field, words = _choosing(quote) or ("prefix", _around(quote, "prefix", _FEW))
        where = "before" if field == "prefix" else "after"
        return self.finding(
            group,
            f"«{cut(quote.quote.exact)}» stands in {count} of the captured text{why}",
            [quote.place(count), quote.shown(first, "the first of them")],
            help="choose one with `prefix` or `suffix`: the text right before or after it, "
            f"such as {words!r} {where} the first",
            fix=_fix(quote),
            about=quote.about,
        )

    def _elsewhere(self, group: Group, quote: Held) -> Finding:
        return self.finding(
            group,
            f"the quote stands in the captured text, but not where its {_context(quote)} says",
            [quote.place("stands elsewhere"), quote.shown(quote.anchor.passages[0])],
            help="see whether this is the place that is meant; then copy what stands around it, "
            "or leave prefix and suffix out",
            about=quote.about,
        )


def _context(quote: Held) -> str:
    """The fields that choose between places, as far as the quote has them."""
    return " and ".join(name for name in _FIELDS if getattr(quote.quote, name))


def _fix(quote: Held) -> Fix | None:
    """The first place, chosen by what stands around it."""
    found = _choosing(quote)
    if found is None:
        return None
    field, words = found
    place = quote.claim.where("quotes", quote.position, field)
    if getattr(quote.quote, field) is None:
        edit = Edit.adding(place, words)
    else:
        edit = Edit(place.file, place.pointer, "replace", words)
    return Fix(f"choose the first place, by {field} {words!r}", (edit,))


def _choosing(quote: Held) -> tuple[str, str] | None:
    """A field, and the least text in it, by which only the first place fits; None without one."""
    first = quote.anchor.passages[0]
    for field in _FIELDS:
        for count in (_FEW, 2 * _FEW, 4 * _FEW):
            words = _around(quote, field, count)
            context = {name: getattr(quote.quote, name) for name in _FIELDS} | {field: words}
            found = quote.text.source.anchor(quote.quote.exact, **context)
            if words and found.grade.passes and found.passages[0] == first:
                return field, words
    return None


def _around(quote: Held, field: str, count: int) -> str:
    """So many words before the first place, or after it."""
    text = quote.text.source.text
    if field == "prefix":
        start = quote.anchor.passages[0].start
        return " ".join(text[max(0, start - count * _LONGEST) : start].split()[-count:])
    end = quote.anchor.passages[-1].end
    return " ".join(text[end : end + count * _LONGEST].split()[:count])

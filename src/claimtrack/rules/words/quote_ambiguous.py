"""CT104: a quote that stands in several places, or not where it says."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.rule import Group
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.text.anchor import Grade
from claimtrack.text.excerpt import cut


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
        return self.finding(
            group,
            f"«{cut(quote.quote.exact)}» stands in {count} of the captured text{why}",
            [quote.place(count), quote.shown(first, "the first of them")],
            help="choose one with `prefix` or `suffix`: the text right before or after it, "
            f"such as {_before(quote)!r} before the first",
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
    return " and ".join(name for name in ("prefix", "suffix") if getattr(quote.quote, name))


def _before(quote: Held) -> str:
    """A few words that stand before the first place."""
    text, start = quote.text.source.text, quote.anchor.passages[0].start
    return " ".join(text[max(0, start - 60) : start].split()[-4:])

"""CT104: a quote that stands in several places, or not where it says."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.rule import Group
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.text.anchor import MOST_PLACES, Grade
from claimtrack.text.excerpt import cut


class QuoteAmbiguous(ByArticle):
    """The words of a quote stand in several places of the captured text.

    Which of them the speaker is quoted with cannot be told, and the words around may turn the
    meaning. `prefix` and `suffix`, the text right before and right after, choose between places;
    a quote that stands once needs neither.

    What to do: add as much of the text before it as `prefix`, or of the text after it as `suffix`,
    as stands at one of the places only.
    """

    code = "CT104"
    name = "quote-ambiguous"
    severity = Severity.WARNING

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each quote with more than one place."""
        for quote in held(group):
            if isinstance(quote, Skip):
                yield quote
            elif quote.anchor.grade is Grade.AMBIGUOUS:
                yield self._ambiguous(group, quote)

    def _ambiguous(self, group: Group, quote: Held) -> Finding:
        places = quote.anchor.places
        count = f"{places} places" if places < MOST_PLACES else f"{MOST_PLACES} places or more"
        given = [name for name in ("prefix", "suffix") if getattr(quote.quote, name)]
        why = f"; {' and '.join(given)} fit more than one, or none, of them" if given else ""
        first = quote.anchor.passages[0]
        return self.finding(
            group,
            f"«{cut(quote.quote.exact)}» stands in {count} of the captured text{why}",
            [quote.place(count), quote.shown(first, "the first of them")],
            help="choose one with `prefix` or `suffix`: the text right before or after it, "
            f"such as {_before(quote)!r} before the first",
            about=quote.about,
        )


def _before(quote: Held) -> str:
    """A few words that stand before the first place."""
    text, start = quote.text.source.text, quote.anchor.passages[0].start
    return " ".join(text[max(0, start - 60) : start].split()[-4:])

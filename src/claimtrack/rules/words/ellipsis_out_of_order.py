"""CT106: fragments of a quote that the text has in another order, or far from each other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.rule import Group
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.text.anchor import FARTHEST_INSERTION, FARTHEST_OMISSION, Grade
from claimtrack.text.quotation import Join


class EllipsisOutOfOrder(ByArticle):
    """All fragments of a quote stand in the captured text, but not as one utterance.

    An omission says: here something was left out, and the rest follows. Where the fragments stand
    in another order the quote puts together what nobody said; where they are far from each other
    (an omission of more than 1,500 characters, an insertion in the place of more than 40) a reader
    could not know it.

    What to do: quote in the order of the text, and give what stands far apart as quotes of their
    own.
    """

    code = "CT106"
    name = "ellipsis-out-of-order"
    severity = Severity.ERROR

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each quote whose fragments do not follow each other."""
        for quote in held(group):
            if isinstance(quote, Skip):
                yield quote
            elif quote.anchor.grade is Grade.OUT_OF_ORDER:
                yield self._finding(group, quote)

    def _finding(self, group: Group, quote: Held) -> Finding:
        message, first, second = _gap(quote)
        passages = quote.anchor.passages
        return self.finding(
            group,
            f"the quote joins what stands apart: {message}",
            [
                quote.place("not one utterance"),
                quote.shown(passages[first]),
                quote.shown(passages[second]),
            ],
            help="quote in the order of the text; give what stands far apart as two quotes",
            about=quote.about,
        )


def _gap(quote: Held) -> tuple[str, int, int]:
    """What is wrong between which two fragments."""
    passages, parts = quote.anchor.passages, quote.anchor.quotation
    for second, (before, after) in enumerate(pairwise(passages), 1):
        if after.start < before.end:
            return "the text has the second of these two before the first", second - 1, second
        limit = (
            FARTHEST_OMISSION if parts.joins[second - 1] is Join.OMISSION else FARTHEST_INSERTION
        )
        between = after.start - before.end
        if between > limit:
            return f"{between:,} characters lie between, more than {limit:,}", second - 1, second
    return "its fragments do not follow each other at any one place", 0, len(passages) - 1

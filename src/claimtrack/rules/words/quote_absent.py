"""CT101: quoted words that the captured text does not have."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Article
from claimtrack.rule import Group
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.rules.words.nearest import closest, is_gone
from claimtrack.text.anchor import Grade
from claimtrack.text.excerpt import cut


class QuoteAbsent(ByArticle):
    """Words that a claim quotes do not stand in the captured text of its article.

    A reader cannot find them, and neither can a court. A quote must stand there in its words: under
    typography and accepted Arabic spelling, but in no other way. Likeness never makes one pass; it
    only serves to show the passage that comes nearest, and where most words agree the finding is
    CT102's. A quote without a letter or a digit holds no words at all and is told here as well.

    What to do: find where the words come from. Quote the article as it prints them, record the
    claim for the article that does have them, or take the quote out and give the claim a statement.
    """

    code = "CT101"
    name = "quote-absent"
    severity = Severity.ERROR

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each quote of which the text has no near passage."""
        for quote in held(group):
            if isinstance(quote, Skip):
                yield quote
            elif quote.anchor.grade is Grade.EMPTY:
                yield self._empty(group, quote)
            elif quote.anchor.grade is Grade.ABSENT and not is_gone(group, quote):
                near = closest(quote)
                if near is None or not near.is_altered:
                    yield self._absent(group, quote)

    def _empty(self, group: Group, quote: Held) -> Finding:
        return self.finding(
            group,
            f"the quote holds no words: {cut(quote.quote.exact)}",
            [quote.place("neither a letter nor a digit")],
            help="quote what the article prints, or remove the quote",
            about=quote.about,
        )

    def _absent(self, group: Group, quote: Held) -> Finding:
        near = closest(quote)
        if near is None:
            found = _text_of(group, quote, "no passage comes near")
            advice = "see whether it is the right article"
        else:
            found = quote.shown(near.passage)
            advice = "the nearest passage is shown; see whether it is the right article"
        return self.finding(
            group,
            f"the captured text does not have these words: «{cut(quote.quote.exact)}»",
            [quote.place("not in the captured text"), found],
            help=f"{advice}, or record where the words come from",
            about=quote.about,
        )


def _text_of(group: Group, quote: Held, message: str) -> Location:
    """The field that names the captured text."""
    article = group.find(Article, quote.claim.article)
    where = quote.text if article is None else article
    return where.where(*quote.text.named_by, message=message)

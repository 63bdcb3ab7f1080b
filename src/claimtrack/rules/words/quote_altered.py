"""CT102: a quote that is nearly what the captured text has."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.rule import Group
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.rules.words.nearest import Near, closest, diff, in_other_words, is_gone
from claimtrack.text.anchor import Grade
from claimtrack.text.glyphs import differences


class QuoteAltered(ByArticle):
    """A quote is nearly what the captured text has: most of its words stand there, in order.

    One word is enough to turn what somebody said, so nearly is not enough between quotation marks.
    Every difference of a word counts, of case and of punctuation as well. The finding shows the
    words that the text has and the quote lacks as `[-so-]`, those that the quote has instead as
    `{+so+}`. Where the configuration refuses other spellings (`respelled`), a quote in
    another accepted Arabic spelling than the text's is told here too.

    What to do: copy the words from the article. What was left out on purpose is marked as an
    omission (`[…]`), what was put in stands in brackets and is declared in `edits`.
    """

    code = "CT102"
    name = "quote-altered"
    severity = Severity.ERROR

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each quote that comes near a passage and is not it."""
        for quote in held(group):
            if isinstance(quote, Skip):
                yield quote
            elif quote.anchor.grade is Grade.ABSENT and not is_gone(group, quote):
                near = closest(quote)
                if near is not None and near.is_altered:
                    yield self._altered(group, quote, near)
            elif quote.anchor.grade.passes and not quote.passes(group.config):
                yield self._respelled(group, quote)

    def _altered(self, group: Group, quote: Held, near: Near) -> Finding:
        other = in_other_words(quote, near)
        what = "the captured text has other words" if other else "only case or punctuation differs"
        return self.finding(
            group,
            f"{what}: {diff(quote, near)}",
            [quote.place("not as in the captured text"), quote.shown(near.passage)],
            help="copy the words as the article prints them; mark what is left out with […]",
            about=quote.about,
        )

    def _respelled(self, group: Group, quote: Held) -> Finding:
        passage = quote.anchor.passages[0]
        found = differences(quote.words(passage), quote.anchor.quotation.fragments[0])
        names = ", ".join(str(one) for one in found if one.is_spelling)
        return self.finding(
            group,
            f"the captured text spells these words otherwise: {names}",
            [quote.place("another spelling"), quote.shown(passage)],
            help="copy the words as the article prints them",
            about=quote.about,
        )

"""CT502: an article that changed near a quote after somebody had verified it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.model import Article, CapturedText, Claim
from claimtrack.model.words import Verification
from claimtrack.rule import Group
from claimtrack.rules.words.held import ByArticle, Held, current, earlier, hold, quotes
from claimtrack.rules.words.nearest import LONGEST
from claimtrack.text.anchor import Passage
from claimtrack.text.dates import Date
from claimtrack.text.excerpt import cut
from claimtrack.text.worddiff import Place, first_change, shown, word_diff


class TextChangedSinceReview(ByArticle):
    """The article changed near a quote after the claim was verified; the quote itself still stands.

    Words mean what they mean between the words around them. The sentences before and after the
    quote are compared: as they stood in the capture that was the newest on the day of the review
    (or of the last entry in the history that says `verified`), and as they stand in the newest one.
    What changed elsewhere in the article is not told, and a quote that is gone is CT108's.

    What to do: read the passage again. If the claim still says what the article says, review it
    anew; else correct it.
    """

    code = "CT502"
    name = "text-changed-since-review"
    severity = Severity.WARNING

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each verified quote of which the surroundings changed."""
        text, before = current(group), earlier(group)
        if text is None or text.content is None or not before:
            return
        article = group.find(Article, text.article)
        for claim, position, quote in quotes(group):
            seen = _seen(claim, article, before)
            if seen is not None and not _saw(claim, article, text):
                then, now = hold(claim, position, quote, seen), hold(claim, position, quote, text)
                if then.anchor.passages and now.anchor.passages:
                    yield from self._compared(group, then, now)

    def _compared(self, group: Group, then: Held, now: Held) -> Iterator[Finding]:
        was, is_now = _surroundings(then), _surroundings(now)
        change = first_change(was.words, is_now.words)
        if change is None:
            return
        line = cut(shown(word_diff(was.words, is_now.words)), LONGEST)
        yield self.finding(
            group,
            f"the article changed near this quote after it was verified: {line}",
            [
                now.place("verified before the change"),
                now.shown(is_now.part(change[1]), "now"),
                then.shown(was.part(change[0]), "when it was verified"),
            ],
            help="read the passage again; review the claim anew, or correct it",
            about=now.about,
        )


class _Surroundings(NamedTuple):
    passage: Passage
    words: str

    def part(self, place: Place) -> Passage:
        """A place of the words, as a passage of the captured text."""
        return Passage(self.passage.start + place.start, self.passage.start + place.end)


def _surroundings(quote: Held) -> _Surroundings:
    return _Surroundings(quote.surroundings, quote.words(quote.surroundings))


def _reviews(claim: Claim, article: Article | None) -> Iterator[Date]:
    """The days on which somebody looked at the words of a claim and found them right."""
    for record in (claim, article):
        if record is not None and record.review is not None:
            yield record.review.at
    for entry in claim.history:
        if entry.attribution is Verification.VERIFIED:
            yield entry.date


def _saw(claim: Claim, article: Article | None, text: CapturedText) -> bool:
    """Whether a review may have seen this capture."""
    if text.retrieved is None:
        return False
    return any(day.upper >= text.retrieved.lower for day in _reviews(claim, article))


def _seen(claim: Claim, article: Article | None, before: list[CapturedText]) -> CapturedText | None:
    """The capture that was the newest one at the last review; None without a review."""
    last = max((day.upper for day in _reviews(claim, article)), default=None)
    if last is None:
        return None
    return next((t for t in before if t.retrieved is None or t.retrieved.lower <= last), None)

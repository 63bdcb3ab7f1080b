"""CT103: a quote that is right, in other signs than the captured text has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.findings import Edit, Finding, Fix, Location, Severity, Skip
from claimtrack.rule import Fixable, Group
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.text.anchor import Grade
from claimtrack.text.glyphs import differences
from claimtrack.text.regex import regex

_OF_THE_PAGE = regex(r"[^\S ]|  |[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


class QuoteFolded(ByArticle):
    """A quote has the words of the captured text in other signs: it passes, and is shown.

    Typography differs (white space, quotation marks, dashes, apostrophes, tatweel, diacritics,
    invisible signs, presentation forms, the composition of letters), or another accepted Arabic
    spelling stands there (alef, hamza, yeh, kaf, teh marbuta, the digits of the other script); the
    message names which. A mark of omission at either end of a quote, which omits nothing between
    its words, is told here too.

    What to do: nothing, or let the fix write the words in the signs of the text; line breaks and
    signs that cannot be seen stay where they are. A configuration
    may refuse other spellings with `respelled`; those are then CT102's.
    """

    code = "CT103"
    name = "quote-folded"
    severity = Severity.INFO
    fix = Fixable.SAFE

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each quote that passes and is not the same code points."""
        for quote in held(group):
            if isinstance(quote, Skip):
                yield quote
            elif quote.passes(group.config):
                names = list(_names(quote))
                if names:
                    yield self._folded(group, quote, ", ".join(names))

    def _folded(self, group: Group, quote: Held, names: str) -> Finding:
        place = quote.place("right, in other signs")
        whole = quote.anchor.whole
        return self.finding(
            group,
            f"the words are those of the captured text but for {names}",
            [place, *([quote.shown(whole)] if whole is not None else [])],
            help="write the words in the signs of the text",
            fix=_fix(quote, place),
            about=quote.about,
        )


def _names(quote: Held) -> Iterator[str]:
    """In what the quote and the text differ, each once."""
    parts = quote.anchor.quotation
    if quote.anchor.grade is not Grade.EXACT:
        found = (
            str(difference)
            for fragment, passage in zip(parts.fragments, quote.anchor.passages, strict=True)
            for difference in differences(quote.words(passage), fragment)
        )
        yield from dict.fromkeys(found)
    if parts.leading:
        yield "a mark of omission at its beginning"
    if parts.trailing:
        yield "a mark of omission at its end"


def _fix(quote: Held, place: Location) -> Fix | None:
    """The words in the signs of the text, where these may stand in a claim file.

    Line breaks, other white space than one space, and signs that cannot be seen are the page's and
    not the words'. A mark at an end is the editor's: it says that the sentence goes on.
    """
    parts = quote.anchor.quotation
    printed = as_printed(quote)
    if parts.leading or parts.trailing or _OF_THE_PAGE.search(printed):
        return None
    edit = Edit(place.file, place.pointer, "replace", printed)
    return Fix("write the words in the signs of the text", (edit,), safe=True)


def as_printed(quote: Held) -> str:
    """The quote with its fragments as the text prints them; what stands between is kept."""
    exact, done = quote.quote.exact, 0
    pieces: list[str] = []
    for (start, end), passage in zip(quote.spans, quote.anchor.passages, strict=True):
        pieces += (exact[done:start], quote.words(passage))
        done = end
    return "".join([*pieces, exact[done:]])

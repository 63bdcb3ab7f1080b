"""CT109: quotes that cannot be verified, for there is no captured text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.findings import Finding, Location, Severity
from claimtrack.model import Article, CapturedText, Claim
from claimtrack.rule import Group
from claimtrack.rules.words.held import ByArticle, current


class TextMissing(ByArticle):
    """An article is quoted and has no captured text, or the file that it names cannot be read.

    Without the text nothing says whether the quotes are right: they are neither verified nor
    refuted. A text is plain text in UTF-8 inside the ledger's folder or the configured `texts`.

    What to do: capture the article and name the file as its `text`. Where that is not possible (it
    was heard on the air, it may not be kept), say so in an `ignore` of the article.
    """

    code = "CT109"
    name = "text-missing"
    severity = Severity.WARNING

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each file that cannot be read, and for quotes without any text."""
        for article in group.of(Article)[:1]:
            found = sum(len(claim.quotes) for claim in group.of(Claim))
            cites = [claim.where("quotes") for claim in group.of(Claim) if claim.quotes]
            text = current(group)
            if text is None and found:
                yield self._finding(group, article.where(message="no `text`"), found, cites)
            for unreadable in _unreadable(group):
                place = article.where(*unreadable.named_by, message=unreadable.problem)
                count = found if unreadable.is_current else 0
                yield self._finding(group, place, count, cites if count else [], unreadable)

    def _finding(
        self,
        group: Group,
        place: Location,
        count: int,
        cites: Iterable[Location],
        text: CapturedText | None = None,
    ) -> Finding:
        if text is None:
            why, about = "the article has no captured text", str(group.key)
        else:
            why, about = f"{text.path}: {text.problem}", f"{group.key}|{text.number}"
        what = f"{count} quote{'' if count == 1 else 's'} cannot be verified: " if count else ""
        return self.finding(
            group,
            f"{what}{why}",
            [place, *cites],
            help="capture the article as plain text in UTF-8 and name the file in `text`",
            about=about,
        )


def _unreadable(group: Group) -> Iterator[CapturedText]:
    return (text for text in group.of(CapturedText) if text.content is None)

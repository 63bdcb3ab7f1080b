"""CT110: a captured text that is not the one that was recorded."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Severity
from claimtrack.model import Article, CapturedText
from claimtrack.rule import Group
from claimtrack.rules.words.held import ByArticle

_SHOWN = 12

_RESTORE = "restore the file, or keep the new text as a further version with its own digest"
_ENDS = "restore the line ends; `*.txt -text` in .gitattributes keeps git from changing them"


class TextChanged(ByArticle):
    """The captured text of an article is not the one whose digest the article records.

    The digest (SHA-256 of the file's bytes) is taken when the text is captured. Where the file has
    another one, somebody edited it, captured the article again, or a tool changed its line ends;
    what was verified against it may not stand there any more. Where only the line ends differ, the
    message says so. In a state that is read from git that is no finding: git may keep a text with
    other line ends than the file has.

    What to do: restore the file. A line `*.txt -text` in `.gitattributes` keeps git from changing
    line ends. Where the article was captured again, keep both texts as
    `versions`, oldest first, each with its digest.
    """

    code = "CT110"
    name = "text-changed"
    severity = Severity.ERROR

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each capture with another digest than the recorded one."""
        for article in group.of(Article)[:1]:
            for text in group.of(CapturedText):
                if text.recorded and text.actual and text.recorded != text.actual:
                    yield self._changed(group, article, text)

    def _changed(self, group: Group, article: Article, text: CapturedText) -> Finding:
        was, now = (str(digest)[:_SHOWN] for digest in (text.recorded, text.actual))
        found = "only the line ends differ" if text.ends_differ else f"found {now}…"
        return self.finding(
            group,
            f"{text.path} changed since it was captured: recorded {was}…, {found}",
            [article.where(*text.named_by, message=f"SHA-256 is now {text.actual}")],
            help=_ENDS if text.ends_differ else _RESTORE,
            about=f"{group.key}|{text.number}",
        )

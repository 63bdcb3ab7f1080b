"""EX001: a title in capital letters."""

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Severity
from claimtrack.model import Article, Record
from claimtrack.rule import Group, Rule


class ShoutingTitle(Rule[Article]):
    """A title is written in capital letters throughout.

    Capital letters hide which words are names.

    What to do: write the title as the outlet's running text would.
    """

    code = "EX001"
    name = "shouting-title"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = (Article,)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each language in which the title shouts."""
        for article in group.of(Article):
            for language, title in article.title:
                if title.isupper() and len(title.split()) > 1:
                    yield self.finding(
                        group,
                        f"the title shouts: {title!r}",
                        [article.where("title", message=title)],
                        help="write it as running text",
                        about=f"{article.ref}/{language}",
                    )

"""The quotes of an article's claims, held against its captured text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import ClassVar, NamedTuple

from claimtrack.config import REFUSE, Config
from claimtrack.findings import Location, Skip
from claimtrack.model import Article, CapturedText, Claim, Quote, Record
from claimtrack.rule import Group, Key, Rule
from claimtrack.rules import keys
from claimtrack.text.anchor import Anchor, Grade, Passage
from claimtrack.text.excerpt import cut
from claimtrack.text.searchable import searchable
from claimtrack.text.sentences import around

NO_TEXT = Skip("no-captured-text")
"""An article with quotes whose current text cannot be read: CT109 tells which."""

Words = Article | CapturedText | Claim
"""What the rules on words read."""


class Held(NamedTuple):
    """A quote of a claim, and how it stands in one captured text of the claim's article."""

    claim: Claim
    position: int
    quote: Quote
    text: CapturedText
    anchor: Anchor

    def place(self, message: str = "") -> Location:
        """Where the quote is written in the claim file."""
        return self.claim.where("quotes", self.position, "exact", message=message)

    def shown(self, passage: Passage, message: str = "") -> Location:
        """A passage of the captured text; without a message its words are shown."""
        return self.text.place(passage, message or f"«{cut(self.words(passage))}»")

    def words(self, passage: Passage) -> str:
        """The words of a passage as the captured text has them."""
        return self.text.source.text[passage.start : passage.end]

    @property
    def is_literal(self) -> bool:
        """Whether the text has the quote with all its marks: they are then the article's own."""
        return self.anchor.quotation.fragments == (self.quote.exact.strip(),)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each fragment stands in the quote as it is written."""
        exact = self.quote.exact
        start = len(exact) - len(exact.lstrip())
        return self.anchor.quotation.spans or ((start, start + len(exact.strip())),)

    @property
    def surroundings(self) -> Passage:
        """The sentences of the text in which the quote stands, with their neighbours."""
        first, last = self.anchor.passages[0], self.anchor.passages[-1]
        return Passage(*around(self.text.source.text, first.start, last.end))

    @property
    def gaps(self) -> list[Passage]:
        """What the text has between the fragments of the quote."""
        return [Passage(one.end, two.start) for one, two in pairwise(self.anchor.passages)]

    @property
    def about(self) -> str:
        """What a finding on this quote is about: the claim and the words that it quotes.

        The words alone, from the first fragment to the last: a quote in other signs, or without a
        mark of omission at either end, has the findings that it had.
        """
        words = self.quote.exact[self.spans[0][0] : self.spans[-1][1]]
        return f"{self.claim.id}|{searchable(words)}"

    def passes(self, config: Config) -> bool:
        """Whether the quote is verified, as this newsroom's configuration has it."""
        refused = self.anchor.grade is Grade.RESPELLED and config.respelled == REFUSE
        return self.anchor.grade.passes and not refused


class ByArticle(Rule[Words]):
    """Base of rules whose key is the article: its captures, and the claims that quote it."""

    reads: ClassVar[tuple[type[Record], ...]] = (Article, CapturedText, Claim)

    @staticmethod
    def keys(record: Words) -> Iterable[Key | Skip]:
        """The article; of claims those that quote, drafts among them, history not."""
        if isinstance(record, Article):
            yield keys.named(Article.KIND, record.id)
        elif isinstance(record, CapturedText):
            yield keys.named(Article.KIND, record.article)
        elif record.quotes:
            alone = keys.alone(record)
            yield alone if isinstance(alone, Skip) else keys.named(Article.KIND, record.article)


def quotes(group: Group) -> Iterator[tuple[Claim, int, Quote]]:
    """The quotes of a group's claims, with their positions."""
    for claim in group.of(Claim):
        for position, quote in enumerate(claim.quotes):
            yield claim, position, quote


def current(group: Group) -> CapturedText | None:
    """The newest captured text of the article, readable or not; None where there is none."""
    return next((text for text in group.of(CapturedText) if text.is_current), None)


def earlier(group: Group) -> list[CapturedText]:
    """The readable captures before the newest one, newest first."""
    found = [text for text in group.of(CapturedText) if not text.is_current]
    found.sort(key=lambda text: -text.number)
    return [text for text in found if text.content is not None]


def held(group: Group) -> Iterator[Held | Skip]:
    """Each quote against the current text; one `Skip` where that cannot be read."""
    text = current(group)
    for claim, position, quote in quotes(group):
        if text is None or text.content is None:
            yield NO_TEXT
            return
        yield hold(claim, position, quote, text)


def hold(claim: Claim, position: int, quote: Quote, text: CapturedText) -> Held:
    """One quote against one text."""
    anchor = text.source.anchor(quote.exact, quote.prefix, quote.suffix)
    return Held(claim, position, quote, text, anchor)

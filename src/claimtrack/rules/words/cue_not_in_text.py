"""CT202: a cue that the article does not print beside the quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimtrack.findings import Edit, Finding, Fix, Location, Severity, Skip
from claimtrack.model import Article, Claim
from claimtrack.model.words import ArticleKind
from claimtrack.rule import Fixable, Group
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.text.anchor import Passage
from claimtrack.text.cues import Cue, find_cues
from claimtrack.text.regex import regex
from claimtrack.text.sentences import beginning
from claimtrack.text.words import words

_OPENING = frozenset('"“„«‟')
_SPOKEN = frozenset((ArticleKind.INTERVIEW, ArticleKind.TRANSCRIPT))
_LABEL = regex(r"[ \t]*[^\W_][\w.'’ -]{0,40}:(?=\s)")


class CueNotInText(ByArticle):
    """The recorded cue does not stand near the quote in the captured text.

    Whether somebody said, confirmed or admitted is the article's word, and it weighs. The cue must
    stand in the sentence of one of the claim's quotes, or in the one before or after it. Another
    form of the same verb will do (`says` for `said`), and in Arabic what is joined before it. In an
    interview or a transcript without quotation marks, and where the line begins with the name of
    who speaks (`Oduya:`), no verb is printed, and nothing is asked.

    What to do: record the cue as the article prints it. The suggestion is the known cue that stands
    nearest to the quote; `[cues]` in the configuration adds those of a newsroom.
    """

    code = "CT202"
    name = "cue-not-in-text"
    severity = Severity.WARNING
    fix = Fixable.SUGGESTION

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each claim whose cue stands near none of its quotes."""
        cited: dict[str, list[Held]] = {}
        for quote in held(group):
            if isinstance(quote, Skip):
                yield quote
            elif quote.anchor.passages and quote.claim.attribution is not None:
                cited.setdefault(quote.claim.id, []).append(quote)
        for quotes in cited.values():
            yield from self._compared(group, quotes[0].claim, quotes)

    def _compared(self, group: Group, claim: Claim, quotes: Sequence[Held]) -> Iterator[Finding]:
        cue = claim.attribution.cue if claim.attribution is not None else None
        article = group.find(Article, claim.article)
        if cue is None or article is None:
            return
        if article.kind in _SPOKEN and not any(_is_narrated(quote) for quote in quotes):
            return
        if any(_stands(cue, quote) or _is_labelled(quote, article, group) for quote in quotes):
            return
        near = [found for quote in quotes for found in _cues(quote, article.language, group)]
        lemmas = {known.lemma for known in find_cues(cue, article.language, group.config.cues)}
        if any(found.lemma in lemmas for _, found in near):
            return
        place = claim.where("attribution", "cue", message="not near the quote")
        if not near:
            yield self.finding(
                group,
                f"the cue «{cue}» does not stand near the quote in the captured text",
                [place, quotes[0].shown(quotes[0].anchor.passages[0])],
                help="record the cue as the article prints it",
                about=claim.id,
            )
            return
        yield self._other(group, place, cue, *_nearest(near))

    def _other(
        self, group: Group, place: Location, cue: str, quote: Held, passage: Passage
    ) -> Finding:
        printed = quote.words(passage)
        edit = Edit(place.file, place.pointer, "replace", " ".join(printed.split()))
        return self.finding(
            group,
            f"«{cue}» does not stand near the quote; the captured text has «{printed}» there",
            [place, quote.shown(passage)],
            help="record the cue as the article prints it",
            fix=Fix(f"write {edit.text!r}", (edit,)),
            about=quote.claim.id,
        )


def _is_narrated(quote: Held) -> bool:
    """Whether a quote stands between quotation marks, as in a report: questions have none."""
    text = quote.text.source.text
    start, _ = beginning(text, quote.anchor.passages[0].start)
    return text[start - 1 : start] in _OPENING


def _is_labelled(quote: Held, article: Article, group: Group) -> bool:
    """Whether the line of a quote begins with a name and a colon, as in questions and answers."""
    text, start = quote.text.source.text, quote.anchor.passages[0].start
    label = _LABEL.match(text, text.rfind("\n", 0, start) + 1, start)
    if label is None:
        return False
    return not any(find_cues(label.group(), article.language, group.config.cues))


def _stands(cue: str, quote: Held) -> bool:
    """Whether the words of a cue follow each other near a quote."""
    wanted = [word.wide for word in words(cue)]
    near = [word.wide for word in words(quote.words(quote.surroundings))]
    count = len(wanted)
    return any(near[at : at + count] == wanted for at in range(len(near) - count + 1))


def _cues(quote: Held, language: str, group: Group) -> Iterator[tuple[Held, Cue]]:
    """The known cues near a quote and outside it, at their places in the text."""
    window = quote.surroundings
    whole = Passage(quote.anchor.passages[0].start, quote.anchor.passages[-1].end)
    for cue in find_cues(quote.words(window), language, group.config.cues):
        placed = cue._replace(start=cue.start + window.start, end=cue.end + window.start)
        if placed.end <= whole.start or placed.start >= whole.end:
            yield quote, placed


def _nearest(near: Sequence[tuple[Held, Cue]]) -> tuple[Held, Passage]:
    """The cue that stands nearest to its quote."""

    def apart(found: tuple[Held, Cue]) -> int:
        quote, cue = found
        first, last = quote.anchor.passages[0], quote.anchor.passages[-1]
        return max(first.start - cue.end, cue.start - last.end)

    quote, cue = min(near, key=apart)
    return quote, Passage(cue.start, cue.end)

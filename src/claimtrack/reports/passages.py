"""Quotes in the text from which they are taken: in their context, and marked in the whole of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import quote as percent

from claimtrack.model import CapturedText, Claim, Quote
from claimtrack.reports.claim_views import Claims
from claimtrack.reports.dossier_views import Context, Found, Mark
from claimtrack.reports.marks import Ref
from claimtrack.reports.runs import Run, run_of
from claimtrack.text.anchor import Anchor, Passage
from claimtrack.text.lines import LINE_BREAK
from claimtrack.text.quotation import parse_quotation

AROUND: Final = 220
"""Code points of the captured text that are shown before and after a quote."""
LONGEST_TEXT: Final = 60_000
"""Code points of a captured text that its page shows."""
_WORDS_AT_AN_END: Final = 5
_LONG: Final = 12
"""Words above which a link names the beginning and the end of a passage only."""


def found_quotes(claims: Claims, claim: Claim, text: CapturedText | None) -> tuple[Found, ...]:
    """For each quote of a claim how it stands in the article, and links to the words there."""
    article = claims.names.ledger.articles.get(claim.article)
    language = article.language if article is not None else ""
    url, archived = (None, None) if article is None else (article.url, article.archived)
    return tuple(
        _found(quote, text, quote.language or language, url, archived) for quote in claim.quotes
    )


def _found(
    quote: Quote, text: CapturedText | None, language: str, url: str | None, archived: str | None
) -> Found:
    context, grade, words = None, "no-text", parse_quotation(quote.exact).fragments
    if text is not None and text.content is not None:
        anchor = text.source.anchor(quote.exact, quote.prefix, quote.suffix)
        grade = str(anchor.grade).replace(" ", "-")
        if anchor.grade.passes:
            context = _context(text, text.content, anchor, language)
            words = tuple(text.content[one.start : one.end] for one in anchor.passages)
    fragment = _fragment(words)
    return Found(grade, context, _at(url, fragment), _at(archived, fragment))


def _context(text: CapturedText, content: str, anchor: Anchor, language: str) -> Context | None:
    whole = anchor.whole
    if whole is None:
        return None
    start = _between_words(content, max(0, whole.start - AROUND), -1)
    end = _between_words(content, min(len(content), whole.end + AROUND), 1)
    before, after = content[start : whole.start], content[whole.end : end]
    parts: list[tuple[bool, Run]] = []
    done = whole.start
    for passage in anchor.passages:
        if passage.start > done:
            parts.append((False, run_of(content[done : passage.start], language)))
        parts.append((True, run_of(content[passage.start : passage.end], language)))
        done = passage.end
    return Context(
        before=run_of(("…" if start else "") + before, language),
        parts=tuple(parts),
        after=run_of(after + ("…" if end < len(content) else ""), language),
        line=text.place(whole).line,
    )


def _between_words(content: str, place: int, step: int) -> int:
    """The nearest edge of a word from a place on, before or after it."""
    limit = place + 30 * step
    while 0 < place < len(content) and place != limit and not content[place].isspace():
        place += step
    return place


def _fragment(words: Sequence[str]) -> str:
    """A text directive that leads to a passage: its words, or where it begins and ends.

    https://wicg.github.io/scroll-to-text-fragment/: a hyphen, comma or ampersand is percent-coded,
    since it is a sign of the directive's own.
    """
    if not words:
        return ""
    first, last = words[0].split(), words[-1].split()
    if len(words) == 1 and len(first) <= _LONG:
        ends = [" ".join(first)]
    else:
        ends = [" ".join(first[:_WORDS_AT_AN_END]), " ".join(last[-_WORDS_AT_AN_END:])]
    coded = (percent(end.encode("utf-8", "replace"), safe="").replace("-", "%2D") for end in ends)
    return ":~:text=" + ",".join(coded)


def _at(url: str | None, fragment: str) -> str | None:
    if not url or not fragment:
        return url
    return f"{url}{fragment}" if "#" in url else f"{url}#{fragment}"


def paragraphs(
    claims: Claims, text: CapturedText | None, standing: Iterable[Claim], language: str
) -> tuple[tuple[tuple[Mark, ...], ...], bool]:
    """The paragraphs of a captured text with the quotes marked, and whether it goes on after."""
    if text is None or text.content is None:
        return (), False
    content = text.content[:LONGEST_TEXT]
    marked = _marked(claims, text, standing)
    found = []
    start = 0
    for end, following in _lines(content):
        if content[start:end].strip():
            found.append(tuple(_marks(content, start, end, marked, language)))
        start = following
    return tuple(found), len(text.content) > LONGEST_TEXT


def _lines(content: str) -> Iterator[tuple[int, int]]:
    for match in LINE_BREAK.finditer(content):
        yield match.start(), match.end()
    yield len(content), len(content)


def _marked(
    claims: Claims, text: CapturedText, standing: Iterable[Claim]
) -> list[tuple[int, Mapping[str, Ref]]]:
    """Where the claims that mark a text change: each place, and those from there on, by anchor."""
    edges: defaultdict[int, list[tuple[bool, Ref]]] = defaultdict(list)
    for claim in standing:
        ref = claims.ref(claim)
        for passage in _passages(text, claim):
            edges[passage.start].append((True, ref))
            edges[passage.end].append((False, ref))
    open_: dict[str, Ref] = {}
    depth: defaultdict[str, int] = defaultdict(int)
    marked: list[tuple[int, Mapping[str, Ref]]] = []
    for place in sorted(edges):
        for opens, ref in edges[place]:
            depth[ref.anchor] += 1 if opens else -1
            open_[ref.anchor] = ref
        open_ = {anchor: ref for anchor, ref in open_.items() if depth[anchor] > 0}
        marked.append((place, dict(open_)))
    return marked


def _passages(text: CapturedText, claim: Claim) -> Iterator[Passage]:
    for quote in claim.quotes:
        anchor = text.source.anchor(quote.exact, quote.prefix, quote.suffix)
        if anchor.grade.passes:
            yield from anchor.passages


def _marks(
    content: str,
    start: int,
    end: int,
    marked: Sequence[tuple[int, Mapping[str, Ref]]],
    language: str,
) -> Iterator[Mark]:
    """The words of one paragraph, cut where marks begin and end."""
    refs: Mapping[str, Ref] = {}
    place = start
    for edge, following in marked:
        if edge >= end:
            break
        if edge > place:
            yield Mark(run_of(content[place:edge], language), tuple(refs.values()))
            place = edge
        refs = following
    if place < end:
        yield Mark(run_of(content[place:end], language), tuple(refs.values()))

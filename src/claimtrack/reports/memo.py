"""The correction memo: what a correction reaches, as Markdown that an editor can send.

It says what was corrected, what of ours rests on it and where, who else still carries it, and what
to do. Nothing of a ledger is read as Markdown, and right-to-left words are isolated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.impact import Copy, Impact, Loose, Reached
from claimtrack.model import Article
from claimtrack.reports.commonmark import escaped
from claimtrack.reports.correction import Words
from claimtrack.text.terminal import safe


def render_memo(impact: Impact, words: Words) -> Iterator[str]:
    """The memo, a block of lines at a time."""
    title = words.target(impact).removeprefix("a ")
    yield f"# {_said(title[0].upper() + title[1:])}\n"
    yield from _corrected(impact.article, words)
    ours = [_reached(one, words) for one in impact.ours]
    nothing = "No article of ours rests on it, as far as the ledger knows."
    yield from _part("Our articles", ours, nothing)
    copies = [_copy(one, words) for one in impact.copies]
    yield from _part("Who else carries it", copies, "No copy is recorded.")
    loose = [_loose(one, words) for one in impact.loose]
    yield from _part("Quotes that lose their anchor", loose, "None.")
    dropped = (
        f"`{finding.code}` {_said(finding.message)} ({_code(finding.primary.record)})"
        for finding in impact.dropped
    )
    yield from _part("What drops below the policy", dropped, "Nothing.")
    for distance in dict.fromkeys(one.distance for one in impact.reached):
        there = [one for one in impact.reached if one.distance == distance]
        steps = "one step away" if distance == 1 else f"{distance} steps away"
        yield from _part(f"All that rests on it, {steps}", [_reached(o, words) for o in there], "")


def _corrected(article: Article | None, words: Words) -> Iterator[str]:
    if article is None:
        return
    address = f" <{article.url}>" if article.url else ""
    yield f"\n{_said(words.article(article))} ({article.status}).{address}\n"
    for entry in article.corrections:
        yield f"\n> {entry.date}: {_said(entry.text)}\n"


def _part(title: str, lines: Iterable[str], nothing: str) -> Iterator[str]:
    yield f"\n## {title}\n\n"
    found = [f"- {line}\n" for line in lines]
    yield from found or [f"{nothing}\n"]


def _reached(one: Reached, words: Words) -> str:
    ended = "" if one.stands else " (history)"
    stands_in = one.article if one.article is not one.record else None
    where = f" — {_said(words.article(stands_in))}" if stands_in is not None else ""
    return (
        f"{_code(one.record.ref)} {one.relation} {_code(one.on)}{ended}: "
        f"{_said(words.says(one))}{where} ({_code(words.at(one.place))})"
    )


def _copy(one: Copy, words: Words) -> str:
    state = "has a notice" if one.has_notice else "**no notice**"
    credit = "" if one.is_declared else ", credits nobody"
    ours = ", ours" if one.is_ours else ""
    where = "".join(f"; {_code(words.at(place))}" for place in one.carries)
    return f"{_said(words.article(one.article))}: {state}{credit}{ours}{where}"


def _loose(one: Loose, words: Words) -> str:
    return f"{_code(one.claim.ref)}: «{_said(one.exact)}» ({_code(words.at(one.place))})"


def _said(text: str) -> str:
    return escaped(safe(text))


def _code(text: str) -> str:
    """A name or a place as code, with nothing in it that would end the code."""
    return f"`{safe(text).replace('`', '')}`"

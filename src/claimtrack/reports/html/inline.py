"""The smallest parts of a page, of which each holds hundreds: runs, dates, names, numbers.

They are what templates call most, so that they are functions and not macros. Every word of a ledger
passes through `escape`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

from claimtrack.reports.html.places import SingleLinks, SiteLinks
from claimtrack.reports.marks import Ref
from claimtrack.reports.messages import Messages
from claimtrack.reports.runs import LONGEST_NAME, Run, run_of

_KEPT: Final = 8192
"""Short runs whose markup is kept: names of speakers and outlets stand on page after page."""


# `[-old-]` and `{+new+}`; the last may be cut off, and then ends in an ellipsis.
# No change holds the beginning of another, so that the search is linear in the text.
_CHANGE: Final = re.compile(
    r"(?s)\[-((?:(?!\[-|\{\+).)*?)(?:-\]|(?=…\Z))|\{\+((?:(?!\[-|\{\+).)*?)(?:\+\}|(?=…\Z))"
)


def words(run: Run) -> Markup:
    """The text of a run, each phrase of the other direction set apart."""
    return _short(run) if len(run.text) <= LONGEST_NAME else _words(run)


def _words(run: Run) -> Markup:
    return Markup().join(
        piece.text if piece.dir == run.dir else _run("bdi", piece, escape(piece.text))
        for piece in run.pieces
    )


_short = lru_cache(_KEPT)(_words)


def say(run: Run) -> Markup:
    """A run among other words."""
    return _run("bdi", run, words(run))


def quoted(run: Run) -> Markup:
    """Words in the quotation marks of their own script."""
    return _run("q", run, words(run))


def date(run: Run) -> Markup:
    """A date, which breaks between the ends of an interval and before a time of day only."""
    ends = (
        " ".join(f'<span class="date">{escape(part)}</span>' for part in end.split())
        for end in run.text.split("/")
    )
    return _left_to_right("/<wbr>".join(ends))


def number(count: int) -> Markup:
    """A whole number, thousands set apart."""
    return _left_to_right(f"{count:,}")


def ident(run: Run) -> Markup:
    """An identifier or another word of code."""
    return _markup(f'<bdi class="id" dir="ltr">{escape(run.text)}</bdi>')


def dot() -> Markup:
    """What stands between facts on one line."""
    return _markup('<span class="sep"> · </span>')


def linking(to: SiteLinks | SingleLinks, m: Messages) -> Callable[[Ref], Markup]:
    """What sets a mention of a record on one page: its label, with a link where a page shows it.

    A record that the ledger lacks is marked as such.
    """

    def link(ref: Ref) -> Markup:
        label, target = say(ref.label), to.ref(ref)
        linked = _markup(f'<a href="{escape(target)}">{label}</a>') if target else label
        if not ref.absence:
            return linked
        lacking = escape(m(f"label.{ref.absence}"))
        return _markup(f'{linked} <span class="badge bad">{lacking}</span>')

    return link


def changing(m: Messages) -> Callable[[str, Run], Markup]:
    """What sets words taken out (`del`) or put in (`ins`), and says so to who does not see it."""
    hidden = f'<span class="axis" lang="{m.language}" dir="{m.dir}">'
    labels = {"del": "label.removed", "ins": "label.added"}
    said = {tag: _markup(f"{hidden}{escape(m(label))} </span>") for tag, label in labels.items()}

    def change(tag: str, run: Run) -> Markup:
        return _run(tag, run, said[tag] + words(run))

    return change


def telling(m: Messages) -> Callable[[Run], Markup]:
    """What sets a message of a rule: the marks of a word diff in it become `del` and `ins`."""
    change = changing(m)

    def tell(run: Run) -> Markup:
        pieces, end = [], 0
        for found in _CHANGE.finditer(run.text):
            tag, inside = ("ins", found[2]) if found[1] is None else ("del", found[1])
            pieces += [words(_part(run, end, found.start())), change(tag, run_of(inside))]
            end = found.end()
        return Markup().join([*pieces, words(_part(run, end, len(run.text)))])

    return tell


def changes(m: Messages) -> dict[str, Callable[..., Markup]]:
    """What sets changes of words, by the names by which templates call it."""
    return {"change": changing(m), "tell": telling(m)}


def _part(run: Run, start: int, end: int) -> Run:
    return Run(run.text[start:end], run.lang, run.dir)


def _run(tag: str, run: Run, inside: Markup) -> Markup:
    # A language is a BCP 47 tag or nothing, as `run_of` sees to; it needs no escape, yet gets one.
    return _markup(f'<{tag} lang="{escape(run.lang)}" dir="{run.dir}">{inside}</{tag}>')


def _left_to_right(inside: str) -> Markup:
    return _markup(f'<bdi dir="ltr">{inside}</bdi>')


def _markup(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - all that comes from a ledger was escaped above


INLINE: Final = {one.__name__: one for one in (words, say, quoted, date, number, ident, dot)}
"""What templates call, by name."""

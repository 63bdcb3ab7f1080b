"""The formats of `claimtrack check`, by name: one table, one shape.

A format is a function of a result and of what else it may need, and knows no stream and no file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.findings import Severity
from claimtrack.reports.paint import PLAIN, Paint
from claimtrack.result import Result
from claimtrack.text.terminal import UTF_8

if TYPE_CHECKING:
    from claimtrack.rule import AnyRule

# Each writer is loaded where it is used: a check that finds nothing changed has no time for all.
# ruff: noqa: PLC0415


def _nothing(_: str) -> None:
    return None


class Context(NamedTuple):
    """What a format may need besides the result."""

    read: Callable[[str], str | None] = _nothing
    """Gives the text of a file of the ledger, or None."""
    rules: Sequence[AnyRule] = ()
    """The rules that may have run."""
    fail_on: Severity | None = Severity.ERROR
    """The least severity that fails the command."""
    paint: Paint = PLAIN
    """Colours, and what the output's encoding can show."""
    version: str = ""
    """That of the program."""

    @property
    def plain(self) -> bool:
        """Whether a document must be ASCII: what an encoding lacks has another escape in each."""
        return self.paint.encoding != UTF_8


Format = Callable[[Result, Context], Iterable[str]]
"""How a result is written: pieces of text, in order."""


def _text(result: Result, context: Context) -> Iterable[str]:
    from claimtrack.reports import text

    return text.render(result, context.read, context.paint)


def _concise(result: Result, context: Context) -> Iterable[str]:
    from claimtrack.reports import text

    return text.render_concise(result, context.paint)


def _json(result: Result, context: Context) -> Iterable[str]:
    from claimtrack.reports import json

    return json.render_json(result, plain=context.plain)


def _jsonl(result: Result, context: Context) -> Iterable[str]:
    from claimtrack.reports import json

    return json.render_jsonl(result, plain=context.plain)


def _github(result: Result, context: Context) -> Iterable[str]:
    from claimtrack.reports import github

    return github.render_github(result, context.paint.encoding)


def _gitlab(result: Result, context: Context) -> Iterable[str]:
    from claimtrack.reports import gitlab

    return gitlab.render_gitlab(result, plain=context.plain)


def _sarif(result: Result, context: Context) -> Iterable[str]:
    from claimtrack.reports import sarif

    return sarif.render_sarif(result, context.rules, context.version, plain=context.plain)


def _junit(result: Result, context: Context) -> Iterable[str]:
    from claimtrack.reports import junit

    return junit.render_junit(result, context.fail_on, plain=context.plain)


def _markdown(result: Result, context: Context) -> Iterable[str]:
    from claimtrack.reports import findings_markdown

    return findings_markdown.render_markdown(result, plain=context.plain)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": _text,
        "concise": _concise,
        "json": _json,
        "jsonl": _jsonl,
        "github": _github,
        "gitlab": _gitlab,
        "sarif": _sarif,
        "junit": _junit,
        "markdown": _markdown,
    }
)
"""Every format by the name that `--output-format` takes."""

"""Formats on the command line: named by a word, and listed below the help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, Protocol, TypeVar

import click
from click.shell_completion import CompletionItem

from claimtrack.text.near import nearest


class Format(Protocol):
    """What is named: an exporter or an importer."""

    @property
    def summary(self) -> str:
        """One line on it."""


FormatT = TypeVar("FormatT", bound=Format)


class FormatType(click.ParamType[FormatT], Generic[FormatT]):
    """A format by its name; `load` gives those that there are."""

    name = "format"

    def __init__(self, load: Callable[[], Mapping[str, FormatT]]) -> None:
        self.load = load

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> FormatT:
        """Find it; a wrong name is a usage error that says what there is."""
        known = self.load()
        if value not in known:
            near = nearest(value, known)
            hint = f"did you mean {near!r}?" if near else f"there are {', '.join(known)}"
            self.fail(f"no format {value!r}; {hint}", param, ctx)
        return known[value]

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The formats whose names begin so."""
        return [
            CompletionItem(name, help=one.summary)
            for name, one in self.load().items()
            if name.startswith(incomplete)
        ]


class Listing(click.Command):
    """A command that names its formats below its help."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the formats with their lines."""
        for parameter in self.params:
            if isinstance(parameter.type, FormatType):
                with formatter.section("Formats"):
                    rows = [(name, one.summary) for name, one in parameter.type.load().items()]
                    formatter.write_dl(rows)

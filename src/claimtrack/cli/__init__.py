"""The commands, thin: each reads its arguments, calls the library, and prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from types import MappingProxyType

import click
from click.shell_completion import shell_complete

from claimtrack import __version__

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "check": "Check a ledger: its form, and its claims against each other.",
        "explain": "Explain a rule: what it finds, why that matters, what to do.",
        "report": "Write the report that editors read.",
        "roots": "Count the independent roots of a proposition.",
        "chain": "Show where a claim comes from.",
        "query": "Find the claims that fit a filter.",
        "asof": "Show the ledger and its findings as they stood on a day.",
        "diff": "Show what changed in claims, not in lines.",
        "selftest": "Plant known faults into a copy of a ledger, and see which are found.",
        "fix": "Mend what can be mended without a decision.",
        "impact": "Show what a correction reaches: ours, copies, and all that rests on it.",
        "review": "Record that somebody has read a record and approves it.",
        "resolve": "Settle a finding, or judge two records the same or different.",
        "baseline": "Accept today's findings, so that only new ones are shown.",
        "import": "Take in claims and reviews that others have published.",
        "export": "Write the ledger in a format of other programs.",
        "init": "Start a ledger in this folder.",
    }
)
"""Every command with its one line of help; each is a module of this package, loaded when used."""


def module_of(command: str) -> str:
    """The module of a command, and its function there: the name, made one that Python takes."""
    return f"{command}_" if iskeyword(command) else command


_COMPLETE = "_CLAIMTRACK_COMPLETE"
"""Set by the completion of a shell, as click's documentation has it."""


class _LazyGroup(click.Group):
    """Loads a command's module only when it runs, so that `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        name = module_of(cmd_name)
        command: click.Command = getattr(import_module(f"claimtrack.cli.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from claimtrack.text.near import nearest  # noqa: PLC0415 - only for a wrong name

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = nearest(args[0], COMMANDS)
            hint = f" Did you mean {near!r}?" if near else ""
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimtrack", message="%(prog)s %(version)s")
def cli() -> None:
    """Keep attributed claims as YAML in git, and check them.

    Exit status: 0 clean, 1 findings of the severity that fails (error unless
    told), 2 usage or nothing to check, 3 internal error.
    """


def run(arguments: list[str] | None = None) -> int:
    """Run one command and give its exit status; see `claimtrack.__main__` for what it may raise."""
    # Not `cli.main`: it ends at a closed pipe with a status that means findings.
    if instruction := os.environ.get(_COMPLETE):
        return shell_complete(cli, {}, "claimtrack", _COMPLETE, instruction)
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        with cli.make_context("claimtrack", words) as context:
            status = cli.invoke(context)
    except click.ClickException as error:
        error.show(sys.stderr)
        return error.exit_code
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        return 130
    return status if isinstance(status, int) else 0

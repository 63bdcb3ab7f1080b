"""The commands, thin: each reads its arguments, calls the library, and prints."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from keyword import iskeyword

import click
from click.shell_completion import shell_complete

from claimtrack import __version__
from claimtrack.commands import COMMANDS, help_text


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

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        return help_text()

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
    """Keep attributed claims as YAML in git, and check them; see `claimtrack.commands`."""


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

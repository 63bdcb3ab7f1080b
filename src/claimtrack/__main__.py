"""The command: `claimtrack`, or `python -m claimtrack`.

It turns whatever can go wrong into a message and an exit status; no traceback reaches a user.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys

INTERNAL_ERROR = 3
INTERRUPTED = 130
CLOSED_PIPE = 141

_MANY = 100_000
"""Objects after which Python looks for garbage; the program itself is some tens of thousands."""


def command() -> int:
    """Be the command of a process that does nothing else, and give its exit status.

    Loading modules and records leaves hardly any garbage, so a short run does not look for it, nor
    does its end: what it has goes with the process. That is a tenth of a check after an edit.
    """
    gc.set_threshold(_MANY)
    status = main()
    gc.freeze()
    return status


def main(arguments: list[str] | None = None) -> int:
    """Run the command and give its exit status; see docs/commands.md for what each means."""
    _open_streams()
    try:
        return _run(arguments)
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        _drop_output()
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def _open_streams() -> None:
    """Make both streams able to take any text, also where the caller has closed them (`>&-`)."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        # A character that the terminal's encoding lacks is shown by its code.
        with contextlib.suppress(AttributeError, ValueError):
            getattr(sys, name).reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Let what is still to be written go nowhere: the interpreter flushes once more at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str] | None) -> int:
    from claimtrack.errors import ClaimtrackError  # noqa: PLC0415 - loaded inside the guard

    try:
        status = _at_once(sys.argv[1:] if arguments is None else arguments)
        if status is None:
            from claimtrack.cli import run  # noqa: PLC0415 - it takes long to load

            status = run(arguments)
        if not sys.stdout.closed:  # the language server leaves it closed
            sys.stdout.flush()
    except ClaimtrackError as error:
        _tell(f"error: {error}")
        return error.exit_code
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_output()
        where = f"{error.filename}: " if error.filename else ""
        _tell(f"error: {where}{error.strerror or error}")
        return INTERNAL_ERROR
    except Exception as error:
        if os.environ.get("CLAIMTRACK_DEBUG"):
            raise
        _tell(f"internal error: {type(error).__name__}: {error}")
        _tell("this is a fault of claimtrack; CLAIMTRACK_DEBUG=1 shows where it happened")
        return INTERNAL_ERROR
    return status


def _at_once(words: list[str]) -> int | None:
    """Do what needs no library, and give the status; None for all the rest."""
    if words == ["--version"]:
        from claimtrack import __version__  # noqa: PLC0415 - only here

        print(f"claimtrack {__version__}")  # noqa: T201 - it is the command
        return 0
    if words in (["--help"], ["-h"]):
        from claimtrack.commands import help_text  # noqa: PLC0415 - only here

        print(help_text())  # noqa: T201 - it is the command
        return 0
    if words[:1] == ["check"]:
        from claimtrack.unchanged import answer  # noqa: PLC0415 - only here

        return answer(words)
    return None


def _tell(message: str) -> None:
    from claimtrack.text.terminal import safe  # noqa: PLC0415 - only on the way out

    print(f"claimtrack: {safe(message)}", file=sys.stderr)  # noqa: T201 - it is the command


if __name__ == "__main__":
    sys.exit(command())

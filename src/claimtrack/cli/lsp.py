"""`claimtrack lsp`: the language server that editors start."""

from __future__ import annotations

import click

from claimtrack.errors import UsageError


@click.command()
def lsp() -> int:
    """Serve an editor over stdin and stdout: findings as one types, renaming, completion.

    Editors start it themselves; docs/editors.md says how to set them up. It needs the extra `lsp`.
    """
    try:
        from claimtrack.lsp.server import serve  # noqa: PLC0415 - only where the extra is installed
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.startswith("claimtrack"):
            raise
        advice = "install claimtrack[lsp], or '.[lsp]' in a checkout"
        raise UsageError(f"the language server needs {missing.name}: {advice}") from None
    serve()
    return 0

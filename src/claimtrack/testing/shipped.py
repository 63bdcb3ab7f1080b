"""The sample ledgers that are shipped with the package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from claimtrack.errors import UsageError
from claimtrack.text.near import nearest

_FOLDER = Path(str(files("claimtrack.testing") / "samples"))


def samples() -> tuple[str, ...]:
    """The names of the sample ledgers, in alphabetical order."""
    return tuple(sorted(folder.name for folder in _FOLDER.iterdir() if folder.is_dir()))


def sample(name: str) -> Path:
    """The folder of a sample ledger; its claim files are in `claims` below it.

    `demo` has at least one of every conflict that the rules know. The folder belongs to the
    installed package: copy it before you change anything. Raises `UsageError` for a name that no
    sample has.
    """
    known = samples()
    if name not in known:
        near = nearest(name, known)
        hint = f"did you mean {near!r}?" if near else f"there are {', '.join(known)}"
        raise UsageError(f"no sample ledger is called {name!r}; {hint}")
    return _FOLDER / name

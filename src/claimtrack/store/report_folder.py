"""A folder of files that a program makes anew again and again: only what changed is written.

The files are derived, so that none of them is worth a wait for the disk; each still takes its name
in one step. A list of what was written lets the next run remove what is no longer made, and nothing
else: a file that no list names is somebody else's, and is not written over.
"""

from __future__ import annotations

import filecmp
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from claimtrack.errors import UsageError

LIST = ".claimtrack-report"
"""The file that lists what a run wrote; what the next one does not make is removed."""
KEPT = ".claimtrack-files"
"""The file that lists what was written beside other files, and is never removed."""
_SHOWN = 3
MADE = (".html", ".md", ".json")
"""How the names of what is removed end; nothing else is, whatever the list says."""

Made = tuple[str, Iterable[str]]
"""The path of a file in the folder, with forward slashes, and its text in pieces."""


class Written(NamedTuple):
    """What became of the files of a folder."""

    kept: int
    """Files that were as they should be."""
    written: int
    removed: int


def reserve(folder: Path, names: Iterable[str], *, tidy: bool = False) -> None:
    """Make sure of a folder and of files in it, before any is written. Raises `OSError`.

    They are listed first: a run that ends half-way leaves nothing that the next takes for somebody
    else's. `tidy` is that of `write_changed`. Raises `UsageError` where a file is there that no run
    has written.
    """
    wanted = dict.fromkeys(names)
    _stay_inside(folder, wanted)
    listed = {kept: _listed(folder, kept) for kept in (LIST, KEPT)}
    ours = listed[LIST] | listed[KEPT]
    others = [name for name in wanted if name not in ours and os.path.lexists(folder / name)]
    if others:
        named = ", ".join(str(folder / name) for name in others[:_SHOWN])
        more = f" and {len(others) - _SHOWN:,} more" if len(others) > _SHOWN else ""
        raise UsageError(
            f"{named}{more}: there already, and not written by claimtrack; nothing was written: "
            "name another folder, or move what is there"
        )
    folder.mkdir(parents=True, exist_ok=True)
    kept = LIST if tidy else KEPT
    _list(folder, kept, listed[kept] | wanted.keys())


def _stay_inside(folder: Path, names: Iterable[str]) -> None:
    """A linked folder in it leads to where nobody has named: raises `UsageError`."""
    inside = folder.resolve()
    for name in sorted({name.rpartition("/")[0] for name in names}):
        real = (folder / name).resolve()
        if real != inside / name:
            raise UsageError(
                f"{folder / name}: a link that leads to {real}; nothing was written: "
                "name another folder, or remove the link"
            )


def write_changed(
    folder: Path,
    files: Iterable[Made],
    progress: Callable[[int], None] | None = None,
    *,
    tidy: bool = True,
) -> Written:
    """Bring a folder to hold some files. Raises `OSError`.

    A text may be long: its pieces are written as they come. `progress` hears how many are done.
    Without `tidy` no list is kept, and nothing is removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = _listed(folder, LIST) if tidy else set()
    names: dict[str, None] = {}
    written = 0
    for done, (name, pieces) in enumerate(files, start=1):
        path = folder / name
        if name not in names:
            path.parent.mkdir(exist_ok=True)
        names[name] = None
        written += _write(path, pieces)
        if progress is not None:
            progress(done)
    gone = [name for name in sorted(before - names.keys()) if _is_made(folder, name)]
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    if tidy:
        _list(folder, LIST, names)
    return Written(len(names) - written, written, len(gone))


def _is_made(folder: Path, name: str) -> bool:
    """Whether a name on the list is that of a page, and not of what somebody put on it."""
    path = folder / name
    if not name.endswith(MADE) or path.is_symlink() or not path.is_file():
        return False
    return path.resolve() == folder.resolve() / name


def _list(folder: Path, kept: str, names: Iterable[str]) -> None:
    _write(folder / kept, (f"{name}\n" for name in sorted(names)))


def _listed(folder: Path, kept: str) -> set[str]:
    """What earlier runs wrote."""
    try:
        text = (folder / kept).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return set()
    return {name for name in text.splitlines() if name and "\0" not in name}


def _write(path: Path, pieces: Iterable[str]) -> bool:
    """Write a file unless it has these bytes already; says whether it was written."""
    if isinstance(pieces, tuple) and _has(path, "".join(pieces).encode("utf-8")):
        return False  # short enough to be held against the file in memory
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name[:50]}.", suffix=".tmp", delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.writelines(piece.encode("utf-8") for piece in pieces)
            file.flush()
            changed = not _are_equal(path, temporary)
            if changed:
                temporary.chmod(0o644)
                temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    return changed


def _has(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _are_equal(one: Path, other: Path) -> bool:
    try:
        return filecmp.cmp(one, other, shallow=False)
    except OSError:
        return False

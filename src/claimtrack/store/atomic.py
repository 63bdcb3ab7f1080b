"""Writing a file so that whoever reads it sees the old bytes or the new ones, never a part."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path


def write_atomically(
    path: str | os.PathLike[str], content: bytes | Iterable[bytes], *, to_disk: bool = True
) -> None:
    """Put `content`, whole or in pieces, in the place of a file, which need not exist yet.

    The bytes go to a new file in the same folder, to the disk, and then take the file's name in
    one step. What is no regular file, such as `/dev/null`, is written into. Permissions are kept;
    behind a symbolic link its target is written, and the link stays. Whatever goes wrong, an
    interrupt included, the old file stays whole and no other file is left behind. Without `to_disk`
    it is not waited for the disk: a caller that writes many files does that once, at their end.
    Raises `OSError`.
    """
    import tempfile  # noqa: PLC0415 - most runs write nothing, and it loads a dozen modules

    target = Path(os.path.realpath(path))
    try:
        status = target.stat()
    except FileNotFoundError:
        mode = 0o666 & ~_umask()
    else:
        if not stat.S_ISREG(status.st_mode):  # a device or a pipe: nothing may take its place
            with target.open("wb") as file:
                file.writelines([content] if isinstance(content, bytes) else content)
            return
        mode = status.st_mode & 0o7777
    handle, name = tempfile.mkstemp(
        prefix=f".{target.name[:50]}.", suffix=".tmp", dir=target.parent
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            if to_disk:
                file.flush()
                os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:  # an interrupt too must not leave the new file behind
        temporary.unlink(missing_ok=True)
        raise
    if to_disk:
        _sync(target.parent)


def _umask() -> int:
    """The process's mask of permissions, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync(folder: Path) -> None:
    """Put the new name on the disk too, on systems that can open a folder."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

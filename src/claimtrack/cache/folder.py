"""The folder in which caches are kept: marked as one, and passed over by git and by backups."""

from __future__ import annotations

import hashlib
import os

_MARKS = {
    ".gitignore": "# Made by claimtrack; it may be removed at any time.\n*\n",
    # https://bford.info/cachedir/
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# Made by claimtrack; it may be removed at any time.\n",
}


def default_folder(project: str) -> str | None:
    """Where the caches of a project are kept unless a folder is named; None without a home.

    Not in the project: whoever may change its files could put answers there that nobody checked.
    """
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join("~", ".cache")  # noqa: PTH118
    base = os.path.expanduser(home)  # noqa: PTH111 - texts throughout, as in the walk
    if not os.path.isabs(base):  # noqa: PTH117
        return None
    real = os.path.realpath(project)
    name = hashlib.sha256(os.fsencode(real)).hexdigest()[:16]
    return os.path.join(base, "claimtrack", name)  # noqa: PTH118


def made(folder: str) -> bool:
    """Make the folder where it is not there yet; whether it can be written to.

    One that has anything in it is not marked: git would pass over whatever that is.
    """
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
        if not os.listdir(folder):  # noqa: PTH208
            for name, text in _MARKS.items():
                with open(os.path.join(folder, name), "x", encoding="ascii") as file:  # noqa: PTH118, PTH123
                    file.write(text)
    except OSError:
        return False
    return os.access(folder, os.W_OK)

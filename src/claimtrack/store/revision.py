"""Which commit a ledger is of, and whether its files are as that commit has them.

`git status` would run the filters that a repository's configuration names; here the files are
digested as git does, and compared with the names of the objects in its tree.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from claimtrack.errors import UsageError
from claimtrack.model import Ledger
from claimtrack.store.git import ask
from claimtrack.store.walk import SUFFIXES

_SHOWN = 12
"""Digits of a commit's name that are shown."""
_SHA1_DIGITS = 40


class Revision(NamedTuple):
    """The commit of some files; an empty name outside of a repository."""

    commit: str = ""
    dirty: bool = False
    """Whether a file is not as the commit has it."""


def revision_of(ledger: Ledger, paths: Sequence[str]) -> Revision:
    """The commit of the working folder, and whether the ledger's files differ from it."""
    try:
        head = ask("rev-parse", "--verify", "--quiet", "HEAD")
        near = [os.path.relpath(path) for path in paths]  # git takes no other
        tree = None if head is None else ask("ls-tree", "-r", "-z", "HEAD", "--", *near)
    except UsageError:  # no git: nothing is known of any commit
        return Revision()
    if head is None or tree is None:
        return Revision()
    objects = dict(_entries(tree))
    files = [file.path for of in (ledger.documents, ledger.texts) for file in of]
    gone = (name for name in objects if name.endswith(SUFFIXES) and not Path(name).exists())
    dirty = any(not _is_same(file, objects.get(file)) for file in files) or any(gone)
    return Revision(head.decode()[:_SHOWN], dirty)


def _entries(tree: bytes) -> Iterable[tuple[str, str]]:
    for entry in tree.split(b"\0"):
        about, _, name = entry.partition(b"\t")
        if name:
            yield os.fsdecode(name), about.split()[2].decode()


def _is_same(file: str, name: str | None) -> bool:
    """Whether a file has the content of an object, line ends of Windows aside."""
    if name is None:
        return False
    try:
        content = Path(file).read_bytes()
    except OSError:
        return False
    return name in (_named(content, name), _named(content.replace(b"\r\n", b"\n"), name))


def _named(content: bytes, like: str) -> str:
    """The name that git gives to a content, by the digest with which `like` was made."""
    whole = b"blob %d\0%s" % (len(content), content)
    if len(like) == _SHA1_DIGITS:
        return hashlib.sha1(whole, usedforsecurity=False).hexdigest()
    return hashlib.sha256(whole).hexdigest()

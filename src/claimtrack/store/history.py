"""A ledger as a revision of its git repository has it: the second clock, what was known by then.

Files are chosen as on disk: claim files by ending, hidden and excluded ones passed over, large ones
refused. A captured text may be a link to a file of the same folders; other links are not followed,
and submodules not entered. The configuration is the one
of the working folder, so that two revisions are read alike and differ in their records only.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from attrs import evolve

from claimtrack.config import Config
from claimtrack.errors import UsageError
from claimtrack.model import CapturedText, Document, Ledger
from claimtrack.store.bounds import lies_in
from claimtrack.store.files import MOST_TEXT_BYTES, SPLIT, too_large
from claimtrack.store.git import ask, blobs, demand
from claimtrack.store.linked import linked
from claimtrack.store.load import load_texts, seen_from, with_texts
from claimtrack.store.problems import START, YAML_SYNTAX, Problems
from claimtrack.store.structure import document
from claimtrack.store.walk import SUFFIXES, is_excluded

_FILES = ("100644", "100755", "100664")
"""Modes of regular files in a tree; others are links and submodules."""
_LINK = "120000"


class _Entry(NamedTuple):
    """A file of a tree: its object, its size in bytes, the folder of its ledger.

    The size is 0 where the clone does not hold the object; to ask for that tells it by name.
    """

    blob: str
    size: int
    root: str


def load_revision(revision: str, paths: Sequence[str], config: Config) -> Ledger:
    """Read the claim files under some paths, and their captured texts, as a revision has them.

    A ledger without files is given where nothing of that name was there yet. Raises `UsageError`
    where there is no git, no repository, no such revision, or a path lies outside the repository.
    """
    commit = resolve(revision)
    claims, others, links = _chosen(commit, paths, config)
    most = config.max_file_bytes
    files = _contents({name: one for name, one in claims.items() if one.size <= most})
    roots = {name: one.root for name, one in claims.items()}
    ledger = load_texts(files, config, roots)
    # Only texts that an article names are fetched: a ledger's folder may hold anything else.
    named = {text.path for text in ledger.texts}
    ends = linked(named, _targets(links))
    found = {name: others.get(end) or claims.get(end) for name, end in ends.items()}
    wanted = {name: one for name, one in found.items() if one and one.size <= MOST_TEXT_BYTES}
    ledger = with_texts(ledger, {**files, **_contents(wanted)})
    refused = [_refused(name, one.size, most) for name, one in claims.items() if one.size > most]
    documents = sorted([*ledger.documents, *refused], key=lambda document: document.path)
    seen = (evolve(one, inside=seen_from(config.folder, one.path)) for one in documents)
    return evolve(
        ledger,
        texts=tuple(map(_checked_out, ledger.texts)),
        documents=tuple(seen),
        edited=None,
    )


def _checked_out(text: CapturedText) -> CapturedText:
    """A captured text with the digest of its file, of which git may keep other line ends."""
    return evolve(text, actual=text.recorded, ends_differ=False) if text.ends_differ else text


def _targets(links: Mapping[str, _Entry]) -> dict[str, str]:
    return {
        name: target.decode("utf-8", "surrogateescape") for name, target in _contents(links).items()
    }


def _contents(entries: Mapping[str, _Entry]) -> dict[str, bytes]:
    found = blobs({name: entry.blob for name, entry in entries.items()})
    return dict(zip(entries, found, strict=True))


def resolve(revision: str) -> str:
    """The full name of the commit that a revision means.

    Raises `UsageError` where there is none, and says so where the clone is shallow.
    """
    if not revision or revision.startswith("-"):
        raise UsageError(f"{revision!r} is no revision; expected a branch, a tag or a commit")
    _top()
    found = ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found is not None:
        return found.decode().strip()
    if ask("rev-parse", "--verify", "--quiet", "HEAD") is None:
        raise UsageError("this repository has no commits yet: there is no earlier state")
    raise UsageError(f"no revision {revision!r} in this repository{_shallow()}")


def merge_base(one: str, other: str) -> str:
    """The commit from which two revisions part. Raises `UsageError` where they never met."""
    found = ask("merge-base", resolve(one), resolve(other))
    if found is None:
        raise UsageError(f"{one!r} and {other!r} have no commit in common{_shallow()}")
    return found.decode().split()[0]


def _shallow() -> str:
    """What to do where a clone lacks earlier commits; nothing where it has all of them."""
    if ask("rev-parse", "--is-shallow-repository") != b"true\n":
        return ""
    return "; this clone is shallow: git fetch --unshallow brings the rest"


def _top() -> str:
    """The folder of the repository. Raises `UsageError` outside of one, with git's own reason."""
    found = demand("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape")
    return os.path.realpath(found.rstrip("\n"))


def _chosen(
    commit: str, paths: Sequence[str], config: Config
) -> tuple[dict[str, _Entry], dict[str, _Entry], dict[str, _Entry]]:
    """The claim files, what else there is that they may name, and the links, by name."""
    top = _top()
    claims: dict[str, _Entry] = {}
    others: dict[str, _Entry] = {}
    links: dict[str, _Entry] = {}
    folders = paths if config.texts is None else [*paths, config.texts]
    for place, folder in enumerate(folders):
        root = _inside(folder, top)
        for mode, blob, size, path in _tree(commit, root):
            name = PurePath(os.path.relpath(os.path.join(top, path))).as_posix()  # noqa: PTH118
            if mode == _LINK:
                links.setdefault(name, _Entry(blob, size, folder))
                continue
            alone = path == root
            is_claim = alone or _is_claim_file(path[len(root) :].lstrip("/"), config.exclude)
            if is_claim and place < len(paths):
                above = posixpath.dirname(name) if alone else folder
                claims.setdefault(name, _Entry(blob, size, above or "."))
            else:
                others.setdefault(name, _Entry(blob, size, folder))
    return claims, others, links


def _inside(path: str, top: str) -> str:
    """A path as the repository calls it; empty for its own folder."""
    real = os.path.realpath(path)
    if not lies_in(real, top):
        raise UsageError(f"{path} lies outside this repository, which has no earlier state of it")
    inside = PurePath(os.path.relpath(real, top)).as_posix()
    return "" if inside == "." else inside


def _is_claim_file(inside: str, exclude: Sequence[str]) -> bool:
    """Whether a walk over the ledger's folder would read a file, by its path inside."""
    parts = inside.split("/")
    if not inside.endswith(SUFFIXES) or any(part.startswith(".") for part in parts):
        return False
    above = ("/".join(parts[: end + 1]) for end in range(len(parts)))
    return not any(is_excluded(one, exclude) for one in above)


def _tree(commit: str, path: str) -> Iterator[tuple[str, str, int, str]]:
    """The files and links of a tree under a path: mode, object, size, path in the repository."""
    listed = demand("ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", path or ".")
    for line in listed.decode("utf-8", "surrogateescape").split("\0"):
        about, _, name = line.partition("\t")
        fields = about.split()
        if fields and fields[0] in (*_FILES, _LINK):
            size = int(fields[3]) if fields[3].isdecimal() else 0  # else git says BAD
            yield fields[0], fields[2], size, name


def _refused(name: str, size: int, most: int) -> Document:
    problems = Problems(name)
    problems.add(YAML_SYNTAX, too_large(size, most), START, help=SPLIT)
    return document(name, problems.finish(), ())

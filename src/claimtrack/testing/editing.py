"""Strategies for edits of a ledger: what people do to claim files between two runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from claimtrack import api
from claimtrack.model import Claim, Record
from claimtrack.model.words import Lifecycle, Stance
from claimtrack.store.captured import is_claim_file
from claimtrack.store.dump import dump
from claimtrack.testing.kinds import actors, claims, propositions
from claimtrack.testing.scalars import days, texts

Files = Mapping[str, str]


@frozen(kw_only=True)
class LedgerEdit:
    """One edit: what was done, and the claim files afterwards, by name."""

    action: str
    """The name of a function of this module: `rename_file`, `delete_record` …"""
    files: Files
    """The texts of all files after the edit."""


def edits(files: Files) -> st.SearchStrategy[LedgerEdit]:
    """Single edits of the claim files of a ledger, given as texts by name.

    A file is renamed; a record is deleted, moved, added or changed in a field; the records of a
    file, or the files, are put in another order. The result is well formed where the files were,
    but nothing keeps it consistent: a deleted record may leave references that dangle.
    """
    return st.sampled_from(list(_ACTIONS)).flatmap(lambda action: _edited(action, files))


@st.composite
def edit_histories(draw: st.DrawFn, files: Files, most: int = 5) -> list[LedgerEdit]:
    """Up to `most` edits, each of the files that the one before it left."""
    history: list[LedgerEdit] = []
    for _ in range(draw(st.integers(1, most))):
        history.append(draw(edits(history[-1].files if history else files)))
    return history


@st.composite
def _edited(draw: st.DrawFn, action: str, files: Files) -> LedgerEdit:
    return LedgerEdit(action=action, files=_ACTIONS[action](draw, files))


def rename_file(draw: st.DrawFn, files: Files) -> Files:
    """One claim file under a new name in its folder: paths of captured texts stay right."""
    held = [name for name in files if is_claim_file(name)]
    if not held:
        return files
    old = draw(st.sampled_from(held))
    folder = old[: old.rfind("/") + 1]
    names = (f"{folder}{name}" for name in ("renamed.yaml", "a.yml", "zz.yaml"))
    new = draw(st.sampled_from([*(name for name in names if name not in files), old]))
    return {(new if name == old else name): text for name, text in files.items()}


def reorder_files(draw: st.DrawFn, files: Files) -> Files:
    """The same files in another order."""
    return {name: files[name] for name in draw(st.permutations(list(files)))}


def reorder_records(draw: st.DrawFn, files: Files) -> Files:
    """The records of one file in another order."""
    return _rewritten(draw, files, lambda records: draw(st.permutations(records)))


def delete_record(draw: st.DrawFn, files: Files) -> Files:
    """One file without one of its records."""

    def deleted(records: list[Record]) -> list[Record]:
        gone = draw(st.integers(0, len(records) - 1))
        return [*records[:gone], *records[gone + 1 :]]

    return _rewritten(draw, files, deleted)


def move_record(draw: st.DrawFn, files: Files) -> Files:
    """One record moved to a file of its own in the same folder."""
    moved: list[Record] = []

    def left(records: list[Record]) -> list[Record]:
        moved.append(records[draw(st.integers(0, len(records) - 1))])
        return [record for record in records if record is not moved[0]]

    rest = _rewritten(draw, files, left)
    if not moved:
        return rest
    home = moved[0].origin.file
    return _added(rest, moved, home[: home.rfind("/") + 1])


def add_record(draw: st.DrawFn, files: Files) -> Files:
    """One new record in a file of its own; it may have the identifier of another."""
    return _added(files, [draw(st.one_of(actors(), propositions(), claims()))])


def change_field(draw: st.DrawFn, files: Files) -> Files:
    """One record with a new note or, if it is a claim, another stance, day, value or lifecycle."""

    def changed(records: list[Record]) -> list[Record]:
        place = draw(st.integers(0, len(records) - 1))
        record = records[place]
        change: dict[str, Any] = {"note": draw(st.none() | texts())}
        if isinstance(record, Claim):
            change = draw(_claim_changes(record))
        return [*records[:place], evolve(record, **change), *records[place + 1 :]]

    return _rewritten(draw, files, changed)


def _claim_changes(claim: Claim) -> st.SearchStrategy[dict[str, Any]]:
    lives = st.sampled_from(Lifecycle).map(lambda life: evolve(claim.status, lifecycle=life))
    return st.one_of(
        st.fixed_dictionaries({"stance": st.sampled_from(Stance)}),
        st.fixed_dictionaries({"said": st.none() | days()}),
        st.fixed_dictionaries({"value": st.none() | st.just("35") | texts()}),
        st.fixed_dictionaries({"status": lives}),
    )


def _rewritten(
    draw: st.DrawFn, files: Files, change: Callable[[list[Record]], list[Record]]
) -> Files:
    """The files with the records of one of them changed; a file without records is left alone."""
    held = {name: list(api.loads({name: text}).records) for name, text in files.items()}
    names = [name for name, records in held.items() if records]
    if not names:
        return files
    name = draw(st.sampled_from(names))
    return {**files, name: dump(change(held[name]))}


def _added(files: Files, records: list[Record], folder: str = "") -> Files:
    place = len(files)
    while f"{folder}added-{place}.yaml" in files:
        place += 1
    return {**files, f"{folder}added-{place}.yaml": dump(records)}


_ACTIONS: Mapping[str, Callable[[st.DrawFn, Files], Files]] = {
    action.__name__: action
    for action in (
        rename_file,
        reorder_files,
        reorder_records,
        delete_record,
        move_record,
        add_record,
        change_field,
    )
}

"""A check that starts from the index of an earlier one."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Sequence

from attrs import evolve

from claimtrack.cache.answers import result_of
from claimtrack.cache.database import Database
from claimtrack.cache.stamps import Look
from claimtrack.engine.index import Change, Unit, Update, save
from claimtrack.recheck.files import COLUMNS, FileRow, Texts, as_kept
from claimtrack.recheck.keep import keep, question_of
from claimtrack.recheck.request import Checked, Request
from claimtrack.result import Result
from claimtrack.store.bounds import lies_within
from claimtrack.store.disk import Files
from claimtrack.store.load import read_file, seen_from
from claimtrack.store.locate import Places
from claimtrack.store.walk import FileEntry


class Again:
    """One such check."""

    def __init__(self, request: Request, database: Database, entries: Sequence[FileEntry]) -> None:
        self.request = request
        self.database = database
        self.entries = {entry.name: entry for entry in entries}
        self.rows: dict[str, FileRow] = {}
        """The claim files as they are now."""
        self.gone: list[FileRow] = []
        self.fresh: set[str] = set()
        """Those of which the index has another row, or none."""

    def run(self) -> Checked:
        """Check what changed, and keep what comes of it."""
        request, database = self.request, self.database
        update: Update | None = None
        places: Places = {}
        with database.reading():
            generation = int(database.meta("generation"))
            changes = [*self.changes()]
            texts = Texts(self.rows, self.entries, request.config)
            files = Files(self.entries.values(), {}, texts, request.config)

            def read(name: str) -> str | None:
                return request.texts[name] if name in request.texts else files.read(name)

            result = None if changes else self.answer()
            if result is None:
                update = Update(database, request.rules, request.config, request.as_of)
                update.run(changes)
                result = update.conclude(
                    self.inside(), frozenset(request.baseline), in_part=self.in_part
                )
                places = self.places(changes)
                result = request.finished(result, read, places)
        if not request.texts and (update is not None or self.fresh or self.gone):
            # Another check may be writing, or the folder may be read-only.
            with contextlib.suppress(sqlite3.Error, OSError, ValueError):
                self.save(generation, update, result, places)
        return Checked(result, read, [*self.rows, *texts.files])

    @property
    def in_part(self) -> bool:
        """Whether only a part of the configured ledger was asked for."""
        return lies_within(self.request.paths, self.request.config.ledger)

    def changes(self) -> Iterator[Change]:
        """What differs from the index, file by file."""
        config, look = self.request.config, Look()
        query = f"SELECT {COLUMNS} FROM files"  # noqa: S608 - our own names
        kept = {row[1]: FileRow(*row) for row in self.database.rows(query)}
        free = 1 + max((row.number for row in kept.values()), default=-1)
        for name, entry in self.entries.items():
            row = kept.pop(name, None)
            given = self.request.texts.get(name)
            same = None if row is None or given is not None else as_kept(row, entry, config, look)
            if same is not None:
                self.rows[name] = same
                if same != row:
                    self.fresh.add(name)
                continue
            read = read_file(entry, config, given)
            inside = seen_from(config.folder, name)
            unit = Unit(evolve(read.document, inside=inside), read.records, read.texts)
            number = free if row is None else row.number
            free += row is None
            self.rows[name] = FileRow.of(number, read, unit)
            self.fresh.add(name)
            names = [] if row is None else row.named
            yield Change(number, names, unit, was_there=row is not None)
        for row in kept.values():
            self.gone.append(row)
            yield Change(row.number, row.named, None)

    def answer(self) -> Result | None:
        """The answer that was given to the same request; None where there was none."""
        query = "SELECT data FROM answers WHERE name = ?"
        found = self.database.value(query, question_of(self.request))
        return None if found is None else result_of(found)

    def inside(self) -> list[tuple[str, str]]:
        """The claim files with their paths seen from the configuration's folder."""
        config = self.request.config
        if not config.per_path:
            return []
        return [(name, seen_from(config.folder, name) or name) for name in self.entries]

    def places(self, changes: Sequence[Change]) -> Places:
        """Where things stand in the files that did not change."""
        changed = {change.file for change in changes}
        names = {row.number: name for name, row in self.rows.items()}
        return {
            names[number]: {pointer: tuple(place) for pointer, place in json.loads(row).items()}
            for number, row in self.database.rows("SELECT id, data FROM places")
            if number not in changed and number in names
        }

    def save(self, generation: int, update: Update | None, result: Result, places: Places) -> None:
        """Bring the index up to date, unless another check did so in the meantime."""
        database = self.database
        with database.writing(generation) as may:
            if not may:
                return
            if self.fresh or self.gone:
                # Also where only stamps differ: nothing is lost, and no state is forgotten.
                database.clear("answers")
            if update is not None:
                save(update)
                database.drop("places", [row.number for row in self.gone])
                database.drop("places", [self.rows[name].number for name in self.fresh])
            database.drop("files", [row.number for row in self.gone])
            database.put("files", [self.rows[name] for name in self.fresh])
            keep(
                database,
                self.request,
                result,
                places,
                self.rows,
                self.entries,
            )

"""Feeds into a ledger: what an importer makes of them, written into files of their own.

Everything goes below one folder of the ledger; no other file is touched. An article has a file with
its claims and the propositions that came with it, `articles/<outlet>/<article>.yaml`; actors stand
by the first letter of their identifiers, `actors/t.yaml`, or by a digit where no letter is Latin,
`actors/actor-5.yaml`. What the ledger holds already is read one file at a time, and records of a
feed are written by the thousand, so that neither has to fit into memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attrs import define, field

from claimtrack.config import Config
from claimtrack.interop.importing import Imported, Known, Outcome, Reader, Refused
from claimtrack.interop.imports.identifiers import NAMELESS
from claimtrack.interop.imports.remembering import article_home, note_home, note_record
from claimtrack.model import Actor, Article, Claim
from claimtrack.store.growing import Additions, each_file, write_additions

_BATCH = 4096
"""Records of a feed that are dealt with at once."""


@define
class Import:
    """One run of an importer over some feeds."""

    reader: Reader
    known: Known
    into: Path
    config: Config
    dry_run: bool = False
    written: int = field(default=0, init=False)
    """How many files were written."""
    _files: dict[str, Additions] = field(factory=dict, init=False)
    _waiting: list[Outcome] = field(factory=list, init=False)

    def remember(
        self, paths: Iterable[str], progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Learn what some claim files hold; raises `UsageError` for a path that is not there.

        `progress` is told how many files are done of how many.
        """
        given = [*paths, *([str(self.into)] if self.into.is_dir() else [])]
        folder = self.into.resolve()
        for path, records in each_file(given, self.config, progress):
            is_ours = folder in Path(path).resolve().parents
            home = Path(path).resolve().relative_to(folder).as_posix() if is_ours else ""
            for record in records:
                note_record(self.known, record, home)

    def read(self, pieces: Iterable[str]) -> Iterator[Outcome]:
        """What becomes of each record of one feed, once it is written.

        A record whose file cannot be written is refused.
        """
        for outcome in self.reader(pieces, self.known):
            self._waiting.append(outcome)
            if isinstance(outcome, Imported):
                self._keep(outcome)
            if len(self._waiting) >= _BATCH:
                yield from self._write()
        yield from self._write()

    def _keep(self, outcome: Imported) -> None:
        home = self._home(outcome)
        for record in outcome.records:
            name = _file_of(record) if isinstance(record, Actor) else home
            self._additions(name).records.append(record)
            note_home(self.known, record, name)
        for proposition, verdict in outcome.verdicts:
            name = self.known.get(f"home:proposition:{proposition}") or home
            self._additions(name).verdicts.append((proposition, verdict))

    def _additions(self, name: str) -> Additions:
        return self._files.setdefault(name, Additions())

    def _home(self, outcome: Imported) -> str:
        """The file for the article, the claims and the propositions of one outcome."""
        for record in outcome.records:
            if isinstance(record, Article):
                return article_home(record)
        for record in outcome.records:
            if isinstance(record, Claim):
                return self.known.get(f"home:article:{record.article}") or ""
        return ""

    def _write(self) -> Iterator[Outcome]:
        """Write what waits, and give what became of it."""
        files, waiting = self._files, self._waiting
        self._files, self._waiting = {}, []
        why: dict[str, str] = {}
        written: Iterator[tuple[str, str | None]] = ((name, None) for name in files)
        if not self.dry_run:
            written = write_additions(self.into, files, self.config)
        for name, reason in written:
            if reason is None:
                self._count(name)
            else:
                refs = (record.ref for record in files[name].records)
                why.update(dict.fromkeys(refs, f"{(self.into / name).as_posix()}: {reason}"))
        for outcome in waiting:
            records = outcome.records if isinstance(outcome, Imported) else ()
            lost = next((why[record.ref] for record in records if record.ref in why), None)
            yield outcome if lost is None else Refused(outcome.place, lost)

    def _count(self, name: str) -> None:
        """Count a file, however often it is written."""
        if self.known.get(f"written:{name}") is None:
            self.known.put(f"written:{name}", "")
            self.written += 1


def _file_of(actor: Actor) -> str:
    """The file of an actor: by the first letter, where that is one of the name's own."""
    is_marked = actor.id.startswith(f"{NAMELESS}-")
    return f"actors/{actor.id[: len(NAMELESS) + 2] if is_marked else actor.id[0]}.yaml"

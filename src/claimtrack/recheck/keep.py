"""What every check leaves for the next one: the state of the files, places, and its answer."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping

from claimtrack.cache.answers import question, row_of, state_of
from claimtrack.cache.code import states
from claimtrack.cache.database import Database
from claimtrack.cache.stamps import Stamp
from claimtrack.recheck.files import FileRow
from claimtrack.recheck.request import Request
from claimtrack.result import Result
from claimtrack.rule import AnyRule
from claimtrack.store.locate import Places
from claimtrack.store.walk import FileEntry


def keep(
    database: Database,
    request: Request,
    result: Result,
    places: Places,
    files: Mapping[str, FileRow],
    entries: Mapping[str, FileEntry],
) -> None:
    """Write it.

    `files` are all claim files by name, `entries` where they lie.
    """
    stamps: list[tuple[str, Stamp]] = []
    texts: dict[str, Stamp] = {}
    for name, row in files.items():
        stamps.append((name, row.stamp))
        if row.texts != "[]":
            folder = os.path.dirname(entries[name].path)  # noqa: PTH120 - as it is opened
            for path, stamp, _ in row.text_files:
                texts[os.path.join(folder, path)] = stamp  # noqa: PTH118
    state = state_of([*stamps, *texts.items()])
    config = request.configured
    walk = {
        "ledger": config.ledger,
        "exclude": config.exclude,
        "texts": config.texts,
        "baseline": config.baseline,
        "fail_on": "never" if config.fail_on is None else str(config.fail_on),
        "most": config.max_file_bytes,
    }
    database.set_meta("walk", walk)
    database.set_meta("state", state)
    database.set_meta("texts", [*texts])
    database.set_meta("plugins", states(_plugin_files(request.rules)))
    found = ((files[name].number, json.dumps(one)) for name, one in places.items() if name in files)
    database.put("places", found)
    database.put("answers", [(question_of(request), row_of(result))])


def question_of(request: Request) -> str:
    """The name of the answer to a request."""
    return question(request.paths, request.only, request.as_of.text, request.baseline)


def _plugin_files(rules: Iterable[AnyRule]) -> list[str]:
    """The files of the rules that are not of this package, and of all that is loaded with them."""
    ours = __name__.partition(".")[0]
    roots = {type(rule).__module__.partition(".")[0] for rule in rules} - {ours}
    loaded = [module for name, module in sys.modules.items() if name.partition(".")[0] in roots]
    return sorted({path for one in loaded if (path := getattr(one, "__file__", None))})

"""How long an editor waits: from a keystroke to findings, names and offers, in seconds.

    python bench/keystroke.py [CLAIMS]

A ledger of CLAIMS claims (10,000), ten in each article, is written to a folder and opened; then
one of its files is typed in. The wait for hands to rest (`claimtrack.lsp.session.REST`) is not in
the figures.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

from attrs import evolve
from large import article, claim, question

from claimtrack import Actor, Localized
from claimtrack.lsp.completing import offers
from claimtrack.lsp.hovering import explained
from claimtrack.lsp.naming import renamed, uses
from claimtrack.lsp.open_ledger import OpenLedger
from claimtrack.lsp.spots import Named, spot_at, tree
from claimtrack.model.words import ActorKind
from claimtrack.store.dump import dump_files

PER_ARTICLE = 10
Result = TypeVar("Result")


def main(claims: int) -> None:
    """Write the ledger, type, and print what each answer took."""
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ["XDG_CACHE_HOME"] = os.path.join(folder, "cache")  # noqa: PTH118 - a text
        write(Path("claims"), claims)
        typed()


def write(folder: Path, claims: int) -> None:
    """Claims of a hundred speakers on a question for each ten of them."""
    articles = claims // PER_ARTICLE
    outlets = {article(n).outlet for n in range(articles)}
    names = [*outlets, *(f"speaker-{n}" for n in range(100))]
    records = [
        *(Actor(id=name, kind=ActorKind.OUTLET if name in outlets else ActorKind.PERSON,
                name=Localized.of(name)) for name in names),
        *(question(n) for n in range(claims // 10)),
        *(article(n) for n in range(articles)),
        *(
            claim(n, article=article(n // PER_ARTICLE).id, speaker=f"speaker-{n % 100}",
                  proposition=question(n * 7 % (claims // 10)).id)
            for n in range(claims)
        ),
    ]  # fmt: skip
    for name, text in dump_files(evolve(record) for record in records).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def typed() -> None:
    """Open the ledger, change one of its files, and ask what editors ask."""
    opened = OpenLedger()
    view = took("the ledger is read", lambda: opened.read({}))
    took("its first findings", lambda: opened.check(view))
    file = next(one.path for one in view.ledger.documents if "articles/" in one.path)
    text = view.ledger.read(file) or ""
    changed = {file: text.replace("speaker: speaker-3", "speaker: speaker-4", 1)}
    view = took("a keystroke: the file is read", lambda: opened.read(changed))
    took("a keystroke: findings of the ledger", lambda: opened.check(view))
    ledger = view.ledger
    at = text.index("speaker-5") + 3
    spot = spot_at(tree(text), at)
    took("hover", lambda: explained(spot, ledger) if spot else None)
    took("completion", lambda: offers(text, at, ledger))
    named = Named(("actor",), "speaker-5")
    took("references", lambda: uses(ledger, named))
    took("rename", lambda: renamed(ledger, named, "speaker-new"))


def took(what: str, work: Callable[[], Result]) -> Result:
    """Print what some work took, and give what it gives."""
    start = perf_counter()
    found = work()
    print(f"{what:<40}{perf_counter() - start:8.3f} s")
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

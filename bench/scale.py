"""Large groups: a case at its size and at half of it, in seconds, so that a quadratic step shows.

    python bench/scale.py [SIZE…]

Without sizes each case runs at its own. Work that grows as n log n takes a little more than twice
as long for twice the size; work that grows as n² takes four times as long.
"""

import gc
import sys
from collections.abc import Callable, Iterable
from time import perf_counter

from claimtrack import Config
from claimtrack.engine import run
from claimtrack.model import (
    Actor,
    Article,
    Attribution,
    CapturedText,
    Claim,
    Hop,
    Ledger,
    Localized,
    Proposition,
    Record,
)
from claimtrack.model.words import ActorKind, Sourcing
from claimtrack.reports.chain import chain_of, render_json, render_text
from claimtrack.rules import catalogue
from claimtrack.text.dates import parse_date

DAY = parse_date("2031-05-03")
TITLE = Localized.of("Flood")
RULES = [rule for rule in catalogue() if rule.code.startswith("CT4")]
NAMED = Attribution(sourcing=Sourcing.NAMED)


def hops(size: int) -> Ledger:
    """A chain: each claim was taken from the one before, each in an article of its own."""
    return ledger(
        record
        for n in range(size)
        for record in (
            article(n),
            claim(n, based_on=(f"c{n - 1}",) if n else (), attribution=None if n else NAMED),
        )
    )


def loop(size: int) -> Ledger:
    """The same, and the first was taken from the last."""
    records = (
        record
        for n in range(size)
        for record in (article(n), claim(n, based_on=(f"c{(n - 1) % size}",)))
    )
    return ledger(records)


def component(size: int) -> Ledger:
    """Articles that reprint, credit and quote by way of each other, as a tree and across it."""
    return ledger(
        record
        for n in range(size)
        for record in (
            article(n, syndicated_from=f"a{n // 2}" if n % 3 == 1 else None, cites=cites(n)),
            claim(n, attribution=through(n) if n % 3 == 2 else None),  # noqa: PLR2004 - a third
        )
    )


def cites(n: int) -> tuple[str, ...]:
    """Two earlier articles."""
    return (f"a{n // 3}", f"a{n // 5}") if n else ()


def through(n: int) -> Attribution:
    """A chain of two hops."""
    return Attribution(chain=(Hop(article=f"a{n // 4}"), Hop(article=f"a{n // 2}")))


def one_proposition(size: int) -> Ledger:
    """One proposition with as many claims, a fifth of them by way of one agency."""
    return ledger(
        record
        for n in range(size)
        for record in (
            article(n, syndicated_from="agency" if n % 5 == 0 else None),
            claim(n, speaker=f"s{n}", attribution=NAMED),
        )
    )


def one_hub(size: int) -> Ledger:
    """As many claims in one article, and as many that came through it."""
    hub = (claim(n, article="hub", speaker=f"s{n}", attribution=NAMED) for n in range(size // 2))
    taken = (
        record
        for n in range(size // 2, size)
        for record in (
            article(n),
            claim(n, attribution=Attribution(chain=(Hop(article="hub"),))),
        )
    )
    return ledger([article(-1, id="hub"), *hub, *taken])


def copies(size: int) -> Ledger:
    """Captured texts of 300 words, a tenth of them copies of one, all with one standing notice."""
    notice = " ".join(f"notice{n}" for n in range(40))
    records: list[Record] = [article(n) for n in range(size)]
    texts = [
        CapturedText(
            article=f"a{n}",
            number=1,
            is_current=True,
            named_by=("text",),
            path=f"a{n}.txt",
            content=" ".join(f"w{0 if n % 10 == 0 else n}x{m}" for m in range(260)) + notice,
        )
        for n in range(size)
    ]
    return ledger(records, tuple(texts))


def article(n: int, **fields: object) -> Article:
    """An article of one of a hundred outlets."""
    told = {"id": f"a{n}", "outlet": f"o{n % 100}", "title": TITLE, "language": "en"}
    return Article(**{**told, "published": DAY, **fields})


def claim(n: int, **fields: object) -> Claim:
    """A claim in the article of its number, on the one proposition."""
    return Claim(
        **{"id": f"c{n}", "article": f"a{n}", "speaker": "s", "proposition": "p", **fields}
    )


def ledger(records: Iterable[Record], texts: tuple[CapturedText, ...] = ()) -> Ledger:
    """The records with what they are about."""
    outlets = [Actor(id=f"o{n}", kind=ActorKind.OUTLET, name=TITLE) for n in range(100)]
    question = Proposition(id="p", text=TITLE)
    return Ledger(records=(*outlets, question, *records), texts=texts)


def checked(given: Ledger) -> None:
    """All rules about sourcing."""
    run(given, RULES, as_of=DAY, config=Config())


def drawn(given: Ledger) -> None:
    """`claimtrack chain` of the last claim."""
    last = max(given.claims.values(), key=lambda one: int(one.id[1:]))
    chain = chain_of(given, last.id)
    for _ in (*render_text(chain), *render_json(chain)):
        pass


CASES: list[tuple[str, Callable[[int], Ledger], Callable[[Ledger], None], int]] = [
    ("a chain of hops", hops, checked, 100_000),
    ("a chain that closes on itself", loop, checked, 100_000),
    ("a component of articles", component, checked, 50_000),
    ("a proposition with claims", one_proposition, checked, 50_000),
    ("an article through which claims came", one_hub, checked, 50_000),
    ("captured texts", copies, checked, 5_000),
    ("claimtrack chain over hops", hops, drawn, 100_000),
]


def main(sizes: list[int]) -> None:
    """Print for each case the seconds at half the size, at the size, and their ratio."""
    print(f"{'case':40}{'size':>9}{'half':>9}{'whole':>9}{'ratio':>7}")
    for name, make, work, own in CASES:
        for size in sizes or [own]:
            half, whole = (seconds(make(part), work) for part in (size // 2, size))
            print(f"{name:40}{size:>9}{half:>8.2f}s{whole:>8.2f}s{whole / half:>7.1f}", flush=True)


def seconds(given: Ledger, work: Callable[[Ledger], None]) -> float:
    """How long some work takes on a ledger that is made already."""
    gc.collect()
    gc.disable()
    start = perf_counter()
    work(given)
    taken = perf_counter() - start
    gc.enable()
    return taken


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])

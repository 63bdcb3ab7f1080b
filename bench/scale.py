"""Large groups: a case at its size and at half of it, in seconds, so that a quadratic step shows.

    python bench/scale.py [--all] [WORD…] [SIZE…]

Without sizes each case runs at its own, and without words, which stand in their names, all of them.
The seconds are of this process, whatever else the machine does. Work that grows as n log n takes a
little more than twice as long for twice the size; work that grows as n² takes four times as long. A
row whose ratio is above 2.6 ends with `!`. Below a case stand the rules that took most of it, with
`--all` every rule.
"""

import gc
import sys
from collections.abc import Callable
from time import process_time

import large
from large import article, claim, ledger

from claimtrack import Config
from claimtrack.engine import checking, run
from claimtrack.model import Attribution, CapturedText, Hop, Ledger, Record
from claimtrack.model.words import Sourcing
from claimtrack.reports.chain import chain_of, render_json, render_text
from claimtrack.rules import catalogue

checking.perf_counter = process_time  # for what each rule took
RULES = catalogue()
SHOWN, STEEP, LEAST = 6, 2.6, 0.2
"""Rules shown of a case; the ratio that is flagged, and of what is as long as this, in seconds."""
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


def one_chain(size: int) -> Ledger:
    """The same as the chain of one claim."""
    chain = Attribution(chain=tuple(Hop(article=f"a{n}") for n in range(size)))
    return ledger([*(article(n) for n in range(size)), claim(size, attribution=chain)])


def loop(size: int) -> Ledger:
    """A chain of hops, and the first was taken from the last."""
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


def one_credit_line(size: int) -> Ledger:
    """An article with as many claims as credits, each on a proposition of its own."""
    half = size // 2
    credited = [article(n) for n in range(half)]
    line = article(-1, id="hub", cites=tuple(one.id for one in credited))
    told = (claim(n, article="hub", proposition=f"p{n}", speaker="article") for n in range(half))
    return ledger([*credited, line, *told])


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


def checked(given: Ledger) -> dict[str, float]:
    """All rules; how long each took, in seconds."""
    return dict(run(given, RULES, as_of=large.DAY, config=Config()).summary.seconds)


def drawn(given: Ledger) -> dict[str, float]:
    """`claimtrack chain` of the last claim."""
    last = max(given.claims.values(), key=lambda one: int(one.id[1:]))
    chain = chain_of(given, last.id)
    for _ in (*render_text(chain), *render_json(chain)):
        pass
    return {}


Work = Callable[[Ledger], dict[str, float]]

CASES: list[tuple[str, Callable[[int], Ledger], Work, int]] = [
    ("a chain of hops", hops, checked, 100_000),
    ("a claim with hops", one_chain, checked, 100_000),
    ("a chain that closes on itself", loop, checked, 100_000),
    ("a component of articles", component, checked, 50_000),
    ("a proposition with origins", one_proposition, checked, 50_000),
    ("an article through which claims came", one_hub, checked, 50_000),
    ("an article with credits", one_credit_line, checked, 50_000),
    ("captured texts", copies, checked, 5_000),
    ("claimtrack chain over hops", hops, drawn, 100_000),
    ("a speaker with claims", large.one_speaker, checked, 100_000),
    ("a proposition with claims", large.one_question, checked, 50_000),
    ("an occasion with quotes of one utterance", large.one_utterance, checked, 20_000),
    ("an article with quotes", large.one_article, checked, 20_000),
    ("a claim with quotes", large.one_claim, checked, 20_000),
    ("a whole with parts", large.one_whole, checked, 20_000),
    ("a history", large.histories, checked, 20_000),
    ("a chain of implications", large.implications, checked, 20_000),
    ("a proposition and its opposites", large.one_opposed, checked, 20_000),
    ("a chain of successors and reprints", large.successions, checked, 50_000),
    ("a claim that rests on claims", large.one_ground, checked, 20_000),
    ("judgements", large.judgements, checked, 20_000),
    ("a ring of each relation", large.cycles, checked, 20_000),
]


def main(sizes: list[int], words: list[str], *, every: bool) -> None:
    """Print for each case and its rules the seconds at half the size and at it, and the ratio."""
    print(f"{'case':42}{'size':>9}{'half':>9}{'whole':>9}{'ratio':>7}")
    for name, make, work, own in CASES:
        if words and not any(word in name for word in words):
            continue
        for size in sizes or [own]:
            half, whole = (seconds(make(part), work) for part in (size // 2, size))
            row(name, f"{size:,}", half.pop(""), whole.pop(""))
            slowest = sorted(whole, key=whole.__getitem__, reverse=True)
            for code in slowest if every else slowest[:SHOWN]:
                row(f"  {code}", "", half.get(code, 0.0), whole[code])


def row(name: str, size: str, half: float, whole: float) -> None:
    """Print a line of the table."""
    ratio = whole / half if half else 0.0
    flag = " !" if ratio > STEEP and whole >= LEAST else ""
    print(f"{name:42}{size:>9}{half:>8.2f}s{whole:>8.2f}s{ratio:>7.1f}{flag}", flush=True)


def seconds(given: Ledger, work: Work) -> dict[str, float]:
    """How long some work takes on a ledger that is made already: by rule, and in all."""
    gc.collect()
    gc.disable()
    start = process_time()
    found = work(given)
    found[""] = process_time() - start
    gc.enable()
    return found


if __name__ == "__main__":
    asked = [word for word in sys.argv[1:] if word != "--all"]
    numbers = [int(word) for word in asked if word.isdecimal()]
    names = [word for word in asked if not word.isdecimal()]
    main(numbers, names, every="--all" in sys.argv)

"""What the report of a large ledger costs: seconds, milliseconds for each page, memory, bytes.

    python bench/report.py [CLAIMS]

The ledger is made up: ten claims stand in each article, ten are about each proposition, every tenth
claim is taken from an earlier one, and every article has its captured text. The site is written
twice into a temporary folder; the second run finds every page as it should be.
"""

import resource
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from time import perf_counter

import large

import claimtrack
from claimtrack import api
from claimtrack.model import Actor, Article, CapturedText, Claim, Ledger, Proposition, Quote
from claimtrack.model.localized import Localized
from claimtrack.model.words import ActorKind, ArticleKind, Stance
from claimtrack.reports.build import build
from claimtrack.reports.html import Site
from claimtrack.reports.html.pages import Page
from claimtrack.reports.view import Report
from claimtrack.store.report_folder import write_changed

SIZE = 10_000
IN_ONE = 10
"""Claims of an article, and of a proposition."""
OUTLETS, SPEAKERS = 20, 500
DAY = claimtrack.parse_date("2031-06-01")


def newsroom(size: int) -> Ledger:
    """A ledger of so many claims."""
    texts = tuple(text(n) for n in range(size // IN_ONE))
    outlets = (actor(f"o{n}", ActorKind.OUTLET) for n in range(OUTLETS))
    speakers = (actor(f"s{n}", ActorKind.PERSON) for n in range(SPEAKERS))
    articles = (article(n) for n in range(size // IN_ONE))
    questions = (question(n) for n in range(size // IN_ONE))
    return large.ledger(
        [*outlets, *speakers, *articles, *questions, *(claim(n, size) for n in range(size))], texts
    )


def actor(name: str, kind: ActorKind) -> Actor:
    """Somebody with a name in two scripts."""
    return Actor(
        id=name, kind=kind, name=Localized.of({"en": f"Actor {name}", "ar": f"طرف {name}"})
    )


def article(n: int) -> Article:
    """An article with an address."""
    return Article(
        id=f"a{n}",
        outlet=f"o{n % OUTLETS}",
        title=Localized.of(f"What was said on day {n}"),
        language="en",
        published=large.on(n % 365),
        url=f"https://wire.example/{n}",
        kind=ArticleKind.NEWS,
        text=f"a{n}.txt",
    )


def text(n: int) -> CapturedText:
    """The text of an article: a paragraph around each of its quotes."""
    said = (
        f"“{words(n * IN_ONE + place)},” said the {place}th of them." for place in range(IN_ONE)
    )
    content = "\n\n".join([f"Day {n} in the valley.", *said])
    return CapturedText(
        article=f"a{n}",
        number=1,
        is_current=True,
        named_by=("text",),
        path=f"a{n}.txt",
        content=content,
    )


def words(n: int) -> str:
    """What a claim quotes."""
    return f"We counted gate {n} twice and found the seal of number {n} whole"


def question(n: int) -> Proposition:
    """A proposition under one of a hundred topics."""
    return Proposition(
        id=f"p{n}",
        text=Localized.of({"en": f"Gate {n} held through the night", "ar": f"صمدت البوابة {n}"}),
        topics=(f"topic-{n % 100}",),
    )


def claim(n: int, size: int) -> Claim:
    """A claim; ten about one proposition stand in ten articles."""
    return Claim(
        id=f"c{n}",
        article=f"a{n // IN_ONE}",
        speaker=f"s{n % SPEAKERS}",
        proposition=f"p{n % (size // IN_ONE)}",
        stance=Stance.DENIES if n % 7 == 0 else Stance.AFFIRMS,
        quotes=(Quote(exact=words(n)),),
        based_on=(f"c{n - size // IN_ONE}",) if n % 10 == 0 and n >= size // IN_ONE else (),
    )


def viewed(ledger: Ledger) -> Report:
    """The view of a ledger, without findings: what they cost is for bench/large.py to say."""
    origins = api.origins(ledger, as_of=DAY)
    result = claimtrack.check(ledger, as_of=DAY, rules=[])
    return build(ledger, result, as_of=DAY, title="Newsroom", version="bench", origins=origins)


def main(size: int) -> None:
    """Measure, and print."""
    ledger = newsroom(size)
    before = memory()
    start = perf_counter()
    report = viewed(ledger)
    print(f"{size:,} claims: the view is ready in {perf_counter() - start:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        for run in ("first", "second"):
            write(report, Path(folder), run)
        front = (Path(folder) / "index.html").stat().st_size
        search = (Path(folder) / "search.html").stat().st_size
    print(f"front page {front / 1e3:,.0f} kB, search page {search / 1e6:,.1f} MB")
    print(f"memory: {before:,.0f} MB with the ledger, {memory():,.0f} MB at the most")


def write(report: Report, folder: Path, run: str) -> None:
    """Write the site, and print what it took, for each kind of page."""
    site = Site(report)
    seconds: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()

    def rendered(page: Page) -> str:
        start = perf_counter()
        text = site.render(page)
        seconds[page.template] += perf_counter() - start
        counts[page.template] += 1
        return text

    start = perf_counter()
    done = write_changed(folder, ((page.path, (rendered(page),)) for page in site))
    took = perf_counter() - start
    pages = sum(counts.values())
    print(
        f"{run} run: {pages:,} pages in {took:.1f} s, {1000 * took / pages:.2f} ms for each; "
        f"{done.written:,} written, {done.kept:,} kept"
    )
    if run == "first":
        for template, count in counts.most_common():
            each = 1000 * seconds[template] / count
            print(f"    {template.removesuffix('.html'):<12} {count:>8,} {each:>9.2f} ms")


def memory() -> float:
    """The most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)

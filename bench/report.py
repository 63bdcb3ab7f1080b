"""What the report of a large ledger costs: seconds of the process, by page; memory, bytes.

    python bench/report.py [CLAIMS]

The ledger is that of bench/generate.py, with a conflict for each 500 claims. Its site is written
twice into a temporary folder; the second run finds every page as it should be. With Chromium and
Playwright (the group dev) it is also measured how long the front page and the search take to open.
"""

import contextlib
import gc
import resource
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from time import perf_counter, process_time

from generate import generate
from newsroom import Size

import claimtrack
from claimtrack import api
from claimtrack.plugins import all_rules
from claimtrack.reports.build import build
from claimtrack.reports.html import Site
from claimtrack.reports.html.pages import Page
from claimtrack.reports.view import Report
from claimtrack.store.report_folder import write_changed

SIZE = 10_000
A_CONFLICT = 500
"""Claims for each conflict that is planted."""
DAY = claimtrack.parse_date("2031-06-01")


def main(size: int) -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as temporary, contextlib.chdir(temporary):
        generate(Path(), Size(size, planted=size // A_CONFLICT))
        gc.disable()  # as the command does
        start = process_time()
        ledger = claimtrack.load("claims")
        result = claimtrack.check(ledger, as_of=DAY)
        took, before = process_time() - start, memory()
        print(
            f"{size:,} claims, {len(result.findings):,} findings: read and checked in {took:.1f} s"
        )
        start = process_time()
        report = build(
            ledger,
            result,
            as_of=DAY,
            title="Newsroom",
            version="bench",
            origins=api.origins(ledger, as_of=DAY),
            rules=all_rules(),
        )
        print(f"the view is ready in {process_time() - start:.1f} s")
        gc.freeze()
        gc.enable()
        for run in ("first", "second"):
            write(report, Path("site"), run)
        print(f"memory: {before:,.0f} MB for the check, {memory():,.0f} MB at the most")
        sizes = sorted(path.stat().st_size for path in Path("site").rglob("*.html"))
        print(f"the site: {sum(sizes) / 1e6:,.0f} MB; its largest page {sizes[-1] / 1e6:,.1f} MB")
        for name in ("index.html", "search.html"):
            page = Path("site", name)
            print(f"{name}: {page.stat().st_size / 1e3:,.0f} kB, {opens(page)}")


def write(report: Report, folder: Path, run: str) -> None:
    """Write the site, and print what it took; of the first run for each kind of page."""
    site = Site(report)
    seconds: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()

    def rendered(page: Page) -> str:
        start = process_time()
        text = site.render(page)
        seconds[page.template] += process_time() - start
        counts[page.template] += 1
        return text

    start = process_time()
    done = write_changed(folder, ((page.path, (rendered(page),)) for page in site))
    took, pages = process_time() - start, counts.total()
    print(
        f"{run} run: {pages:,} pages in {took:.1f} s, {1000 * took / pages:.2f} ms for each; "
        f"{done.written:,} written, {done.kept:,} kept"
    )
    if run == "first":
        for template, count in counts.most_common():
            each = 1000 * seconds[template] / count
            print(f"    {template.removesuffix('.html'):<12} {count:>8,} {each:>9.2f} ms")


def opens(page: Path) -> str:
    """How long a page takes until the browser has loaded it."""
    program = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - of the group dev
    except ImportError:
        program = None
    if program is None:
        return "not opened: there is no Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        shown = browser.new_page()
        start = perf_counter()
        shown.goto(page.resolve().as_uri())
        took = perf_counter() - start
        browser.close()
    return f"open in {took:.2f} s"


def memory() -> float:
    """The most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)

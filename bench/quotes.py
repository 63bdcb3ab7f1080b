"""Measure how quotes of real articles are anchored; the articles are not part of the repository.

    python bench/quotes.py FOLDER

FOLDER holds `polnear-dev.jsonl` (English articles whose direct quotes are marked by offsets),
`articles-ar-2015.jsonl` and `quote-pairs-ar-2015.jsonl` (Arabic articles, and utterances that two
of them print). Printed are development figures: how many quotes of four words or more are found at
their own place, how many are found in an article that lacks them, and how many pass with one word
changed or dropped.
"""

import json
import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from time import perf_counter

from claimtrack.text.anchor import Anchor, Source
from claimtrack.text.quotation import parse_quotation
from claimtrack.text.words import words

FEWEST_WORDS = 4
CONTEXT = 40


def main(folder: Path) -> None:
    """Print the figures of both corpora."""
    start = perf_counter()
    print("english\n" + english(rows(folder / "polnear-dev.jsonl")))
    arabic_articles = rows(folder / "articles-ar-2015.jsonl")
    print("arabic\n" + arabic(arabic_articles, rows(folder / "quote-pairs-ar-2015.jsonl")))
    print(f"{perf_counter() - start:.1f} s")


def rows(path: Path) -> list[dict]:
    """The records of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def english(articles: list[dict]) -> str:
    """Each marked quote against its own article, against all others, and with a word wrong."""
    sources = {article["id"]: Source(article["text"]) for article in articles}
    counts: Counter[str] = Counter()
    for article in articles:
        text, own = article["text"], sources[article["id"]]
        for start, end in (span for a in article["attributions"] for span in a["quotes"]):
            exact = " ".join(text[start:end].split())
            if len(exact.split()) < FEWEST_WORDS:
                continue
            counts["quotes"] += 1
            anchor = own.anchor(exact, text[max(0, start - CONTEXT) : start], text[end:][:CONTEXT])
            counts["found at their place"] += at_place(anchor, start, end)
            counts[f"  {anchor.grade}"] += 1
            for other in (source for source in sources.values() if source is not own):
                if other.anchor(exact).grade.passes:
                    stands = contains(other, exact)
                    counts["found elsewhere, where the words stand" if stands else "FALSE"] += 1
            held_spoilt(own, exact, counts)
    return listed(counts)


def held_spoilt(own: Source, exact: str, counts: Counter[str]) -> None:
    """Count the spoilt forms of a quote, and print where one stands that passes.

    An article may have the same words without the one that was dropped: said elsewhere, or as a
    quote that begins with an omission already. Only what passes and does not stand is wrong.
    """
    for wrong in spoilt(exact):
        counts["spoilt quotes"] += 1
        anchor = own.anchor(wrong)
        stands = anchor.grade.passes and contains(own, wrong)
        counts["  whose words stand in the article without that word"] += stands
        counts["SPOILT QUOTES THAT PASS"] += anchor.grade.passes and not stands
        if anchor.grade.passes and anchor.whole is not None:
            start, end = anchor.whole
            passage = own.text[max(0, start - CONTEXT) : end]
            print(f"  {'stands' if stands else 'PASSES'}: …{' '.join(passage.split())}")


def arabic(articles: list[dict], pairs: list[dict]) -> str:
    """Each half of a pair against its own article and the other's."""
    sources = {article["url"]: Source(article["content"]) for article in articles}
    counts: Counter[str] = Counter()
    for pair in pairs:
        for own, other in (("a", "b"), ("b", "a")):
            exact = pair[own]["quote"]
            home, away = (sources.get(pair[side]["article_id"]) for side in (own, other))
            if home is not None:
                counts["quotes"] += 1
                counts["pass in their own article"] += home.anchor(exact).grade.passes
            if away is not None:
                anchor = away.anchor(exact)
                counts[f"  {pair['kind']}, in the other article: {anchor.grade}"] += 1
                if pair["kind"] == "altered" and anchor.grade.passes:
                    counts["ALTERED THAT PASS"] += not contains(away, exact)
    return listed(counts)


def at_place(anchor: Anchor, start: int, end: int) -> bool:
    """Whether a quote passes within a few code points (quotation marks) of where it is marked."""
    if not anchor.grade.passes or anchor.whole is None:
        return False
    slack = 2
    return abs(anchor.whole.start - start) <= slack and abs(anchor.whole.end - end) <= slack


def contains(source: Source, exact: str) -> bool:
    """Whether the very words of a quote stand in a text, one after the other."""
    wanted = [word.wide for word in words(exact)]
    have = [word.wide for word in words(source.text)]
    return any(have[at : at + len(wanted)] == wanted for at in range(len(have)))


def spoilt(exact: str) -> list[str]:
    """The quote with one word changed, and with one inner word dropped, at up to eight places.

    Words beside an omission of the quote's own are left: dropping one lengthens the omission.
    """
    if len(parse_quotation(exact).fragments) > 1:
        return []
    parts = exact.split()
    inner = range(1, len(parts) - 1)
    changed = ([*parts[:at], "zebra", *parts[at + 1 :]] for at in range(len(parts)))
    dropped = ([*parts[:at], *parts[at + 1 :]] for at in inner if parts[at] != parts[at - 1])
    return [" ".join(wrong) for some in (changed, dropped) for wrong in islice(some, 8)]


def listed(counts: Counter[str]) -> str:
    """The counts, one a line, in the order in which they came up."""
    return "\n".join(f"  {count:>7,}  {what}" for what, count in counts.items())


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():  # noqa: PLR2004 - one folder
        sys.exit(__doc__)
    main(Path(sys.argv[1]))

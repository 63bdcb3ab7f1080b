"""Measure how many reporting cues of real articles the lexicon knows; no article is kept here.

    python bench/cues.py FOLDER [--unknown]

FOLDER holds `polnear-dev.jsonl` (English articles in which the cue of each attribution is marked
by offsets) and `articles-ar-2015.jsonl` (Arabic articles without marks). Printed are development
figures: the share of the marked English cues in which the lexicon finds a cue, the share of what it
finds in those articles that is marked, and the share of Arabic quotations of three words or more
that have a known cue near, beside that of any stretch of as many words. `--unknown` also shows the
commonest words that the lexicon does not know.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

from claimtrack.text.cues import find_cues, force_of
from claimtrack.text.words import words

QUOTATION = re.compile('[«“"]([^«»“”"\n]+)[»”"]')
FEWEST_WORDS = 3
NEAR = 12
"""Words before a quotation, or after it, in which its cue is looked for."""


def main(folder: Path, *, unknown: bool) -> None:
    """Print the figures of both corpora."""
    start = perf_counter()
    print("english\n" + english(rows(folder / "polnear-dev.jsonl"), unknown=unknown))
    print("arabic\n" + arabic(rows(folder / "articles-ar-2015.jsonl"), unknown=unknown))
    print(f"{perf_counter() - start:.1f} s")


def rows(path: Path) -> list[dict]:
    """The records of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def english(articles: list[dict], *, unknown: bool) -> str:
    """The marked cues: how many have words, how many of those are known, and with what force.

    An attribution with a quote is counted again by itself: that is where a ledger records cues.
    """
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for article in articles:
        text = article["text"]
        marked = [span for one in article["attributions"] for span in one["cue"]]
        for cue in find_cues(text, "en"):
            counts["found in the texts"] += 1
            counts["found where one is marked"] += any(
                cue.start < end and start < cue.end for start, end in marked
            )
        for one in article["attributions"]:
            cue = " ".join(text[start:end] for start, end in one["cue"])
            if not words(cue):
                counts["cues without a word"] += 1
                continue
            found = bool(list(find_cues(cue, "en")))
            for what in ("cues", *(["cues of quotes"] if one["quotes"] else [])):
                counts[what] += 1
                counts[f"{what} that are known"] += found
            if found:
                counts[f"  force: {force_of(cue, 'en') or 'none, negated'}"] += 1
            else:
                missed[" ".join(word.wide for word in words(cue))] += 1
    for what in ("cues", "cues of quotes"):
        share(counts, f"{what} that are known", what)
    share(counts, "found where one is marked", "found in the texts")
    return listed(counts, missed if unknown else Counter())


def arabic(articles: list[dict], *, unknown: bool) -> str:
    """The quotations of three words or more: how many have a known cue before or after them."""
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for article in articles:
        text = article["content"]
        spoken = text.split()
        for start in range(0, len(spoken) - NEAR, NEAR):
            counts[f"stretches of {NEAR} words"] += 1
            counts["stretches with a cue"] += any(find_cues(" ".join(spoken[start:][:NEAR]), "ar"))
        for match in QUOTATION.finditer(text):
            if len(match[1].split()) < FEWEST_WORDS:
                continue
            before = text[: match.start()].split()[-NEAR:]
            after = text[match.end() :].split()[:NEAR]
            counts["quotations"] += 1
            in_front = any(find_cues(" ".join(before), "ar"))
            behind = any(find_cues(" ".join(after), "ar"))
            counts[f"with a cue in the {NEAR} words before"] += in_front
            counts[f"with one before or in the {NEAR} after"] += in_front or behind
            if not in_front and not behind:
                missed.update(set(before))
    share(counts, f"with a cue in the {NEAR} words before", "quotations")
    share(counts, f"with one before or in the {NEAR} after", "quotations")
    share(counts, "stretches with a cue", f"stretches of {NEAR} words")
    return listed(counts, missed if unknown else Counter())


def share(counts: Counter[str], part: str, whole: str) -> None:
    """Add the share of one count in another."""
    counts[f"in a thousand: {part}"] = round(1000 * counts[part] / counts[whole])


def listed(counts: Counter[str], missed: Counter[str]) -> str:
    """The counts, one a line, in the order in which they came up, and the commonest unknown."""
    told = [f"  {count:>7,}  {what}" for what, count in counts.items()]
    told += [f"  {count:>7,}  unknown: {what}" for what, count in missed.most_common(40)]
    return "\n".join(told)


if __name__ == "__main__":
    arguments = [one for one in sys.argv[1:] if one != "--unknown"]
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.exit(__doc__)
    main(Path(arguments[0]), unknown="--unknown" in sys.argv)

"""Measure what the words of real quotes that two outlets print are taken to differ in.

    python bench/divergence.py FOLDER

FOLDER holds `quote-pairs-ar-2015.jsonl`: utterances that two Arabic outlets print; it is not part
of the repository. Printed are development figures: the pairs by the depth of their difference; of
the alarms (a difference of meaning) those that a reader judged right, from a file of labels, which
holds no text; and, of errors planted into the same pairs where both print the same words, how many
are found. The last planted one is no error, and must not be found.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from claimtrack.text.alignment import aligned, quoted_units, settled
from claimtrack.text.divergence import Degree, Divergence, divergence
from claimtrack.text.meaning import Carries, Unit
from claimtrack.text.names import Names
from claimtrack.text.turns import Aspect

SEED = 2015
LABELS = Path(__file__).with_name("divergence-labels.json")
PARTIES = [
    ["إيران", "طهران", "الجمهورية الإسلامية"],
    ["الولايات المتحدة", "أمريكا", "أميركا", "واشنطن"],
    ["إسرائيل"],
    ["السعودية"],
    ["روسيا", "موسكو"],
    ["سوريا", "سورية", "دمشق"],
    ["العراق", "بغداد"],
    ["اليمن", "صنعاء"],
    ["لبنان", "بيروت"],
    ["فرنسا", "باريس"],
    ["ألمانيا", "برلين"],
    ["البحرين", "المنامة"],
    ["الكونغرس", "الكونجرس"],
]
NAMES = Names(PARTIES)
Shared = list[tuple[Unit, Unit]]
Spoilt = tuple[str, str] | None
Planter = Callable[[random.Random, str, str, Shared], Spoilt]


def main(folder: Path) -> None:
    """Print the figures."""
    start = perf_counter()
    lines = (folder / "quote-pairs-ar-2015.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    pairs = list(dict.fromkeys((row["a"]["quote"], row["b"]["quote"]) for row in rows))
    found = [divergence(*pair, NAMES) for pair in pairs]
    print(f"{len(pairs)} pairs of quotes, of {len(rows)} mined")
    print(listed(Counter(depth(one) for one in found)))
    alarms = [
        key(pair)
        for pair, one in zip(pairs, found, strict=True)
        if one and one.degree is Degree.MEANING
    ]
    print(
        f"alarms: {len(alarms)} ({len(alarms) / len(pairs):.1%} of the pairs), of which errors: "
        f"{sum(one is not None and one.turns for one in found)}"
    )
    print(listed(Counter(aspect.value for one in found if one for aspect in one.aspects)))
    print("alarms as judged by reading them\n" + judged(alarms))
    print(f"planted, seed {SEED}")
    for name, (plant, aspect) in PLANTERS.items():
        print(planted(name, plant, aspect, pairs))
    print(f"{perf_counter() - start:.1f} s")


def depth(one: Divergence | None) -> str:
    """The depth of a difference, as a line of the table."""
    return "not one passage" if one is None else one.degree.name.lower()


def key(pair: tuple[str, str]) -> str:
    """What a pair is known by in the file of labels: it tells nothing of the words."""
    return sha256("\0".join(pair).encode()).hexdigest()[:16]


def judged(alarms: list[str]) -> str:
    """The alarms by what a reader made of them."""
    labels = json.loads(LABELS.read_text(encoding="utf-8")) if LABELS.exists() else {}
    return listed(Counter(labels.get(alarm, "not judged") for alarm in alarms))


def planted(name: str, plant: Planter, aspect: Aspect, pairs: list[tuple[str, str]]) -> str:
    """How many pairs take the planted words, and in how many of them they are found."""
    random_ = random.Random(SEED)  # noqa: S311 - figures, not secrets
    took = told = 0
    for first, second in pairs:
        known = divergence(first, second, NAMES)
        if known is None or known.degree is Degree.MEANING:
            continue
        runs = settled(aligned(quoted_units(first), quoted_units(second)))
        shared = [
            both for run in runs if run.same for both in zip(run.first, run.second, strict=True)
        ]
        changed = plant(random_, first, second, shared)
        if changed is None:
            continue
        took += 1
        after = divergence(*changed, NAMES)
        told += after is not None and is_told(after, aspect)
    return f"  {told:>5,} of {took:>3,} ({told / took:6.1%})  {name}"


def is_told(after: Divergence, aspect: Aspect) -> bool:
    """Whether a difference is told, by its own name or as one of a clause or a cut."""
    cut = after.cut and aspect is Aspect.NEGATION
    return cut or not {aspect, Aspect.CLAUSE}.isdisjoint(after.aspects)


def drop_negation(random_: random.Random, first: str, second: str, shared: Shared) -> Spoilt:
    """The second side without a negation that both print."""
    negations = [unit for _, unit in shared if unit.kind is Carries.NEGATION]
    if not negations:
        return None
    unit = random_.choice(negations)
    return first, second[: unit.start] + second[unit.end :].lstrip()


def put_negation(random_: random.Random, first: str, second: str, shared: Shared) -> Spoilt:
    """The second side with a negation before a word that both print."""
    unit = random_.choice(shared)[1]
    word = random_.choice(["لا", "لم", "لن", "غير"])
    return first, f"{second[: unit.start]}{word} {second[unit.start :]}"


def change_number(random_: random.Random, first: str, second: str, shared: Shared) -> Spoilt:
    """A number behind a word that both print, and another one on the second side."""
    return _numbered(random_, (first, second), shared, "عشرين", random_.choice(["٣٠", "مئتين"]))


def same_number(random_: random.Random, first: str, second: str, shared: Shared) -> Spoilt:
    """The same number in words and in digits: no difference."""
    return _numbered(random_, (first, second), shared, "عشرين", random_.choice(["20", "٢٠"]))


def _numbered(
    random_: random.Random, texts: tuple[str, str], shared: Shared, *words: str
) -> Spoilt:
    units = [both for both in shared if both[0].kind is None]
    at = random_.choice(units)
    first, second = (
        f"{text[: unit.end]} {word}{text[unit.end :]}"
        for text, unit, word in zip(texts, at, words, strict=True)
    )
    return first, second


def swap_name(random_: random.Random, first: str, second: str, shared: Shared) -> Spoilt:
    """Another party's name for one that both print."""
    named = [(unit, NAMES.among([unit])) for _, unit in shared]
    found = [(unit, parties) for unit, parties in named if parties]
    if not found:
        return None
    unit, parties = random_.choice(found)
    absent = set(range(len(PARTIES))) - parties - NAMES.among(quoted_units(second))
    name = PARTIES[random_.choice(sorted(absent))][0]
    return first, second[: unit.start] + name + second[unit.end :]


PLANTERS: dict[str, tuple[Planter, Aspect]] = {
    "negation dropped": (drop_negation, Aspect.NEGATION),
    "negation put in": (put_negation, Aspect.NEGATION),
    "number changed": (change_number, Aspect.NUMBER),
    "known name changed": (swap_name, Aspect.NAME),
    "one number in two notations: NO ERROR": (same_number, Aspect.NUMBER),
}


def listed(counts: Counter[str]) -> str:
    """The counts, one a line, the most first."""
    return "\n".join(f"  {count:>5,}  {what}" for what, count in counts.most_common())


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():  # noqa: PLR2004 - one folder
        sys.exit(__doc__)
    main(Path(sys.argv[1]))

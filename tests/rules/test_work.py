"""Large groups: the work of a check grows as n log n, counted in lines of rules that are run."""

import sys

import pytest

from claimtrack.config import Config
from claimtrack.model import Attribution, Claim, Localized, Proposition, ValueSpec
from claimtrack.model.words import Stance, ValueType
from claimtrack.rule import Group, Key
from claimtrack.rules import catalogue
from claimtrack.testing.factories import make_article
from claimtrack.text.dates import parse_date
from claimtrack.text.quantity import parse_quantity

CODES = {"CT301", "CT302", "CT304", "CT305", "CT309", "CT310", "CT601", "CT602"}
RULES = [rule for rule in catalogue() if rule.code in CODES]
DAY = parse_date("2031-05-03")
STANCES = (Stance.AFFIRMS, Stance.DENIES, Stance.DECLINES_TO_COMMENT)
PROPOSITION = Proposition(
    id="p", text=Localized.of("P"), value=ValueSpec(type=ValueType.QUANTITY), contradicts=("q",)
)


def one_speaker(n):
    """All by one speaker, on one day, in two articles."""
    return Claim(
        id=f"c{n}",
        article=f"a{n % 2}",
        speaker="s",
        said=DAY,
        stance=STANCES[n % 3],
        proposition="pq"[n % 2],
    )


def many_values(n):
    """All of one day and no two alike; every hundredth can be read in two ways."""
    value = f"{n % 900 + 100}.869" if n % 100 == 0 else f"{n} bodies"
    return Claim(
        id=f"c{n}", article=f"a{n}", speaker=f"s{n}", said=DAY, proposition="p", value=value
    )


def many_days(n):
    """A speaker whose stance changes every day."""
    day = parse_date(f"{1900 + n // 336:04}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}")
    return Claim(
        id=f"c{n}", article="a", speaker="s", said=day, stance=STANCES[n % 2], proposition="p"
    )


PAIRS = [
    (rule, claim)
    for rule in RULES
    for claim in ([many_values] if rule.code < "CT303" else [one_speaker, many_days])
]


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "claim"), PAIRS, ids=lambda one: getattr(one, "name", None))
def test_ten_times_the_claims_take_little_more_than_ten_times_the_work(rule, claim):
    assert lines_run(rule, claim, 20_000) < 20 * lines_run(rule, claim, 2_000)


def retold(n):
    """Each taken from the one before: by turns what a speaker said, surer, and what is so."""
    return Claim(
        id=f"c{n}",
        article=f"a{n}",
        speaker="s" if n % 2 == 0 else "article",
        proposition="p",
        based_on=(f"c{n - 2 + n % 2}", f"a{n - 1}") if n > 1 else (),
        attribution=Attribution(cue="said" if n else "suggested"),
    )


def one_article(n):
    """All in one article, all taken from that article."""
    return Claim(
        id=f"c{n}",
        article="a0",
        speaker="article" if n % 2 else f"s{n % 3}",
        proposition="p",
        based_on=("a0",),
        attribution=Attribution(cue="said"),
    )


def articles(size):
    """An article a day, for rules that ask when a claim was printed."""
    return [
        make_article(
            f"a{n}", published=f"{1900 + n // 336:04}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}"
        )
        for n in range(size)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("claim", [retold, one_article])
@pytest.mark.parametrize("code", ["CT205", "CT206"])
def test_so_does_the_ladder(code, claim):
    rule = next(rule for rule in catalogue() if rule.code == code)
    assert lines_run(rule, claim, 20_000, articles) < 20 * lines_run(rule, claim, 2_000, articles)


def lines_run(rule, claim, size, more=lambda _size: ()):
    """How many lines of the rules and of `text.intervals` run for a group of that size.

    `more` makes records that can be looked up and are not in the group.
    """
    records = (PROPOSITION, *(claim(n) for n in range(size)))
    for record in records[1:]:
        if record.value is not None:
            parse_quantity(record.value)  # kept by its cache: what is counted is the comparison
    found = {(type(record), record.id): record for record in (*records, *more(size))}
    group = Group(
        Key("proposition", ("p",)), records, Config(), lambda cls, name: found.get((cls, name))
    )
    lines = 0

    def count(_frame, event, _argument):
        nonlocal lines
        lines += event == "line"
        return count

    def enter(frame, *_):
        name = frame.f_code.co_filename
        return count if "claimtrack/rules" in name or "intervals" in name else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        list(rule.check(group))
    finally:
        sys.settrace(before)
    return lines

"""The records of a generated ledger, as text: who there is, what may be true, and who said so."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from invented import NOUNS, PLACES, numbers, outlet, person, sentence, slug
from statements import COUNTED, OWN_VOICE, Article, Claims, Event, is_unnamed, name_of, question

A_FILE = 10
"""Claims in an article's file."""
FIRST_DAY, DAYS = date(2018, 1, 1), 2900
OUTLETS = 64
KINDS = (
    *("event", "event", "numerical", "numerical", "numerical"),
    *("position", "causal", "intention", "prediction", "numerical"),
)
"""Propositions come in families of ten, in this order; see `RELATIONS`."""
OPINIONS = {5, 8}
"""Places in a family of what nobody should say without a name."""
RELATIONS = {1: "contradicts: [{0}]", 3: "part_of: {2}", 4: "part_of: {2}", 6: "implies: [{0}]"}
AGAIN, ALONE = 0.3, 100
"""How often a report goes back to the last one; of 256 claims so many were made at no occasion."""
VERDICT = "    verdicts:\n      - {veracity: refuted, reviewer: the-desk, date: 2026-01-05}\n"
SHAPES = ("zipf", "one-key", "spread")


class Size(NamedTuple):
    """How large a ledger is, and how its claims are spread."""

    claims: int
    seed: int = 1
    planted: int = 0
    shape: str = "zipf"

    @property
    def files(self) -> int:
        """Articles."""
        return max(-(-self.claims // A_FILE), 2)

    @property
    def speakers(self) -> int:
        """Actors that speak."""
        return min(max(self.claims // 50, 40), 32_000)

    @property
    def propositions(self) -> int:
        """Families of ten, one for eighty claims."""
        return max(self.claims // 80, 4) * 10


class Newsroom:
    """All records of a ledger, in order; articles are to be asked for by rising number."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self._random = random.Random(size.seed)  # noqa: S311 - to be repeated, not to be secret
        self._speakers = _zipf(size.speakers)
        self._propositions = _zipf(size.propositions)
        self._claims = Claims(size.seed)
        self._held: set[Event] = set()
        self._quarter = 0

    def actors(self) -> Iterator[str]:
        """Those who judge, the outlets and the speakers."""
        yield "  - {id: the-desk, kind: organisation, name: {en: The desk, ar: المكتب}}\n"
        yield "  - {id: the-panel, kind: organisation, name: {en: The panel, ar: اللجنة}}\n"
        for n in range(OUTLETS):
            name = outlet(n)
            yield (
                f"  - id: {slug(name.en)}\n    kind: outlet\n"
                f"    name: {{en: {name.en}, ar: {name.ar}}}\n"
            )
        yield from map(_speaker, range(self.size.speakers))

    def propositions(self) -> Iterator[str]:
        """What can be true or false, by families."""
        for n in range(self.size.propositions):
            family = [question(n // 10 * 10 + place) for place in range(10)]
            text = sentence(self.size.seed, "proposition", n)
            parts = [
                f"  - id: {family[n % 10]}\n    text:\n      en: {text.en}\n      ar: {text.ar}\n",
                f"    kind: {KINDS[n % 10]}\n",
                f"    topics: [{NOUNS[n % 32]}, {NOUNS[n // 10 % 32]}]\n",
            ]
            if n % 10 in COUNTED:
                parts.append("    value: {type: quantity}\n")
            if n % 10 in RELATIONS:
                parts.append(f"    {RELATIONS[n % 10].format(*family)}\n")
            if n % 50 == 1:
                parts.append(VERDICT)
            yield "".join(parts)

    def article(self, number: int) -> Article:
        """Which article it is; it depends on nothing but the number."""
        place = numbers(self.size.seed, "article", number)[0] % OUTLETS
        day = FIRST_DAY + timedelta(number * DAYS // self.size.files)
        name = f"{slug(outlet(place).en)}-{day}-{number:06}"
        return Article(number, name, place, "en" if place % 2 else "ar", day)

    def text(self, article: Article) -> str:
        """The file of an article: itself, its claims, and the occasions that it names first."""
        seen: set[tuple[int, int]] = set()
        first = article.number * A_FILE
        events: list[Event] = []
        claims: list[str] = []
        for place in range(max(min(A_FILE, self.size.claims - first), 0)):
            pair = self._pair(first + place, seen)
            seen.add(pair)
            event = self._event(article, place, *pair)
            claims.append(self._claims.text(article, place, pair, event))
            if event is not None and event not in self._held:
                events.append(event)
                self._held.add(event)
        held = "".join(event.text() for event in events)
        occasions = f"occasions:\n{held}" if held else ""
        return f"{self._head(article)}{occasions}claims:\n{''.join(claims)}"

    def _pair(self, n: int, seen: set[tuple[int, int]]) -> tuple[int, int]:
        """The speaker and the proposition of a claim: a new pair in its article."""
        if self.size.shape != "zipf":
            family = n % (self.size.propositions // 10) if self.size.shape == "spread" else 0
            return n % (self.size.speakers // A_FILE * A_FILE), family * 10 + 9
        while True:
            (who,) = self._random.choices(range(self.size.speakers), cum_weights=self._speakers)
            (what,) = self._random.choices(
                range(self.size.propositions), cum_weights=self._propositions
            )
            if is_unnamed(who) and what % 10 in OPINIONS:
                continue
            again = self._claims.speaker(what)
            if again is not None and self._random.random() < AGAIN:
                who = again
            if (who, what) not in seen:
                return who, what

    def _head(self, article: Article) -> str:
        """The article itself."""
        title = sentence(self.size.seed, "title", article.number)
        name = slug(outlet(article.outlet).en)
        return (
            f"article:\n  id: {article.id}\n  outlet: {name}\n  title:\n    en: {title.en}\n"
            f"    ar: {title.ar}\n  language: {article.language}\n"
            f"  published: {article.day}T16:40Z\n"
            f"  url: https://{name}.example/{article.day:%Y/%m/%d}/{article.number}\n"
            f"  byline: {person(article.outlet * 7).en}\n"
        )

    def _event(self, article: Article, place: int, who: int, what: int) -> Event | None:
        """The occasion of a claim: three of five have one."""
        quarter = article.day.year * 4 + (article.day.month - 1) // 3
        if quarter != self._quarter:  # none of before comes again
            self._quarter = quarter
            self._held.clear()
        alone = numbers(self.size.seed, "event", article.number, place)[0] < ALONE
        return None if who == OWN_VOICE or alone else Event(who, what, quarter)


def _zipf(size: int) -> list[float]:
    """Weights, summed up: the second is half as frequent as the first, and so on."""
    return list(accumulate(1 / rank for rank in range(1, size + 1)))


def _speaker(who: int) -> str:
    """A person, or a source without a name."""
    name = person(who)
    place = who % 32
    if is_unnamed(who):
        return (
            f"  - id: {name_of(who)}\n    kind: unnamed\n"
            f"    name: {{en: A source in {PLACES[place]}, ar: مصدر}}\n"
            f"    described_as: an official of the {NOUNS[place]}\n"
        )
    return (
        f"  - id: {name_of(who)}\n    kind: person\n    name:\n      en: {name.en}\n"
        f"      ar: {name.ar}\n    aliases: [{name.en[0]}. {' '.join(name.en.split()[1:])}]\n"
    )

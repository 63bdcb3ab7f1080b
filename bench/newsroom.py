"""The records of a generated ledger, as text: who there is, what may be true, and who said so.

They are free of conflicts by construction: whether a speaker affirms a proposition, and how many
there were of something, depends on nothing but the two; words are said before they are printed.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from invented import NOUNS, PLACES, Sentence, numbers, outlet, person, sentence, slug

A_FILE = 10
"""Claims in an article's file."""
FIRST_DAY, DAYS = date(2018, 1, 1), 2900
OUTLETS = 64
KINDS = (
    *("event", "event", "numerical", "numerical", "numerical"),
    *("position", "causal", "intention", "prediction", "numerical"),
)
"""Propositions come in families of ten, in this order; see `RELATIONS`."""
WHOLE, COUNTED, THEIR_OWN, OPINIONS = 2, {2, 3, 4, 9}, {5, 7, 8}, {5, 8}
"""Places in a family: a sum, what has a value, what only its speaker knows, what needs a name."""
RELATIONS = {1: "contradicts: [{0}]", 3: "part_of: {2}", 4: "part_of: {2}", 6: "implies: [{0}]"}
DEEPEST = 5
"""Reports that go back to each other, at most."""
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


class Article(NamedTuple):
    """An article."""

    number: int
    id: str
    outlet: int
    language: str
    day: date

    @property
    def file(self) -> str:
        """Where it stands in the ledger."""
        return f"claims/articles/{self.day:%Y-%m}/{self.id}.yaml"


class Told(NamedTuple):
    """A report that another may go back to."""

    claim: str
    article: str
    speaker: int
    depth: int


class Event(NamedTuple):
    """What a speaker said on a proposition in a quarter of a year, for all outlets at once."""

    who: int
    what: int
    quarter: int

    @property
    def id(self) -> str:
        """The identifier of the occasion."""
        return f"{name_of(self.who)}-{self.quarter // 4}-q{self.quarter % 4 + 1}-{self.what}"

    @property
    def day(self) -> date:
        """The first of its quarter."""
        return date(self.quarter // 4, self.quarter % 4 * 3 + 1, 1)

    def text(self) -> str:
        """The occasion."""
        return (
            f"  - id: {self.id}\n    kind: press_conference\n    date: {self.day}\n"
            f"    actors: [{name_of(self.who)}]\n    place: {PLACES[self.who % 32]}\n"
            f"    language: {('en', 'ar')[self.who % 2]}\n"
        )


class Newsroom:
    """All records of a ledger, in order; articles are to be asked for by rising number."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self._random = random.Random(size.seed)  # noqa: S311 - to be repeated, not to be secret
        self._speakers = _zipf(size.speakers)
        self._propositions = _zipf(size.propositions)
        self._told: dict[int, Told] = {}
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
                f"    kind: {KINDS[n % 10]}\n    topics: [{NOUNS[n % 32]}, {NOUNS[n // 10 % 32]}]\n",
            ]
            if n % 10 in COUNTED:
                parts.append("    value: {type: quantity}\n")
            if n % 10 in RELATIONS:
                parts.append(f"    {RELATIONS[n % 10].format(*family)}\n")
            if n % 50 == 1:
                parts.append(
                    "    verdicts:\n      - veracity: refuted\n        reviewer: the-desk\n"
                )
                parts.append("        date: 2026-01-05\n")
            yield "".join(parts)

    def article(self, number: int) -> Article:
        """Which article it is; it depends on nothing but the number."""
        place = numbers(self.size.seed, "article", number)[0] % OUTLETS
        day = FIRST_DAY + timedelta(number * DAYS // self.size.files)
        name = f"{slug(outlet(place).en)}-{day}-{number:06}"
        return Article(number, name, place, "en" if place % 2 else "ar", day)

    def text(self, article: Article) -> str:
        """The file of an article: the article, its claims, and the occasions that it names first."""
        seen: set[tuple[int, int]] = set()
        first = article.number * A_FILE
        events: list[Event] = []
        claims: list[str] = []
        for place in range(max(min(A_FILE, self.size.claims - first), 0)):
            pair = self._pair(article, first + place, seen)
            seen.add(pair)
            event = self._event(article, place, *pair)
            claims.append(self._claim(article, place, pair, event))
            if event is not None and event not in self._held:
                events.append(event)
                self._held.add(event)
        held = "".join(event.text() for event in events)
        occasions = f"occasions:\n{held}" if held else ""
        return f"{self._head(article)}{occasions}claims:\n{''.join(claims)}"

    def _pair(self, article: Article, n: int, seen: set[tuple[int, int]]) -> tuple[int, int]:
        """The speaker and the proposition of a claim: a new pair in its article."""
        if self.size.shape != "zipf":
            families = self.size.propositions // 10
            family = n * 7 % families if self.size.shape == "spread" else 0
            return n % A_FILE + n // A_FILE % (
                self.size.speakers // A_FILE
            ) * A_FILE, family * 10 + 9
        while True:
            (who,) = self._random.choices(range(self.size.speakers), cum_weights=self._speakers)
            (what,) = self._random.choices(
                range(self.size.propositions), cum_weights=self._propositions
            )
            if is_unnamed(who) and what % 10 in OPINIONS:
                continue
            told = self._told.get(what)
            if told is not None and told.depth < DEEPEST and self._random.random() < 0.3:  # noqa: PLR2004
                who = told.speaker
            if (who, what) not in seen:
                return who, what

    def _head(self, article: Article) -> str:
        """The article itself."""
        title = sentence(self.size.seed, "title", article.number)
        name = slug(outlet(article.outlet).en)
        return (
            f"article:\n  id: {article.id}\n  outlet: {name}\n  title:\n    en: {title.en}\n"
            f"    ar: {title.ar}\n  language: {article.language}\n  published: {article.day}T16:40Z\n"
            f"  url: https://{name}.example/{article.day:%Y/%m/%d}/{article.number}\n"
            f"  byline: {person(article.outlet * 7).en}\n"
        )

    def _event(self, article: Article, place: int, who: int, what: int) -> Event | None:
        """The occasion of a claim: three of five have one."""
        quarter = article.day.year * 4 + (article.day.month - 1) // 3
        if quarter != self._quarter:  # none of before comes again
            self._quarter = quarter
            self._held.clear()
        alone = numbers(self.size.seed, "event", article.number, place)[0] < 100  # noqa: PLR2004
        return None if who == OWN_VOICE or alone else Event(who, what, quarter)

    def _claim(
        self, article: Article, place: int, pair: tuple[int, int], event: Event | None
    ) -> str:
        """One claim."""
        who, what = pair
        name = f"{article.id}-{place}"
        seed = self.size.seed
        chance = numbers(seed, "claim", name)
        said = article.day if event is None else event.day
        retracted = chance[1] < 6  # noqa: PLR2004
        own = who == OWN_VOICE
        speaker = "article" if own else name_of(who)
        statement = sentence(seed, "statement", who, what)
        parts = [
            f"  - id: {name}\n    tags: [{NOUNS[what % 32]}, desk]\n    speaker: {speaker}\n    stance: {stance(seed, who, what)}\n"
            f"    proposition: {question(what)}\n"
            f"    statement:\n      en: {statement.en}\n      ar: {statement.ar}\n"
        ]
        if what % 10 in COUNTED:
            parts.append(f"    value: {_value(seed, what, chance[2], article.language)}\n")
            parts.append(f"    as_of: {said}\n")
        parts.append(f"    said: {said}\n")
        if event is not None:
            parts.append(f"    occasion: {event.id}\n")
        if not own:
            words = sentence(seed, "quote", who, what, name if event is None else event)
            parts.append(_quote(words, article))
        parts.append(self._attribution(article, who, what))
        if not own and what % 10 in THEIR_OWN:
            parts.append(self._lineage(Told(name, article.id, who, 0), what, keep=not retracted))
        parts.append(_past(article, retracted=retracted))
        return "".join(parts)

    def _attribution(self, article: Article, who: int, what: int) -> str:
        """How the words came to the article."""
        cue = {"en": ("said", "told reporters"), "ar": ("قال", "صرح")}[article.language]
        kind = "unnamed_official" if is_unnamed(who) else "named"
        if who == OWN_VOICE:
            return "    attribution:\n      sourcing: witnessed\n    certainty: certain\n"
        basis = "background" if is_unnamed(who) else "on_record"
        why = "      anonymity_reason: The work is confidential\n" if is_unnamed(who) else ""
        verb = cue[numbers(self.size.seed, "cue", who, what)[0] % 2]
        return (
            f"    form: direct\n    attribution:\n      cue: {verb}\n      force: neutral\n"
            f"      sourcing: {kind}\n      basis: {basis}\n{why}"
        )

    def _lineage(self, this: Told, what: int, *, keep: bool) -> str:
        """What a claim goes back to; it is the rest of its attribution."""
        told = self._told.get(what)
        hop = f"      chain:\n        - actor: {name_of(this.speaker)}\n          verb: said\n"
        depth, based = 0, ""
        if told is not None and told.speaker == this.speaker and told.depth < DEEPEST:
            depth, based = told.depth + 1, f"    based_on: [{told.claim}]\n"
            hop += f"        - article: {told.article}\n          verb: reported\n"
            hop += "          consulted: true\n"
        if keep:
            self._told[what] = this._replace(depth=depth)
        return hop + based


OWN_VOICE = 7
"""The speaker that is the article itself."""


def is_unnamed(who: int) -> bool:
    """Whether a speaker stays without a name."""
    return who % 40 == 39  # noqa: PLR2004


def stance(seed: int, who: int, what: int) -> str:
    """Whether a speaker affirms a proposition: the same in every article."""
    if what % 10 not in {0, 1, 6}:
        return "affirms"
    denies = numbers(seed, "stance", who, what // 10)[0] < 32  # noqa: PLR2004
    return "denies" if denies != (what % 10 == 1) else "affirms"


def question(what: int) -> str:
    """The identifier of a proposition."""
    return f"{NOUNS[what % 32]}-of-{slug(PLACES[what // 32 % 32])}-{what:06}"


def _zipf(size: int) -> list[float]:
    """Weights, summed up: the second is half as frequent as the first, and so on."""
    return list(accumulate(1 / rank for rank in range(1, size + 1)))


def name_of(who: int) -> str:
    return f"source-{who}" if is_unnamed(who) else slug(person(who).en)


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


def _value(seed: int, what: int, form: int, language: str) -> str:
    """How many there were, in one of the ways in which that is said."""
    count = numbers(seed, "value", what)[0]
    count = count * 4 + 1000 if what % 10 == WHOLE else count + 100
    if language == "ar":
        digits = str(count).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
        return (digits, f"نحو {digits}")[form % 2]
    return (str(count), f"about {count}", f"more than {count - 10}")[form % 3]


def _quote(words: Sentence, article: Article) -> str:
    """Words in the language of the article, with their rendering in the other."""
    here, there = (words.en, words.ar) if article.language == "en" else (words.ar, words.en)
    other, mark = ("ar", "the statement says:") if article.language == "en" else ("en", "وجاء فيه:")
    return (
        f"    quotes:\n      - exact: {here}\n        prefix: '{mark} '\n        language: {article.language}\n"
        f"        translations:\n          - language: {other}\n            text: {there}\n"
        f"            by: {slug(outlet(article.outlet).en)}\n            kind: ours\n"
    )


def _past(article: Article, *, retracted: bool) -> str:
    """The state of a claim and how it came to it."""
    ended = (
        f"      - date: {article.day + timedelta(30)}\n        lifecycle: retracted\n"
        f"        by: the-desk\n        why: The outlet took it back\n"
        f"        evidence: [{article.id}]\n"
        if retracted
        else ""
    )
    return (
        f"    status:\n      attribution: verified\n"
        f"      lifecycle: {'retracted' if retracted else 'active'}\n"
        f"    history:\n      - date: {article.day + timedelta(1)}\n"
        f"        attribution: verified\n        lifecycle: active\n        by: the-desk\n"
        f"        why: Read on the page and compared with the recording\n"
        f"        evidence: [{article.id}]\n{ended}"
    )

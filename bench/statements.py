"""The claims of a generated ledger, as text.

They are free of conflicts by construction: whether a speaker affirms a proposition, and how many
there were of something, depends on nothing but the two; words are said before they are printed.
"""

from datetime import date, timedelta
from typing import NamedTuple

from invented import NOUNS, PLACES, Sentence, numbers, outlet, person, sentence, slug

WHOLE, COUNTED, THEIR_OWN = 2, {2, 3, 4, 9}, {5, 7, 8}
"""Places in a family of propositions: a sum; what has a value; what only its speaker knows."""
OWN_VOICE = 7
"""The speaker that is the article itself."""
UNNAMED = 40
"""Of so many speakers one stays without a name."""
DEEPEST = 5
"""Reports that go back to each other, at most."""
RETRACTED, DENIED = 6, 32
"""Of 256 claims so many were retracted; of as many questions so many are denied by a speaker."""


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


class Claims:
    """Writes claims; they are to be asked for in the order in which they were published."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._told: dict[int, Told] = {}

    def speaker(self, what: int) -> int | None:
        """Who was last reported on what only its speaker knows, where another may go back to it."""
        told = self._told.get(what)
        return None if told is None or told.depth == DEEPEST else told.speaker

    def text(self, article: Article, place: int, pair: tuple[int, int], event: Event | None) -> str:
        """One claim."""
        who, what = pair
        name = f"{article.id}-{place}"
        seed = self._seed
        chance = numbers(seed, "claim", name)
        said = article.day if event is None else event.day
        retracted = chance[1] < RETRACTED
        own = who == OWN_VOICE
        speaker = "article" if own else name_of(who)
        statement = sentence(seed, "statement", who, what)
        parts = [
            f"  - id: {name}\n    tags: [{NOUNS[what % 32]}, desk]\n    speaker: {speaker}\n",
            f"    stance: {stance(seed, who, what)}\n    proposition: {question(what)}\n",
            f"    statement:\n      en: {statement.en}\n      ar: {statement.ar}\n",
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
        verb = cue[numbers(self._seed, "cue", who, what)[0] % 2]
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


def is_unnamed(who: int) -> bool:
    """Whether a speaker stays without a name."""
    return who % UNNAMED == UNNAMED - 1


def stance(seed: int, who: int, what: int) -> str:
    """Whether a speaker affirms a proposition: the same in every article."""
    if what % 10 not in {0, 1, 6}:
        return "affirms"
    denies = numbers(seed, "stance", who, what // 10)[0] < DENIED
    return "denies" if denies != (what % 10 == 1) else "affirms"


def question(what: int) -> str:
    """The identifier of a proposition."""
    return f"{NOUNS[what % 32]}-of-{slug(PLACES[what // 32 % 32])}-{what:06}"


def name_of(who: int) -> str:
    """The identifier of a speaker."""
    return f"source-{who}" if is_unnamed(who) else slug(person(who).en)


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
        f"    quotes:\n      - exact: {here}\n        prefix: '{mark} '\n"
        f"        language: {article.language}\n"
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

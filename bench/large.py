"""Ledgers with one large group each, of as many records as are asked for; all of it is invented."""

from collections.abc import Iterable, Iterator

from claimtrack.model import (
    Actor,
    Article,
    Attribution,
    CapturedText,
    Claim,
    Correction,
    Decision,
    HistoryEntry,
    Ledger,
    Localized,
    Occasion,
    Proposition,
    Quote,
    Record,
    Role,
    Status,
    Translation,
    ValueSpec,
    Verdict,
)
from claimtrack.model.words import (
    ActorKind,
    ArticleStatus,
    Lifecycle,
    OccasionKind,
    Stance,
    ValueType,
    Veracity,
    Verification,
)
from claimtrack.text.dates import Date, parse_date

DAY = parse_date("2031-05-03")
TITLE = Localized.of("Flood")
STANCES = (Stance.AFFIRMS, Stance.DENIES, Stance.DECLINES_TO_COMMENT)
COUNTED = ValueSpec(type=ValueType.QUANTITY, cumulative=True)
CUES = ("said", "suggested", "confirmed", "claimed")
TEXT = 2_000
"""Sentences of a captured text: a book, and the same for any number of quotes."""


def on(n: int) -> Date:
    """A day of its own for each of a hundred thousand numbers."""
    return parse_date(f"{1700 + n // 336 % 300:04}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}")


def article(n: int, **fields: object) -> Article:
    """An article of one of a hundred outlets."""
    told = {"id": f"a{n}", "outlet": f"o{n % 100}", "title": TITLE, "language": "en"}
    return Article(**{**told, "published": DAY, **fields})


def claim(n: int, **fields: object) -> Claim:
    """A claim in the article of its number, on the one proposition."""
    return Claim(
        **{"id": f"c{n}", "article": f"a{n}", "speaker": "s", "proposition": "p", **fields}
    )


def question(n: int, **fields: object) -> Proposition:
    """A proposition."""
    return Proposition(**{"id": f"p{n}", "text": TITLE, **fields})


def ledger(records: Iterable[Record], texts: tuple[CapturedText, ...] = ()) -> Ledger:
    """The records with what they are about."""
    outlets = [Actor(id=f"o{n}", kind=ActorKind.OUTLET, name=TITLE) for n in range(100)]
    return Ledger(records=(*outlets, Proposition(id="p", text=TITLE), *records), texts=texts)


def one_speaker(size: int) -> Ledger:
    """Ten claims on each proposition; each contradicts one and implies one; a title a hundred."""
    titles = [f"Keeper of gate {n}" for n in range(max(size // 100, 2))]
    roles = (Role(title=Localized.of(title), end=on(n)) for n, title in enumerate(titles))
    name = Localized.of("Lena Osk")
    told = (
        claim(
            n,
            article=f"a{n // 5}",
            proposition=f"p{n // 10}",
            stance=STANCES[n % 3],
            said=on(n // 20),
            statement=Localized.of(f"{titles[n % len(titles)]} Lena Osk speaks"),
        )
        for n in range(size)
    )
    asked = (
        question(n, contradicts=(f"p{n ^ 1}",), implies=(f"p{n + 1}",)) for n in range(size // 10)
    )
    printed = (article(n, published=on(n)) for n in range(size // 5 + 1))
    who = Actor(id="s", kind=ActorKind.PERSON, name=name, roles=tuple(roles))
    return ledger([who, *asked, *printed, *told])


def one_question(size: int) -> Ledger:
    """Values, stances, own voice and cues, each from an earlier one; a verdict for ten claims."""
    verdicts = (
        Verdict(veracity=Veracity.SUPPORTED, reviewer="o1", date=parse_date("2040-01-01"))
        for _ in range(size // 10)
    )
    told = (
        claim(
            n,
            speaker=f"s{n // 2 % 40}" if n % 4 else "article",
            stance=STANCES[n % 2] if n % 5 else Stance.AFFIRMS,
            proposition="p0",
            value=f"{n % 90 + 10} bodies" if n % 5 == 0 else None,
            said=on(n // 4),
            occasion=f"e{n // 50}" if n % 2 else None,
            attribution=Attribution(cue=CUES[n % 4]),
            based_on=(f"c{n - 4}",) if n // 4 else (),
        )
        for n in range(size)
    )
    records = [question(0, value=COUNTED, verdicts=tuple(verdicts)), *told]
    records += (article(n, published=on(n // 4)) for n in range(size))
    events = (
        Occasion(id=f"e{n}", kind=OccasionKind.INTERVIEW, date=on(n)) for n in range(size // 50 + 1)
    )
    return ledger([*records, *events])


def one_utterance(size: int) -> Ledger:
    """Quotes and renderings of one utterance: half in the same words, each other in its own."""

    def quote(n: int) -> Quote:
        other = "" if n % 2 else f" and gate w{n} holds"
        words = f"we will open the lower gate on the morning of the feast{other}"
        rendered = Translation(language="fr", text=f"nous ouvrons la porte {n}")
        same = words if n % 3 else "we will open the lower gate on the morning of the feast"
        return Quote(exact=same, translations=(rendered,))

    told = (
        claim(n, speaker="s" if n % 4 else f"s{n}", occasion="e", quotes=(quote(n),))
        for n in range(size)
    )
    event = Occasion(id="e", kind=OccasionKind.INTERVIEW, date=DAY)
    return ledger([event, *(article(n) for n in range(size)), *told])


def one_article(size: int) -> Ledger:
    """Quotes of one article's text, most as they stand, some not; and an earlier capture of it."""
    sentences = [
        f"Gate w{n} of the dam will hold the water through the night, Lena Osk said."
        for n in range(TEXT)
    ]
    before = " ".join(sentences)

    def exact(n: int) -> str:
        words = f"Gate w{n % TEXT} of the dam will hold"
        return (words, f"{words} […] through the night", "the water", f"{words} no stone")[n % 4]

    told = (
        claim(
            n,
            article="a0",
            quotes=(Quote(exact=exact(n)),),
            attribution=Attribution(cue=CUES[n % 3]),
        )
        for n in range(size)
    )
    texts = [
        CapturedText(
            article="a0",
            number=number,
            is_current=number == 2,  # noqa: PLR2004 - the second of two
            named_by=("versions", number - 1, "text"),
            path=f"a0-{number}.txt",
            content=content,
        )
        for number, content in ((1, before), (2, before.replace("night", "day")))
    ]
    return ledger([article(0), *told], tuple(texts))


def one_claim(size: int) -> Ledger:
    """Two claims of two speakers on two occasions with the same quotes, each rendered."""
    quotes = tuple(
        Quote(
            exact=f"the lower gate w{n} will open on the morning of the feast",
            translations=(Translation(language="fr", text=f"la porte {n}"),),
        )
        for n in range(size)
    )
    events = (Occasion(id=f"e{n}", kind=OccasionKind.INTERVIEW, date=on(n * 40)) for n in range(2))
    told = (claim(n, speaker=f"s{n % 2}", occasion=f"e{n // 2}", quotes=quotes) for n in range(4))
    return ledger([*events, *(article(n) for n in range(4)), *told])


def one_whole(size: int) -> Ledger:
    """Parts of one whole, each with a value on a day, and of each part a part in turn."""
    half = size // 2
    asked = (
        question(n, value=COUNTED, part_of=None if n == 0 else "p0" if n < half else f"p{n - 1}")
        for n in range(size)
    )
    told = (
        claim(n, proposition=f"p{n}", value=str(size - n % 7), as_of=on(n % 365))
        for n in range(size)
    )
    return ledger([*asked, *(article(n) for n in range(size)), *told])


def histories(size: int) -> Ledger:
    """One claim that came and went as often as is asked for, and what it was known to be."""
    entries = tuple(
        HistoryEntry(
            date=on(n),
            lifecycle=(Lifecycle.RETRACTED, Lifecycle.ACTIVE)[n % 2],
            attribution=(Verification.VERIFIED, Verification.FABRICATED)[n % 2],
        )
        for n in range(size)
    )
    return ledger([article(0), claim(0, history=entries)])


def implications(size: int) -> Ledger:
    """A chain of propositions, each implied by the last; a speaker affirms and denies by turns."""
    asked = (question(n, implies=(f"p{n + 1}",)) for n in range(size))
    told = (claim(n, proposition=f"p{n}", said=DAY, stance=STANCES[n % 2]) for n in range(size))
    return ledger([*asked, *(article(n) for n in range(size)), *told])


def one_opposed(size: int) -> Ledger:
    """A proposition affirmed every day, and as many that it contradicts and that imply it."""
    half = size // 2
    asked = (question(n, contradicts=("p",), implies=("p",)) for n in range(half))
    told = (claim(n, said=on(n), stance=STANCES[n % 2]) for n in range(half))
    others = (claim(half + n, said=on(n), proposition=f"p{n}") for n in range(half))
    return ledger([*asked, *(article(n) for n in range(size)), *told, *others])


def successions(size: int) -> Ledger:
    """Each claim takes the place of the one before and rests on it; each article reprints one."""
    gone = Status(lifecycle=Lifecycle.SUPERSEDED)
    affected = (Correction(date=DAY, text="Wrong.", affects=tuple(f"c{n}" for n in range(size))),)
    told = (
        claim(
            n,
            **{"supersedes" if n % 2 else "corrects": (f"c{n - 1}",) if n else ()},
            based_on=(f"c{n - 2}",) if n > 1 else (),
            status=Status() if n % 3 == 0 else gone,
        )
        for n in range(size)
    )
    first = article(0, status=ArticleStatus.CORRECTED, corrections=affected)
    printed = (article(n, syndicated_from=f"a{n - 1}") for n in range(1, size))
    return ledger([first, *printed, *told])


def one_ground(size: int) -> Ledger:
    """One claim and one verdict that rest on everything, all of it taken back or missing."""
    gone = Status(lifecycle=Lifecycle.RETRACTED)
    names = tuple(f"c{n}" for n in range(size))
    verdict = Verdict(veracity=Veracity.SUPPORTED, reviewer="o1", date=DAY, evidence=names)
    taken = (claim(n, status=gone) for n in range(size // 2))
    rests = claim(-1, based_on=names, corrects=names[::2])
    return ledger([article(0), *taken, rests, question(0, verdicts=(verdict,))])


def judgements(size: int) -> Ledger:
    """Claims that were judged different, and speakers that were judged the same, in a chain."""

    def decided(n: int) -> Iterator[Decision]:
        told = {"by": "o1", "at": DAY, "why": "Read."}
        if n + 1 < size:
            yield Decision(different=(f"c{n}", f"c{n + 1}"), **told)
            yield Decision(same=(f"s{size - n - 1}", f"s{size - n - 2}"), **told)

    records: list[Record] = []
    for n in range(size):
        records += (Actor(id=f"s{n}", kind=ActorKind.PERSON, name=TITLE), *decided(n))
        records.append(claim(n, article=f"a{n // 2}", speaker=f"s{n // 2}"))
    return ledger([*(article(n) for n in range(size)), *records])


def cycles(size: int) -> Ledger:
    """Each relation as one ring."""

    def last(kind: str, n: int) -> tuple[str, ...]:
        return (f"{kind}{(n - 1) % size}",)

    rings: list[Record] = []
    for n in range(size):
        (above,) = last("p", n)
        fields = {"implies": last("p", n), "contradicts": last("p", n), "part_of": above}
        more = {"same_as": last("p", n)} if n % 2 else fields
        rings.append(question(n, value=COUNTED, **more))
        rings.append(article(n, syndicated_from=last("a", n)[0], cites=last("a", n)))
        ways = {name: last("c", n) for name in ("supersedes", "corrects", "based_on")}
        told = {"proposition": f"p{n}", "value": str(n % 9 + 1), "stance": STANCES[n % 2]}
        rings.append(claim(n, **{**told, **(ways if n % 3 == 0 else {})}))
    return ledger(rings)

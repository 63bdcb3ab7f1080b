"""Small ledgers for the tests of reports: told in YAML, or made of any texts."""

import claimtrack
from claimtrack.model import (
    Actor,
    Article,
    Attribution,
    Claim,
    Correction,
    Document,
    Hop,
    Ledger,
    Localized,
    Occasion,
    Proposition,
    Quote,
    Role,
    Translation,
    Verdict,
)
from claimtrack.model.record import Origin
from claimtrack.model.words import ActorKind, OccasionKind, Veracity
from claimtrack.reports.build import build

DAY = claimtrack.parse_date("2031-06-01")

FLOOD = """
actors:
  - {id: wire, kind: outlet, name: {en: The Wire, ar: السلك}}
  - {id: barq, kind: outlet, name: {ar: برق}}
  - id: duvri
    kind: person
    name: {ar: قاسم دوفري, en: Kassem Duvri}
    aliases: [Duvri, دوفري]
    roles: [{title: Spokesman, of: wire, from: 2030-01}]
  - {id: plumb, kind: organisation, name: Plumb Line}
  - {id: gauge, kind: organisation, name: Open Gauge}
occasions:
  - {id: presser, kind: press_conference, date: 2031-05-02, place: Zelhan}
propositions:
  - id: dam-holds
    text: {en: The dam holds for 20 years, ar: السد صامد 20 سنة}
    kind: prediction
    topics: [dam]
    parties: [wire]
    verdicts:
      - {veracity: supported, reviewer: plumb, date: 2031-05-15, evidence: [late]}
      - {veracity: refuted, reviewer: gauge, date: 2031-05-16, url: "https://gauge.example/a?b=1&c=2"}
articles:
  - {id: a1, outlet: wire, title: Dam holds, language: en, published: 2031-05-03, url: "https://wire.example/1"}
  - {id: a2, outlet: barq, title: {ar: السد}, language: ar, published: 2031-05-04}
claims:
  - id: late
    article: a2
    speaker: duvri
    stance: denies
    proposition: dam-holds
    value: ٣٥ جثة
    said: 2031-05-04
    quotes:
      - exact: لن يصمد 20 سنة
        translations: [{language: en, text: will not hold, kind: ours}]
    attribution: {cue: قال, chain: [{actor: barq, verb: نقلت}]}
    status: {attribution: verified, lifecycle: active}
  - {id: early, article: a1, speaker: duvri, proposition: dam-holds, occasion: presser}
  - {id: own, article: a1, speaker: article, proposition: nowhere, status: retracted}
  - {id: loose, article: a1, speaker: nobody, statement: It rained}
"""

HOSTILE = [
    "</script><script>alert(1)</script>",
    "</style></title></textarea><img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">x</a>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "<!-- --><![CDATA[ ]]><?php ?>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;&#x3c;b&#x3e;",
    "ab\u202ecd\u2066ef\u2069\u2069gh",
    "قال <b>20 years</b> لكن",
    "n" * 10_000,
    "\x00\x1b[31m\x7f\ufffe\ud800",
    "",
]
"""Texts that try to be something else."""


def report_of(ledger, title="Flood", **changes):
    result = claimtrack.check(ledger, as_of=DAY)
    return build(ledger, result, as_of=DAY, title=title, version="0", **changes)


def flood(text=FLOOD):
    return report_of(claimtrack.loads(text))


def ledger_of(text):
    """A ledger in which every place that can hold a text holds this one, whatever it is.

    The reader of files would refuse some of it; a report must stand it all the same.
    """
    words = Localized(((text, text), ("ar", text)))
    where = Origin(text, "")
    records = (
        Actor(
            id=text,
            kind=ActorKind.PERSON,
            name=words,
            aliases=(text,),
            roles=(Role(title=words, of=text, start=DAY),),
            described_as=text,
            note=text,
            origin=where,
        ),
        Article(
            id=text,
            outlet=text,
            title=words,
            language=text,
            published=DAY,
            url=text,
            archived=text,
            byline=text,
            corrections=(Correction(date=DAY, text=text, affects=(text,)),),
            origin=where,
        ),
        Occasion(id=text, kind=OccasionKind.CALL, date=DAY, place=words, origin=where),
        Proposition(
            id=text,
            text=words,
            topics=(text,),
            contradicts=(text,),
            parties=(text, "x"),
            note=text,
            verdicts=tuple(
                Verdict(
                    veracity=veracity,
                    reviewer=text,
                    date=DAY,
                    url=text,
                    label=text,
                    evidence=(text, "https://x.example/" + text),
                )
                for veracity in (Veracity.SUPPORTED, Veracity.REFUTED)
            ),
            origin=where,
        ),
        _claim(text, text, text, words),
        _claim(text, "article", None, words),
    )
    return Ledger(records=records, documents=(Document(path=text, origin=where),))


def _claim(text, speaker, proposition, words):
    return Claim(
        id=text,
        article=text,
        speaker=speaker,
        proposition=proposition,
        statement=words,
        value=text,
        occasion=text,
        note=text,
        quotes=(
            Quote(
                exact=text,
                language=text,
                translations=(Translation(language=text, text=text, by=text),),
            ),
        ),
        attribution=Attribution(cue=text, chain=(Hop(actor=text, verb=text), Hop(article=text))),
        origin=Origin(text, ""),
    )

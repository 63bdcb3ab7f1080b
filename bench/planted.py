"""Conflicts that are planted in a generated ledger, each among records of its own.

A fault is written into two articles, of which the second is a day newer. `$n` is its number, `$one`
the older article, `$day` and `$later` the days of the two.
"""

from collections.abc import Mapping
from string import Template
from typing import NamedTuple


class Fault(NamedTuple):
    """What is written for one conflict, and what the check finds."""

    code: str
    record: str
    """The record of the finding's first place."""
    first: str = ""
    """Claims in the older article."""
    second: str = ""
    """Claims in the newer one."""
    propositions: str = ""
    actors: str = ""


class Planted(NamedTuple):
    """One line of the manifest."""

    code: str
    file: str
    record: str


_SAID = "id: planted-$n-b, speaker: planted-$n-p, proposition: planted-$n, said: $day"
_EARLIER = "- {id: planted-$n-a, speaker: planted-$n-p, proposition: planted-$n, said: $day}"
_WORDS = "the ferry to the old harbour of hall $n leaves before the feast"

FAULTS = (
    Fault("CT002", "claim:planted-$n-b", second=f"- {{{_SAID}, statment: Hall $n was opened}}"),
    Fault("CT004", "claim:planted-$n-b", second=f"- {{{_SAID}, certainty: surely}}"),
    Fault(
        "CT006",
        "claim:planted-$n-b",
        second="- {id: planted-$n-b, speaker: planted-$n-p, proposition: nowhere-$n}",
    ),
    Fault(
        "CT201",
        "claim:planted-$n-b",
        second="- {id: planted-$n-b, speaker: planted-$n-u, proposition: planted-$n}",
        actors="- {id: planted-$n-u, kind: unnamed, name: Somebody in hall $n}",
    ),
    Fault(
        "CT207",
        "claim:planted-$n-b",
        first=f"{_EARLIER[:-1]}, quotes: [{{exact: {_WORDS}}}]}}",
        second=f"- {{id: planted-$n-b, speaker: planted-$n-q, quotes: [{{exact: {_WORDS}}}],"
        " statement: The ferry leaves}",
        actors="- {id: planted-$n-q, kind: person, name: Keeper of the ferry $n}",
    ),
    Fault(
        "CT301",
        "claim:planted-$n-b",
        first=f"{_EARLIER[:-1]}, value: '400', as_of: $day}}",
        second="- {id: planted-$n-b, speaker: planted-$n-q, proposition: planted-$n, value: '900',"
        " as_of: $day}",
        actors="- {id: planted-$n-q, kind: person, name: Keeper of the list $n}",
    ),
    Fault(
        "CT303",
        "proposition:planted-$n-v",
        propositions="- {id: planted-$n-v, text: Hall $n was full, kind: event, verdicts: ["
        "{veracity: refuted, reviewer: the-desk, date: $day}, {veracity: supported,"
        " reviewer: the-panel, date: $day, url: 'https://panel.example/$n'}]}",
    ),
    Fault(
        "CT304",
        "claim:planted-$n-b",
        first=_EARLIER,
        second="- {id: planted-$n-b, speaker: planted-$n-p, proposition: planted-$n-c, said: $day}",
        propositions="- {id: planted-$n-c, text: Hall $n stood empty, kind: event,"
        " contradicts: [planted-$n]}",
    ),
    Fault(
        "CT309",
        "claim:planted-$n-b",
        second=f"{_EARLIER}\n- {{{_SAID}}}",
    ),
    Fault(
        "CT404",
        "claim:planted-$n-b",
        first=_EARLIER,
        second=f"- {{{_SAID}, form: direct, quotes: [{{exact: The doors of hall $n are open}}],"
        " attribution: {sourcing: named, chain: [{article: $one, verb: reported,"
        " consulted: false}]}}",
    ),
    Fault(
        "CT501",
        "claim:planted-$n-b",
        second="- {id: planted-$n-b, speaker: planted-$n-p, proposition: planted-$n,"
        " said: 2030-01-01}",
    ),
    Fault(
        "CT503",
        "claim:planted-$n-b",
        first=f"{_EARLIER[:-1]}, status: {{lifecycle: retracted}}}}",
        second=f"- {{{_SAID}, based_on: [planted-$n-a]}}",
    ),
    Fault(
        "CT601",
        "claim:planted-$n-b",
        first=_EARLIER,
        second="- {id: planted-$n-b, speaker: planted-$n-p, proposition: planted-$n,"
        " stance: denies, said: $later}",
    ),
)


_SHARED = Fault(
    "",
    "",
    actors="- {id: planted-$n-p, kind: person, name: Keeper of hall $n}",
    propositions="- {id: planted-$n, text: People housed in hall $n, kind: intention,"
    " value: {type: quantity}}",
)
"""What every fault has besides."""


def planted(fault: Fault, known: Mapping[str, object]) -> Fault:
    """The fault with a number, articles and days in their places: `n`, `one`, `day`, `later`."""
    actors = f"{_SHARED.actors}\n{fault.actors}"
    propositions = f"{_SHARED.propositions}\n{fault.propositions}"
    whole = fault._replace(actors=actors, propositions=propositions)
    return Fault(*(Template(text).substitute(known) for text in whole))

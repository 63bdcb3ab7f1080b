"""What the page of one record holds beyond the record: what is worked out from the whole ledger.

Frozen plain data without HTML or words of the interface, like all views.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from claimtrack.reports.claim_view import ClaimView
from claimtrack.reports.marks import Badge, FindingRef, Ref
from claimtrack.reports.runs import Run

Likeness = Literal["first", "same", "differs", "declined", "silent"]
"""How what an outlet prints compares with what was printed first."""


@frozen
class Part:
    """A stretch of words of a difference."""

    change: Literal["same", "old", "new"]
    words: Run


@frozen
class Difference:
    """Two versions of the same words, and what changed from the older to the newer."""

    old: Ref
    new: Ref
    parts: tuple[Part, ...]


@frozen
class Context:
    """A quote where it stands in the captured text."""

    before: Run
    parts: tuple[tuple[bool, Run], ...]
    """What is quoted, and between it what the quote leaves out (False)."""
    after: Run
    line: int
    """The line of the text at which it begins, from 1."""


@frozen
class Found:
    """How a quote of a claim stands in its article."""

    grade: str
    """A word of the messages' table `grade`: how exactly it stands, or `no-text`."""
    context: Context | None
    original: str | None
    """Address of the article that leads to the words; not yet known to be one of the web."""
    archived: str | None
    """The same for the archived copy."""


@frozen
class Change:
    """An entry of a claim's history."""

    date: Run
    badges: tuple[Badge, ...]
    by: Run | None
    why: Run | None
    evidence: tuple[Ref | str, ...]


@frozen
class RootView:
    """One origin of a proposition and the claims that come from it."""

    name: Run
    kind: str
    """A word of the messages' table `root`: what sort of end it is."""
    worth: Badge
    is_party: bool
    claims: tuple[Ref, ...]
    articles: int


@frozen
class RootsView:
    """How many independent origins a proposition has, and how many its policy asks for."""

    proven: int
    unknown: int
    needed: int
    articles: int
    roots: tuple[RootView, ...]


@frozen
class Knot:
    """A node of a sourcing graph, with its place in a grid: columns run from origin to claim."""

    number: int
    kind: str
    """A word of the messages' table `node`."""
    label: Run
    """Who: the outlet, or what is credited."""
    day: Run | None
    """When it was published."""
    ref: Ref
    """The record, by outlet and day."""
    column: int
    row: int


@frozen
class Thread:
    """An arrow of a sourcing graph: the words went from one node to another."""

    giver: int
    taker: int
    via: str
    """A word of the messages' table `via`."""
    verb: Run | None
    consulted: bool | None
    """Whether the recorder read that hop; None where no hop says so."""


@frozen
class Graph:
    """Where the claims of a proposition have it from."""

    knots: tuple[Knot, ...]
    threads: tuple[Thread, ...]
    columns: int
    rows: int
    left_out: int
    """Nodes for which there is no room; the pages of the claims show them."""

    @property
    def loops(self) -> bool:
        """Whether an arrow does not run on from column to column."""
        return any(
            self.knots[thread.taker].column <= self.knots[thread.giver].column
            for thread in self.threads
        )


@frozen
class Cell:
    """What one outlet prints of a proposition."""

    outlet: Ref
    likeness: Likeness
    claims: Sequence[ClaimView]
    """Its live claims on it, as they were printed; none for an outlet that is silent."""


@frozen
class Row:
    """One proposition across outlets."""

    proposition: Ref
    cells: tuple[Cell, ...]
    findings: tuple[FindingRef, ...]
    silent: tuple[Ref, ...] = ()
    """Outlets of the report that print nothing of it; where there are very many, the first."""

    @property
    def is_disputed(self) -> bool:
        """Whether outlets print different things."""
        return any(cell.likeness == "differs" for cell in self.cells)


@frozen
class Lane:
    """What an actor said under one topic, oldest first."""

    topic: Run | None
    """None for claims under no topic."""
    turns: Sequence[Turn]


@frozen
class Turn:
    """One claim of a lane."""

    claim: ClaimView
    changed_from: Badge | None
    """The stance taken before on the same proposition, where it was another."""
    place: int
    """Where it stands on the time of the actor's claims, in percent from the first to the last."""


@frozen
class Mark:
    """Words of a captured text; those that claims quote name them."""

    words: Run
    claims: tuple[Ref, ...]


@frozen
class Resting:
    """A record that rests on another, over some steps."""

    ref: Ref
    relation: str
    """A word of the messages' table `relation`."""
    distance: int
    article: Ref | None
    is_ours: bool
    stands: bool
    puts_right: bool


@frozen
class ClaimDossier:
    """Everything that is known of one claim."""

    claim: ClaimView
    found: tuple[Found, ...]
    """For each of its quotes."""
    verdicts: tuple[tuple[Badge, Ref, Run], ...]
    """Standing verdicts on its proposition: veracity, reviewer, date."""
    history: tuple[Change, ...]
    repeated: tuple[Ref, ...]
    """Other claims in which the same speaker says the same."""
    relations: tuple[tuple[str, tuple[Ref, ...]], ...]
    """Words of the messages' table `relation`, each with the records so related."""
    resting: tuple[Resting, ...]
    cite: tuple[Run, ...]
    """The parts of a citation, in order."""
    fingerprint: str

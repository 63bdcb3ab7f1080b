"""One record as it stood on a day: without what is dated later, and with the status of then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve, frozen

from claimtrack.model.article import Article
from claimtrack.model.claim import Claim, Status
from claimtrack.model.proposition import Proposition
from claimtrack.model.record import Origin, Record
from claimtrack.model.words import ArticleStatus, Lifecycle, VerdictLifecycle
from claimtrack.text.as_written import over_by
from claimtrack.text.dates import Date

RecordT = TypeVar("RecordT", bound=Record)

_ENDED = frozenset({Lifecycle.SUPERSEDED, Lifecycle.CORRECTED, Lifecycle.RETRACTED})
"""States into which another record brings a claim."""


@frozen
class Causes:
    """What else ended a claim: claims that take its place, and corrections that affect it."""

    later: Mapping[str, bool]
    """For a claim that has causes, by identifier: whether all of them came later."""

    @classmethod
    def of(cls, records: Iterable[Record], kept: Iterable[Record], day: Date) -> Causes:
        """The causes among some records, of which `kept` are those that were there on the day."""
        there = {id(record) for record in kept}
        known: defaultdict[str, bool] = defaultdict(bool)
        for record in records:
            for name, date in _ended_by(record):
                before = id(record) in there and (date is None or over_by(date, day))
                known[name] |= before
        return cls({name: not before for name, before in known.items()})


def _ended_by(record: Record) -> Iterator[tuple[str, Date | None]]:
    """The claims that a record ends, and since when, where that is not its own date."""
    if isinstance(record, Claim):
        yield from ((name, None) for name in (*record.supersedes, *record.corrects))
    elif isinstance(record, Article):
        for correction in record.corrections:
            yield from ((name, correction.date) for name in correction.affects)


def as_it_stood(record: Record, day: Date, causes: Causes) -> Record:
    """The record as it stood at the end of a day; the same one where nothing in it is later."""
    if record.review is not None and not over_by(record.review.at, day):
        record = evolve(record, review=None)
    if isinstance(record, Claim):
        return _claim(record, day, causes)
    if isinstance(record, Article):
        return _article(record, day)
    if isinstance(record, Proposition):
        return _proposition(record, day)
    return record


def _claim(claim: Claim, day: Date, causes: Causes) -> Claim:
    """The claim with the history of then, and the status to which that had come.

    Before its first entry a claim is what a file says without a word: unverified and active. A
    lifecycle without a history goes back where all that brought it about came later.
    """
    stood = _without(claim, "history", lambda entry: over_by(entry.date, day))
    lifecycle = claim.status.lifecycle
    status = claim.status
    if not any(entry.lifecycle for entry in claim.history):
        if lifecycle in _ENDED and causes.later.get(claim.id, False):
            status = evolve(status, lifecycle=Lifecycle.ACTIVE)
    elif stood is not claim:
        status = evolve(status, lifecycle=_answer(claim, stood, "lifecycle"))
    if stood is not claim:
        status = evolve(status, attribution=_answer(claim, stood, "attribution"))
    return stood if status == claim.status else evolve(stood, status=status)


def _answer(claim: Claim, stood: Claim, axis: str) -> Any:
    """What a status answers: as it is, unless the history takes an answer back."""
    answers = [entry for entry in claim.history if getattr(entry, axis)]
    before = [entry for entry in stood.history if getattr(entry, axis)]
    if len(answers) == len(before):
        return getattr(claim.status, axis)
    return getattr(before[-1] if before else Status(), axis)


def _article(article: Article, day: Date) -> Article:
    """The article with the captures and corrections of then.

    Its status goes back where a correction is taken back; one without a dated correction stays.
    """
    stood = _without(article, "versions", lambda version: over_by(version.retrieved, day))
    if stood is not article:
        left = {version.text for version in stood.versions}
        gone = {version.text for version in article.versions} - left
        if article.text in gone:
            stood = evolve(stood, text=None, sha256=None)
    corrected = _without(stood, "corrections", lambda correction: over_by(correction.date, day))
    if corrected is stood or article.status is ArticleStatus.USABLE:
        return corrected
    status = ArticleStatus.CORRECTED if corrected.corrections else ArticleStatus.USABLE
    return evolve(corrected, status=status)


def _proposition(proposition: Proposition, day: Date) -> Proposition:
    """The proposition with the verdicts of then.

    A verdict that is superseded stood as long as its reviewer had given no later one.
    """
    stood = _without(proposition, "verdicts", lambda verdict: over_by(verdict.date, day))
    if stood is proposition:
        return proposition
    revised = {v.reviewer for v in proposition.verdicts if not over_by(v.date, day)}
    newest = {v.reviewer: place for place, v in enumerate(stood.verdicts)}
    verdicts = tuple(
        evolve(v, lifecycle=VerdictLifecycle.ACTIVE)
        if v.lifecycle is VerdictLifecycle.SUPERSEDED
        and v.reviewer in revised
        and newest[v.reviewer] == place
        else v
        for place, v in enumerate(stood.verdicts)
    )
    return evolve(stood, verdicts=verdicts)


def _without(record: RecordT, name: str, stays: Callable[[Any], bool]) -> RecordT:
    """The record without some entries of a list, with the places of the others in its file."""
    entries = getattr(record, name)
    places = [place for place, entry in enumerate(entries) if stays(entry)]
    if len(places) == len(entries):
        return record
    changes: dict[str, Any] = {name: tuple(entries[place] for place in places)}
    return evolve(record, origin=_shortened(record.origin, f"/{name}", places), **changes)


def _shortened(origin: Origin, pointer: str, places: list[int]) -> Origin:
    known = dict(origin.shortened)
    before = known.get(pointer)
    known[pointer] = tuple(places if before is None else (before[place] for place in places))
    return origin._replace(shortened=tuple(known.items()))

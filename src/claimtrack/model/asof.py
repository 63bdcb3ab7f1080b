"""The first clock: a ledger as it stood on a day, by what had been said and published.

Claim files say what is known now. Of most of it they also say since when: articles, verdicts,
corrections, captures and changes of status are dated. What is dated later is taken back here. Of
the second clock, what the ledger itself knew on that day, git tells (`claimtrack.store.history`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from attrs import evolve, frozen

from claimtrack.model.article import Article
from claimtrack.model.captured import CapturedText
from claimtrack.model.claim import Claim
from claimtrack.model.decision import Decision
from claimtrack.model.facts import Document
from claimtrack.model.ledger import Ledger
from claimtrack.model.occasion import Occasion
from claimtrack.model.record import Record
from claimtrack.model.rollback import Causes, as_it_stood
from claimtrack.model.seen import seen_fingerprint, whole
from claimtrack.text.as_written import begins_after, over_by
from claimtrack.text.dates import Date


def asof(ledger: Ledger, day: Date) -> Ledger:
    """The ledger as it stood at the end of `day`.

    Something counts as known when it certainly had happened: its latest possible moment is not
    after the day, each date read as it is written. A claim counts when its article had come out and
    its words are not dated later. An occasion also counts when such a claim names it. Actors,
    propositions and their relations have no date and stay, and so does what is undated.

    A reference to what was not there yet does not dangle. A review, and what a decision has `seen`,
    that fit a record today fit the record as it stood. The same ledger is given where nothing in it
    is later.
    """
    kept = _kept(ledger, day)
    causes = Causes.of(ledger.records, kept, day)
    records = tuple(as_it_stood(record, day, causes) for record in kept)
    texts = _texts(ledger, kept, day)
    if _are_same(records, ledger.records) and _are_same(texts, ledger.texts):
        return ledger
    return evolve(
        ledger,
        records=_reapproved(kept, records),
        texts=texts,
        documents=_documents(ledger, kept),
        write=None,
        edited=None,
    )


def _are_same(some: tuple[Record, ...], others: tuple[Record, ...]) -> bool:
    return len(some) == len(others) and all(
        one is other for one, other in zip(some, others, strict=True)
    )


def _kept(ledger: Ledger, day: Date) -> list[Record]:
    """The records that were there."""
    out, absent = set[str](), set[str]()
    for record in ledger.records:
        if isinstance(record, Article):
            (out if over_by(record.published, day) else absent).add(record.id)
    absent -= out
    claims = [r for r in ledger.records if isinstance(r, Claim)]
    uttered = {
        id(claim) for claim in claims if claim.article not in absent and _said(ledger, claim, day)
    }
    named = {claim.occasion for claim in claims if id(claim) in uttered}

    def was_there(record: Record) -> bool:
        if isinstance(record, Claim):
            return id(record) in uttered
        if isinstance(record, Article):
            return over_by(record.published, day)
        if isinstance(record, Occasion):
            return over_by(record.date, day) or record.id in named
        return not isinstance(record, Decision) or over_by(record.at, day)

    return [record for record in ledger.records if was_there(record)]


def _said(ledger: Ledger, claim: Claim, day: Date) -> bool:
    """Whether a claim's words, in an article that had come out, are not dated later."""
    when = ledger.when(claim)
    return when is None or not begins_after(when, day)


def _texts(ledger: Ledger, kept: list[Record], day: Date) -> tuple[CapturedText, ...]:
    """The captures that had been made of the articles that were there; the last one is current."""
    articles = {record.id for record in kept if isinstance(record, Article)}
    texts = [
        text
        for text in ledger.texts
        if text.article in articles and (text.retrieved is None or over_by(text.retrieved, day))
    ]
    last = {text.article: text.number for text in texts}
    return tuple(
        text
        if text.is_current == (last[text.article] == text.number)
        else evolve(text, is_current=last[text.article] == text.number)
        for text in texts
    )


def _documents(ledger: Ledger, kept: list[Record]) -> tuple[Document, ...]:
    """The files, each with the names that it gives today to what was not there yet."""
    there = {record.ref for record in kept}
    absent: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for record in ledger.records:
        if record.ref not in there and not isinstance(record, Decision):
            absent[record.origin.file][record.KIND, record.id] = None
    return tuple(
        evolve(document, broken=(*document.broken, *absent[document.path]))
        if document.path in absent
        else document
        for document in ledger.documents
    )


@frozen
class _Approvals:
    """Fingerprints of records as they are today, and of the same records as they stood."""

    stood: Mapping[tuple[str, str], str]

    def reviewed(self, record: Record) -> Record:
        """The record with a review that fits it as well as it does today."""
        if record.review is None:
            return record
        review = record.review
        stood = self._stood(record.ref, review.fingerprint)
        seen = tuple((ref, self._stood(ref, mark)) for ref, mark in review.seen)
        if (stood, seen) == (review.fingerprint, review.seen):
            return record
        return evolve(record, review=evolve(review, fingerprint=stood, seen=seen))

    def decided(self, decision: Decision) -> Decision:
        """The decision with the fingerprints of what was compared."""
        seen = tuple((ref, self._stood(ref, mark)) for ref, mark in decision.seen)
        return decision if seen == decision.seen else evolve(decision, seen=seen)

    def _stood(self, ref: str, mark: str) -> str:
        return self.stood.get((ref, whole(mark)), mark)


def _reapproved(kept: list[Record], records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records, whose approvals are of what stands in them now.

    What somebody approved on that day is not known; that they approve of it today is.
    """
    approvals = _Approvals(
        {
            (old.ref, whole(seen_fingerprint(old))): seen_fingerprint(new)
            for old, new in zip(kept, records, strict=True)
            if old is not new
        }
    )
    return tuple(
        approvals.decided(record) if isinstance(record, Decision) else approvals.reviewed(record)
        for record in records
    )

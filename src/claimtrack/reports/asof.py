"""A ledger, or one of its records, as it stood on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen

from claimtrack.findings import Finding
from claimtrack.model import KINDS, Actor, Article, Claim, Ledger, Proposition, Record, content
from claimtrack.reports.claim_lines import claim_data, claim_lines, title_of, verdict_line
from claimtrack.reports.json import finding_data, json_text, summary_data
from claimtrack.reports.paint import PLAIN, Paint
from claimtrack.reports.text import account, headline
from claimtrack.result import Result
from claimtrack.text.as_written import begins_after, over_by
from claimtrack.text.dates import Date

SCHEMA = "claimtrack-asof/1"
"""Names the shape; it changes when a field changes its meaning."""


@frozen(kw_only=True)
class Standing:
    """What stood on a day: the ledger of then, its findings, and what was not there yet."""

    day: Date
    known: str | None
    """The revision whose ledger it is; None for that of the working folder."""
    now: Ledger
    """The same ledger with all that came later."""
    then: Ledger
    result: Result = field(factory=Result)
    """The findings of `then` on that day."""

    def later(self) -> dict[str, int]:
        """How many records were not there yet, by the name of their list in a claim file."""
        return {
            name: sum(type(record) is cls for record in self.now.records)
            - sum(type(record) is cls for record in self.then.records)
            for name, cls in KINDS.items()
        }


def render_text(standing: Standing, paint: Paint = PLAIN) -> Iterator[str]:
    """How much there was and was not yet; the findings, one a line; the account."""
    then = standing.then
    live = sum(claim.is_live for claim in then.claims.values())
    yield paint.strong(f"as of {standing.day}{_known(standing, paint)}") + "\n"
    there = {name: sum(type(r) is cls for r in then.records) for name, cls in KINDS.items()}
    yield f"there: {_counted(there)}; {live} of the claims live\n"
    yield f"not yet: {_counted(standing.later()) or 'nothing'}\n"
    for finding in standing.result.findings:
        yield headline(finding, paint) + "\n"
    yield from (line + "\n" for line in account(standing.result.summary, paint))


def render_json(standing: Standing, *, plain: bool = False) -> Iterator[str]:
    """The same as one document (`claimtrack-asof/1`); a `plain` one is ASCII."""
    document = {
        **_head(standing),
        "summary": summary_data(standing.result.summary),
        "later": standing.later(),
        "findings": [finding_data(finding) for finding in standing.result.findings],
    }
    yield json_text(document, plain, indent=2) + "\n"


def record_text(standing: Standing, record: Record, paint: Paint = PLAIN) -> Iterator[str]:
    """One record as it stood, with what was known about it; or that it was not there yet."""
    stood = _stood(standing, record)
    yield paint.strong(f"{paint.text(record.ref)} as of {standing.day}") + _known(standing, paint)
    yield "\n"
    if stood is None:
        yield f"not there yet: {paint.text(_why_not(standing, record))}\n"
        return
    then = standing.then
    if not isinstance(stood, Claim):
        yield paint.text(title_of(then, stood)) + "\n"
    for line in _about(standing, stood, paint):
        yield f"  {line}\n"
    for claim in _claims(then, stood):
        yield "".join(f"{line}\n" for line in claim_lines(then, claim, paint))
    for finding in _touching(standing, stood):
        yield headline(finding, paint) + "\n"


def record_json(standing: Standing, record: Record, *, plain: bool = False) -> Iterator[str]:
    """The same as one document; `content` is null where the record was not there yet."""
    stood = _stood(standing, record)
    found = () if stood is None else _claims(standing.then, stood)
    touching = [] if stood is None else _touching(standing, stood)
    document = {
        **_head(standing),
        "record": record.ref,
        "content": None if stood is None else content(stood),
        "claims": [claim_data(standing.then, claim) for claim in found],
        "findings": [finding_data(finding) for finding in touching],
    }
    yield json_text(document, plain, indent=2) + "\n"


def _head(standing: Standing) -> dict[str, Any]:
    return {"schema": SCHEMA, "as_of": standing.day.text, "known": standing.known}


def _known(standing: Standing, paint: Paint) -> str:
    if standing.known is None:
        return ""
    return f", by what the ledger knew at {paint.text(standing.known)}"


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(
        f"{count:,} {name if count != 1 else name.removesuffix('s')}"
        for name, count in counts.items()
        if count
    )


def _stood(standing: Standing, record: Record) -> Record | None:
    return next((one for one in standing.then.records if one.ref == record.ref), None)


def _why_not(standing: Standing, record: Record) -> str:
    day = standing.day
    if isinstance(record, Claim):
        article = standing.now.articles.get(record.article)
        if article is not None and not over_by(article.published, day):
            return f"{article.id} is dated {article.published}"
        when = standing.now.when(record)
        if when is not None and begins_after(when, day):
            return f"its words are dated {when}"
    date = getattr(record, "published", None) or getattr(record, "date", None)
    return f"it is dated {date}"


def _about(standing: Standing, record: Record, paint: Paint) -> Iterator[str]:
    """What was known of a record beside the claims: judgements, changes, corrections, titles."""
    then = standing.then
    proposition = record
    if isinstance(record, Claim):
        for entry in record.history:
            states = [str(one) for one in (entry.attribution, entry.lifecycle) if one]
            why = f": {paint.text(entry.why)}" if entry.why else ""
            yield f"{paint.text(entry.date.text)}  {', '.join(states)}{why}"
        proposition = then.propositions.get(record.proposition or "", record)
    if isinstance(proposition, Proposition):
        for verdict in proposition.verdicts:
            yield verdict_line(then, verdict, paint)
    if isinstance(record, Article):
        yield f"published {paint.text(record.published.text)}, {record.status}"
        for correction in record.corrections:
            yield f"{paint.text(correction.date.text)}  corrected: {paint.text(correction.text)}"
    if isinstance(record, Actor):
        for role in record.roles:
            begun = role.start is None or not begins_after(role.start, standing.day)
            ended = role.end is not None and begins_after(standing.day, role.end)
            if begun and not ended:
                yield paint.text(role.title.best(then.config.language)[1])


def _claims(ledger: Ledger, record: Record) -> Sequence[Claim]:
    """The claims to show for a record, oldest first: the claim itself, or those that name it."""
    field = {Claim: "id", Proposition: "proposition", Actor: "speaker", Article: "article"}
    name = field.get(type(record), "occasion")
    claims = (one for one in ledger.records if isinstance(one, Claim))
    found = (claim for claim in claims if getattr(claim, name) == record.id)
    return sorted(found, key=ledger.age)


def _touching(standing: Standing, record: Record) -> list[Finding]:
    """The findings with a place in a record, or in a claim that is shown with it."""
    refs = {record.ref, *(claim.ref for claim in _claims(standing.then, record))}
    return [
        finding
        for finding in standing.result.findings
        if any(place.record in refs for place in finding.places)
    ]

"""CSV in: somebody's table of claims, a claim in each row, by a mapping of its columns."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from claimtrack.errors import UsageError
from claimtrack.interop.feeds.aside import put_aside
from claimtrack.interop.feeds.csv import UNREADABLE, UNREADABLE_BYTES, csv_rows
from claimtrack.interop.feeds.found import Found, Gap, Json
from claimtrack.interop.feeds.window import Place
from claimtrack.interop.importing import (
    Importer,
    Known,
    Matter,
    Outcome,
    Reader,
    Refused,
    Repeated,
    Settings,
)
from claimtrack.interop.imports import parties
from claimtrack.interop.imports.articles import Printed, article_of
from claimtrack.interop.imports.crosswalk import Crosswalk, folded, shipped
from claimtrack.interop.imports.csv_mapping import NEEDED, Columns
from claimtrack.interop.imports.csv_values import given_spec, quantities
from claimtrack.interop.imports.drafts import Draft
from claimtrack.interop.imports.found_dates import DAY
from claimtrack.interop.imports.identifiers import mark, stem
from claimtrack.interop.imports.propositions import find_proposition, is_typed, proposition_of
from claimtrack.interop.imports.recorder import HERE
from claimtrack.interop.imports.reviews import Party, Piece
from claimtrack.model import Claim, Localized, Quote, ValueSpec
from claimtrack.model.claim import OWN_VOICE
from claimtrack.model.words import ArticleKind, Certainty, Form, PropositionKind, Stance, ValueType


def _prepare(settings: Settings) -> Reader:
    if settings.mapping is None:
        raise UsageError(
            "csv needs --mapping FILE, which says what each column holds (docs/csv.md)"
        )
    columns = Columns.parse(settings.mapping.text, settings.mapping.name)
    crosswalk = shipped()
    if settings.crosswalk is not None:
        own = Crosswalk.parse(settings.crosswalk.text, settings.crosswalk.name)
        crosswalk = crosswalk.under(own)

    def read(pieces: Iterable[str], known: Known) -> Iterator[Outcome]:
        def table(text: Iterable[str]) -> Iterator[Found | Gap]:
            return csv_rows(text, columns.delimiter, columns.names.values())

        rows = _Rows(known, columns, crosswalk, settings.language)
        if "claim.value" not in columns.names:
            yield from _read(table(pieces), rows)
            return
        with put_aside() as aside:
            # How values are read is known only at the end of the table.
            read_as = quantities(columns, table(aside.keeping(pieces)))
            yield from _read(table(aside.again()), evolve(rows, quantities=read_as))

    return read


@frozen
class _Rows:
    """Makes records of the rows of a table."""

    known: Known
    columns: Columns
    crosswalk: Crosswalk
    language: str
    quantities: Container[str] = frozenset()
    """The folded words of propositions on which every value of the table is a quantity."""

    def outcome(self, place: Place, row: Json) -> Outcome:
        """What becomes of one row."""
        draft = Draft(self.known)
        try:
            return self._recorded(place, row, draft)
        except ValueError as reason:
            return Refused(place, str(reason))

    def _recorded(self, place: Place, row: Json, draft: Draft) -> Outcome:
        """Raises `ValueError` where the row cannot be recorded; nothing is known of it then."""
        columns = self.columns
        for column in columns.names.values():
            if UNREADABLE in str(row.get(column, "")):
                raise ValueError(f"column {column!r} has {UNREADABLE_BYTES}")
        for names in _DEMANDED:
            columns.demand(row, *names)
        speaker, text = (columns.text(row, name) for name in ("claim.speaker", "proposition.text"))
        printed = Printed.of(self._piece(row), columns.text(row, "claim.said"), self.language)
        fields = self._fields(row, printed.language)
        kinds: dict[str, Any] = {
            "kind": columns.word(row, "proposition.kind", PropositionKind),
            "topics": columns.several(row, "proposition.topics"),
            "value": given_spec(columns, row),
        }
        article_kind = columns.word(row, "article.kind", ArticleKind)
        said = fields["said"]
        marked = mark(printed.key, printed.published.text, *self._identity(row))
        day = printed.published if said is None else said
        name = f"{stem(speaker) or 'claim'}-{stem(day.text[:DAY])}-{marked}"
        where = self.known.get(f"claim:{name}")
        if where is not None:
            return Repeated(place, where)
        article = article_of(draft, printed, article_kind)
        claim = Claim(
            id=name,
            article=article,
            speaker=self._speaker(draft, speaker),
            proposition=self._proposition(draft, text, printed.language, **kinds),
            **fields,
        )
        if claim.value and not (claim.proposition and is_typed(self.known, claim.proposition)):
            draft.remark(Matter.UNTYPED, claim.value)
        draft.add_claim(claim, f"{HERE}{place}")
        return draft.done(place)

    def _identity(self, row: Json) -> list[str]:
        """What tells the claims of one article from each other: all that their rows say of them."""
        return [folded(self.columns.text(row, name)) for name in _OF_CLAIMS]

    def _piece(self, row: Json) -> Piece:
        columns = self.columns
        published = columns.date(row, "article.published")
        return Piece(
            outlet=Party(name=columns.text(row, "article.outlet")),
            url=columns.text(row, "article.url"),
            title=columns.text(row, "article.title"),
            byline=columns.text(row, "article.byline"),
            language=columns.text(row, "article.language"),
            published="" if published is None else published.text,
        )

    def _proposition(
        self, draft: Draft, text: str, language: str, *, value: ValueSpec | None, **more: Any
    ) -> str | None:
        """The proposition in these words: one that is known as it is, else a new one."""
        known = find_proposition(self.known, text) if text else None
        if known is not None or not text:
            return known
        if value is None and folded(text) in self.quantities:
            value = ValueSpec(type=ValueType.QUANTITY)
            draft.remark(Matter.INFERRED, text)
        return proposition_of(draft, text, language, value=value, **more)

    def _speaker(self, draft: Draft, name: str) -> str:
        if name == OWN_VOICE:
            return name
        return parties.claimant(draft, Party(name=name), self.crosswalk)

    def _fields(self, row: Json, language: str) -> dict[str, Any]:
        columns = self.columns
        statement, quote = columns.text(row, "claim.statement"), columns.text(row, "claim.quote")
        return {
            "stance": columns.word(row, "claim.stance", Stance) or Stance.AFFIRMS,
            "statement": Localized.of(statement, language) if statement else None,
            "value": columns.text(row, "claim.value") or None,
            "as_of": columns.date(row, "claim.as_of"),
            "said": columns.date(row, "claim.said"),
            "form": columns.word(row, "claim.form", Form),
            "certainty": columns.word(row, "claim.certainty", Certainty) or Certainty.UNSTATED,
            "quotes": (Quote(exact=quote, language=language),) if quote else (),
            "note": columns.text(row, "claim.note") or None,
            "tags": columns.several(row, "claim.tags"),
        }


_SAID = ("proposition.text", "claim.statement")
_DEMANDED = (*((name,) for name in NEEDED), ("article.title", "article.url"), _SAID)
_OF_CLAIMS = (
    *_SAID,
    *(f"claim.{name}" for name in ("speaker", "said", "stance", "value", "quote")),
)


def _read(table: Iterable[Found | Gap], rows: _Rows) -> Iterator[Outcome]:
    for number, found in enumerate(table, 1):
        place = found.place._replace(record=number)
        yield (
            Refused(place, found.reason)
            if isinstance(found, Gap)
            else rows.outcome(place, found.value)
        )


CSV = Importer(
    name="csv",
    summary="A table with a claim in each row, by a mapping of its columns.",
    prepare=_prepare,
)

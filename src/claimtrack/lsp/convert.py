"""From findings, mentions and offers to the types of the Language Server Protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from lsprotocol import types as lsp

from claimtrack.findings import Finding, Location, Severity
from claimtrack.lsp.completing import Offer, Offers
from claimtrack.lsp.lines import Lines
from claimtrack.lsp.mending import Mend
from claimtrack.lsp.naming import Mention
from claimtrack.text.terminal import safe

SOURCE = "claimtrack"

_SEVERITIES = MappingProxyType(
    {
        Severity.ERROR: lsp.DiagnosticSeverity.Error,
        Severity.WARNING: lsp.DiagnosticSeverity.Warning,
        Severity.INFO: lsp.DiagnosticSeverity.Information,
    }
)
_KINDS: Mapping[str, lsp.CompletionItemKind] = MappingProxyType(
    {
        "key": lsp.CompletionItemKind.Property,
        "word": lsp.CompletionItemKind.EnumMember,
        "record": lsp.CompletionItemKind.Reference,
    }
)


class Converter:
    """Knows the lines of each file and its address, as the editor has them."""

    def __init__(self, lines: Callable[[str], Lines], uri: Callable[[str], str]) -> None:
        self._lines = lines
        self._uri = uri

    def diagnostic(self, finding: Finding) -> lsp.Diagnostic:
        """A finding, with its other places as related information."""
        advice = f"\n{safe(finding.help)}" if finding.help else ""
        return lsp.Diagnostic(
            range=self._range_of(finding.primary),
            message=f"{safe(finding.message)}{advice}",
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            source=SOURCE,
            related_information=[
                lsp.DiagnosticRelatedInformation(
                    location=lsp.Location(self._uri(place.file), self._range_of(place)),
                    message=safe(place.message or place.record),
                )
                for place in finding.related
            ],
        )

    def location(self, mention: Mention) -> lsp.Location:
        """Where an identifier is written."""
        return lsp.Location(self._uri(mention.file), self.range(mention))

    def range(self, mention: Mention) -> lsp.Range:
        """From where to where an identifier is written."""
        lines = self._lines(mention.file)
        return _range(lines.place(mention.start), lines.place(mention.end))

    def edit(self, changes: Iterable[tuple[Mention, str]]) -> lsp.WorkspaceEdit:
        """New texts in the place of some passages, by the address of their file."""
        found: dict[str, list[lsp.TextEdit]] = {}
        for passage, new in changes:
            edit = lsp.TextEdit(self.range(passage), new)
            found.setdefault(self._uri(passage.file), []).append(edit)
        return lsp.WorkspaceEdit(changes=found)

    def action(self, mend: Mend) -> lsp.CodeAction:
        """A quick fix. Only a safe one is preferred: an editor may make those unasked."""
        prefix = "Fix" if mend.fix.safe else "Suggested for"
        return lsp.CodeAction(
            title=safe(f"{prefix} {mend.finding.code}: {mend.fix.message}"),
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[self.diagnostic(mend.finding)],
            is_preferred=mend.fix.safe,
            edit=self.edit(mend.changes),
        )

    def is_in(self, place: Location, wanted: lsp.Range) -> bool:
        """Whether a place touches a range."""
        found = self._range_of(place)
        return found.start <= wanted.end and wanted.start <= found.end

    def completions(self, file: str, offset: int, offers: Offers) -> lsp.CompletionList:
        """What can be written, in the place of the word before the cursor."""
        span = self.range(Mention(file, offers.start, offset))
        items = [_item(offer, span) for offer in offers.found]
        return lsp.CompletionList(is_incomplete=not offers.whole, items=items)

    def _range_of(self, place: Location) -> lsp.Range:
        lines = self._lines(place.file)
        end = lines.place_of(place.end_line, place.end_column)
        return _range(lines.place_of(place.line, place.column), end)


def _item(offer: Offer, span: lsp.Range) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        label=offer.label,
        kind=_KINDS[offer.kind],
        detail=offer.detail or None,
        text_edit=lsp.TextEdit(span, offer.insert),
        filter_text=offer.label,
    )


def _range(start: tuple[int, int], end: tuple[int, int]) -> lsp.Range:
    return lsp.Range(lsp.Position(*start), lsp.Position(*end))

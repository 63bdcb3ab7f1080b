"""CT107: words in brackets that the captured text lacks and nobody declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.findings import Edit, Finding, Fix, Severity, Skip
from claimtrack.model.words import EditKind
from claimtrack.rule import Fixable, Group
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.text.folding import fold, respell
from claimtrack.text.quotation import insertions

_DECLARES = (EditKind.INSERTED, EditKind.SUBSTITUTED)


class UndeclaredInsertion(ByArticle):
    """A quote has words in brackets that the captured text lacks and `edits` does not declare.

    Brackets say that somebody put words into the mouth of the speaker, as `[The fund]` for "It".
    Who did so, the article or we, cannot be told from the quote; a declared edit says that it was
    done on purpose. Brackets that the article prints itself are its own words and are no finding.

    What to do: declare each insertion in the quote's `edits` (`{kind: inserted, text: …}`, or
    `substituted` where it takes the place of other words), or quote without it.
    """

    code = "CT107"
    name = "undeclared-insertion"
    severity = Severity.WARNING
    fix = Fixable.SUGGESTION

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each quote with insertions that are not declared."""
        for quote in held(group):
            if isinstance(quote, Skip):
                yield quote
            elif quote.anchor.passages:
                missing = list(_undeclared(quote))
                if missing:
                    yield self._finding(group, quote, missing)

    def _finding(self, group: Group, quote: Held, missing: list[str]) -> Finding:
        words = ", ".join(f"[{inserted}]" for inserted in missing)
        edit = f"{{kind: inserted, text: {missing[0]}}}"
        return self.finding(
            group,
            f"the captured text lacks the words in brackets, and `edits` does not say so: {words}",
            [quote.place(words), quote.shown(quote.anchor.passages[0])],
            help=f"declare it: `edits: [{edit}]`; or quote without it",
            fix=Fix("declare it as inserted", tuple(_declared(quote, missing))),
            about=quote.about,
        )


def _declared(quote: Held, missing: list[str]) -> Iterator[Edit]:
    """The edits that say of each insertion that it is one."""
    entries = [{"kind": EditKind.INSERTED, "text": inserted} for inserted in missing]
    if not quote.quote.edits:
        yield Edit.adding(quote.claim.where("quotes", quote.position, "edits"), entries)
        return
    end = quote.claim.where("quotes", quote.position, "edits", "-")
    yield from (Edit.adding(end, entry) for entry in entries)


def _undeclared(quote: Held) -> Iterator[str]:
    exact = quote.quote.exact
    if quote.is_literal:
        return
    declared = {_plain(edit.text) for edit in quote.quote.edits if edit.kind in _DECLARES}
    gaps = {_plain(quote.words(gap)) for gap in quote.gaps}
    for inserted in insertions(exact):
        if _plain(inserted) not in declared and _plain(inserted) not in gaps:
            yield inserted


def _plain(words: str) -> str:
    return respell(fold(words)).text.strip().strip("[]").casefold()

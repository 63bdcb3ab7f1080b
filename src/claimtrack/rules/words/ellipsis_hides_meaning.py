"""CT105: an omission that leaves out words which turn the meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.rule import Group
from claimtrack.rules.claims import listed
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.rules.words.omissions import Omission, omissions, turning_insertions
from claimtrack.text.anchor import Grade
from claimtrack.text.meaning import Bearer, Carries

_NAMES = {Carries.SPEECH: "change of speaker"}


class EllipsisHidesMeaning(ByArticle):
    """The words that a quote leaves out negate, limit, condition, count, or are another speaker's.

    `We will pay […] the families` is not what was said where the text has `We will pay none of the
    families`. Each omission is read: the words of the speaker for negation, denial, modality,
    condition, hedge and number, those of the reporter for a change of speaker. What stands in the
    place of an insertion is read as well, and so are the words put in: `[not]` is nobody's. At a
    quote's beginning or end only a negation or a condition in the rest of the sentence counts, and
    it is a warning: it may be about something else. So is the Arabic `ما` alone, which may negate
    or mean what.

    What to do: read the words that are shown. Quote them, or quote the part that stands whole.
    """

    code = "CT105"
    name = "ellipsis-hides-meaning"
    severity = Severity.ERROR

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each omission that hides words of weight."""
        for quote in held(group):
            if isinstance(quote, Skip):
                yield quote
            elif quote.anchor.passages and quote.anchor.grade is not Grade.OUT_OF_ORDER:
                for omission in omissions(quote):
                    yield self._finding(group, quote, omission)
                turning = turning_insertions(quote)
                if turning:
                    yield self._inserted(group, quote, turning)

    def _finding(self, group: Group, quote: Held, omission: Omission) -> Finding:
        hidden = _listed(omission.bearers)
        is_sure = any(one.kind is not Carries.UNSURE_NEGATION for one in omission.bearers)
        where = "the omission" if omission.is_inside else "an end of the quote"
        return self.finding(
            group,
            f"{where} leaves out words that may turn the meaning: {hidden}",
            [quote.place("leaves words out"), quote.shown(omission.passage)],
            help="quote these words too, or quote the part that stands whole",
            severity=None if omission.is_inside and is_sure else Severity.WARNING,
            about=f"{quote.about}|{omission.passage.start - quote.anchor.passages[0].start}",
        )

    def _inserted(self, group: Group, quote: Held, turning: Sequence[Bearer]) -> Finding:
        return self.finding(
            group,
            f"the quote has words put in that may turn the meaning: {_listed(turning)}",
            [quote.place("words put in"), quote.shown(quote.anchor.passages[0])],
            help="quote what the text says; an insertion explains words, it does not turn them",
            about=f"{quote.about}|inserted",
        )


def _listed(bearers: Sequence[Bearer]) -> str:
    """Words with what they do: `not (negation)`."""
    return listed([f"{one.words} ({_NAMES.get(one.kind, one.kind.value)})" for one in bearers])

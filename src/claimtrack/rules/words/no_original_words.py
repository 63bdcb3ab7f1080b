"""CT701: a quote in a language that was not spoken, without the original."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Article, Claim, Occasion
from claimtrack.model.languages import language_name
from claimtrack.model.words import Form
from claimtrack.rule import Group
from claimtrack.rules.by_claim import ByClaim
from claimtrack.text.excerpt import cut

UNKNOWN_LANGUAGE = Skip("unknown-spoken-language")
"""A quote of which nothing says in which language its words were spoken."""
_QUOTED = frozenset({Form.DIRECT, Form.MIXED})
_NO_ONE_LANGUAGE = frozenset({"und", "mul", "mis", "zxx"})


class NoOriginalWords(ByClaim):
    """A direct quote stands in a language that its speaker did not speak there.

    Quotation marks say that these are the words; but a rendering is somebody's choice of words, and
    without the original nobody can see how good it is. The language spoken is that of the occasion,
    else of its transcript. The original may stand as another quote of the claim, or among a quote's
    `translations`. Where the language spoken is not recorded, nothing is said.

    What to do: add the original words; or record the form as `indirect`.
    """

    code = "CT701"
    name = "no-original-words"
    severity = Severity.WARNING

    def concerns(self, claim: Claim) -> bool:
        """Whether it quotes a speaker."""
        return claim.form in _QUOTED and bool(claim.quotes) and not claim.is_own_voice

    def check_claim(self, group: Group, claim: Claim) -> Iterable[Finding | Skip]:
        """One finding where no words of the claim are in the language spoken."""
        spoken, printed = _spoken(group, claim), _printed(group, claim)
        if spoken is None or not printed:
            yield UNKNOWN_LANGUAGE
            return
        language, where = spoken
        rendered = [one.language for quote in claim.quotes for one in quote.translations]
        if language in map(_primary, (*printed, *rendered)):
            return
        exact = claim.where("quotes", 0, "exact", message=f"«{cut(claim.quotes[0].exact)}»")
        yield self.finding(
            group,
            f"{group.name(claim.speaker)} spoke {language_name(language)} there, and is quoted in "
            f"{language_name(_primary(printed[0]))} without the original words",
            [exact, where],
            help="add the original words as a quote or among the `translations`",
        )


def _spoken(group: Group, claim: Claim) -> tuple[str, Location] | None:
    """The primary subtag of the language spoken, and where that is recorded."""
    occasion = group.find(Occasion, claim.occasion)
    if occasion is None:
        return None
    tag, where = occasion.language, occasion.where("language", message="the language spoken")
    if tag is None:
        transcript = group.find(Article, occasion.transcript)
        if transcript is None:
            return None
        tag = transcript.language
        where = transcript.where("language", message="the language of the transcript")
    return None if _primary(tag) in _NO_ONE_LANGUAGE else (_primary(tag), where)


def _printed(group: Group, claim: Claim) -> list[str]:
    """The language of each quote, its own or its article's; none where one is not known."""
    article = group.article(claim)
    own = "" if article is None else article.language
    languages = [quote.language or own for quote in claim.quotes]
    return languages if all(languages) else []


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()

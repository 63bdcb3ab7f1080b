"""What an importer must know of a ledger, under the keys by which it asks."""

from __future__ import annotations

from claimtrack.interop.importing import Known
from claimtrack.interop.imports.articles import note_article
from claimtrack.interop.imports.drafts import note_actor
from claimtrack.interop.imports.lookalikes import note_judged
from claimtrack.interop.imports.propositions import note_typed, words_key
from claimtrack.interop.imports.recorder import IN_THE_LEDGER, judgement
from claimtrack.model import Actor, Article, Claim, Decision, Proposition, Record


def note_record(known: Known, record: Record, home: str) -> None:
    """Remember a record of the ledger; `home` is its file among the imported ones, else empty.

    Words of a proposition that stands elsewhere are known as such: nothing is added to it.
    """
    known.put(record.ref, IN_THE_LEDGER if isinstance(record, Claim) else "")
    if isinstance(record, Claim) and record.proposition is not None and not home:
        known.put(f"about:{record.id}", record.proposition)
    elif isinstance(record, Actor):
        note_actor(known, record)
    elif isinstance(record, Decision):
        note_judged(known, record.same)
        note_judged(known, record.different)
    elif isinstance(record, Article):
        note_home(known, record, home or article_home(record))
        if record.url is not None:
            note_article(known, record, record.url.partition("#")[0], is_ours=bool(home))
    elif isinstance(record, Proposition):
        note_home(known, record, home)
        note_typed(known, record)
        for _, text in record.text:
            known.put(words_key(text, is_ours=bool(home)), record.id)
            for verdict in record.verdicts:
                address, label = verdict.url or "", verdict.label or ""
                key = judgement(text, address, verdict.date, label)
                known.put(f"verdict:{key}", verdict.veracity)


def article_home(article: Article) -> str:
    """The file for an article that comes in, or for what comes in of one that stands elsewhere."""
    return f"articles/{article.outlet}/{article.id}.yaml"


def note_home(known: Known, record: Record, home: str) -> None:
    """Remember the imported file for an article and its claims, or of a proposition."""
    if home and isinstance(record, Article | Proposition):
        known.put(f"home:{record.ref}", home)

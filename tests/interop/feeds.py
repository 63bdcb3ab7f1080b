"""Invented feeds: reviews of claims of Maruvia, in the shapes in which such feeds are published."""

import json

import claimtrack
from claimtrack.interop.importers import IMPORTERS
from claimtrack.interop.importing import Imported, Settings
from claimtrack.store.growing import Additions, added
from claimtrack.store.register import Register

PREPARE = {importer.name: importer.prepare for importer in IMPORTERS}


def review(number=1, **fields):
    """One ClaimReview of schema.org; `None` takes a field away."""
    made = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"https://halvath-check.example/reviews/{number}",
        "headline": f"Review {number}",
        "inLanguage": "en",
        "datePublished": "2031-05-04",
        "author": {
            "@type": "Organization",
            "name": "Halvath Check",
            "url": "https://halvath-check.example",
        },
        "claimReviewed": f"The dam has {number} cracks",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Tamsel Oduya"},
            "datePublished": "2031-05-02",
        },
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
        **fields,
    }
    return {name: value for name, value in made.items() if value is not None}


def entry(number=1, **fields):
    """One entry of the Fact Check Tools API."""
    return {
        "text": f"The dam has {number} cracks",
        "claimant": "Tamsel Oduya",
        "claimDate": "2031-05-02T00:00:00Z",
        "claimReview": [
            {
                "publisher": {"name": "Halvath Check", "site": "halvath-check.example"},
                "url": f"https://halvath-check.example/reviews/{number}",
                "title": f"Review {number}",
                "reviewDate": "2031-05-04T00:00:00Z",
                "textualRating": "False",
                "languageCode": "en",
            }
        ],
        **fields,
    }


def pieces(text, size=50):
    """A text in pieces."""
    return [text[start : start + size] for start in range(0, len(text), size)]


def outcomes(feed, form="claimreview", known=None, size=50, **settings):
    """What becomes of the records of a feed, given as text or as what JSON writes."""
    text = feed if isinstance(feed, str) else json.dumps(feed, ensure_ascii=False)
    read = PREPARE[form](Settings(**settings))
    return list(read(pieces(text, size), known or Register()))


def ledger_of(found):
    """The ledger that some outcomes make."""
    imported = [one for one in found if isinstance(one, Imported)]
    additions = Additions(
        [record for one in imported for record in one.records],
        [verdict for one in imported for verdict in one.verdicts],
    )
    return claimtrack.loads(added(None, additions, "a.yaml", claimtrack.Config()))


def remarks(found):
    """The matters of some outcomes, by name."""
    return [remark.matter.name for one in found for remark in getattr(one, "remarks", ())]

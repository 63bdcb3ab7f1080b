"""A repository with a ledger in which two articles disagree."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from repositories import Repository

LEDGER = {
    "claims/world.yaml": """\
actors:
  - {id: wire, kind: outlet, name: Northern Wire}
  - {id: barq, kind: outlet, name: {en: Barq, ar: البرق}}
propositions:
  - {id: toll, text: Bodies found by 1 May, value: {type: quantity, unit: bodies}}
""",
    "claims/wire.yaml": """\
article: {id: wire, outlet: wire, title: T, language: en, published: 2031-05-02}
claims:
  - {id: wire-toll, speaker: article, proposition: toll, as_of: 2031-05-01, value: 11 bodies}
""",
}
CONFLICT = {
    "claims/barq.yaml": """\
article: {id: barq, outlet: barq, title: T, language: en, published: 2031-05-01}
claims:
  - {id: barq-toll, speaker: article, proposition: toll, as_of: 2031-05-01, value: 35 bodies}
"""
}


def newsroom_in(folder):
    """Somebody's repository: tag `base` is clean, and what came after it contradicts."""
    folder /= "newsroom"
    folder.mkdir()
    repository = Repository(folder)
    repository.commit(LEDGER, tag="base")
    repository.commit(CONFLICT)
    return repository

"""Ledgers to export, and what comes out."""

import pytest

import claimtrack
from claimtrack.interop.exporting import Context
from claimtrack.plugins import all_exporters
from claimtrack.testing import sample

HARD = """
actors:
  - {id: wire, kind: outlet, name: {en: Wire, ar: الوكالة}}
  - {id: oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل عبّاس أودويا},
     aliases: ["=HYPERLINK(1)"]}
  - {id: long, kind: person, name: NAME}
  - {id: twice, kind: person, name: The first}
  - {id: twice, kind: person, name: The second}
propositions:
  - {id: toll, text: At least 20 people died, value: {type: quantity}, contradicts: [no-such]}
articles:
  - {id: a, outlet: nobody, title: "\\u202eطوفان", language: ar, published: 2031-05-02T01:00+03:00,
     cites: [wire, gone], url: https://wire.example/a?b=%D8%A7&c='d'}
claims:
  - {id: c, article: a, speaker: article, proposition: toll, value: "-٢٠", said: 2031-05/..,
     quotes: [{exact: "قال عبّاس: ٢٠ شخصاً", prefix: "'",
               translations: [{language: en, text: Twenty}]}]}
  - {id: d, article: missing, speaker: ghost, statement: Nothing, based_on: [c, a, missing],
     attribution: {chain: [{actor: ghost}, {article: a}]}, colour: red}
  - {id: e, article: a}
decisions:
  - {different: [c, d], by: desk, at: 2031-05-04, why: two people}
  - {different: [c, d], by: desk, at: 2031-05-05, why: still two people}
""".replace("NAME", "ن" * 10_000)
"""References to nothing, broken records, two of one name, a vast name, an override of bidi."""


@pytest.fixture(scope="session")
def hard():
    """A ledger with all that is hard to write in other formats."""
    return claimtrack.loads(HARD)


@pytest.fixture(scope="session")
def demo():
    """The demonstration ledger."""
    return claimtrack.load(sample("demo") / "claims")


@pytest.fixture(scope="session")
def exported():
    """Export a ledger: the files by name, and what was left out."""

    def run(name, ledger, **context):
        left_out = []
        files = all_exporters()[name].export(ledger, Context(leave_out=left_out.append, **context))
        return {file.name: b"".join(file.pieces) for file in files}, left_out

    return run

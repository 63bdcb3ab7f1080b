import pytest

from claimtrack import load, loads
from claimtrack.lsp.hovering import explained, summary
from claimtrack.lsp.spots import spot_at, tree
from claimtrack.testing.shipped import sample

TEXT = """\
actors:
  - {id: wire, kind: outlet, name: "![x](https://a.example/x)"}
  - {id: oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل أودويا}, roles: [{title: وزيرة}]}
articles: [{id: wire-1, outlet: wire, title: Gate, language: en, published: 2031-05-02}]
propositions:
  - id: gate-failed
    text: {en: The gate failed, ar: تعطلت البوابة}
    verdicts: [{veracity: refuted, reviewer: oduya, date: 2031-05-03}]
claims:
  - id: wire-gate
    article: wire-1
    speaker: oduya
    stance: denies
    proposition: gate-failed
    quotes: [{exact: لم تتعطل}]
    status: retracted
    review:
      by: A
      at: 2031
      fingerprint: 00000000000000000000
      seen: {"article:wire-1": 11111111111111111111}
    tags: [gate-failed]
"""


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("oduya\n    stance", "**actor** `oduya`  \nTamsel Oduya · تامسل أودويا  \nperson, وزيرة"),
        (
            "gate-failed\n    quotes",
            "The gate failed · تعطلت البوابة  \n1 claim, refuted by",
        ),
        ("wire-gate", "**claim** `wire-gate`  \nTamsel Oduya denies: The gate failed"),
        ("wire-gate", "2031-05-02, retracted  \n“لم تتعطل”"),
        ("wire-1\n", "**article** `wire-1`  \nGate"),
        ("article:wire-1", "**article** `wire-1`  \nGate"),
        ("stance", "`stance`: Where the speaker stands"),
        ("denies", "`denies`: Says that it is not so."),
        ("retracted", "`retracted`: "),
        ("wire, title", r"!\[x\](https://a.example/x)"),
        ("gate-failed]", None),
        ("claims", None),
    ],
)
def test_what_is_explained(word, says):
    spot = spot_at(tree(TEXT), TEXT.index(word))
    found = explained(spot, loads(TEXT))
    assert found is None if says is None else says in found


def test_every_record_has_a_summary():
    ledger = load(sample("demo") / "claims")
    for record in ledger.records:
        head, *facts = summary(record, ledger).split("  \n")
        assert head == f"**{record.KIND}** `{record.id}`"
        assert facts or record.KIND == "decision"

"""A finding keeps its fingerprint while the group around it grows."""

import pytest

from claimtrack import check, loads
from claimtrack.rules.agreement.contradicts_itself import ContradictsItself
from claimtrack.rules.agreement.duplicate_claim import DuplicateClaim
from claimtrack.rules.agreement.implication_broken import ImplicationBroken

LEDGER = """
propositions:
  - {id: open, text: The gate stood open, contradicts: [shut], implies: [wet]}
  - {id: shut, text: The gate was shut}
  - {id: wet, text: Water ran through the gate}
claims:
  - {id: one, article: a, speaker: s, proposition: open, said: 2031-05-03}
  - {id: one-more, article: a, speaker: s, proposition: open, said: 2031-05-03}
  - {id: two, article: b, speaker: s, proposition: shut, said: 2031-05-03}
  - {id: three, article: b, speaker: s, proposition: wet, stance: denies, said: 2031-05-03}
"""
GROWN = {
    "first.yaml": """
propositions:
  - {id: ajar, text: البوابة مفتوحة, same_as: [open], contradicts: [closed], implies: [shut]}
  - {id: closed, text: The gate was closed, implies: [dry]}
claims:
  - {id: another, article: c, speaker: t, proposition: ajar, said: 2031-05-03}
""",
    "ledger.yaml": LEDGER,
}


@pytest.mark.parametrize("rule", [ContradictsItself(), DuplicateClaim(), ImplicationBroken()])
def test_a_growing_component_makes_nothing_new(rule):
    before, after = (
        {
            found.fingerprint
            for found in check(loads(text), as_of="2031-06-01", rules=[rule]).findings
        }
        for text in (LEDGER, GROWN)
    )
    assert len(before) == 1
    assert before == after

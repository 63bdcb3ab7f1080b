"""What the rules on sourcing look at, also where they find nothing."""

import claimtrack
from claimtrack.engine.run import derived_for
from claimtrack.model import Copy
from claimtrack.rules import catalogue

DAY = claimtrack.parse_date("2031-06-01")
LEDGER = """\
claims:
  - {id: one, article: a, speaker: article, statement: So}
  - {id: two, article: a, speaker: article, statement: So, status: draft}
"""


def test_a_ledger_without_loops_was_looked_at_and_drafts_were_not():
    (rule,) = [rule for rule in catalogue() if rule.code == "CT401"]
    found = claimtrack.check(claimtrack.loads(LEDGER), as_of=DAY, rules=[rule])
    assert (found.findings, found.summary.checks_run) == ((), 1)
    assert found.summary.checks_skipped == {"draft": 1}


def test_an_article_that_is_recorded_twice_has_the_copy_of_the_text_that_can_be_compared():
    long = " ".join(f"w{k * k % 97}" for k in range(120))
    ledger = """\
actors: [{id: o, kind: outlet, name: O}]
articles:
  - {id: first, outlet: o, title: T, language: en, published: 2031-05-01, text: long.txt}
  - {id: later, outlet: o, title: T, language: en, published: 2031-05-02, text: short.txt}
  - {id: later, outlet: o, title: T, language: en, published: 2031-05-02, text: long.txt}
"""
    files = {"a.yaml": ledger, "long.txt": long, "short.txt": "too short"}
    (rule,) = [rule for rule in catalogue() if rule.code == "CT403"]
    loaded = claimtrack.loads(files)
    (copy,) = [one for one in derived_for(loaded, rule, as_of=DAY) if isinstance(one, Copy)]
    assert (copy.article, copy.original, copy.share) == ("later", "first", 1)
    found = claimtrack.check(loaded, as_of=DAY).findings
    assert {one.code for one in found} == {"CT005"}

"""A list that lost an entry while it was read: what follows is still told where it stands."""

import claimtrack
from claimtrack.fixing import fix

IDLE = "{rule: CT301, reason: no longer so, until: 2030-01-01}"
HEAD = "claims:\n- id: a\n  article: b\n  speaker: c\n  statement: d\n"


def test_a_fix_removes_the_entry_that_it_means():
    bad, good = "{rule: CT301}", "{rule: CT900, reason: a plug-in that we know}"
    text = f"{HEAD}  ignore:\n  - {bad}\n  - {IDLE}\n  - {good}\n"
    outcome = fix(claimtrack.loads(text), dry_run=True, as_of="2031-06-01")
    assert [found.code for found in outcome.fixed][:1] == ["CT803"]
    assert bad in outcome.changes[0].after
    assert IDLE not in outcome.changes[0].after


def test_lists_in_lists_are_told_where_they_stand():
    quotes = (
        "[{exakt: x}, {exact: y, translations: [{text: no language}, {language: en, text: z, by: "
        "nobody}]}]"
    )
    ledger = claimtrack.loads(f"{HEAD}  quotes: {quotes}\n")
    claim = ledger.claims["a"]
    assert claim.where("quotes", 0, "translations", 0, "by").pointer == (
        "/claims/0/quotes/1/translations/1/by"
    )
    found = [f for f in claimtrack.check(ledger).findings if "nobody" in f.message]
    assert [f.primary.pointer for f in found] == ["/claims/0/quotes/1/translations/1/by"]


def test_a_lost_list_of_one_record_is_not_that_of_the_next():
    text = "claims:\n- {id: a, tags: [[x], y], broken: 1}\n" + HEAD.removeprefix("claims:\n")
    ledger = claimtrack.loads(f"{text}  tags: [u, v]\n")
    assert ledger.claims["a"].where("tags", 1).pointer == "/claims/1/tags/1"

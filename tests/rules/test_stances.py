"""The borders between the rules about one speaker on both sides: one fact, one finding."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from claimtrack import check, loads
from claimtrack.model import Claim
from claimtrack.model.words import Stance
from claimtrack.rules.agreement.contradicts_itself import ContradictsItself
from claimtrack.rules.change.reversal_or_misreport import ReversalOrMisreport
from claimtrack.rules.change.stance_change import StanceChange
from claimtrack.rules.claims import days

RULES = [ContradictsItself(), StanceChange(), ReversalOrMisreport()]
reports = st.builds(
    "article: {}, said: {}, stance: {}{}, speaker: s, proposition: p".format,
    st.sampled_from("abc"),
    st.sampled_from(["2031-05-01", "2031-05-02", "2031-05-04", "2031-05-01/2031-05-03"]),
    st.sampled_from(["affirms", "denies"]),
    st.sampled_from(["", "", ", occasion: o", ", occasion: p"]),
)


@given(st.lists(reports, min_size=2, max_size=7))
def test_each_rule_keeps_to_its_side_of_the_border(lines):
    ledger, findings = found(lines)
    for one, other in opposed(ledger):
        codes = {
            finding.code
            for finding in findings
            if {one.ref, other.ref} <= {place.record for place in finding.places}
        }
        at_one_occasion = one.occasion is not None and one.occasion == other.occasion
        if StanceChange.code in codes:
            assert not at_one_occasion
            assert not days(one.said).meets(days(other.said))
        if ReversalOrMisreport.code in codes:
            assert at_one_occasion
            assert len(codes) == 1


@given(st.lists(reports, min_size=2, max_size=7))
def test_two_opposed_claims_of_one_time_are_passed_over_only_for_a_misreport(lines):
    ledger, findings = found(lines)
    told = {place.record for finding in findings for place in finding.places}
    misreported = {
        place.record
        for finding in findings
        if finding.code == ReversalOrMisreport.code
        for place in finding.places
    }
    for one, other in opposed(ledger):
        pair = {one.ref, other.ref}
        if days(one.said).meets(days(other.said)):
            assert pair & misreported or pair <= told


def found(lines):
    text = "".join(f"- {{id: c{n}, {line}}}\n" for n, line in enumerate(lines))
    ledger = loads("propositions: [{id: p, text: P}]\nclaims:\n" + text)
    assert not ledger.findings
    return ledger, check(ledger, as_of="2031-06-01", rules=RULES).findings


def opposed(ledger):
    claims = [record for record in ledger.records if isinstance(record, Claim)]
    sides = (
        [c for c in claims if c.stance is stance] for stance in (Stance.AFFIRMS, Stance.DENIES)
    )
    return product(*sides)

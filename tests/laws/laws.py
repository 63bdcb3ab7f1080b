"""What the laws share: how results are compared, and ledgers in which something is found."""

from collections import Counter

from hypothesis import strategies as st

from claimtrack import check, loads
from claimtrack.rules import catalogue
from claimtrack.testing import strategies as cs
from claimtrack.testing.planters import PLANTERS

AS_OF = "2031-06-01"
OF_FORM = ("CT001", "CT002", "CT003", "CT004", "CT007")
NOT_OF_RECORDS = ("CT403", "CT803", "CT900")
"""Of a captured text, which does not move with the file of its article; or of the run itself."""
BETWEEN_RECORDS = [
    rule.name
    for rule in catalogue()
    if rule.name in PLANTERS and rule.code not in OF_FORM and rule.code not in NOT_OF_RECORDS
]
"""Rules whose findings are about records, wherever these stand in a file."""


def conflicts():
    """Ledgers with one conflict between well-formed records, of any rule."""
    return st.sampled_from(BETWEEN_RECORDS).flatmap(cs.conflicted)


def result_of(files):
    return check(loads(files), as_of=AS_OF)


def essence(finding):
    """What a finding says, without the files and lines at which it says so."""
    places = tuple((place.record, place.message) for place in finding.places)
    return finding.code, finding.severity, finding.message, finding.fingerprint, places


def essences(result):
    return Counter(map(essence, result.findings))

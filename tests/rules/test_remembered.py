"""A record is read once, whatever groups it stands in; another of the same content is not it."""

from attrs import evolve

from claimtrack.rules.remembered import remembered
from claimtrack.testing.factories import make_claim


def test_a_record_is_read_once_and_known_by_identity():
    read = []

    @remembered
    def identifier(claim):
        read.append(claim)
        return claim.id

    one = make_claim("one")
    alike = evolve(one)
    assert one == alike
    assert [identifier(claim) for claim in (one, one, alike, one)] == ["one"] * 4
    assert len(read) == 2

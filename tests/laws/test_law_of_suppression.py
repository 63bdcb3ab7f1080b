"""An ignore silences the findings of its rule on its record, and nothing else."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from laws import conflicts, essence, result_of

from claimtrack import loads
from claimtrack.model import Ignore
from claimtrack.store.dump import dump


def ignoring(files, ref, rule):
    """The files with an ignore of the rule on every record of that name."""
    entry = Ignore(rule=rule, reason="Settled with the desk")
    changed = dict(files)
    for name, text in files.items():
        records = loads({name: text}).records
        if any(record.ref == ref for record in records):
            changed[name] = dump(
                evolve(record, ignore=(entry,)) if record.ref == ref else record
                for record in records
            )
    return changed


@given(st.data())
def test_an_ignore_removes_exactly_the_findings_on_its_record(data):
    conflict = data.draw(conflicts())
    before = result_of(conflict.files)
    finding = data.draw(st.sampled_from([f for f in before.findings if f.name == conflict.rule]))
    place = data.draw(st.sampled_from(finding.places))
    name = data.draw(st.sampled_from([finding.code, finding.name]))
    after = result_of(ignoring(conflict.files, place.record, name))
    silenced = [
        found
        for found in before.findings
        if found.code == finding.code and place.record in {at.record for at in found.places}
    ]
    kept = [found for found in before.findings if found not in silenced]
    assert sorted(map(essence, after.findings)) == sorted(map(essence, kept))
    assert after.summary.suppressed["ignored"] == len(silenced) > 0

"""What is suggested for a name that is not there."""

import claimtrack
from claimtrack.rules.form import dangling_reference


def test_the_nearest_name_is_looked_for_once_for_all_who_miss_it(monkeypatch):
    asked = []

    def nearest(name, known):
        asked.append(name)
        return min(known, default=None)

    monkeypatch.setattr(dangling_reference, "nearest", nearest)
    dangling_reference._nearest_among.cache_clear()
    claims = "".join(
        f"  - {{id: c{n}, article: a, speaker: oduja, statement: So}}\n" for n in range(50)
    )
    text = f"actors: [{{id: oduya, kind: person, name: O}}]\nclaims:\n{claims}"
    found = claimtrack.check(claimtrack.loads(text), as_of="2031-06-01").findings
    dangling_reference._nearest_among.cache_clear()
    assert sum("did you mean 'oduya'" in one.message for one in found) == 50
    assert asked.count("oduja") == 1

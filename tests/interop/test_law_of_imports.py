"""Whatever a feed holds, an import does not raise, and what it records is well formed."""

import json

from feeds import entry, ledger_of, outcomes, review
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.interop.importing import SettingsFile

odd = st.one_of(
    st.text(max_size=12),
    st.text("\u200b\u202e\u0640\ufeff\ud800 \n<b>&;#x/.:'\"{}[]-", max_size=8),
    st.sampled_from(
        ["http://a.example/\u200b", "www.x.com", "2031-05-02", "2031/..", "ar_LB", "١"]
    ),
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | odd,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "url", "@id", "@type", "@value", "x"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


def well_formed(found):
    ledger = ledger_of(found)
    assert [str(finding) for finding in ledger.findings] == []
    assert len(ledger.claims) == sum(len(getattr(one, "claims", ())) for one in found)


@given(st.dictionaries(st.sampled_from([*review(), "@id", "image"]), values, max_size=4))
def test_reviews_with_any_values(fields):
    well_formed(outcomes([review(1), review(2, **fields), review(3)]))


@given(st.dictionaries(st.sampled_from(sorted(entry())), values, max_size=3), values)
def test_entries_with_any_values(fields, inside):
    one = entry(**fields)
    if isinstance(one["claimReview"], list):
        one["claimReview"].append({"publisher": inside, "url": inside, "reviewDate": "2031-05-04"})
    well_formed(outcomes({"claims": [one, entry(2)]}))


@given(values)
def test_any_json(value):
    well_formed(outcomes(json.dumps(value)))


@given(st.text(max_size=80))
def test_any_text(text):
    well_formed(outcomes(text))


MAPPING = """\
article = {outlet = "a", title = "b", published = "c", url = "d"}
claim = {speaker = "e", quote = "f", note = "g", value = "h", tags = "i"}
proposition = {text = "j", topics = "k"}
"""


@given(st.lists(st.lists(odd, min_size=11, max_size=11), max_size=3))
def test_tables_with_any_cells(rows):
    quoted = [[cell.replace('"', '""') for cell in row] for row in rows]
    lines = [",".join(f'"{cell}"' for cell in row) for row in quoted]
    table = "\n".join([",".join("abcdefghijk"), *lines])
    well_formed(outcomes(table, "csv", mapping=SettingsFile("m.toml", MAPPING)))

"""What somebody saw of a record: unchanged, changed, and in which fields."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import changed_fields, changes_since, is_as_seen, seen_fingerprint
from claimtrack.model.content import content
from claimtrack.model.seen import BESIDE
from claimtrack.testing import strategies as cs
from claimtrack.testing.factories import make_actor, make_claim


@given(cs.records(), cs.records())
def test_a_token_stands_for_the_content_without_what_stands_beside_it(one, other):
    def said(record):
        found = content(record).items()
        return record.KIND, {key: value for key, value in found if key not in BESIDE}

    same = said(one) == said(other)
    assert is_as_seen(one, seen_fingerprint(one))
    assert is_as_seen(one, seen_fingerprint(other)) is same


@given(cs.claims(), cs.claims(), st.sampled_from(["value", "form", "quotes", "based_on", "status"]))
def test_the_field_that_changed_is_named_and_no_other(one, other, field):
    changed = evolve(one, **{field: getattr(other, field)})
    told = changed_fields(changed, seen_fingerprint(one))
    assert told == (() if getattr(one, field) == getattr(other, field) else (field,))


def test_notes_tags_and_reviews_stand_beside():
    claim = make_claim(value="35")
    noted = make_claim(value="35", note="رقم الدفاع المدني", tags=["toll"])
    assert seen_fingerprint(noted) == seen_fingerprint(claim)


def test_a_token_without_marks_tells_that_something_changed():
    before = seen_fingerprint(make_claim(value="35")).partition("-")[0]
    assert is_as_seen(make_claim(value="35"), before)
    assert not is_as_seen(make_claim(value="36"), before)
    assert changed_fields(make_claim(value="36"), before) == ()


def test_changes_name_what_is_gone_and_take_one_of_two_as_enough():
    was, now = make_claim("toll", value="35"), make_claim("toll", value="36")
    actor = make_actor("desk")
    seen = [(one.ref, seen_fingerprint(one)) for one in (was, actor)]
    known = {"claim:toll": [now]}
    told = changes_since(seen, lambda ref: known.get(ref, []))
    assert [str(one) for one in told] == ["claim:toll changed (value)", "actor:desk is gone"]
    both = {"claim:toll": [now, was], "actor:desk": [actor]}
    assert changes_since(seen, lambda ref: both.get(ref, [])) == ()

"""`ftm validate` takes every entity and changes none."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack.interop.exporting import Context
from claimtrack.interop.ftm.exporter import FTM
from claimtrack.interop.ftm.values import LANGUAGES, LONGEST
from claimtrack.model import Ledger
from claimtrack.testing.strategies import actors, articles, claims, occasions

WHY = "followthemoney is not installed; python3 dev.py oracles installs it"


def entities(ledger):
    (file,) = FTM.export(ledger, Context())
    return [json.loads(line) for line in b"".join(file.pieces).decode("utf-8").split("\n")[:-1]]


def validated(found, folder):
    """What `ftm validate` gives back of some entities."""
    cli = pytest.importorskip("followthemoney.cli.cli", reason=WHY)
    before, after = folder / "in.json", folder / "out.json"
    before.write_text("".join(json.dumps(one) + "\n" for one in found), encoding="utf-8")
    cli.validate.callback(infile=before, outfile=after)
    return [json.loads(line) for line in after.read_text(encoding="utf-8").splitlines()]


def compared(found):
    """Entities as they are compared: its writer sorts values and ends an address in a slash."""
    return [
        (
            one["id"],
            one["schema"],
            {
                name: sorted(re.sub(r"^(https?://[^/]*)$", r"\1/", value) for value in values)
                for name, values in one["properties"].items()
            },
        )
        for one in found
    ]


def test_validate_loses_nothing(demo, hard, tmp_path):
    for ledger in (demo, hard):
        found = entities(ledger)
        assert compared(validated(found, tmp_path)) == compared(found)


def test_every_value_is_one_of_its_type(demo, hard):
    model = pytest.importorskip("followthemoney", reason=WHY).model
    for one in [*entities(demo), *entities(hard)]:
        schema = model.get(one["schema"])
        assert set(schema.required) <= set(one["properties"])
        for name, values in one["properties"].items():
            kind = schema.get(name).type
            assert all(kind.validate(value) for value in values), (name, values)


@settings(max_examples=10)
@given(st.lists(st.one_of(actors(), articles(), occasions(), claims()), min_size=1, max_size=5))
def test_links_lead_to_entities(records):
    found = entities(Ledger(records=tuple(records)))
    known = {one["id"] for one in found}
    assert len(known) == len(found)
    for one in found:
        for name in ("agent", "client", "member", "organization", "document", "entity", "involved"):
            assert set(one["properties"].get(name, ())) <= known


def test_a_claim_documents_its_speaker(demo):
    found = {one["id"]: one for one in entities(demo)}
    (claim,) = (
        one
        for one in found.values()
        if one["properties"].get("recordId") == ["barq-palace-denies-custody"]
    )
    properties = claim["properties"]
    (speaker,) = properties["entity"]
    (article,) = properties["document"]
    assert "القصر" in found[speaker]["properties"]["name"]
    assert found[article]["properties"]["language"] == ["ara"]
    assert properties["role"] == ["denies"]
    assert any("لم يطلب القصر" in words for words in properties["description"])


def test_what_does_not_fit_is_named(hard, exported):
    _, left_out = exported("ftm", hard)
    reasons = {(one.ref, one.reason) for one in left_out}
    assert ("claim:d", "ftm has no claim without its article") in reasons
    assert ("claim:c", "ftm has no claim without its speaker") in reasons
    assert ("actor:long", "ftm keeps 384 characters of a name") in reasons
    assert ("proposition:toll", "ftm has no place for propositions") in reasons


def test_doubtful_dates_become_spans():
    ledger = claimtrack.loads("""
actors: [{id: o, kind: person, name: O}]
articles: [{id: a, outlet: o, title: T, language: tlh, published: 2031-05-02T01:00+03:00}]
claims:
  - {id: c, article: a, speaker: o, statement: s, said: 2031-05~}
  - {id: d, article: a, speaker: o, statement: s, said: 2031-05/..}
  - {id: e, article: a, speaker: o, statement: s, said: 2031-05}
""")
    found = {one["properties"].get("recordId", [one["schema"]])[0]: one for one in entities(ledger)}
    assert found["Article"]["properties"]["publishedAt"] == ["2031-05-01T22:00:00"]
    assert "language" not in found["Article"]["properties"]
    dates = {
        name: {key: found[name]["properties"].get(key) for key in ("date", "startDate", "endDate")}
        for name in "cde"
    }
    assert dates == {
        "c": {"date": None, "startDate": ["2031-04-01"], "endDate": ["2031-06-30"]},
        "d": {"date": None, "startDate": ["2031-05-01"], "endDate": None},
        "e": {"date": ["2031-05"], "startDate": None, "endDate": None},
    }


def test_its_limits_are_as_written_here():
    types = pytest.importorskip("followthemoney.types", reason=WHY)
    registry = types.registry
    assert {name: getattr(registry, name).max_length for name in LONGEST} == dict(LONGEST)
    assert all(registry.language.clean(tag) == code for tag, code in LANGUAGES.items())

"""The SARIF log holds to the standard, by its schema and by Microsoft's validator."""

import json
import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote_to_bytes

import jsonschema
import npm
import pytest
from hypothesis import example, given, settings
from results import HOSTILE, harmless, one, result_of, results, strings

import claimtrack
import claimtrack.testing
from claimtrack import Location, Severity
from claimtrack.plugins import all_rules
from claimtrack.reports.sarif import render_sarif, uri
from claimtrack.rules import catalogue

DEMO = Path(claimtrack.testing.__file__).parent / "samples" / "demo" / "claims"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# What a message string may not hold unless it is meant: an argument's place, an embedded link.
LIVE = re.compile(r"(?<!\{)\{(?:\{\{)*(?!\{)|(?<!\\)\[[^\[\]]*\]\(")
RULE = next(rule for rule in catalogue() if rule.code == "CT301")


def log(result, **options):
    return json.loads("".join(render_sarif(result, all_rules(), "0.1.0", **options)))


def run_of(result):
    (run,) = log(result)["runs"]
    return run


@pytest.fixture(scope="module")
def schema():
    """The standard's JSON schema, as the validator brings it."""
    folder = npm.module("@microsoft/sarif-multitool-linux")
    found = json.loads((folder / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
    return jsonschema.validators.validator_for(found)(found)


@given(results())
@example(result_of([one(text) for text in HOSTILE]))
def test_every_result_has_one_place_and_its_rule(result):
    run = run_of(result)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({found.code for found in result.findings})
    assert run["columnKind"] == "unicodeCodePoints"
    for told, finding in zip(run["results"], result.findings, strict=True):
        assert told["ruleId"] == finding.code == rules[told["ruleIndex"]]["id"]
        assert told["level"] == LEVELS[finding.severity]
        assert told["partialFingerprints"]["claimtrackFingerprint/v1"] == finding.fingerprint
        (primary,) = told["locations"]
        related = told.get("relatedLocations", [])
        assert len(related) == len(finding.related)
        for told_place, place in zip((primary, *related), finding.places, strict=True):
            at(told_place, place)
    hashes = [told["partialFingerprints"]["primaryLocationLineHash"] for told in run["results"]]
    assert len(set(hashes)) == len(hashes)


def at(told, place):
    artifact = told["physicalLocation"]["artifactLocation"]
    assert artifact["uriBaseId"] == "%SRCROOT%"
    assert not artifact["uri"].startswith("/")
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", artifact["uri"])
    region = told["physicalLocation"].get("region")
    if place.is_placed:
        assert tuple(region.values()) == place[4:]
    else:
        assert region is None
    assert ("message" in told) is bool(place.message)


@given(results())
def test_nothing_in_a_message_acts(result):
    for told in run_of(result)["results"]:
        for text in strings(told):
            harmless(text)
        for place in (told, *told.get("relatedLocations", []), *told["locations"]):
            if "message" in place:
                assert not LIVE.search(place["message"]["text"])


@given(results())
def test_a_plain_log_is_ascii_and_says_the_same(result):
    assert "".join(render_sarif(result, all_rules(), "0.1.0", plain=True)).isascii()
    assert log(result, plain=True) == log(result)


@settings(max_examples=15)
@given(results())
def test_the_schema_holds(schema, result):
    schema.validate(log(result))


def test_the_validator_finds_no_fault(tmp_path):
    ledger = claimtrack.load(DEMO)
    shipped = claimtrack.check(ledger, as_of="2031-06-01")
    for name, result in {
        "demo": shipped,
        "clean": result_of([]),
        "hostile": result_of(
            [one(text, file=f"{n}/a:b %ـ.yaml") for n, text in enumerate(HOSTILE)]
        ),
    }.items():
        path = tmp_path / f"{name}.sarif"
        path.write_text("".join(render_sarif(result, all_rules(), "0.1.0")), encoding="utf-8")
    verdict = tmp_path / "verdict.json"
    npm.multitool(
        "validate", str(tmp_path / "*.sarif"), "--output", str(verdict), "--level", "Error;Warning"
    )
    told = json.loads(verdict.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    # The project has no site yet that a log could name.
    assert {found["ruleId"] for found in told} <= {"SARIF2005"}


def test_a_rule_is_described_by_its_page():
    (rule,) = run_of(result_of([one()]))["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("CT301", "value-conflict")
    assert rule["defaultConfiguration"] == {"level": LEVELS[RULE.severity]}
    assert rule["shortDescription"]["text"].startswith(
        "Live claims give values for one proposition"
    )
    assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
    assert "What to do" not in rule["fullDescription"]["text"]
    assert "What to do" in rule["help"]["text"]
    assert "helpUri" not in rule


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_can_be_described(rule):
    found = one()._replace(code=rule.code, name=rule.name)
    (told,) = run_of(result_of([found]))["tool"]["driver"]["rules"]
    assert told["shortDescription"]["text"].endswith(".")
    assert len(told["fullDescription"]["text"]) <= 1024, "GitHub takes no more"
    assert not LIVE.search(told["help"]["text"])


def test_related_places_say_what_stands_there():
    related = (Location("claims/b.yaml", "", "claim:b", "11 جثة", 9, 5, 9, 9),)
    (told,) = run_of(result_of([one(related=related)]))["results"]
    assert told["relatedLocations"] == [
        {
            "id": 1,
            "physicalLocation": {
                "artifactLocation": {"uri": "claims/b.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 9, "startColumn": 5, "endLine": 9, "endColumn": 9},
            },
            "logicalLocations": [{"fullyQualifiedName": "claim:b"}],
            "message": {"text": "\u206811 جثة\u2069"},
        }
    ]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("claims/a b.yaml", "claims/a%20b.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("خط.yaml", "%D8%AE%D8%B7.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
        ("\ud800.yaml", "%EF%BF%BD.yaml"),
        ("../claims/a?b#c.yaml", "../claims/a%3Fb%23c.yaml"),
    ],
)
def test_paths_are_uris(path, written):
    assert uri(path) == written
    if "\ud800" not in path:
        assert PurePosixPath(unquote_to_bytes(written).decode("utf-8", "surrogateescape")) == (
            PurePosixPath(path)
        )

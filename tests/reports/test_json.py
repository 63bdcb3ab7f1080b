"""The output for programs holds to its schema, on every bad case of every rule."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimtrack
import claimtrack.rules
import claimtrack.testing
from claimtrack import Finding, Location, Result, Severity, Summary
from claimtrack.reports.json import render_json, render_jsonl
from claimtrack.testing.cases import read_cases

SCHEMA = json.loads(Path(__file__).with_name("findings.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

RULES = Path(claimtrack.rules.__file__).parent
CASES = [
    case
    for path in sorted(RULES.glob("*/*.yml"))
    for case in read_cases(path)
    if not case.is_silent
]
DEMO = Path(claimtrack.testing.__file__).parent / "samples" / "demo" / "claims"

ORDER = {
    "document": ["schema", "summary", "findings"],
    "summary": ["files", "records", "checks", "findings", "suppressed", "unused_baseline"],
    "finding": [
        "code",
        "name",
        "severity",
        "message",
        "fingerprint",
        "primary",
        "related",
        "fix",
        "help",
    ],
    "place": ["file", "line", "column", "end_line", "end_column", "record", "message"],
    "suppressed": ["ignored", "decided", "baseline"],
}


def document(result, **options):
    return json.loads("".join(render_json(result, **options)))


def of_case(case):
    config = claimtrack.Config.parse(case.config)
    return claimtrack.check(claimtrack.loads(case.files, config), as_of=case.as_of)


def hold(found):
    """Everything that the contract says of a document."""
    VALIDATOR.validate(found)
    assert list(found) == ORDER["document"]
    assert list(found["summary"]) == ORDER["summary"]
    assert list(found["summary"]["suppressed"])[:3] == ORDER["suppressed"]
    for finding in found["findings"]:
        assert list(finding) == ORDER["finding"]
        for place in (finding["primary"], *finding["related"]):
            assert list(place) == ORDER["place"]
            assert (place["line"], place["column"]) <= (place["end_line"], place["end_column"])
    places = [
        (at["file"], at["line"], at["column"], finding["code"])
        for finding in found["findings"]
        for at in [finding["primary"]]
    ]
    assert places == sorted(places)
    counts = found["summary"]["findings"]
    assert sum(counts.values()) == len(found["findings"])
    for level, count in counts.items():
        assert sum(finding["severity"] == level for finding in found["findings"]) == count
    prints = [finding["fingerprint"] for finding in found["findings"]]
    assert len(set(prints)) == len(prints)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_a_case_holds_to_the_schema(case):
    hold(document(of_case(case)))


def test_the_demonstration_ledger_holds_to_the_schema():
    ledger = claimtrack.load(DEMO)
    found = document(claimtrack.check(ledger, as_of="2031-06-01"))
    hold(found)
    assert len(found["findings"]) > 10


def test_a_run_without_findings_holds_to_the_schema():
    ledger = claimtrack.loads("actors: [{id: a, kind: person, name: A}]")
    hold(document(claimtrack.check(ledger)))


def test_of_several_findings_in_a_file_each_has_its_entry():
    text = "actors:\n" + "".join(
        f"  - {{id: a, kind: person, name: A, nmae: {n}, nmae: {n}}}\n" for n in range(5)
    )
    found = document(claimtrack.check(claimtrack.loads({"b.yaml": text, "a.yaml": text})))
    hold(found)
    assert sum(finding["code"] == "CT002" for finding in found["findings"]) == 10


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_fingerprints_do_not_mind_moved_lines(case):
    def prints(files):
        config = claimtrack.Config.parse(case.config)
        result = claimtrack.check(claimtrack.loads(files, config), as_of=case.as_of)
        return sorted((found.code, found.fingerprint) for found in result.findings)

    moved = {
        name: f"# A comment.\n\n\n{text}" if name.endswith(".yaml") else text
        for name, text in case.files.items()
    }
    assert prints(moved) == prints(case.files)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_fingerprints_of_records_do_not_mind_renamed_files(case):
    def prints(files):
        config = claimtrack.Config.parse(case.config)
        result = claimtrack.check(claimtrack.loads(files, config), as_of=case.as_of)
        return sorted(
            (found.code, found.fingerprint)
            for found in result.findings
            if not found.primary.record.startswith("file:")
        )

    renamed = {f"moved/{name}": text for name, text in case.files.items()}
    assert prints(renamed) == prints(case.files)


def test_jsonl_is_the_same_findings_line_by_line():
    result = claimtrack.check(claimtrack.load(DEMO), as_of="2031-06-01")
    lines = "".join(render_jsonl(result)).split("\n")
    assert lines.pop() == ""
    *findings, last = map(json.loads, lines)
    whole = document(result)
    assert findings == whole["findings"]
    assert last == {"schema": whole["schema"], "summary": whole["summary"]}
    assert list(last) == ["schema", "summary"]


ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1)


@given(ANY_TEXT, st.booleans())
def test_any_text_comes_back_and_nothing_in_it_can_act_or_break_a_line(text, plain):
    place = Location("a.yaml", "", "claim:a", text, 1, 1, 1, 2)
    finding = Finding("EX1", "ex", Severity.INFO, text, place, (), "0" * 20, None, text)
    result = Result(findings=(finding,), summary=Summary(files=1))
    for render in (render_json, render_jsonl):
        shown = "".join(render(result, plain=plain))
        assert shown.replace("\n", "").isprintable() or not any(map(acts, shown))
        assert shown.isascii() or not plain
        shown.encode("utf-8")
    lines = "".join(render_jsonl(result, plain=plain)).splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0])["message"] == json.loads(json.dumps(text))


def acts(char):
    """Whether a terminal or a reader of lines could take a character for a command."""
    return (
        (ord(char) < 0x20 and char != "\n")
        or 0x7F <= ord(char) < 0xA0
        or char in "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )

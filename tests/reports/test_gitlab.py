"""The Code Quality report has what GitLab asks for, and fingerprints that are its own."""

import json

from hypothesis import given
from results import harmless, one, result_of, results, strings

from claimtrack import Severity
from claimtrack.reports.gitlab import render_gitlab

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def issues(result, **options):
    return json.loads("".join(render_gitlab(result, **options)))


@given(results())
def test_every_finding_is_an_issue(result):
    found = issues(result)
    assert len(found) == len(result.findings)
    for issue, finding in zip(found, result.findings, strict=True):
        assert list(issue) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert issue["check_name"] == finding.name
        assert issue["severity"] == SEVERITIES[finding.severity]
        assert issue["location"]["lines"]["begin"] == max(finding.primary.line, 1)
        assert issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]
        assert not issue["location"]["path"].startswith(("/", "./"))
    for text in strings(found):
        harmless(text)


@given(results())
def test_fingerprints_are_unique_and_stay(result):
    prints = [issue["fingerprint"] for issue in issues(result)]
    assert len(set(prints)) == len(prints)
    assert {finding.fingerprint for finding in result.findings} <= set(prints)
    assert prints == [issue["fingerprint"] for issue in issues(result)]


@given(results())
def test_a_plain_report_is_ascii_and_says_the_same(result):
    assert "".join(render_gitlab(result, plain=True)).isascii()
    assert issues(result, plain=True) == issues(result)


def test_an_issue():
    (issue,) = issues(result_of([one("القيم تختلف", end_line=4)]))
    assert issue == {
        "description": "CT301 \u2068القيم تختلف\u2069",
        "check_name": "value-conflict",
        "fingerprint": "f" * 20,
        "severity": "major",
        "location": {"path": "claims/a.yaml", "lines": {"begin": 3, "end": 4}},
    }


def test_nothing_found_is_an_empty_list():
    assert issues(result_of([])) == []

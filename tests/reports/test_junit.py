"""The JUnit report is XML whatever it holds, and its failures are what fails the command."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from results import harmless, one, result_of, results

from claimtrack import Severity
from claimtrack.reports.junit import render_junit

LEVELS = st.sampled_from((*Severity, None))


def read(result, fail_on=Severity.ERROR, **options):
    return ET.fromstring("".join(render_junit(result, fail_on, **options)))  # noqa: S314 - our own


@given(results(), LEVELS)
def test_every_finding_is_a_test(result, fail_on):
    root = read(result, fail_on)
    cases = root.findall("testsuite/testcase")
    assert len(cases) == len(result.findings) + 1
    failing = [fail_on is not None and f.severity >= fail_on for f in result.findings]
    assert [case.find("failure") is not None for case in cases] == [*failing, False]
    for suite in (root, *root.findall("testsuite")):
        inside = suite.findall(".//testcase")
        assert int(suite.get("tests")) == len(inside)
        assert int(suite.get("failures")) == len(suite.findall(".//failure"))
        names = [case.get("name") for case in suite.findall("testcase")]
        assert len(names) == len(set(names))
    for element in root.iter():
        for text in (*element.attrib.values(), element.text or ""):
            harmless(text)
        assert not (element.get("file") or "").startswith("/")


@given(results(), LEVELS)
def test_a_plain_report_is_ascii_and_says_the_same(result, fail_on):
    assert "".join(render_junit(result, fail_on, plain=True)).isascii()
    assert ET.canonicalize(ET.tostring(read(result, fail_on, plain=True))) == ET.canonicalize(
        ET.tostring(read(result, fail_on))
    )


@given(results())
def test_junitparser_reads_it(result):
    junitparser = pytest.importorskip("junitparser", reason="a reader of JUnit is not installed")
    found = junitparser.JUnitXml.fromstring("".join(render_junit(result)).encode())
    cases = [case for suite in found for case in suite]
    assert found.tests == len(cases) == len(result.findings) + 1
    failures = [
        case for case in cases if any(isinstance(r, junitparser.Failure) for r in case.result)
    ]
    assert found.failures == len(failures)
    assert found.errors == 0


def test_arabic_and_what_xml_cannot_hold():
    (case, _) = read(result_of([one('خط أحمر \x0b\ufffe <&>"')])).findall("testsuite/testcase")
    assert case.find("failure").get("message") == '\u2068خط أحمر\u2069 <U+000B>\ufffd <&>"'


def test_a_finding_below_the_level_is_told_and_passes():
    (case, _) = read(result_of([one("m", severity=Severity.INFO)])).findall("testsuite/testcase")
    assert case.get("classname") == "claims/a"
    assert case.get("name") == "CT301 value-conflict claim:a"
    assert (case.get("file"), case.get("line")) == ("claims/a.yaml", "3")
    assert case.find("system-out").text == "info: m\nclaims/a.yaml:3:5"


def test_a_clean_run_is_one_test_that_passes():
    (case,) = read(result_of([])).findall("testsuite/testcase")
    assert case.find("system-out").text == "no findings: checked 1 record in 1 file with 1 check"

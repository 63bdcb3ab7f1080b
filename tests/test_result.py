"""The exit status of a result."""

import pytest

from claimtrack import Finding, Location, Result, Severity, Summary
from claimtrack.result import by_severity

CHECKED = Summary(files=1, records={"claims": 2}, checks_run=3)


def found(*severities):
    return tuple(Finding("EX1", "ex", level, "m", Location("a.yaml")) for level in severities)


@pytest.mark.parametrize(
    ("severities", "fail_on", "status"),
    [
        ((), Severity.ERROR, 0),
        ((), None, 0),
        ((Severity.WARNING, Severity.INFO), Severity.ERROR, 0),
        ((Severity.WARNING,), Severity.WARNING, 1),
        ((Severity.INFO,), Severity.WARNING, 0),
        ((Severity.INFO,), Severity.INFO, 1),
        ((Severity.ERROR,), Severity.ERROR, 1),
        ((Severity.ERROR,), Severity.INFO, 1),
        ((Severity.ERROR,), None, 0),
    ],
)
def test_exit_code(severities, fail_on, status):
    assert Result(findings=found(*severities), summary=CHECKED).exit_code(fail_on) == status


def test_a_run_that_checked_nothing_is_not_green():
    assert Result().exit_code() == 2
    assert Result(summary=Summary(files=3)).exit_code() == 2
    assert Result(summary=Summary(files=3)).exit_code(None) == 2
    assert Result(summary=Summary(checks_run=3)).exit_code() == 2
    assert Result(summary=Summary(files=1, records={"claims": 0}, checks_run=3)).exit_code() == 2


def test_without_a_word_errors_fail():
    assert Result(findings=found(Severity.ERROR), summary=CHECKED).exit_code() == 1
    assert Result(findings=found(Severity.WARNING), summary=CHECKED).exit_code() == 0


def test_counts_begin_with_the_gravest():
    counts = by_severity(found(Severity.INFO, Severity.ERROR, Severity.INFO))
    assert list(counts.items()) == [("error", 1), ("warning", 0), ("info", 2)]

"""Annotations are read by the runner as they were meant, and are those of GitHub's own package."""

import json
import re
from pathlib import Path

import npm
import pytest
from hypothesis import given
from results import harmless, one, result_of, results

from claimtrack import Location, Severity
from claimtrack.reports.github import command, render_github
from claimtrack.reports.plain import file_name, lines

COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)\n")
SCRIPT = Path(__file__).parent / "oracles" / "annotations.mjs"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def read(line):
    """A command as the runner takes it apart: it unescapes `%25` last."""
    level, properties, message = COMMAND.fullmatch(line).groups()
    pairs = [entry.split("=", 1) for entry in properties.split(",")]
    return level, {key: plain(value) for key, value in pairs}, plain(message)


def plain(text):
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, char)
    return text


@given(results())
def test_the_runner_reads_what_was_found(result):
    told = list(render_github(result))
    assert len(told) >= len(result.findings) + 1
    for line, finding in zip(told, result.findings, strict=False):
        level, properties, message = read(line)
        at = finding.primary
        assert level == LEVELS[finding.severity]
        assert properties["title"] == f"{finding.code} {finding.name}"
        assert properties["file"] == file_name(at.file)
        assert not properties["file"].startswith("/")
        if at.is_placed:
            assert (properties["line"], properties["endLine"]) == (str(at.line), str(at.end_line))
        assert ("col" in properties) is (at.is_placed and at.line == at.end_line)
        assert message == "\n".join(lines(finding))
        harmless(line)
        harmless(message)


@given(results())
def test_nothing_else_is_a_command(result):
    told = "".join(render_github(result)).splitlines()
    assert sum(line.startswith("::") for line in told) == len(result.findings)
    assert not any("##[" in line for line in told if not line.startswith("::"))


def test_related_places_stand_in_the_message():
    related = (Location("claims/b.yaml", "", "claim:b", "11 جثة", 9, 5, 9, 9),)
    first, *account = render_github(result_of([one("values, 100%: differ", related=related)]))
    assert first == (
        "::error title=CT301 value-conflict,file=claims/a.yaml,line=3,endLine=3,col=5,endColumn=9"
        "::values, 100%25: differ%0A- claims/b.yaml:9:5: \u206811 جثة\u2069\n"
    )
    assert account == ["1 error: checked 1 record in 1 file with 1 check\n"]


@pytest.mark.parametrize("count", [9, 10, 11, 13])
def test_many_related_places_are_counted(count):
    related = [
        Location(f"claims/{n}.yaml", "", "claim:b", "", n, 1, n, 2) for n in range(1, count + 1)
    ]
    message = read(next(iter(render_github(result_of([one(related=related)])))))[2]
    told = message.count("claims/")
    assert told == min(count, 10)
    assert (f"- {count - told} more place" in message) is (count > told)


def test_a_terminal_without_arabic_gets_codes():
    told = "".join(render_github(result_of([one("خط", file="claims/خط.yaml")]), "ascii"))
    assert told.isascii()
    assert "<U+062E><U+0637>" in told


def test_the_package_of_github_writes_the_same():
    package = npm.module("@actions/core")
    texts = ["a", "100%, a:b\r\n%0A::x", "خط أحمر", "=,=", "%25%0D"]
    given_ = [
        (level, message, {"title": title, "file": file, "startLine": 3, "endLine": 3})
        for level in LEVELS.values()
        for message in texts
        for title in texts
        for file in ("claims/a.yaml", "a,b:c%.yaml")
    ]
    said = npm.node(SCRIPT, package / "lib" / "core.js", stdin=json.dumps(given_))
    ours = [
        command(level, {"title": p["title"], "file": p["file"], "line": 3, "endLine": 3}, message)
        for level, message, p in given_
    ]
    assert said == "".join(f"{line}\n" for line in ours)


def test_what_stands_in_the_primary_place_is_told_too():
    found = one("tolls differ")
    found = found._replace(primary=found.primary._replace(message="35 bodies"), help="ask")
    assert list(lines(found)) == ["tolls differ", "- claims/a.yaml:3:5: 35 bodies", "help: ask"]

"""Results of any content: what a format must take, whatever a ledger or a plug-in says."""

import re
import unicodedata

from hypothesis import strategies as st

from claimtrack import Finding, Location, Result, Severity, Summary
from claimtrack.result import by_severity
from claimtrack.rules import catalogue

HOSTILE = (
    "::error::x\n::add-mask::y",
    "%0A,line=1::",
    "\x1b[2J\x00\r\n\t",
    "]]><!-- --><failure/>&lt;",
    "\ufffe\uffff\ud800\udcff",
    "خط أحمر \u202etxt.exe 20 years",
    "[click](https://evil.example) {0} {{",
    "| a | <img src=x onerror=y> `@someone` #12 ~~~",
)
TEXTS = (
    st.sampled_from(HOSTILE)
    | st.text(max_size=30)
    | st.text(st.characters(exclude_categories=()), max_size=30)
    | st.text("*_`[](){}<>!#&\\~|-+=1:,.@% \n\r\ta\u202eع20", max_size=30)
)
NAMES = st.text(
    st.characters(exclude_categories=(), exclude_characters="/\\"), min_size=1, max_size=12
).filter(lambda name: name.strip(". ") != "")
FILES = st.lists(NAMES, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".yaml")
RULES = [(rule.code, rule.name) for rule in catalogue()] + [("DESK101", "single-outlet")]


@st.composite
def locations(draw):
    at = [0, 0, 0, 0]
    if draw(st.integers(0, 5)):
        line, column = draw(st.integers(1, 50)), draw(st.integers(1, 50))
        more = draw(st.sampled_from((0, 0, 1)))
        end = draw(st.integers(1, 60)) if more else column + draw(st.integers(0, 9))
        at = [line, column, line + more, end]
    record = draw(st.builds("claim:{}".format, TEXTS) | st.just("file:a.yaml"))
    return Location(draw(FILES), "/claims/0", record, draw(TEXTS), *at)


@st.composite
def findings(draw):
    code, name = draw(st.sampled_from(RULES))
    return Finding(
        code,
        name,
        draw(st.sampled_from(Severity)),
        draw(TEXTS),
        draw(locations()),
        tuple(draw(st.lists(locations(), max_size=4))),
        draw(st.sampled_from(("0" * 20, "1" * 20, "a" * 20))),
        None,
        draw(TEXTS),
    )


def results():
    return st.lists(findings(), max_size=4).map(result_of)


def result_of(found, **summary):
    ordered = tuple(sorted(found, key=lambda finding: finding.sort_key))
    counts = {"files": 1, "records": {"claims": 1}, "checks_run": 1, **summary}
    return Result(findings=ordered, summary=Summary(findings=by_severity(ordered), **counts))


def one(message="m", *, severity=Severity.ERROR, related=(), **at):
    """A finding in claims/a.yaml."""
    where = {"line": 3, "column": 5, "end_line": 3, "end_column": 9, "record": "claim:a", **at}
    return Finding(
        "CT301",
        "value-conflict",
        severity,
        message,
        Location(where.pop("file", "claims/a.yaml"), "/claims/0", **where),
        tuple(related),
        "f" * 20,
    )


_ACTS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]")


def harmless(text, *, lines=True):
    """Whether nothing in a text acts where it is shown, and isolates end where they began."""
    for line in text.split("\n") if lines else [text]:
        assert not _ACTS.search(line), ascii(line)
        assert line.count("\u2068") == line.count("\u2069"), ascii(line)
        assert not [char for char in line if unicodedata.category(char) in ("Cc", "Cs")], ascii(
            line
        )


def strings(data):
    """Every text in parsed JSON."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)

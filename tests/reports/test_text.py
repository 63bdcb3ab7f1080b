"""What a person sees: pictures of findings, each in a file of `text/` beside this one.

`CLAIMTRACK_WRITE_SNAPSHOTS=1` writes the files again; read the difference before it is committed.
So that a reviewer sees them, the isolates (FSI, PDI) and the left-to-right mark are written as
`⟦`, `⟧` and `▸`.
"""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Finding, Location, Result, Severity, Summary
from claimtrack.reports.excerpt import WIDEST, excerpt
from claimtrack.reports.paint import Paint
from claimtrack.reports.text import headline, render, render_concise
from claimtrack.text.lines import lines_of
from claimtrack.text.terminal import FSI, LRM, PDI, visible, width

FOLDER = Path(__file__).with_name("text")
MARKS = str.maketrans({FSI: "⟦", PDI: "⟧", LRM: "▸"})
SUMMARY = Summary(
    files=2,
    records={"actors": 1, "claims": 1200},
    checks_run=1300,
    checks_skipped={"no-proposition": 3},
    findings={"error": 1, "warning": 2, "info": 1},
    suppressed={"ignored": 1, "decided": 0},
)

LATIN = "    value: 35 bodies  # as printed"
ARABIC = "    text: {ar: السيول قتلت 35 شخصًا في وادي تشمار, en: Floods}"


def at(line, words="", *, text=LATIN, file="claims/a.yaml", says="", record="claim:a"):
    """The place of some words of a line; without words, of its beginning."""
    start = text.index(words) if words else 0
    return Location(file, "", record, says, line, start + 1, line, start + 1 + max(1, len(words)))


def told(primary, *related, message="35 bodies here, 11 there", help="find out", level="ERROR"):  # noqa: A002 - as in Finding
    return Finding(
        "CT301", "value-conflict", Severity[level], message, primary, related, "0" * 20, None, help
    )


def picture(*findings, files, summary=None, paint=None):
    result = Result(findings=findings, summary=summary or Summary(files=1, checks_run=1))
    shown = "".join(render(result, files.get, paint or Paint()))
    return shown.translate(MARKS)


def compare(name, shown):
    path = FOLDER / f"{name}.txt"
    if os.environ.get("CLAIMTRACK_WRITE_SNAPSHOTS"):
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


def one(text, words, **options):
    """A picture of one finding in a file of one line."""
    return picture(told(at(1, words, text=text, **options)), files={"claims/a.yaml": text})


LONG = "    note: " + "a long story, told at length; " * 5 + "35 bodies, " + "and so on, " * 20
PICTURES = {
    "latin": lambda: one(LATIN, "35 bodies", says="35 bodies"),
    "arabic-value": lambda: one(ARABIC, "السيول قتلت 35 شخصًا في وادي تشمار", says="خمسة وثلاثون"),
    "after-arabic": lambda: one(ARABIC, "Floods", says="Floods"),
    "begins-within-a-run": lambda: one(ARABIC, "وادي تشمار, en", says="from here"),
    "ends-within-a-run": lambda: one(ARABIC, "ar: السيول", says="to here"),
    "within-a-run": lambda: one(ARABIC, "قتلت", says="killed"),
    "number-in-a-run": lambda: one(ARABIC, "35", says="thirty-five"),
    "number-with-words": lambda: one("    value: 13 ألفا و800, x", "13 ألفا و800", says="13,800"),
    "digits-and-a-dash": lambda: one("    value: ٤٠٠-٥٠٠, x", "x"),
    "combining-marks": lambda: one("  - قُتِلَ: é e\u0301 here", "here", says="here"),
    "under-combining-marks": lambda: one("  - قُتِلَ: x", "قُتِلَ", says="vowels take no cells"),
    "wide": lambda: one("  name: 漢字 and more", "and", says="and"),
    "under-wide": lambda: one("  name: 漢字 and more", "漢字", says="two cells each"),
    "emoji": lambda: one("  note: 😀 fine", "fine"),
    "tabs": lambda: one("key:\tvalue\tmore", "more", says="more"),
    "long-line": lambda: one(LONG, "35 bodies", says="35 bodies"),
    "long-mark": lambda: one(LONG, LONG[10:], says="all of it"),
    "long-wide": lambda: one("漢字" * 60 + "x" + "漢字" * 60, "x"),
    "escapes": lambda: one("  note: \x1b[31mred\x07 \x9b1m", "red", says="\x1b[2J\rgone"),
    "bidi-controls": lambda: one("  note: \u202eevil\u2069 \u200ffine", "fine", says="\u202eno"),
    "end-of-line": lambda: picture(
        told(at(1)._replace(column=8, end_column=8, message="nothing")),
        files={"claims/a.yaml": "  name:"},
    ),
    "missing-file": lambda: picture(told(at(7, says="35 bodies")), files={}),
    "line-beyond-the-file": lambda: picture(
        told(at(7, says="35 bodies")), files={"claims/a.yaml": "one line"}
    ),
    "empty-line": lambda: picture(told(at(2)), files={"claims/a.yaml": "a:\n\nb:"}),
    "crlf": lambda: picture(
        told(at(2, "35 bodies", says="35 bodies")),
        files={"claims/a.yaml": f"claims:\r\n{LATIN}\r\nmore\r\n"},
    ),
    "several-lines": lambda: picture(
        told(at(1, "|", text="note: |")._replace(end_line=3, end_column=5, message="the block")),
        files={"claims/a.yaml": "note: |   \n  one\n  two"},
    ),
    "related": lambda: picture(
        told(
            at(120, "35 bodies", says="35 bodies"),
            at(9, "35", file="claims/b.yaml", says="11 bodies"),
        ),
        files={
            "claims/a.yaml": "\n" * 119 + LATIN,
            "claims/b.yaml": "\n" * 8 + LATIN,
        },
    ),
    "many-related": lambda: picture(
        told(
            at(1, "35", says="1"),
            *(at(n, "35", file="claims/b.yaml", says=f"says {n}") for n in range(1, 9)),
        ),
        files={"claims/a.yaml": LATIN, "claims/b.yaml": "\n".join([LATIN] * 9)},
    ),
    "one-more-related": lambda: picture(
        told(at(1, "35"), *(at(n, "35") for n in range(2, 8))),
        files={"claims/a.yaml": "\n".join([LATIN] * 9)},
    ),
    "messages": lambda: picture(
        told(
            at(1, "35", says="two\nlines"),
            message="قالت 'لا' and\nwent on \x1b[0m",
            help="ask تامسل\nagain",
            level="WARNING",
        ),
        told(at(1, "35"), help="", level="INFO"),
        files={"claims/a.yaml": LATIN},
        summary=SUMMARY,
    ),
    "coloured": lambda: picture(
        told(at(1, "35", says="35"), at(1, "bodies", says="bodies")),
        files={"claims/a.yaml": LATIN},
        summary=SUMMARY,
        paint=Paint(on=True),
    ).replace("\x1b", "␛"),
    "latin-1-terminal": lambda: picture(
        told(at(1, "en", text=ARABIC, says="é تامسل")),
        files={"claims/a.yaml": ARABIC},
        paint=Paint(encoding="iso8859-1"),
    ),
    "nothing-found": lambda: picture(files={}),
}


@pytest.mark.parametrize("name", PICTURES)
def test_picture(name):
    compare(name, PICTURES[name]())


def test_every_picture_belongs_to_a_test():
    assert {path.stem for path in FOLDER.iterdir()} == set(PICTURES)


def test_concise():
    finding = told(at(3, "35"), at(1, "35"), message="two\nlines", level="INFO")
    assert headline(finding) == "claims/a.yaml:3:12: CT301 info two lines"
    result = Result(findings=(finding,), summary=SUMMARY)
    lines = "".join(render_concise(result)).splitlines()
    assert lines[0] == headline(finding)
    assert lines[1] == "not shown: ignored 1"
    assert lines[2] == (
        "1 error, 2 warnings, 1 info: checked 1,201 records in 2 files with 1,300 checks; "
        "skipped 3 (no-proposition 3)"
    )


def test_lines_are_those_of_the_parser():
    assert lines_of("a\r\nb\rc\nd\u2028e\x85f\x0bg") == ["a", "b", "c", "d\u2028e\x85f\x0bg"]
    assert lines_of("a\nd\u2028e\x85f\x0bg\n") == ["a", "d\u2028e\x85f\x0bg", ""]


ALPHABET = 'ab: ابتُ٠1\u0301漢😀\u200d\t\x1b\u202e\udcff"'


@given(
    st.text(st.sampled_from(ALPHABET), max_size=250),
    st.integers(1, 260),
    st.integers(0, 260),
    st.booleans(),
    st.sampled_from(["utf-8", "ascii", "iso8859-1", "cp1256"]),
)
def test_the_mark_stands_under_the_shown_text(line, column, length, single, encoding):
    place = Location("a.yaml", "", "", "", 1, column, 1 if single else 3, column + length)
    found = excerpt([line], place, encoding)
    shown = width(found.text)
    assert found.length >= 1
    assert 0 <= found.indent <= shown
    # At the end of a line the mark stands right after it: something is missing there.
    assert found.indent + found.length <= max(shown, found.indent + 1)
    assert shown <= 2 * WIDEST
    start, end = column - 1, (column - 1 + length if single else len(line.rstrip()))
    marked = "".join(visible(char, encoding) for char in line[start:end])
    if marked and width(marked) < WIDEST // 2:
        bare = found.text.replace(FSI, "").replace(PDI, "").replace(LRM, "")
        before = next(n for n in range(len(bare) + 1) if width(bare[:n]) == found.indent)
        assert marked in bare
        assert width(bare[before:]) >= width(marked)


@given(st.integers(-3, 9), st.integers(1, 5))
def test_a_line_that_is_not_there_is_no_excerpt(number, count):
    place = Location("a.yaml", "", "", "", number, 1, number, 2)
    found = excerpt(["x"] * count, place)
    assert (found is not None) is (1 <= number <= count)

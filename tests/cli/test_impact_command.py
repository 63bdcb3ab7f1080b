"""`claimtrack impact` in a git repository: a correction from the wire to our own article."""

import json
import shutil
import subprocess

import pytest

from claimtrack.testing import sample


@pytest.fixture
def repository(folder):
    """A git repository with the demonstration ledger, whose house is the Halvath Review."""
    shutil.copytree(sample("demo"), folder, dirs_exist_ok=True)
    for words in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *words], check=True)  # noqa: S603, S607 - fixed words
    return folder


def untouched(repository):
    command = ["git", "status", "--porcelain"]
    ran = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words
    return all(line.startswith(b"A ") for line in ran.stdout.splitlines())


def test_our_article_is_reached(repository, invoke):
    ran = invoke("impact", "wire-tests")
    assert (ran.status, ran.err) == (1, "")
    ours = ran.out.split("\nours\n")[1].split("\n\n")[0]
    assert ours == (
        "  claims/articles/halvath-review-2031-05-14.yaml:15:16 claim:review-tests "
        "is based on claim:wire-tests: affirms contractor-skipped-tests"
    )
    assert untouched(repository)


def test_the_memo_is_markdown_that_can_be_sent(repository, invoke):
    ran = invoke(
        "impact", "northern-wire-2031-05-11", "--format", "markdown", "--output", "memo.md"
    )
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    memo = (repository / "memo.md").read_text(encoding="utf-8")
    titles = [line for line in memo.splitlines() if line.startswith("#")]
    assert titles == [
        "# Correction of article:northern-wire-2031-05-11",
        "## Our articles",
        "## Who else carries it",
        "## Quotes that lose their anchor",
        "## What drops below the policy",
        "## All that rests on it, one step away",
        "## All that rests on it, 2 steps away",
    ]
    assert "> 2031-05-12: The fund did not say" in memo
    assert "\u2068صندوق الخزان يدفع تعويضات لمئات العائلات في هلفاث\u2069: **no notice**" in memo
    assert "`claim:barq-waive-suit` stands in `article:barq-ilveth-2031-05-12`" in memo


def test_json_says_the_same(repository, invoke):
    told = json.loads(invoke("impact", "northern-wire-2031-05-07", "--format", "json").out)
    assert (told["schema"], told["target"], told["reaches_us"]) == (
        "claimtrack-impact/1",
        "article:northern-wire-2031-05-07",
        True,
    )
    distances = [one["distance"] for one in told["reached"]]
    assert distances == sorted(distances)
    (ours,) = [one for one in told["reached"] if one["is_ours"]]
    assert (ours["record"], ours["on"], ours["distance"]) == (
        "claim:review-tests",
        "claim:wire-tests",
        2,
    )
    line = ours["place"]["line"] - 1
    text = (repository / ours["place"]["file"]).read_text("utf-8")
    assert "based_on: [wire-tests]" in text.splitlines()[line]
    carries = {copy["article"]: copy for copy in told["copies"]}
    assert carries["valley-radio-2031-05-08"]["is_declared"] is False
    assert {"wire-delqan-orders", "wire-delqan-seal", "wire-whose-seal"} <= {
        one["record"].partition(":")[2] for one in told["loose"]
    }


def test_what_drops_below_the_policy(repository, invoke):
    told = invoke("impact", "wire-letter", "--as-of", "2031-06-01").out
    dropped = told.split("\nbelow the policy\n")[1].split("\n\n")[0]
    assert "CT406 error supported on 1 independent root" in dropped
    assert dropped.endswith("(proposition:warning-letter-received)")
    unharmed = invoke("impact", "wire-toll", "--as-of", "2031-06-01").out
    assert unharmed.split("\nbelow the policy\n")[1].split("\n\n")[0] == "  none"


def test_a_captured_text(repository, invoke):
    ran = invoke("impact", "valley-radio-2031-05-03@1")
    assert ran.status == 0
    assert "claim:radio-nobody-came «Nobody came for us until noon»" in ran.out
    assert "valley-radio-2031-05-03.1.txt:" in ran.out


def test_what_is_written_in_a_ledger_stays_text_in_the_memo(repository, invoke):
    file = repository / "claims" / "articles" / "northern-wire-2031-05-11.yaml"
    text = file.read_text("utf-8").replace("Fund has paid", "<b>*Fund*</b> [x](y)")
    file.write_text(text, "utf-8")
    memo = invoke("impact", "northern-wire-2031-05-11", "--format", "markdown").out
    assert "<b>" not in memo
    assert r"\*Fund\*" in memo
    assert "[x](y)" not in memo


@pytest.mark.parametrize("word", ["nothing", "minister-oduya", "northern-wire-2031-05-11@7", ""])
def test_what_is_not_found(repository, invoke, word):
    ran = invoke("impact", word)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("claimtrack: error: ")

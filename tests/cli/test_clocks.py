"""`asof`, `diff` and `query` from end to end, in a temporary git repository."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

sys.path.insert(0, str(Path(__file__).parents[1]))
from repositories import ENVIRONMENT, Repository

WORLD = """\
actors:
  - {id: wire, kind: outlet, name: The Wire}
  - {id: oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل أودويا}}
propositions:
  - {id: dam, text: {en: The dam is safe, ar: السد آمن}, topics: [dam]}
"""
FIRST = """\
article: {id: one, outlet: wire, title: T, language: en, published: 2031-05-02}
claims:
  - id: safe
    speaker: oduya
    proposition: dam
    said: 2031-05-02
    statement: "The dam is not <b>unsafe</b> today"
    quotes: [{exact: السد ليس خطرا, language: ar}]
  - {id: toll, speaker: oduya, statement: A toll, value: 11 bodies}
"""
SECOND = """\
article: {id: two, outlet: wire, title: U, language: en, published: 2031-05-09}
claims:
  - {id: late, speaker: oduya, stance: denies, proposition: dam, said: 2031-05-08}
"""
CHANGED = (
    FIRST.replace("is not", "is *never*")
    .replace("ليس خطرا", "صار خطرا")
    .replace("11 bodies", "=35 bodies, status: withdrawn")
)


@pytest.fixture
def repository(folder, monkeypatch):
    """Two states: tag `first`, and `second` with another article and other words."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    repository = Repository(folder)
    repository.commit({"claims/world.yaml": WORLD, "claims/one.yaml": FIRST}, tag="first")
    repository.commit({"claims/one.yaml": CHANGED, "claims/two.yaml": SECOND}, tag="second")
    return repository


class TestAsof:
    def test_by_what_had_been_published(self, repository, invoke):
        ran = invoke("asof", "2031-05-05")
        assert (ran.status, ran.err) == (0, "")
        assert "1 article, 1 proposition, 2 claims; 1 of the claims live" in ran.out
        assert "not yet: 1 article, 1 claim\n" in ran.out

    def test_by_what_the_ledger_knew(self, repository, invoke):
        ran = invoke("asof", "2031-05-20", "--known", "first", "--format", "json")
        told = json.loads(ran.out)
        assert (told["schema"], told["as_of"], told["known"]) == (
            "claimtrack-asof/1",
            "2031-05-20",
            "first",
        )
        assert told["summary"]["records"]["claims"] == 2
        assert told["later"]["claims"] == 0

    def test_findings_of_then(self, repository, invoke):
        now = json.loads(invoke("asof", "2031-05-09", "--format", "json").out)
        assert "CT601" in [finding["code"] for finding in now["findings"]]
        then = json.loads(invoke("asof", "2031-05-08", "--format", "json").out)
        assert "CT601" not in [finding["code"] for finding in then["findings"]]

    @pytest.mark.parametrize("ref", ["safe", "claim:safe"])
    def test_a_claim(self, repository, invoke, ref):
        ran = invoke("asof", "2031-05-05", ref, "--known", "first")
        assert ran.status == 0
        assert ran.out.startswith("claim:safe as of 2031-05-05, by what the ledger knew at first\n")
        assert "\u2068السد ليس خطرا\u2069" in ran.out
        assert "unverified, active" in ran.out

    def test_what_was_not_there_yet(self, repository, invoke):
        ran = invoke("asof", "2031-05-05", "claim:late")
        assert (ran.status, ran.err) == (0, "")
        assert "not there yet: two is dated 2031-05-09" in ran.out
        told = json.loads(invoke("asof", "2031-05-05", "late", "--format=json").out)
        assert (told["content"], told["claims"]) == (None, [])

    @pytest.mark.parametrize("ref", ["dam", "oduya", "one"])
    def test_other_records(self, repository, invoke, ref):
        told = json.loads(invoke("asof", "2031-05-05", ref, "--format=json").out)
        assert told["content"]["id"] == ref
        assert "safe" in [claim["id"] for claim in told["claims"]]
        assert "claim:safe" in invoke("asof", "2031-05-05", ref).out

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["yesterday"], "is not a date"),
            (["2031", "odya"], "no record 'odya' in this ledger; did you mean 'oduya'?"),
            (["2031", "--known", "nope"], "no revision 'nope'"),
            (["2031", "--known=-x"], "is no revision"),
            (["2031", "--ledger", "nope"], "nope: no such file"),
        ],
    )
    def test_refused(self, repository, invoke, arguments, says):
        ran = invoke("asof", *arguments)
        assert (ran.status, ran.out) == (2, "")
        assert says in ran.err

    def test_a_name_of_two_records(self, repository, invoke):
        repository.write({"claims/world.yaml": WORLD.replace("id: wire", "id: dam")})
        ran = invoke("asof", "2031", "dam")
        assert ran.status == 2
        assert "several records: proposition:dam, actor:dam" in ran.err


class TestDiff:
    def test_two_revisions(self, repository, invoke):
        ran = invoke("diff", "first..second", "--as-of", "2031-06-01")
        assert (ran.status, ran.err) == (0, "")
        assert "~ claim:safe  reworded  claims/one.yaml" in ran.out
        assert "[-not-] {+never+}" in ran.out
        assert "~ claim:toll  withdrawn, value" in ran.out
        assert "value: 11 bodies → =35 bodies" in ran.out
        assert "+ claim:late  new" in ran.out
        assert "findings new: CT601 1" in ran.out
        last = ran.out.splitlines()[-1]
        assert last == "claims: 1 new, 1 withdrawn, 1 reworded, 1 value; articles: 1 new"

    def test_the_working_folder(self, repository, invoke):
        assert invoke("diff", "HEAD") == (0, "no record changed\n", "")
        (repository.folder / "claims" / "two.yaml").unlink()
        out = invoke("diff", "HEAD").out
        assert "- claim:late  removed" in out
        assert "findings gone: CT601 1" in out

    def test_what_only_moved_is_silent(self, repository, invoke):
        repository.git("mv", "claims/two.yaml", "claims/moved.yaml")
        assert invoke("diff", "HEAD").out == "no record changed\n"

    @pytest.mark.parametrize("revisions", ["main...side", "first...side", "first..side"])
    def test_a_branch_and_where_it_parted(self, repository, invoke, revisions):
        repository.git("checkout", "-q", "-b", "side", "first")
        repository.commit({"claims/one.yaml": FIRST.replace("A toll", "The toll")})
        out = invoke("diff", revisions).out
        assert out.splitlines()[-1] == "claims: 1 reworded"

    def test_the_first_ledger_is_all_new(self, repository, invoke):
        repository.git("checkout", "-q", "--orphan", "empty")
        repository.git("rm", "-rfq", "--cached", ".")
        repository.git("commit", "-q", "--allow-empty", "-m", "nothing")
        assert "claims: 2 new" in invoke("diff", "empty..first").out
        ran = invoke("diff", "empty..empty")
        assert (ran.status, ran.out) == (2, "")

    def test_json(self, repository, invoke):
        told = json.loads(invoke("diff", "first..second", "--format", "json").out)
        assert (told["schema"], told["from"], told["to"]) == (
            "claimtrack-changes/1",
            "first",
            "second",
        )
        toll = next(one for one in told["changes"] if one["record"] == "claim:toll")
        assert toll["changes"] == ["withdrawn", "value"]
        assert toll["fields"][0] == {
            "path": ["value"],
            "change": "value",
            "old": "11 bodies",
            "new": "=35 bodies",
        }
        assert [one["code"] for one in told["findings"]["appeared"]] == ["CT601"]

    def test_markdown_shows_words_and_nothing_acts(self, repository, invoke):
        out = invoke("diff", "first..second", "--format", "markdown").out
        html = MarkdownIt("gfm-like", {"linkify": False}).render(out)
        assert "<b>" not in html
        assert "<em>" not in html
        assert "unsafe&lt;/b&gt; today" in html
        assert "<s>not</s> <strong>never</strong>" in html
        assert "\u2067السد\u2069" in html
        assert "<strong>\u2067صار\u2069</strong>" in html
        assert "<strong>new</strong> claim:late" in html

    @pytest.mark.parametrize("revision", ["nope", "first..nope", "-p", "..-x", ""])
    def test_refused(self, repository, invoke, revision):
        if not revision:
            repository.git("tag", "-d", "first")
        ran = invoke("diff", "--", revision or "first")
        assert (ran.status, ran.out) == (2, "")
        assert "revision" in ran.err


def test_outside_of_a_repository(clean, invoke, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(clean.parent))
    for arguments in (["diff", "HEAD"], ["asof", "2031", "--known", "HEAD"]):
        ran = invoke(*arguments)
        assert (ran.status, ran.out) == (2, "")
        assert "not a git repository" in ran.err


class TestQuery:
    def test_text(self, repository, invoke):
        ran = invoke("query", "speaker:oduya topic:dam said:..2031-05-05")
        assert (ran.status, ran.err) == (0, "")
        lines = ran.out.splitlines()
        assert lines[0] == "2031-05-02  Tamsel Oduya affirms: The dam is safe"
        assert lines[-1] == "1 claim"

    def test_arabic_however_it_is_spelt(self, repository, invoke):
        ran = invoke("query", "السَّد أُودويا", "--format", "jsonl")
        assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["safe", "late"]

    def test_words_without_quotation_marks_of_the_shell(self, repository, invoke):
        assert invoke("query", "speaker:oduya", "stance:denies").out.endswith("1 claim\n")
        assert invoke("query", "--", "-stance:denies").out.endswith("2 claims\n")
        ran = invoke("query", "-stance:denies")
        assert (ran.status, ran.out) == (2, "")
        assert "Put -- before a filter that begins with a minus sign." in ran.err
        assert "Put --" not in invoke("query", "--stance", "x").err

    def test_json(self, repository, invoke):
        told = json.loads(invoke("query", "stance:denies", "--format=json").out)
        assert (told["schema"], told["query"], told["count"]) == (
            "claimtrack-query/1",
            "stance:denies",
            1,
        )
        assert told["claims"][0]["proposition_text"]["ar"] == "السد آمن"

    def test_csv(self, repository, invoke):
        ran = invoke("query", "--format=csv", "--output=t.csv")
        assert ran == (0, "", "")
        text = (repository.folder / "t.csv").read_bytes().decode("utf-8")
        assert text.count("\r\n") == text.count("\n") == 4
        rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
        assert rows["toll"]["value"] == "'=35 bodies"
        assert rows["safe"]["quotes"] == "السد صار خطرا"
        assert rows["late"]["proposition_text"] == "The dam is safe"

    def test_nothing_fits_and_nothing_is_there(self, repository, invoke, tmp_path):
        assert invoke("query", "zzz") == (0, "0 claims\n", "")
        (tmp_path / "empty").mkdir()
        ran = invoke("query", "zzz", "--ledger", "empty")
        assert (ran.status, ran.out) == (2, "")

    def test_refused(self, repository, invoke):
        ran = invoke("query", "dam speker:x")
        assert (ran.status, ran.out) == (2, "")
        assert "character 5: unknown field 'speker'; did you mean 'speaker'?" in ran.err

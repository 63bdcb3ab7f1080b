"""`claimtrack review` and `claimtrack resolve`, end to end in a git repository."""

import json
import os
import shutil
import subprocess

import pytest

import claimtrack
from claimtrack.model import seen_fingerprint

LEDGER = """\
actors:   # who speaks
  - {id: wire, kind: outlet, name: Northern Wire}
  - {id: radio, kind: outlet, name: {ar: إذاعة الوادي}}
  - {id: coroner, kind: office, name: {en: The Coroner, ar: الطب الشرعي}}
  - {id: coroners, kind: office, name: {en: The Coroners}}
articles:
  - {id: wire-1, outlet: wire, title: Toll, language: en, published: 2031-05-03}
  - {id: radio-1, outlet: radio, title: الحصيلة, language: ar, published: 2031-05-03}
propositions:
  - {id: toll, text: {en: Bodies found, ar: الجثث المنتشلة}, value: {type: quantity}}
claims:
  - id: wire-toll   # as printed
    article: wire-1
    speaker: coroner
    proposition: toll
    value: 35
    as_of: 2031-05-03

  # the radio's own count
  - {id: radio-toll, article: radio-1, speaker: coroner, proposition: toll, value: ١١,
     as_of: 2031-05-03}
"""
DAY = "2031-05-20"


@pytest.fixture
def repository(folder, monkeypatch):
    """A git repository with a ledger that has one finding (CT301), and nobody's name in git."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    (folder / "claims").mkdir()
    (folder / "claims" / "toll.yaml").write_text(LEDGER, encoding="utf-8")
    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=x", "-c", "user.email=x@y.example", "commit", "-qm", "The toll")
    return folder


def git(*arguments):
    command = ["git", *arguments]
    ran = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words
    return ran.stdout.decode()


def added():
    """The lines that the working tree has more than the last commit; it must have none fewer."""
    git("add", "--intent-to-add", ".")
    lines = [
        line for line in git("diff", "-U0").splitlines() if not line.startswith(("---", "+++"))
    ]
    assert not [line for line in lines if line.startswith("-")]
    return [line[1:] for line in lines if line.startswith("+")]


def codes(invoke):
    found = json.loads(invoke("check", "--as-of", DAY, "--output-format", "json").out)["findings"]
    return [finding["code"] for finding in found]


def finding(invoke, code="CT301"):
    found = json.loads(invoke("check", "--as-of", DAY, "--output-format", "json").out)["findings"]
    return next(one["fingerprint"] for one in found if one["code"] == code)


def edit(folder, old, new, file="toll.yaml"):
    path = folder / "claims" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


class TestReview:
    def test_it_writes_what_was_seen_and_nothing_else(self, repository, invoke):
        ran = invoke("review", "wire-toll", "--by", "إلكا سالوين", "--at", DAY, "--why", "on paper")
        assert (ran.status, ran.err) == (0, "")
        assert "claim:wire-toll reviewed by" in ran.out
        assert "with article:wire-1, proposition:toll" in ran.out
        ledger = claimtrack.load("claims")
        claim = ledger.claims["wire-toll"]
        assert (claim.review.by, str(claim.review.at), claim.review.why) == (
            "إلكا سالوين",
            DAY,
            "on paper",
        )
        assert claim.review.fingerprint == seen_fingerprint(claim)
        grounds = (ledger.articles["wire-1"], ledger.propositions["toll"])
        assert claim.review.seen == tuple((one.ref, seen_fingerprint(one)) for one in grounds)
        assert added()[0] == "    review:"
        assert codes(invoke) == ["CT301"]

    def test_several_at_once_in_either_style(self, repository, invoke):
        ran = invoke("review", "claim:radio-toll", "wire-1", "toll", "toll", "--by", "i")
        assert (ran.status, len(ran.out.splitlines())) == (0, 3)
        ledger = claimtrack.load("claims")
        reviewed = [record.ref for record in ledger.records if record.review is not None]
        assert sorted(reviewed) == ["article:wire-1", "claim:radio-toll", "proposition:toll"]
        assert "# the radio's own count" in (repository / "claims" / "toll.yaml").read_text("utf-8")

    def test_a_change_is_told_by_field_and_a_new_review_settles_it(self, repository, invoke):
        invoke("review", "wire-toll", "--by", "ilka", "--at", DAY)
        edit(repository, "value: 35", "value: 36\n    certainty: probable")
        ran = invoke("check", "--as-of", DAY, "--select", "CT801", "--output-format", "concise")
        assert "value, certainty changed since ilka reviewed this on 2031-05-20" in ran.out
        assert invoke("review", "wire-toll", "--by", "naya", "--at", "2031-05-21").status == 0
        assert codes(invoke) == ["CT301"]
        text = (repository / "claims" / "toll.yaml").read_text("utf-8")
        assert (text.count("review:"), "naya" in text, "ilka" in text) == (1, True, False)

    def test_what_it_rests_on_is_looked_at_too(self, repository, invoke):
        invoke("review", "wire-toll", "--by", "ilka", "--at", DAY)
        edit(repository, "title: Toll", "title: Toll, status: corrected")
        ran = invoke("check", "--as-of", DAY, "--select", "CT8", "--output-format", "concise")
        assert "CT802 warning article:wire-1 changed (status)" in ran.out
        invoke("review", "wire-toll", "--by", "ilka")
        assert "CT802" not in codes(invoke)

    def test_who_is_the_name_in_git(self, repository, invoke):
        git("config", "user.name", "Ilka Salwen")
        assert invoke("review", "toll").status == 0
        assert claimtrack.load("claims").propositions["toll"].review.by == "Ilka Salwen"

    @pytest.mark.parametrize("path", ["", None])
    def test_without_a_name_it_says_how_to_give_one(self, repository, invoke, monkeypatch, path):
        if path is not None:  # no git at all
            monkeypatch.setenv("PATH", path)
        ran = invoke("review", "toll")
        assert (ran.status, ran.out) == (2, "")
        assert "--by NAME" in ran.err
        assert "review" not in (repository / "claims" / "toll.yaml").read_text("utf-8")

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["wire-tol"], "there is no actor, article, occasion, proposition, claim or decision"),
            (["wire-tol"], "did you mean wire-toll?"),
            (["article:toll"], "there is no article of that identifier"),
            (["page:toll"], "found 'page'"),
            (["toll", "--why", " "], "--why: expected some text"),
            (["toll", "--by", "\u200b"], "a judgement needs a name"),
            (["toll", "--at", "yesterday"], "is not a date"),
            ([], "RECORD"),
        ],
    )
    def test_what_cannot_be_done_is_said(self, repository, invoke, words, says):
        ran = invoke("review", *words, *(() if "--by" in words else ("--by", "i")))
        assert (ran.status, ran.out) == (2, "")
        assert says in " ".join(ran.err.split())
        assert added() == []

    def test_one_identifier_of_two_kinds(self, repository, invoke):
        edit(repository, "id: wire-1,", "id: wire,")
        ran = invoke("review", "wire", "--by", "i")
        assert ran.status == 2
        assert "write actor:wire or article:wire" in ran.err
        assert invoke("review", "article:wire", "--by", "i").status == 0

    def test_two_records_of_one_name(self, repository, invoke):
        (repository / "claims" / "b.yaml").write_text("actors: [{id: wire, kind: group, name: W}]")
        ran = invoke("review", "wire", "--by", "i")
        assert ran.status == 2
        assert "2 records are called so, in claims/b.yaml and claims/toll.yaml" in ran.err

    def test_a_record_that_could_not_be_read(self, repository, invoke):
        edit(repository, "kind: outlet, name: Northern Wire", "name: Northern Wire")
        ran = invoke("review", "actor:wire", "--by", "i")
        assert ran.status == 2
        assert "it could not be read; `claimtrack check claims/toll.yaml` says why" in ran.err

    def test_a_shared_record_is_left_to_people(self, repository, invoke):
        edit(repository, "- id: wire-toll", "- &shared\n    id: wire-toll")
        edit(repository, "  # the radio's own", "  - {<<: *shared, id: more}\n  # the radio's own")
        ran = invoke("review", "toll", "wire-toll", "--by", "i")
        assert ran.status == 2
        assert "by hand" in ran.err
        assert "review" not in (repository / "claims" / "toll.yaml").read_text("utf-8")


class TestResolve:
    def settle(self, invoke, *more, kind="known_dispute", day=DAY):
        return invoke(
            "resolve", finding(invoke)[:8], "--as", kind, "--why", "they count otherwise",
            "--by", "ilka", "--at", day, *more,
        )  # fmt: skip

    def test_it_settles_the_finding(self, repository, invoke):
        fingerprint = finding(invoke)
        ran = self.settle(invoke)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out == (
            f"claims/decisions.yaml: CT301 {fingerprint[:8]} settled as known_dispute "
            "by ilka, 2031-05-20; with claim:radio-toll, claim:wire-toll\n"
        )
        ledger = claimtrack.load("claims")
        (decision,) = ledger.decisions
        assert (decision.finding, decision.rule) == (fingerprint, "CT301")
        assert dict(decision.seen) == {
            ref: seen_fingerprint(ledger.claims[ref.partition(":")[2]])
            for ref in ("claim:radio-toll", "claim:wire-toll")
        }
        assert codes(invoke) == []
        assert "not shown: decided 1" in invoke("check", "--as-of", DAY).out

    def test_it_reopens_when_what_was_seen_changes_and_says_what(self, repository, invoke):
        self.settle(invoke)
        edit(repository, "value: 35", "value: 40\n    note: by telephone")
        ran = invoke("check", "--as-of", DAY, "--output-format", "concise")
        assert "open again: claim:wire-toll changed (value) since ilka decided" in ran.out
        assert "CT301 error" in ran.out
        assert self.settle(invoke, kind="misreport").status == 0
        assert codes(invoke) == []
        assert len(claimtrack.load("claims").decisions) == 2

    def test_a_note_or_a_moved_record_is_no_change(self, repository, invoke):
        self.settle(invoke)
        edit(
            repository, "    as_of: 2031-05-03\n", "    as_of: 2031-05-03\n    note: by telephone\n"
        )
        edit(repository, "actors:   # who speaks", "\n\nactors:   # who speaks, moved")
        assert codes(invoke) == []

    def test_it_has_a_last_day(self, repository, invoke):
        self.settle(invoke, "--expires", "2031-05-25")
        assert codes(invoke) == []
        ran = invoke("check", "--as-of", "2031-05-26", "--output-format", "concise")
        assert "this decision expired on 2031-05-25: CT301 is shown again" in ran.out

    def test_a_decision_that_settles_nothing_is_told(self, repository, invoke):
        self.settle(invoke)
        edit(repository, "value: ١١", "value: ٣٥")
        ran = invoke("check", "--as-of", DAY, "--output-format", "concise")
        assert "settles nothing any more: claim:radio-toll changed (value)" in ran.out
        assert ran.status == 0

    def test_files_that_are_there_keep_their_bytes(self, repository, invoke):
        ours = (
            "# what the desk decided\ndecisions:\n- same: [coroner, coroners]\n  by: i\n"
            "  at: 2031\n  why: one office   # by letter\n\n# end\n"
        )
        (repository / "claims" / "ours.yaml").write_text(ours)
        git("add", ".")
        assert self.settle(invoke, "--in", "claims/ours.yaml").status == 0
        assert added()[0].startswith("- finding: ")
        assert "# by letter" in (repository / "claims" / "ours.yaml").read_text()

    def test_the_list_gives_what_is_needed(self, repository, invoke):
        ran = invoke("resolve", "--list", "--at", DAY)
        (line,) = ran.out.splitlines()
        assert line.startswith(f"{finding(invoke)[:8]} claims/toll.yaml:")
        assert "CT301 error" in line
        assert added() == []

    def test_judgements_on_records(self, repository, invoke):
        ran = invoke(
            "resolve", "--same", "coroner", "actor:coroners", "--why", "one office", "--by", "i"
        )
        assert (ran.status, ran.err) == (0, "")
        assert "coroner and coroners judged same by i" in ran.out
        assert invoke(
            "resolve", "--different", "wire-toll", "radio-toll", "--why", "w", "--by", "i"
        ).status == 0  # fmt: skip
        one, other = claimtrack.load("claims").decisions
        assert (one.same, other.different) == (("coroner", "coroners"), ("wire-toll", "radio-toll"))
        assert [ref for ref, _ in other.seen] == ["claim:radio-toll", "claim:wire-toll"]
        assert codes(invoke) == ["CT301"]
        edit(repository, "value: 35", "value: 36")
        assert "CT804" in codes(invoke)

    def test_a_duplicate_that_was_judged_different_is_silent(self, repository, invoke):
        again = "{id: again, article: wire-1, speaker: coroner, proposition: toll, value: 35,"
        again = f"  - {again} as_of: 2031-05-03}}\n"
        edit(repository, "  # the radio's own", f"{again}  # the radio's own")
        assert "CT309" in codes(invoke)
        invoke("resolve", "--different", "wire-toll", "again", "--why", "w", "--by", "i")
        assert "CT309" not in codes(invoke)
        edit(repository, "{id: again,", "{id: again, form: indirect,")
        assert {"CT309", "CT804"} <= set(codes(invoke))

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["0123", "--as", "misreport"], "no open finding begins so"),
            (["", "--as", "misreport"], "give a FINGERPRINT"),
            (["FOUND", "--as", "misheard"], "'misheard' is not one of"),
            (["FOUND"], "--as is needed: one of not_a_conflict, known_dispute"),
            (["FOUND", "--as", "misreport", "--why", ""], "--why: expected some text"),
            (
                ["FOUND", "--as", "misreport", "--in", "elsewhere.yaml"],
                "no claim file of the ledger",
            ),
            (
                ["FOUND", "--as", "misreport", "--in", "claims/.d.yaml"],
                "no claim file of the ledger",
            ),
            (["FOUND", "--as", "misreport", "--in", "claims/d.txt"], "no claim file of the ledger"),
            (["--same", "wire", "wire-toll"], "a claim and an actor cannot be compared"),
            (["--same", "wire", "actor:wire"], "that is one record"),
            (["--same", "wire", "wire-1"], "there is no claim or actor of that identifier"),
            (["--different", "wire", "radio", "--as", "misreport"], "belong to a finding"),
            (["--list", "--same", "wire", "radio"], "give a FINGERPRINT, or one of"),
        ],
    )
    def test_what_cannot_be_done_is_said(self, repository, invoke, words, says):
        given = [finding(invoke) if word == "FOUND" else word for word in words]
        why = () if "--why" in words else ("--why", "w")
        ran = invoke("resolve", *given, *why, "--by", "i", "--at", DAY)
        assert (ran.status, ran.out) == (2, "")
        assert says in " ".join(ran.err.split())
        assert added() == []

    def test_what_is_settled_already(self, repository, invoke):
        fingerprint = finding(invoke)
        self.settle(invoke)
        ran = invoke("resolve", fingerprint, "--as", "misreport", "--why", "w", "--by", "i")
        assert ran.status == 2
        assert "it was settled by ilka on 2031-05-20, in claims/decisions.yaml" in ran.err

    def test_the_form_of_a_file_is_set_right_and_not_settled(self, repository, invoke):
        (repository / "claims" / "b.yaml").write_text("claims: [")
        fingerprint = finding(invoke, "CT001")
        ran = invoke("resolve", fingerprint, "--as", "will_fix", "--why", "w", "--by", "i")
        assert (ran.status, ran.out) == (2, "")
        assert "CT001 yaml-syntax is not settled but set right: " in ran.err
        listed = invoke("resolve", "--list", "--at", DAY).out
        assert ("CT301" in listed, "CT001" in listed) == (True, False)

    def test_without_a_reason(self, repository, invoke):
        ran = invoke("resolve", finding(invoke), "--as", "will_fix", "--by", "i")
        assert (ran.status, ran.out) == (2, "")
        assert "a decision needs a reason: --why TEXT" in ran.err


def test_a_baseline_sees_one_fixed_and_another_come(repository, invoke):
    invoke("baseline", "--as-of", DAY)
    check = ("check", "--as-of", DAY, "--baseline", "claimtrack-baseline.json")
    ran = invoke(*check)
    assert (ran.status, "not shown: baseline 1" in ran.out) == (0, True)
    edit(repository, "value: ١١", "value: ٣٥")
    ran = invoke(*check)
    assert (ran.status, "not there any more: 1 finding" in ran.out) == (0, True)
    edit(repository, "speaker: coroner\n", "speaker: coronerr\n")
    ran = invoke(*check, "--output-format", "json")
    assert ran.status == 1
    told = json.loads(ran.out)
    assert [found["code"] for found in told["findings"]] == ["CT006"]
    assert told["summary"]["unused_baseline"] == 1


def test_git_is_no_condition(repository, invoke):
    shutil.rmtree(repository / ".git")
    assert invoke("review", "toll", "--by", "ilka").status == 0
    assert claimtrack.load("claims").propositions["toll"].review.by == "ilka"

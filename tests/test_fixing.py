"""Fixes: kept only where a second check finds the better ledger."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack.__main__ import main
from claimtrack.findings import Edit, Finding, Fix, Severity
from claimtrack.fixing import FixOutcome, fix
from claimtrack.model import Claim, Record
from claimtrack.plugins import all_rules
from claimtrack.rule import Group, Rule
from claimtrack.testing.strategies import conflicted

HEAD = "claims:\n"
IDLE = """\
- id: {name}
  article: a
  speaker: b
  statement: c   # kept
  ignore:   # of {name}
    - rule: value-conflict
      reason: no longer so
      until: 2030-01-01
"""
AS_OF = "2031-06-01"


def fixed(text: str, **options: Any) -> FixOutcome:
    return fix(claimtrack.loads(text), dry_run=True, as_of=AS_OF, **options)


def test_a_safe_fix_removes_the_entry_and_nothing_else() -> None:
    outcome = fixed(HEAD + IDLE.format(name="one") + IDLE.format(name="two"))
    kept = "- id: {}\n  article: a\n  speaker: b\n  statement: c   # kept\n"
    assert [found.code for found in outcome.fixed] == ["CT803", "CT803"]
    assert outcome.changes[0].after == HEAD + kept.format("one") + kept.format("two")
    assert not outcome.refused
    assert "CT803" not in {found.code for found in outcome.result.findings}


def test_suggestions_are_made_only_when_asked_for() -> None:
    text = HEAD + "- {id: a, article: b, speaker: c, statement: d, stanse: denies, forn: direct}\n"
    assert not fixed(text).changes
    outcome = fixed(text, unsafe=True)
    assert [found.code for found in outcome.fixed] == ["CT002", "CT002"]
    assert "stance: denies, form: direct}" in outcome.changes[0].after


def test_the_name_of_a_language_becomes_its_tag() -> None:
    text = "actors:\n- {id: a, kind: group, name: {English: A  , arabic: أ}}  # kept\n"
    outcome = fixed(text, unsafe=True)
    assert outcome.changes[0].after == text.replace("English", "en").replace("arabic", "ar")


def test_a_fix_that_brings_a_new_finding_is_refused() -> None:
    text = HEAD + "- {id: a, article: b, speaker: c, statement: d, stanse: [denies]}\n"
    outcome = fixed(text, unsafe=True)
    assert not outcome.changes
    assert "it would bring a new finding: CT003" in outcome.refused[0].reason
    assert [found.code for found in outcome.result.findings if found.fix] == ["CT002"]


BESIDE = """\
claims:
- {id: a, article: x, speaker: c, statement: d, stanse: [denies]}
- {id: b, article: x, speaker: c, statement: d, stanse: denies}
- {id: c, article: x, speaker: c, statement: d, forn: direct}
"""


def test_one_bad_suggestion_does_not_block_the_others() -> None:
    outcome = fixed(BESIDE, unsafe=True)
    assert [found.primary.record for found in outcome.fixed] == ["claim:b", "claim:c"]
    assert [refusal.finding.primary.record for refusal in outcome.refused] == ["claim:a"]
    assert "CT003" in outcome.refused[0].reason
    assert outcome.changes[0].after == BESIDE.replace("stanse: d", "stance: d").replace(
        "forn", "form"
    )


def test_only_so_many_are_tried_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.fixing.MOST_TRIES", 2)
    outcome = fixed(BESIDE, unsafe=True)
    assert [found.primary.record for found in outcome.fixed] == ["claim:b"]
    assert len(outcome.refused) == 2


HIDDEN = """\
articles:
- {id: x, outlet: o, title: T, language: en, published: 2031-05-02}
actors:
- {id: o, kind: outlet, name: O}
propositions:
- id: p
  text: The dam was inspected
  verdicts:
  - {veracity: supported, reviewer: o, date: 2031-05-03}
  - {veracity: refutd, reviewer: o, date: 2031-05-03}
"""


def test_a_suggestion_may_reveal_what_the_mistake_hid() -> None:
    before = claimtrack.check(claimtrack.loads(HIDDEN), as_of=AS_OF).findings
    assert "CT303" not in {found.code for found in before}
    outcome = fixed(HIDDEN, unsafe=True)
    assert [found.code for found in outcome.fixed] == ["CT004"]
    assert not outcome.refused
    assert "CT303" in {found.code for found in outcome.result.findings}


def test_the_command_says_how_many_more_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(BESIDE, encoding="utf-8")
    assert main(["fix", str(tmp_path)]) == 0
    assert " left; 3 more with --unsafe\n" in capsys.readouterr().out
    assert main(["fix", str(tmp_path), "--unsafe"]) == 1
    assert "more with" not in capsys.readouterr().out


def test_a_fix_behind_an_anchor_is_refused_and_the_others_are_made() -> None:
    text = "actors:\n- &x {id: a, kind: group, nam: &n A}\n- {id: b, kind: group, nam: B}\n"
    outcome = fixed(text, unsafe=True)
    assert [found.primary.record for found in outcome.fixed] == ["actor:b"]
    assert "anchor" in outcome.refused[0].reason


class Nagging(Rule[Claim]):
    """A rule whose fix does not help, or harms another record."""

    code = "XX001"
    name = "nagging"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each claim with a note."""
        for claim in group.of(Claim):
            if claim.note:
                place = claim.where("statement")
                files = claim.tags or (place.file,)
                edits = tuple(Edit(file, place.pointer, "replace", "new") for file in files)
                yield self.finding(group, "a note", [place], fix=Fix("change it", edits, safe=True))


NOTED = HEAD + "- {id: one, article: b, speaker: c, statement: d, note: old}\n"
CLAIM = "claims: [{id: %s, article: b, speaker: c, statement: d, note: old, tags: [%s]}]\n"


def nagged(files: dict[str, str]) -> FixOutcome:
    ledger = claimtrack.loads(files)
    return fix(ledger, dry_run=True, as_of=AS_OF, rules=[*all_rules(), Nagging()])


def test_a_fix_that_does_not_help_is_refused_and_the_other_files_are_fixed() -> None:
    outcome = nagged(
        {"a.yaml": CLAIM % ("one", "a.yaml"), "b.yaml": HEAD + IDLE.format(name="two")}
    )
    assert [change.file for change in outcome.changes] == ["b.yaml"]
    reasons = [refusal.reason for refusal in outcome.refused]
    assert reasons == ["the finding would stay: XX001 a note"]


def test_files_that_one_fix_changes_stay_together() -> None:
    outcome = nagged(
        {"a.yaml": CLAIM % ("one", "a.yaml, b.yaml"), "b.yaml": HEAD + IDLE.format(name="two")}
    )
    assert [change.file for change in outcome.changes] == ["b.yaml"]
    assert "new" not in outcome.changes[0].after
    assert [refusal.finding.code for refusal in outcome.refused] == ["XX001"]


def test_a_safe_fix_that_is_refused_does_not_block_those_of_its_file() -> None:
    outcome = nagged({"a.yaml": NOTED + IDLE.format(name="two")})
    assert [found.code for found in outcome.fixed] == ["CT803"]
    assert outcome.changes[0].after.startswith(NOTED)
    assert [refusal.finding.code for refusal in outcome.refused] == ["XX001"]


CUT = {
    "ledger.yaml": """\
article:
  id: wire
  outlet: barq
  title: السد خط أحمر
  language: ar
  published: 2031-05-02
  text: text.txt
claims:
- id: count
  speaker: minister-oduya
  statement: What the minister counted
  quotes:
  - exact: "%s"
""",
    "text.txt": "قال: أحصينا ١٢ جريحا إذا لم يمت أحد في المستشفى. ثم سكت.\n",
}


def test_a_quote_in_other_signs_is_fixed_though_its_omission_stays_a_finding() -> None:
    quote = "أحصينا {} جريحا […] في المستشفى"
    text = CUT["ledger.yaml"] % quote.format("12")
    outcome = fix(claimtrack.loads({**CUT, "ledger.yaml": text}), dry_run=True, as_of=AS_OF)
    assert not outcome.refused
    assert [found.code for found in outcome.fixed] == ["CT103"]
    assert quote.format("١٢") in outcome.changes[0].after
    assert "CT105" in {found.code for found in outcome.result.findings}


def test_the_word_that_the_text_has_is_written_and_not_its_like_in_brackets() -> None:
    text = CUT["ledger.yaml"] % "[احصينا] احصينا"
    outcome = fix(claimtrack.loads({**CUT, "ledger.yaml": text}), dry_run=True, as_of=AS_OF)
    assert '"[احصينا] أحصينا"' in outcome.changes[0].after


def test_a_mark_of_omission_at_an_end_is_the_editors_and_stays() -> None:
    text = CUT["ledger.yaml"] % "[…] أحصينا 12 جريحا"
    outcome = fix(claimtrack.loads({**CUT, "ledger.yaml": text}), dry_run=True, as_of=AS_OF)
    assert (outcome.fixed, outcome.changes) == ((), ())
    assert "CT103" in {found.code for found in outcome.result.findings}


def test_a_ledger_of_texts_has_no_file_to_write() -> None:
    with pytest.raises(claimtrack.UsageError, match="not read from files"):
        fix(claimtrack.loads("claims: []\n"))


def test_files_are_written_and_keep_their_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    text = (HEAD + IDLE.format(name="one")).replace("\n", "\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    before = file.read_bytes()
    assert fix(claimtrack.load(tmp_path), as_of=AS_OF, dry_run=True).changes
    assert file.read_bytes() == before
    outcome = fix(claimtrack.load(tmp_path), as_of=AS_OF)
    assert file.read_bytes() == b"\xef\xbb\xbf" + text[: text.index("  ignore")].encode()
    assert claimtrack.check(claimtrack.load(tmp_path), as_of=AS_OF) == outcome.result


def test_a_file_that_changed_since_it_was_read_is_not_written(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(HEAD + IDLE.format(name=name), encoding="utf-8")
    ledger = claimtrack.load(tmp_path)
    theirs = (tmp_path / "one.yaml").read_text(encoding="utf-8") + "# their words\n"
    (tmp_path / "one.yaml").write_text(theirs, encoding="utf-8")
    outcome = fix(ledger, as_of=AS_OF)
    assert (tmp_path / "one.yaml").read_text(encoding="utf-8") == theirs
    assert "ignore" not in (tmp_path / "two.yaml").read_text(encoding="utf-8")
    assert [refusal.finding.primary.record for refusal in outcome.refused] == ["claim:one"]
    assert "changed since it was read" in outcome.refused[0].reason


def test_a_diff_shows_the_change() -> None:
    change = fixed(HEAD + IDLE.format(name="one")).changes[0]
    assert change.diff().startswith("--- a/ledger.yaml\n+++ b/ledger.yaml\n@@")
    assert "-      until: 2030-01-01\n" in change.diff()


ENTRIES = st.lists(
    st.sampled_from(
        [
            "{rule: CT301, reason: r, until: 2030-01-01}",
            "{rule: no-such-rule, reason: r}",
            "{rule: CT002, reason: 'used'}",
        ]
    ),
    max_size=3,
)


@given(st.lists(st.tuples(ENTRIES, st.booleans(), st.booleans()), min_size=1, max_size=3))
def test_safe_fixes_remove_their_findings_and_add_none(claims: Any) -> None:
    text = HEAD
    for number, (entries, flow, unknown) in enumerate(claims):
        text += f"- id: c{number}\n  article: a\n  speaker: b\n  statement: s\n"
        text += "  zzz: q  # not a key\n" if unknown else ""
        if entries and flow:
            text += f"  ignore: [{', '.join(entries)}]\n"
        elif entries:
            text += "  ignore:\n" + "".join(f"  - {entry}\n" for entry in entries)
    before = claimtrack.check(claimtrack.loads(text), as_of=AS_OF).findings
    outcome = fixed(text)
    safe = {found.fingerprint for found in before if found.fix and found.fix.safe}
    assert not outcome.refused
    assert {found.fingerprint for found in outcome.fixed} == safe
    after = {found.fingerprint for found in outcome.result.findings}
    assert after == {found.fingerprint for found in before} - safe
    again = outcome.changes[0].after if outcome.changes else text
    assert not fixed(again).changes


def test_the_command_shows_then_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(HEAD + IDLE.format(name="one"), encoding="utf-8")
    assert main(["fix", str(tmp_path), "--diff", "--as-of", AS_OF]) == 0
    told = capsys.readouterr().out
    assert "-    - rule: value-conflict\n" in told
    assert "1 would be fixed in 1 file; " in told
    assert "ignore" in file.read_text(encoding="utf-8")
    assert main(["fix", str(tmp_path), "--as-of", AS_OF]) == 0
    assert "1 fixed in 1 file; " in capsys.readouterr().out
    assert "ignore" not in file.read_text(encoding="utf-8")


DISPUTE = {
    "a.yaml": "claims: [{id: one, article: a, speaker: s, proposition: p, value: 1, said: 2031}]\n",
    "b.yaml": """\
propositions: [{id: p, text: Toll, value: {type: quantity}}]
claims:
- id: two
  article: b
  speaker: s
  proposition: p
  value: 2
  said: 2031
  ignore: [{rule: CT301, reason: both were counted}]
""",
}


def idle_and_safe(files: dict[str, str]) -> list[bool]:
    found = claimtrack.check(claimtrack.loads(files), as_of=AS_OF).findings
    return [one.fix.safe for one in found if one.code == "CT803" and one.fix]


def test_an_ignore_is_kept_while_what_it_silences_cannot_be_read() -> None:
    assert idle_and_safe(DISPUTE) == []
    assert idle_and_safe({"b.yaml": DISPUTE["b.yaml"]}) == [True]
    assert idle_and_safe({**DISPUTE, "a.yaml": "claims: {"}) == [False]
    assert idle_and_safe({**DISPUTE, "a.yaml": DISPUTE["a.yaml"].replace("val", "vla")}) == [False]


def test_an_ignore_of_a_rule_that_is_not_installed_is_kept() -> None:
    files = {"b.yaml": DISPUTE["b.yaml"].replace("CT301", "EX001")}
    assert idle_and_safe(files) == [False]
    expired = files["b.yaml"].replace("reason", "until: 2030-01-01, reason")
    assert idle_and_safe({"b.yaml": expired}) == [True]


def test_fixing_one_file_keeps_an_ignore_that_the_ledger_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claims").mkdir()
    for name, text in DISPUTE.items():
        (Path("claims") / name).write_text(text, encoding="utf-8")
    assert main(["fix", "claims/b.yaml"]) == 0
    assert (Path("claims") / "b.yaml").read_text(encoding="utf-8") == DISPUTE["b.yaml"]
    (Path("claims") / "a.yaml").unlink()
    assert main(["fix"]) == 0
    assert "ignore" not in (Path("claims") / "b.yaml").read_text(encoding="utf-8")


def test_what_stands_below_a_removed_ignore_is_not_a_new_finding() -> None:
    text = HEAD + IDLE.format(name="one") + "    - {rule: EX001, reason: r}\n"
    outcome = fixed(text)
    assert not outcome.refused
    assert "EX001" in outcome.changes[0].after
    assert "value-conflict" not in outcome.changes[0].after


TWICE = """\
claims:
- {id: one, article: a, speaker: s, proposition: p, said: 2031, note: heard twice}
- {id: two, article: a, speaker: s, proposition: p, said: 2031%s}
"""


@pytest.mark.parametrize(
    ("more", "goes"),
    [
        ("", True),
        (", note: heard twice", True),
        (", note: heard once", False),
        (", quotes: [{exact: in June}]", False),
        (", status: {attribution: verified}", False),
    ],
)
def test_a_duplicate_that_says_more_is_not_removed(more: str, *, goes: bool) -> None:
    claims = claimtrack.loads(TWICE % more)
    found = [one for one in claimtrack.check(claims, as_of=AS_OF).findings if one.code == "CT309"]
    assert [one.fix is not None for one in found] == [goes]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "- {id: a, article: b, speaker: c, statement: d, "
        "review: {by: e, at: 2031-05-01, fingerprint: 0123456789abcdef0123, wy: f}}\n",
        "decisions:\n- {same: [a, b], by: e, at: 2031-05-01, wy: f, why: g}\n",
        "decisions:\n- {same: [a], by: e, at: 2031, why: g, ignore: [{rule: x, reason: h}]}\n",
    ],
)
def test_no_fix_touches_a_review_or_a_decision(text: str) -> None:
    outcome = fixed(text, unsafe=True)
    assert not outcome.changes
    assert not outcome.fixed
    assert {found.code for found in outcome.result.findings} & {"CT002", "CT803"}


def test_a_reviewed_duplicate_is_not_removed() -> None:
    claim = "{{id: {}, article: c, speaker: d, proposition: p, review: {}}}"
    review = "{by: e, at: 2031-05-01, fingerprint: 0123456789abcdef0123}"
    text = HEAD + "".join(f"- {claim.format(name, review)}\n" for name in ("a", "b"))
    outcome = fixed(text, unsafe=True)
    assert "CT309" in {found.code for found in outcome.result.findings}
    assert not outcome.changes


@pytest.mark.parametrize("rule", ["quote-ambiguous", "undeclared-insertion", "undeclared-copy"])
@settings(max_examples=10)
@given(data=st.data())
def test_a_suggestion_that_adds_removes_its_finding_and_no_byte(rule: str, data: Any) -> None:
    conflict = data.draw(conflicted(rule))
    outcome = fix(conflict.ledger, dry_run=True, unsafe=True, as_of=AS_OF)
    assert rule in {found.name for found in outcome.fixed}
    assert not outcome.refused
    assert rule not in {found.name for found in outcome.result.findings}
    for change in outcome.changes:
        left = iter(change.after)
        assert all(char in left for char in change.before), "nothing goes"

"""What is done again after a change, and what a bad cache may never do."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_ledger import ACTORS, ONE, TWO, check, full, made_checks, request

import claimtrack
from claimtrack.cache import stamps
from claimtrack.recheck import recheck


def test_the_first_check_does_all_and_the_second_nothing(folder, index):
    first = check(folder, index)
    assert made_checks(first) is None
    assert "CT301" in {finding.code for finding in first.result.findings}
    second = check(folder, index)
    assert made_checks(second) == 0
    assert first.result == second.result == full(folder)


def test_only_the_groups_of_the_edit_are_checked(folder, index):
    everything = check(folder, index).result.summary.checks_run
    (folder / "two.yaml").write_text(TWO.replace("١١", "٣٥"), encoding="utf-8")
    again = check(folder, index)
    assert 0 < made_checks(again) < everything / 2
    assert again.result == full(folder)
    assert "CT301" not in {finding.code for finding in again.result.findings}


def test_a_name_that_goes_and_comes_back_is_missed_as_long(folder, index):
    def dangling():
        again = check(folder, index)
        assert again.result == full(folder)
        return {one.primary.record for one in again.result.findings if one.code == "CT006"}

    assert dangling() == set()
    (folder / "actors.yaml").write_text(ACTORS.replace("id: oduya", "id: oduja"), encoding="utf-8")
    assert dangling() == {"claim:toll-35", "claim:toll-11"}
    # Too broken to be read, it is there.
    broken = ACTORS.replace("kind: person, name: {en: Tamsel Oduya", "kind: [], name: {en: T")
    (folder / "actors.yaml").write_text(broken, encoding="utf-8")
    assert dangling() == set()


@pytest.mark.parametrize("joined", ["", "  - {id: same, text: So many died, same_as: [toll]}\n"])
def test_a_claim_among_many_of_one_proposition_takes_no_others_along(folder, index, joined):
    """They stand in its groups, and are not looked at again in those of their own."""
    claims = [
        f"  - {{id: c{number}, article: two, speaker: oduya, proposition: toll, said: 2031-05-01}}"
        for number in range(60)
    ]
    many = f"propositions:\n{joined}" if joined else ""
    many += "\n".join(["claims:", *claims, ""])
    (folder / "many.yaml").write_text(many, encoding="utf-8")
    check(folder, index)
    (folder / "many.yaml").write_text(many.replace("05-01", "04-30", 1), encoding="utf-8")
    again = check(folder, index)
    assert 0 < made_checks(again) < len(claims)
    assert again.result == full(folder)


def test_a_comment_moves_findings_and_checks_nothing(folder, index):
    before = check(folder, index)
    (folder / "one.yaml").write_text("# first\n" + ONE, encoding="utf-8")
    again = check(folder, index)
    assert made_checks(again) == 0
    assert again.result == full(folder)
    assert again.result.findings != before.result.findings


def test_an_edited_text_is_held_against_its_quotes(folder, index):
    check(folder, index)
    (folder / "one.txt").write_text("She said forty people died.\n", encoding="utf-8")
    again = check(folder, index)
    assert "CT101" in {finding.code for finding in again.result.findings}
    assert again.result == full(folder)


def test_other_words_of_acceptance_are_another_answer(folder, index):
    found = check(folder, index).result.findings
    accepted = [finding.fingerprint for finding in found]
    assert not check(folder, index, baseline=accepted).result.findings
    assert check(folder, index).result.findings == found
    assert check(folder, index, only=[str(folder / "two.yaml")]).result.findings == found
    assert not check(folder, index, only=[str(folder / "actors.yaml")]).result.findings
    assert found


def test_processes_give_the_same_result(folder, index, monkeypatch):
    monkeypatch.setattr("claimtrack.recheck.reading.FEW", 0)
    monkeypatch.setattr("claimtrack.engine.parallel.FEW", 0)
    one = check(folder, index, jobs=1).result
    two = check(folder, index.with_name("other.sqlite"), jobs=2).result
    assert one == two
    (folder / "two.yaml").write_text(TWO.replace("١١", "٣٥"), encoding="utf-8")
    assert check(folder, index.with_name("other.sqlite")).result == full(folder)


def test_a_rule_that_fails_leaves_no_index(folder, index, monkeypatch):
    from claimtrack.rules.agreement.value_conflict import ValueConflict  # noqa: PLC0415

    def fails(_self, _group):
        raise RuntimeError("no")

    monkeypatch.setattr(ValueConflict, "check", fails)
    assert "CT900" in {finding.code for finding in check(folder, index).result.findings}
    assert not index.exists()
    monkeypatch.undo()
    assert check(folder, index).result == full(folder)


def broken(index, how):
    data = bytearray(index.read_bytes())
    if how == "empty":
        data = bytearray()
    elif how == "cut":
        del data[len(data) // 2 :]
    elif how == "text":
        data = bytearray(b"this is no database")
    elif how == "other tables":
        index.unlink()
        with sqlite3.connect(index) as connection:
            connection.execute("CREATE TABLE meta (name, value)")
        return
    elif how == "a trigger":
        with sqlite3.connect(index) as connection:
            connection.execute(
                "CREATE TRIGGER t AFTER DELETE ON answers BEGIN DELETE FROM findings; END"
            )
        return
    elif how == "foreign rows":
        with sqlite3.connect(index) as connection:
            connection.execute("UPDATE records SET row = '[\"claim\",99,1]'")
            connection.execute("UPDATE answers SET data = '[[],[1]]'")
        return
    elif how == "a bucket":
        with sqlite3.connect(index) as connection:
            connection.execute("UPDATE postings SET data = x'00'")
            connection.execute("DELETE FROM answers")
        return
    index.write_bytes(data)


@pytest.mark.parametrize(
    "how",
    ["empty", "cut", "text", "other tables", "a trigger", "foreign rows", "a bucket"],
)
def test_a_damaged_index_is_as_none(folder, index, how):
    expected = check(folder, index).result
    broken(index, how)
    (folder / "two.yaml").write_text(TWO + "# touched\n", encoding="utf-8")
    assert check(folder, index).result == full(folder) == expected
    assert made_checks(check(folder, index)) == 0


def test_any_flipped_byte_gives_the_result_or_a_new_index(folder, index):
    expected = check(folder, index).result
    whole = index.read_bytes()
    chance = random.Random(7)  # noqa: S311 - no secret
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(40):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        index.write_bytes(data)
        # It may be wrong, as any cache may that somebody forged; it may not fail.
        check(folder, index)
    index.unlink()
    assert check(folder, index).result == expected


def test_another_program_or_configuration_begins_anew(folder, index):
    check(folder, index)
    assert made_checks(check(folder, index, identity=["other"])) is None
    assert made_checks(check(folder, index, identity=["other"])) == 0


def test_a_folder_that_cannot_be_made_is_no_error(folder, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    index = tmp_path / "file" / "cache" / "index.sqlite"
    assert check(folder, index).result == full(folder)


def test_a_full_disk_is_no_error(folder, index, monkeypatch):
    def full_disk(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("claimtrack.engine.index.build.Builder.fill", full_disk)
    assert check(folder, index).result == full(folder)
    assert [*index.parent.glob("*.sqlite*")] == []
    monkeypatch.undo()
    check(folder, index)
    monkeypatch.setattr("claimtrack.recheck.again.save", full_disk)
    (folder / "two.yaml").write_text(TWO.replace("١١", "٣٥"), encoding="utf-8")
    assert check(folder, index).result == full(folder)
    monkeypatch.undo()
    assert check(folder, index).result == full(folder)


def test_a_file_that_changes_while_it_is_read_is_read_again(folder, index, monkeypatch):
    from claimtrack.recheck import reading  # noqa: PLC0415

    monkeypatch.setattr(stamps, "GRAIN", 0)
    real = reading.read_file

    def read_and_edit(entry, config):
        read = real(entry, config)
        if entry.name.endswith("two.yaml"):
            time.sleep(0.02)  # longer than the grain of the file system's clock
            Path(entry.path).write_text(TWO.replace("١١", "٣٥"), encoding="utf-8")
        return read

    monkeypatch.setattr(reading, "read_file", read_and_edit)
    assert "CT301" in {finding.code for finding in check(folder, index).result.findings}
    monkeypatch.undo()
    assert check(folder, index).result == full(folder)


def test_what_was_touched_just_now_is_read_again(folder, index):
    check(folder, index)
    path = folder / "two.yaml"
    before = path.stat()
    path.write_text(TWO.replace("١١", "٣٥"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert check(folder, index).result == full(folder)


def test_of_two_checks_at_once_one_writes(folder, index, monkeypatch):
    check(folder, index)
    (folder / "two.yaml").write_text(TWO.replace("١١", "٣٥"), encoding="utf-8")
    from claimtrack.recheck.again import Again  # noqa: PLC0415

    real = Again.save

    def save_late(self, *given):
        monkeypatch.setattr(Again, "save", real)
        check(folder, index)  # another one, in between
        real(self, *given)

    monkeypatch.setattr(Again, "save", save_late)
    check(folder, index)
    assert check(folder, index).result == full(folder)


KILLED = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from small_ledger import check
print("ready", flush=True)
while True:
    check(Path({folder!r}), Path({index!r}))
    sys.stdin.readline()
"""


@pytest.mark.slow
def test_a_check_that_is_killed_leaves_a_sound_index(folder, index):
    code = KILLED.format(tests=str(Path(__file__).parent), folder=str(folder), index=str(index))
    chance = random.Random(11)  # noqa: S311 - no secret
    for turn in range(25):
        with subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", code], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
        ) as process:
            process.stdout.readline()
            (folder / "two.yaml").write_text(TWO.replace("١١", str(turn + 20)), encoding="utf-8")
            process.stdin.write("\n")
            process.stdin.flush()
            time.sleep(chance.random() * 0.12)
            process.send_signal(signal.SIGKILL)
        assert recheck(request(folder, index)).result == full(folder)


def test_unsaved_texts_count_and_leave_no_trace(folder, index):
    name = next(one.path for one in claimtrack.load(folder).documents if "two" in one.path)
    texts = {name: "# unsaved\n" + TWO.replace("١١", "٣٥")}
    without_index = check(folder, index, texts=texts)
    assert not index.exists()
    before = check(folder, index)
    unsaved = check(folder, index, texts=texts)
    assert made_checks(unsaved) > 0
    assert unsaved.result == without_index.result
    assert unsaved.result == claimtrack.check(
        claimtrack.load(folder).edited(texts), as_of="2031-06-01"
    )
    assert unsaved.read(name) == texts[name]
    again = check(folder, index)
    assert made_checks(again) == 0
    assert again.result == before.result


def test_an_answer_to_another_question_is_not_kept_beyond_a_change(folder, index):
    everything = check(folder, index).result
    (folder / "two.yaml").write_text(TWO.replace("١١", "٣٥"), encoding="utf-8")
    check(folder, index, only=[str(folder / "one.yaml")])
    assert check(folder, index).result == full(folder) != everything


def test_what_a_link_leads_to_is_looked_at_each_time(folder, index, monkeypatch):
    monkeypatch.setattr(stamps, "GRAIN", 0)
    (folder / ".store").mkdir()
    (folder / "two.yaml").rename(folder / ".store" / "two.yaml")
    (folder / "two.yaml").symlink_to(".store/two.yaml")
    check(folder, index)
    (folder / ".store").rename(folder.parent / "outside")
    (folder / "two.yaml").unlink()
    (folder / "two.yaml").symlink_to("../outside/two.yaml")
    found = check(folder, index).result
    assert found == full(folder)
    assert "CT001" in {finding.code for finding in found.findings}


def test_a_link_among_the_paths_may_lead_elsewhere_the_next_time(folder, index):
    link = folder.parent / "link"
    link.symlink_to(folder / "two.yaml")
    assert check(folder, index, only=[str(link)]).result.findings
    link.unlink()
    link.symlink_to(folder / "actors.yaml")
    assert not check(folder, index, only=[str(link)]).result.findings


ESCAPES = "\x1b[2J"


@pytest.mark.parametrize(
    "change",
    [
        lambda answer: answer[0][0].__setitem__(0, ESCAPES),
        lambda answer: answer[0][0].__setitem__(1, ESCAPES),
        lambda answer: answer[0][0][4].__setitem__(4, ESCAPES),
        lambda answer: answer[1].__setitem__(0, ESCAPES),
        lambda answer: answer[1].__setitem__(4, {ESCAPES: 1}),
        lambda answer: answer[1].__setitem__(5, {"ignored": ESCAPES}),
        lambda answer: answer[1].__setitem__(6, None),
    ],
)
def test_a_forged_answer_is_as_none(folder, index, change):
    expected = check(folder, index).result
    with sqlite3.connect(index) as connection:
        (row,) = connection.execute("SELECT data FROM answers").fetchone()
        answer = json.loads(row)
        change(answer)
        connection.execute("UPDATE answers SET data = ?", [json.dumps(answer)])
    assert check(folder, index).result == expected

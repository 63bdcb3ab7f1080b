"""The other commands, and what all of them have in common."""

import json

import pytest

from claimtrack.cli import COMMANDS
from claimtrack.plugins import all_rules


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("word", ["--help", "-h"])
def test_every_command_has_help(folder, invoke, command, word):
    ran = invoke(command, word)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: claimtrack {command} ")
    # The list of commands begins as the command itself does.
    assert " ".join(COMMANDS[command].split()[:3]) in " ".join(ran.out.split())


def test_the_help_lists_every_command(folder, invoke):
    ran = invoke("--help")
    assert (ran.status, ran.err) == (0, "")
    for command, line in COMMANDS.items():
        assert command in ran.out
        assert line in " ".join(ran.out.split())


def test_version(folder, invoke):
    assert invoke("--version") == (0, "claimtrack 0.1.0\n", "")


def test_without_a_command(folder, invoke):
    ran = invoke()
    assert ran.status == 2
    assert "Usage: claimtrack" in ran.err + ran.out


@pytest.mark.parametrize(
    ("word", "hint"), [("chekc", " Did you mean 'check'?"), ("zzz", ""), ("ch\x1b[2Jeck", "")]
)
def test_an_unknown_command(folder, invoke, word, hint):
    ran = invoke(word)
    assert (ran.status, ran.out) == (2, "")
    assert hint in ran.err
    assert "\x1b" not in ran.err


class TestExplain:
    @pytest.mark.parametrize("word", ["CT303", "verdict-conflict"])
    def test_a_rule(self, folder, invoke, word):
        ran = invoke("explain", word)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.startswith("CT303 verdict-conflict [error]\n\n")
        assert "What to do:" in ran.out
        assert "ignore: [{rule: verdict-conflict" in ran.out

    def test_a_fix_is_named(self, folder, invoke):
        assert "`claimtrack fix` mends it" in invoke("explain", "CT803").out

    def test_a_family(self, folder, invoke):
        ran = invoke("explain", "CT0")
        lines = ran.out.splitlines()
        assert [line.split()[0] for line in lines] == [
            rule.code for rule in all_rules() if rule.code.startswith("CT0")
        ]

    @pytest.mark.parametrize("arguments", [[], ["ALL"]])
    def test_all(self, folder, invoke, arguments):
        assert len(invoke("explain", *arguments).out.splitlines()) == len(all_rules())

    @pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
    def test_every_rule_says_what_to_do(self, folder, invoke, rule):
        out = invoke("explain", rule.code).out
        assert rule.name in out
        assert "What to do:" in out

    def test_no_rule(self, folder, invoke):
        ran = invoke("explain", "verdict-conflit")
        assert (ran.status, ran.out) == (2, "")
        assert "did you mean verdict-conflict?" in ran.err
        ran = invoke("explain", "sourcing")
        assert "did you mean circular-sourcing?" in ran.err


class TestInit:
    def test_then_check_is_clean(self, folder, invoke):
        ran = invoke("init")
        assert (ran.status, ran.err) == (0, "")
        assert "claimtrack.toml written" in ran.out
        assert invoke("check").status == 0

    def test_in_a_new_folder(self, folder, invoke):
        assert invoke("init", "a/b").status == 0
        assert invoke("check", "a/b/claims").status == 0

    @pytest.mark.parametrize("there", ["claimtrack.toml", "claims/first.yaml"])
    def test_it_never_overwrites(self, folder, invoke, there):
        (folder / "claims").mkdir()
        (folder / there).write_text("mine")
        ran = invoke("init")
        assert (ran.status, ran.out) == (2, "")
        assert f"{there} exists already" in ran.err
        assert (folder / there).read_text() == "mine"
        assert len([path for path in folder.rglob("*") if path.is_file()]) == 1

    def test_where_no_folder_can_be(self, folder, invoke):
        (folder / "claims").write_text("a file")
        ran = invoke("init")
        assert ran.status == 2
        assert "claims" in ran.err


class TestBaseline:
    def test_round_trip(self, ledger, invoke):
        ran = invoke("baseline")
        assert ran == (0, "claimtrack-baseline.json: 3 findings accepted\n", "")
        ran = invoke("check", "--baseline", "claimtrack-baseline.json")
        assert ran.status == 0
        assert "not shown: baseline 3" in ran.out

    def test_of_the_configuration(self, ledger, invoke):
        (ledger / "claimtrack.toml").write_text('baseline = "accepted.json"')
        ran = invoke("check")
        assert ran.status == 2
        assert "accepted.json: cannot be read" in ran.err
        assert invoke("baseline").status == 0
        assert invoke("check").status == 0
        # Written again, it still holds all of them: its own findings are not taken from it.
        assert "3 findings accepted" in invoke("baseline").out

    def test_one_fixed_and_another_come(self, ledger, invoke):
        invoke("baseline")
        file = ledger / "claims" / "a.yaml"
        file.write_text(file.read_text().replace("nmae: x", "aliasses: [x]"))
        ran = invoke("check", "--baseline=claimtrack-baseline.json", "--output-format=json")
        assert [found["message"] for found in json.loads(ran.out)["findings"]] == [
            "unknown key 'aliasses'; did you mean 'aliases'?"
        ]

    def test_it_is_the_same_text_every_time_with_a_line_a_finding(self, ledger, invoke):
        texts = []
        for _ in range(2):
            invoke("baseline", "--output", "b.json")
            texts.append((ledger / "b.json").read_text())
        assert texts[0] == texts[1]
        assert len(texts[0].splitlines()) == 5
        assert [entry["code"] for entry in json.loads(texts[0])["findings"]] == [
            "CT002",
            "CT309",
            "CT803",
        ]

    @pytest.mark.parametrize(
        "text", ["", "[]", "{}", '{"schema": "other/1"}', '{"schema": "claimtrack-baseline/1"}']
    )
    def test_what_is_none_is_refused(self, ledger, invoke, text):
        (ledger / "b.json").write_text(text)
        ran = invoke("check", "--baseline", "b.json")
        assert (ran.status, ran.out) == (2, "")
        assert "b.json" in ran.err

    def test_without_a_ledger(self, folder, invoke):
        (folder / "claims").mkdir()
        assert invoke("baseline").status == 2
        assert not list(folder.glob("*.json"))

"""`check -`: a text that is not saved yet, in the place of its file or alone."""

import json

import pytest
from desk import CLEAN

SLIP = CLEAN.replace("name: The Desk", "name: The Desk, nmae: x")


def check(spawn, text, *arguments):
    given = text if isinstance(text, bytes) else text.encode()
    return spawn("check", "-", "--output-format=concise", *arguments, input=given)


def test_the_text_takes_the_place_of_the_file(clean, spawn):
    (clean / "claims" / "b.yaml").write_text("actors: [{id: b, kind: person, name: B, knid: x}]\n")
    before = (clean / "claims" / "a.yaml").read_bytes()
    ran = check(spawn, "# unsaved\n" + SLIP, "--stdin-filename=claims/a.yaml")
    assert ran.returncode == 1
    out = ran.stdout.decode()
    assert "claims/a.yaml:3:" in out  # the line of the text, not of the file
    assert "knid" not in out  # of another file
    assert "in 2 files" in out
    assert (clean / "claims" / "a.yaml").read_bytes() == before
    assert check(spawn, CLEAN, "--stdin-filename=claims/a.yaml").returncode == 0


def test_excerpts_are_of_the_text(clean, spawn):
    ran = spawn("check", "-", "--stdin-filename=claims/a.yaml", input=SLIP.encode())
    assert b"| " in ran.stdout
    assert b"nmae: x}" in ran.stdout


@pytest.mark.parametrize("name", ["claims/new.yaml", "claims/sub/new.yml"])
def test_a_file_that_is_not_there_yet_belongs_to_the_ledger(clean, spawn, name):
    new = "claims: [{id: c, article: one, speaker: oduya, proposition: dma, said: 2031-05-02}]\n"
    ran = check(spawn, new, f"--stdin-filename={name}")
    assert ran.returncode == 1
    assert f"{name}:1:" in ran.stdout.decode()
    assert "in 2 files" in ran.stdout.decode()
    assert not (clean / name).exists()


def test_without_a_name_it_is_a_ledger_of_its_own(clean, spawn):
    ran = check(spawn, SLIP)
    assert ran.returncode == 1
    assert ran.stdout.decode().startswith("-:2:")
    assert "in 1 file " in ran.stdout.decode()
    places = json.loads(spawn("check", "-", "--output-format=json", input=SLIP.encode()).stdout)[
        "findings"
    ]
    assert {place["primary"]["file"] for place in places} == {"-"}


def test_a_file_of_another_ledger(clean, spawn):
    (clean / "draft").mkdir()
    ran = check(spawn, SLIP, "--stdin-filename=draft/a.yaml")
    assert "in 1 file " in ran.stdout.decode()
    assert "draft/a.yaml:2:" in ran.stdout.decode()


def test_the_configuration_is_that_of_the_file(clean, spawn):
    (clean / "desk" / "claims").mkdir(parents=True)
    (clean / "desk" / "claimtrack.toml").write_text('ignore = ["CT002"]\n')
    assert check(spawn, SLIP, "--stdin-filename=claims/a.yaml").returncode == 1
    assert check(spawn, SLIP, "--stdin-filename=desk/claims/a.yaml").returncode == 0


def test_a_link_to_the_file_is_the_file(clean, spawn):
    (clean / "link.yaml").symlink_to("claims/a.yaml")
    ran = check(spawn, SLIP, "--stdin-filename=link.yaml")
    assert ran.returncode == 1
    assert "in 1 file " in ran.stdout.decode()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (b"", "the file is empty"),
        (b"\xff\xfe\x00", "CT001"),
        (b"actors: [", "CT001"),
        (b"a: " + b"x" * 3000, "more than"),
    ],
    ids=["empty", "not UTF-8", "not YAML", "too large"],
)
def test_a_bad_text_is_a_finding(clean, spawn, given, says):
    (clean / "claimtrack.toml").write_text("max-file-bytes = 2000\n")
    ran = check(spawn, given, "--stdin-filename=claims/a.yaml")
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert says in ran.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("-", "claims"), "- is stdin, which is checked alone"),
        (("claims", "--stdin-filename=claims/a.yaml"), "give - as the path too"),
        (("-", "--stdin-filename=claims"), "is a folder"),
        (("-", "--watch"), "stdin is read once"),
    ],
)
def test_what_cannot_be_meant(clean, spawn, arguments, says):
    ran = spawn("check", *arguments, input=b"")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert says in ran.stderr.decode()


def test_the_output_spares_the_file_of_that_name(clean, spawn):
    ran = check(spawn, SLIP, "--stdin-filename=claims/new.yaml", "--output=claims/new.yaml")
    assert ran.returncode == 2
    assert not (clean / "claims" / "new.yaml").exists()


def test_closed_stdin(clean, spawn):
    script = "import sys; sys.stdin = None; from claimtrack.__main__ import main; sys.exit(main())"
    ran = spawn("check", "-", python=("-c", script))
    assert ran.returncode == 2
    assert b"closed" in ran.stderr

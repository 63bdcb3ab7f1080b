"""The command as a process: streams, signals, encodings, file names that are not text."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

POSIX = pytest.mark.skipif(os.name != "posix", reason="of POSIX systems")
# `-X utf8=0` and no coercion: the C locale as it was before Python 3.7.
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": None}


def many(folder, count=1200):
    """A file whose findings fill a pipe many times over."""
    lines = "".join(f"  - {{id: a{n}, kind: person, name: N, key{n}: x}}\n" for n in range(count))
    (folder / "claims" / "many.yaml").write_text("actors:\n" + lines)


def sabotaged(body):
    """A program that is the command, but for one function of the library."""
    return f"""
import sys
import claimtrack.recheck
def check(*_, **__):
    {body}
claimtrack.recheck.recheck = check
from claimtrack.__main__ import main
sys.exit(main(["check"]))
"""


@pytest.mark.parametrize(
    ("arguments", "status"), [((), 1), (("--fail-on=never",), 0), (("nowhere",), 2)]
)
def test_exit_status(ledger, spawn, arguments, status):
    assert spawn("check", *arguments).returncode == status


@POSIX
def test_the_script_and_the_module_are_the_same(ledger, spawn, environment):
    script = Path(sys.executable).with_name("claimtrack")
    module = spawn("check")
    run = subprocess.run([script, "check"], check=False, capture_output=True, env=environment)  # noqa: S603
    assert (run.returncode, run.stdout, run.stderr) == (
        module.returncode,
        module.stdout,
        module.stderr,
    )
    assert b"Usage: claimtrack" in spawn("--help").stdout


def test_stdout_holds_nothing_but_the_result(ledger, spawn):
    ran = spawn("check", "--output-format=json", "--statistics")
    assert json.loads(ran.stdout)["schema"] == "claimtrack-findings/1"
    assert b"unknown-key" in ran.stderr
    assert spawn("check").stderr == b""


@pytest.mark.parametrize(
    ("failure", "says"),
    [
        ("raise RuntimeError('two\\nlines \\x1b[2J')", "RuntimeError: two lines <U+001B>[2J"),
        ("return check()", "RecursionError"),
        ("raise MemoryError", "MemoryError"),
    ],
)
def test_an_internal_error_is_a_message_and_no_traceback(ledger, spawn, failure, says):
    ran = spawn(python=("-c", sabotaged(failure)))
    assert (ran.returncode, ran.stdout) == (3, b"")
    lines = ran.stderr.decode().splitlines()
    assert lines[0].startswith("claimtrack: internal error: ")
    assert says in lines[0]
    assert lines[1:] == [
        "claimtrack: this is a fault of claimtrack; CLAIMTRACK_DEBUG=1 shows where it happened"
    ]


def test_a_traceback_is_there_for_those_who_ask(ledger, spawn):
    ran = spawn(python=("-c", sabotaged("1 / 0")), env={"CLAIMTRACK_DEBUG": "1"})
    assert b"Traceback" in ran.stderr


@pytest.mark.parametrize(("word", "coloured"), [("", False), ("1", True)])
def test_colour_in_a_pipe(ledger, spawn, word, coloured):
    assert (b"\x1b[" in spawn("check", env={"FORCE_COLOR": word}).stdout) is coloured


@POSIX
@pytest.mark.parametrize(
    ("environment_says", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
    ],
    ids=str,
)
def test_colour_at_a_terminal(ledger, spawn, environment_says, coloured):
    import pty  # noqa: PLC0415 - not on every system

    ours, theirs = pty.openpty()
    ran = spawn(
        "check",
        "--output-format=concise",
        env=environment_says,
        capture_output=False,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    shown = os.read(ours, 65536)
    os.close(ours)
    assert ran.returncode == 1
    assert (b"\x1b[" in shown) is coloured


@POSIX
@pytest.mark.parametrize(
    ("output_format", "first"),
    [("text", "head -n 1"), ("json", "head -n 1"), ("jsonl", "head -c 0")],
)
def test_a_closed_pipe_is_no_failure(ledger, environment, output_format, first):
    many(ledger)
    command = f"{sys.executable} -m claimtrack check --output-format={output_format}"
    ran = subprocess.run(  # noqa: S602 - a shell makes the pipe
        f"({command}; echo status $? >&2) | {first}",
        shell=True,
        check=False,
        env=environment,
        capture_output=True,
        timeout=60,
    )
    assert ran.stderr == b"status 141\n"


@POSIX
@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams(ledger, environment, redirection):
    ran = subprocess.run(  # noqa: S602 - a shell closes the streams
        f"{sys.executable} -m claimtrack check {redirection}",
        shell=True,
        check=False,
        env=environment,
        capture_output=True,
        timeout=60,
    )
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk(ledger, spawn):
    with Path("/dev/full").open("wb") as full:
        ran = spawn("check", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 3
    assert ran.stderr.decode() == "claimtrack: error: No space left on device\n"


@POSIX
def test_interrupted(ledger, environment):
    # Who starts the tests in the background may have them ignore the signal.
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    waiting = sabotaged(f"{heard}; import time; print('ready', flush=True); time.sleep(60)")
    with subprocess.Popen(  # noqa: S603 - the package under test
        [sys.executable, "-c", waiting],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert (out, err.strip()) == (b"", b"")


ENCODINGS = {
    "utf-8": {"PYTHONIOENCODING": "utf-8"},
    "C locale": ASCII,
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "strict ascii": {"PYTHONIOENCODING": "ascii:strict"},
    "cp1256": {"PYTHONIOENCODING": "cp1256"},
}
ARABIC = "actors:\n  - {id: a, kind: person, name: é تامسل 😀, nmae: x, النوع: x, q😀: x}\n"


@pytest.mark.parametrize("name", ENCODINGS)
def test_any_encoding_of_the_terminal(ledger, spawn, name):
    (ledger / "claims" / "é-تامسل-😀.yaml").write_text(ARABIC, encoding="utf-8")
    ran = spawn("check", "claims", env=ENCODINGS[name])
    assert (ran.returncode, ran.stderr) == (1, b"")
    # Every character that the encoding has is itself, every other one is a code of ASCII.
    ran.stdout.decode("utf-8" if name == "utf-8" else "cp1256" if name == "cp1256" else "latin-1")
    if name in ("C locale", "strict ascii"):
        assert ran.stdout.isascii()
        assert b"<U+0627>" in ran.stdout


@pytest.mark.parametrize(
    ("name", "output_format"), [*((name, "json") for name in ENCODINGS), ("strict ascii", "jsonl")]
)
def test_json_is_the_same_in_any_encoding(ledger, spawn, name, output_format):
    file = "claims/é-تامسل-😀.yaml"
    (ledger / file).write_text(ARABIC, encoding="utf-8")
    ran = spawn("check", "claims", f"--output-format={output_format}", env=ENCODINGS[name])
    assert ran.stderr == b""
    lines = [ran.stdout] if output_format == "json" else ran.stdout.splitlines()
    documents = [json.loads(line.decode("utf-8")) for line in lines]
    found = documents[0]["findings"] if output_format == "json" else documents[:-1]
    # In the C locale a name is bytes that no encoding gave a meaning; they come back as they were.
    assert os.fsencode(file) in {os.fsencode(finding["primary"]["file"]) for finding in found}
    assert any("النوع" in finding["message"] for finding in found)
    assert any("q😀" in finding["message"] for finding in found)


NAMES = {
    "bytes": b"bad-\xff\xfe.yaml",
    "newline": b"two\nlines.yaml",
    "escape": b"esc\x1b[31m\x07.yaml",
    "carriage return": b"cr\rover.yaml",
    "bidi": "rlo-\u202eevil.yaml".encode(),
    "dash": b"-rf.yaml",
    "space": b" .yaml",
}


@POSIX
@pytest.mark.parametrize("name", NAMES)
def test_file_names_cannot_act_and_cannot_break_a_line(clean, invoke, name):
    try:
        file = Path("claims", os.fsdecode(NAMES[name]))
        file.write_text("actors: [{id: x, kind: person, name: X, nmae: x}]")
    except OSError:
        pytest.skip("this file system refuses the name")
    concise = invoke("check", "--output-format=concise")
    assert concise.status == 1
    assert len(concise.out.splitlines()) == 2
    assert not set(concise.out) & set("\x1b\x07\r\u202e")
    assert invoke("check").status == 1
    (finding,) = json.loads(invoke("check", "--output-format=json").out)["findings"]
    assert os.fsencode(finding["primary"]["file"]) == b"claims/" + NAMES[name]


@POSIX
def test_names_of_the_command_line_cannot_act_either(folder, spawn):
    ran = spawn("check", b"no\x1b[2J\xff")
    assert ran.returncode == 2
    assert ran.stderr == b"claimtrack: error: no<U+001B>[2J<U+DCFF>: no such file or folder\n"


@POSIX
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(ledger, spawn):
    ledger.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert spawn("check").returncode == 1
        for command in (["check", "--output", "x.json"], ["baseline"], ["init"]):
            ran = spawn(*command)
            assert ran.returncode == 2
            assert b"Traceback" not in ran.stderr
    finally:
        ledger.chmod(0o755)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc")
def test_a_folder_in_which_nobody_may_write(ledger, spawn):
    ledger_path = str(ledger / "claims")
    assert spawn("check", ledger_path, cwd="/proc/self").returncode == 1
    for command in (["check", ledger_path, "--output", "x.json"], ["baseline", ledger_path]):
        ran = spawn(*command, cwd="/proc/self")
        assert ran.returncode == 2
        assert b"cannot be written" in ran.stderr
    ran = spawn("init", cwd="/proc/self")
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr


@POSIX
def test_completion_of_a_shell(folder, spawn):
    words = {"COMP_WORDS": "claimtrack che", "COMP_CWORD": "1"}
    ran = spawn(env={"_CLAIMTRACK_COMPLETE": "bash_complete", **words})
    assert (ran.returncode, ran.stdout) == (0, b"plain,check\n")
    assert b"_CLAIMTRACK_COMPLETE" in spawn(env={"_CLAIMTRACK_COMPLETE": "bash_source"}).stdout

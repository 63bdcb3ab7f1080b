"""`check --watch` as a process: it checks again at each save, until it is interrupted."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from queue import Empty, Queue

import pytest
from desk import CLEAN

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
SLIP = CLEAN.replace("name: The Desk", "name: The Desk, nmae: x")
PATIENCE = 20


class Watcher:
    """A running `check --watch`, whose output is read line by line as it comes."""

    def __init__(self, environment, *arguments, **streams):
        self.process = subprocess.Popen(  # noqa: S603 - the package under test
            [sys.executable, "-m", "claimtrack", "check", "--watch", *arguments],
            env=environment,
            # Whoever runs the tests in the background has made Ctrl-C of no effect.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},
        )
        self.lines = Queue()
        for stream in filter(None, (self.process.stdout, self.process.stderr)):
            threading.Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream):
        for line in stream:
            self.lines.put(line.decode())

    def until(self, pattern):
        """All lines up to the first that fits; fails where none comes."""
        found = []
        end = time.monotonic() + PATIENCE
        while not found or not re.search(pattern, found[-1]):
            try:
                found.append(self.lines.get(timeout=0.1))
            except Empty:
                if time.monotonic() > end or self.process.poll() is not None:
                    pytest.fail(f"no {pattern!r} in {found}")
        return "".join(found)

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def start(clean, environment):
    started = []

    def start(*arguments, **streams):
        started.append(Watcher(environment, "--output-format=concise", *arguments, **streams))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()
        for stream in filter(None, (one.process.stdout, one.process.stderr)):
            stream.close()


def test_a_save_a_new_file_and_a_text_are_seen(clean, start):
    file = clean / "claims" / "a.yaml"
    watcher = start()
    assert "CT" not in watcher.until("no findings")
    file.write_text(SLIP)
    assert "CT002" in watcher.until("1 error")
    file.write_text(CLEAN)
    watcher.until("no findings.* in 1 file")
    (clean / "claims" / "b.yaml").write_text("actors: [{id: b, kind: person, name: B}]\n")
    watcher.until("no findings.* in 2 files")
    (clean / "claims" / "b.yaml").unlink()
    watcher.until("no findings.* in 1 file")
    assert watcher.interrupt() == 130
    assert watcher.lines.empty()


def test_captured_texts_are_watched(clean, start):
    quoted = CLEAN.replace("language: en, pub", "language: en, text: a.txt, pub")
    quoted = quoted.replace(
        "said: 2031-05-02}", "said: 2031-05-02, quotes: [{exact: it will rain, language: en}]}"
    )
    (clean / "claims" / "a.yaml").write_text(quoted)
    (clean / "claims" / "a.txt").write_text("He said: “it will rain”, and Tamsel Oduya.\n")
    watcher = start()
    assert "CT102" not in watcher.until("checked .* in 1 file")
    (clean / "claims" / "a.txt").write_text("He said: “it will snow”, and Tamsel Oduya.\n")
    assert "CT102" in watcher.until("1 error")


def test_a_broken_configuration_is_a_message_and_the_watch_goes_on(clean, start):
    config = clean / "claimtrack.toml"
    config.write_text("")
    (clean / "claims" / "a.yaml").write_text(SLIP)
    watcher = start()
    watcher.until("1 error")
    config.write_text("ignore = [")
    watcher.until("claimtrack: error: claimtrack.toml: not TOML")
    config.write_text('ignore = ["CT002"]')
    watcher.until("no findings")
    assert watcher.interrupt() == 130


def test_what_cannot_begin_ends_at_once(clean, start):
    watcher = start("nowhere")
    assert watcher.process.wait(PATIENCE) == 2
    assert "nowhere: no such file" in watcher.until("error")


def test_a_reader_that_leaves_ends_it(clean, start):
    ours, theirs = os.pipe()
    watcher = start(stdout=theirs)
    os.close(theirs)
    assert b"no findings" in os.read(ours, 65536)
    os.close(ours)
    (clean / "claims" / "a.yaml").write_text(SLIP)
    assert watcher.process.wait(PATIENCE) == 141


def test_the_screen_is_cleared_at_a_terminal_only(clean, start):
    import pty  # noqa: PLC0415 - not on every system

    ours, theirs = pty.openpty()
    watcher = start(stdout=theirs)
    os.close(theirs)
    shown = b""
    while b"no findings" not in shown:
        shown += os.read(ours, 65536)
    assert shown.startswith(b"\x1b[H\x1b[2J")
    assert watcher.interrupt() == 130
    os.close(ours)
    assert "\x1b" not in start().until("no findings")

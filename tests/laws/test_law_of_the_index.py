"""The law of the index: after any history of changes a check says what a full run says."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import claimtrack
from claimtrack.cache import stamps
from claimtrack.plugins import all_rules
from claimtrack.recheck import Request, recheck
from claimtrack.store.settings import find_config
from claimtrack.testing import sample
from claimtrack.text.dates import parse_date

DEMO = sample("demo")
SAMPLE = {
    path.relative_to(DEMO).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(DEMO.rglob("*"))
    if path.suffix in (".yaml", ".txt")
}
FILES = sorted(name for name in SAMPLE if name.endswith(".yaml"))
TEXTS = sorted(name for name in SAMPLE if name.endswith(".txt"))
LINES = sorted({line for name in FILES for line in SAMPLE[name].splitlines()})
CONFIGS = ["", 'language = "ar"\n', 'ignore = ["CT301"]\n', "supported-roots = 1\n"]
DAYS = ["2031-04-01", "2031-06-01", "2033-01-01"]
GRAIN = 2_000_000


def line_of(number):
    return LINES[number]


a_line = st.integers(0, len(LINES) - 1).map(line_of)
few = st.lists(st.sampled_from(FILES), min_size=1, max_size=6, unique=True)


class Histories(RuleBasedStateMachine):
    """A ledger that is edited, renamed, touched and configured, and checked after each step."""

    def __init__(self):
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.folder = self.home / "ledger"
        self.index = str(self.home / "cache" / "index.sqlite")
        self.day = DAYS[0]
        self.config = CONFIGS[0]
        self.grain, stamps.GRAIN = stamps.GRAIN, GRAIN
        self.only = []
        self.is_due = False

    def teardown(self):
        stamps.GRAIN = self.grain
        shutil.rmtree(self.home)

    @initialize(names=few)
    def start(self, names):
        for name in names:
            self.write(name, SAMPLE[name])
        for name in TEXTS:
            self.write(name, SAMPLE[name])
        self.is_due = True

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        self.is_due = True

    def claim_files(self):
        return sorted(self.folder.rglob("*.yaml"))

    @rule(name=st.sampled_from(FILES))
    def add(self, name):
        self.write(name, SAMPLE[name])

    @rule(data=st.data(), line=a_line)
    def edit(self, data, line):
        files = self.claim_files()
        if not files:
            return
        path = data.draw(st.sampled_from(files))
        lines = path.read_text(encoding="utf-8").split("\n")
        place = data.draw(st.integers(0, len(lines) - 1))
        how = data.draw(st.sampled_from(["replace", "insert", "delete", "again"]))
        if how == "replace":
            lines[place] = line
        elif how == "insert":
            lines.insert(place, line)
        elif how == "again":
            lines.insert(place, lines[place])
        else:
            del lines[place]
        self.write(path.relative_to(self.folder), "\n".join(lines))

    @rule(data=st.data(), words=st.tuples(a_line, a_line))
    def reword(self, data, words):
        """Put the value of one line of the sample in the place of another's, of the same key."""
        one, other = (line.partition(": ") for line in words)
        files = self.claim_files()
        if not files or one[0] != other[0] or not one[2]:
            return
        path = data.draw(st.sampled_from(files))
        self.write(
            path.relative_to(self.folder),
            path.read_text(encoding="utf-8").replace("".join(one), "".join(other)),
        )

    @rule(data=st.data())
    def delete(self, data):
        files = self.claim_files()
        if files:
            data.draw(st.sampled_from(files)).unlink()
            self.is_due = True

    @rule(data=st.data(), name=st.sampled_from(["a.yaml", "claims/b.yaml", "z.yaml"]))
    def rename(self, data, name):
        files = self.claim_files()
        if files:
            target = self.folder / name
            target.parent.mkdir(exist_ok=True)
            data.draw(st.sampled_from(files)).replace(target)
            self.is_due = True

    @rule(data=st.data(), back=st.booleans())
    def touch(self, data, back):
        files = self.claim_files()
        if files:
            path = data.draw(st.sampled_from(files))
            os.utime(path, (0, 0) if back else None)
            self.is_due = True

    @rule(name=st.sampled_from(TEXTS), line=a_line, is_there=st.booleans())
    def capture(self, name, line, is_there):
        if is_there:
            self.write(name, f"{SAMPLE[name]}\n{line}")
        else:
            (self.folder / name).unlink(missing_ok=True)
            self.is_due = True

    @rule(day=st.sampled_from(DAYS))
    def tomorrow(self, day):
        self.day = day
        self.is_due = True

    @rule(data=st.data())
    def ask_of_some(self, data):
        """What an editor does at every save: one file is named, all others are compared."""
        files = [str(path) for path in self.claim_files()]
        self.only = data.draw(st.lists(st.sampled_from(files), max_size=1)) if files else []
        self.is_due = True

    @rule(grain=st.sampled_from([GRAIN, 10**12]))
    def another_clock(self, grain):
        """One that is so coarse that no stamp is ever trusted."""
        stamps.GRAIN = grain

    @rule(config=st.sampled_from(CONFIGS))
    def configure(self, config):
        self.config = config
        self.is_due = True

    @invariant()
    def is_as_a_full_run(self):
        if not self.is_due or not self.folder.exists():
            return
        self.is_due = False
        (self.folder / "claimtrack.toml").write_text('ledger = "."\n' + self.config, "utf-8")
        config = find_config(self.folder)
        request = Request(
            paths=config.ledger,
            config=config,
            configured=config,
            rules=all_rules(),
            as_of=parse_date(self.day),
            index=self.index,
            identity=[self.config],
            only=[path for path in self.only if Path(path).exists()],
        )
        full = claimtrack.check(claimtrack.load(self.folder), as_of=self.day, only=request.only)
        first = recheck(request)
        assert first.result.findings == full.findings
        assert first.result.summary == full.summary
        again = recheck(request)
        assert again.result == full
        assert again.result.summary.checks_made == 0


Histories.TestCase.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
TestHistories = Histories.TestCase


@pytest.mark.slow
class TestManyHistories(Histories.TestCase):
    settings = settings(max_examples=2000, stateful_step_count=4, deadline=None)


@pytest.mark.slow
class TestLongHistories(Histories.TestCase):
    settings = settings(max_examples=100, stateful_step_count=25, deadline=None)

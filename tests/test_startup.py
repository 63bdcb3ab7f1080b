"""What a run loads before it does anything: counted, since seconds are those of a machine."""

import subprocess
import sys

BEFORE = """
import re, sys
compiled, plain = set(), re.compile
def compile(pattern, flags=0):
    compiled.add(sys._getframe(1).f_globals["__name__"])
    return plain(pattern, flags)
re.compile = compile
"""
CHECK = """
import claimtrack.cli.check, claimtrack.recheck, claimtrack.engine.index.update
from claimtrack.plugins import all_rules
all_rules()
"""


def seen(code, what):
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", f"{BEFORE}{code}\nprint(*{what})"],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(done.stdout.split())


def test_no_module_that_a_check_loads_compiles_its_expressions_then():
    ours = {name for name in seen(CHECK, "compiled") if name.startswith("claimtrack.")}
    # The second stands below `regex`, the third's is one of bytes.
    allowed = ("text.regex", "cache.answers", "store.decode")
    assert ours <= {f"claimtrack.{name}" for name in allowed}


def test_loading_the_rules_loads_nothing_that_few_runs_use():
    loaded = seen(CHECK, "sys.modules")
    assert "claimtrack.rules.agreement.value_conflict" in loaded
    rare = ("importlib.metadata", "importlib.resources", "tempfile", "tomllib", "jinja2", "ruamel")
    assert loaded.isdisjoint(rare)


def test_what_a_process_has_goes_with_it():
    code = (
        "import gc\nfrom claimtrack.__main__ import command\n"
        "sys.argv = ['claimtrack', '--help']\nstatus = command()\n"
    )
    found = seen(code, "('status', status, 'frozen', gc.get_freeze_count() > 0)")
    assert found >= {"status", "0", "frozen", "True"}

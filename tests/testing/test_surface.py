import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from claimtrack import testing

ROOT = Path(__file__).parents[2]


def run(program):
    return subprocess.run(  # noqa: S603 - the programs are written below
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.parametrize("name", testing.__all__)
def test_every_public_name_can_be_had(name):
    assert getattr(testing, name)
    assert name in dir(testing)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'smaples'"):
        _ = testing.smaples


def test_samples_and_factories_need_no_hypothesis():
    program = (
        "import sys; from claimtrack.testing import make_claim, read_cases, sample\n"
        "print('hypothesis' in sys.modules)"
    )
    assert run(program) == "False"


@pytest.mark.parametrize(
    "line", ["import claimtrack.testing.strategies", "from claimtrack.testing import strategies"]
)
def test_without_hypothesis_it_is_said_what_to_install(line):
    program = (
        "import sys; sys.modules['hypothesis'] = None\n"
        f"try:\n    {line}\n"
        "except ImportError as error:\n    print(type(error).__name__, error)"
    )
    wanted = "ImportError the strategies need Hypothesis: install claimtrack[testing]"
    assert run(program) == wanted


def test_hypothesis_finds_the_strategies_by_its_entry_point():
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    points = table["project"]["entry-points"]["hypothesis"]
    assert points == {"claimtrack": "claimtrack.testing.register"}
    assert import_module(points["claimtrack"]).STRATEGIES


def test_registering_makes_no_strategy_and_reads_no_yaml():
    program = (
        "import sys, claimtrack.testing.register\n"
        "late = ('yaml', 'ruamel', 'jinja2', 'click', 'claimtrack.api',\n"
        "        'claimtrack.testing.strategies')\n"
        "print([name for name in late if name in sys.modules])"
    )
    assert run(program) == "[]"

"""The commands page has every command that there is, and shows the help of each."""

import re
from importlib.util import find_spec

import page_outputs

from claimtrack.cli import COMMANDS, module_of

PAGE = (page_outputs.DOCS / "commands.md").read_text(encoding="utf-8")


def test_every_command_has_a_section_with_its_help():
    sections = re.findall(r"^## (\S+)$", PAGE, re.MULTILINE)
    assert sorted(sections) == sorted(
        name for name in COMMANDS if find_spec(f"claimtrack.cli.{module_of(name)}") is not None
    )
    assert all(f"$ claimtrack {name} --help\nUsage: " in PAGE for name in sections)

"""The one door to the YAML parsers: a stream of events with marks, from C or from pure Python.

libyaml 0.2.5, as PyYAML wraps it, is many times faster than any parser in Python. Where there is
no wheel of it, the parser of ruamel.yaml takes its place, and it also reads the rare file with one
of the characters that YAML 1.1, and so libyaml, takes for a line break while YAML 1.2 does not.
Why not `ruamel.yaml.clib`: see docs/decisions/0003-yaml-parser.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import ruamel.yaml
import ruamel.yaml.error
import ruamel.yaml.events
import ruamel.yaml.reader
import yaml.reader

# The classes of events and errors are those that the extension itself holds. A test runner that
# forgets what it imported may import `yaml` again, but never the extension: with the new classes of
# `yaml.events`, the end of a stream would not be seen.
try:
    from yaml import _yaml as libyaml
except ImportError:  # pragma: no cover - only where there is no wheel with libyaml
    libyaml = None
_errors = yaml.reader if libyaml is None else libyaml

SYNTAX_ERRORS = (_errors.YAMLError, ruamel.yaml.error.YAMLError)
"""What a stream of events may raise at a syntax error; most have a `problem_mark`."""
READER_ERRORS = (_errors.ReaderError, ruamel.yaml.reader.ReaderError)
"""Those that are about a character which YAML forbids."""

_OLD_BREAKS = re.compile("[\x85\u2028\u2029]")


class Stream(NamedTuple):
    """A function that gives the next event at each call, and the classes of those events.

    The function raises one of `SYNTAX_ERRORS`; after the end of the stream it is not called again.
    """

    pull: Callable[[], Any]
    classes: Any


def stream(text: str, *, pure: bool = False) -> Stream:
    """The events of a text. `pure` asks for the Python parser even where the C one is there."""
    if libyaml is None or pure or _OLD_BREAKS.search(text):
        events = iter(ruamel.yaml.YAML(typ="safe", pure=True).parse(text))
        return Stream(events.__next__, ruamel.yaml.events)
    return Stream(libyaml.CParser(text).get_event, libyaml)

"""The one door to the YAML parsers: a stream of events with marks, from C or from pure Python.

`ruamel.yaml.clib` wraps libyaml and is many times faster; where it has no wheel, the parser of
ruamel.yaml itself takes its place. Both give the same event classes and raise the same errors, so
nothing else in the package knows which one ran.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

try:
    from _ruamel_yaml import CParser
except ImportError:  # pragma: no cover - only where there is no wheel of ruamel.yaml.clib
    CParser = None

__all__ = ["MarkedYAMLError", "ReaderError", "YAMLError", "pull"]


def pull(text: str, *, pure: bool = False) -> Callable[[], Any]:
    """A function that gives the next event of `text` at each call.

    `pure` asks for the Python parser even where the C one is there. The function raises
    `YAMLError` at a syntax error; after the end of the stream it must not be called again.
    """
    if CParser is None or pure:
        return iter(YAML(typ="safe", pure=True).parse(text)).__next__
    get_event: Callable[[], Any] = CParser(text).get_event
    return get_event

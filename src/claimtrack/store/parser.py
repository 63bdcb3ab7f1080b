"""The one door to the YAML parsers: a stream of events with marks, from C or from pure Python.

libyaml 0.2.5, as PyYAML wraps it, is many times faster than any parser in Python. Where there is
no wheel of it, the parser of ruamel.yaml takes its place. Three characters are line breaks to YAML
1.1, and here and there to both parsers, but not to YAML 1.2: others stand in for them meanwhile.
Why not `ruamel.yaml.clib`: see docs/decisions/0003-yaml-parser.md.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any, NamedTuple

import yaml.reader

from claimtrack.text.regex import regex

# The classes of events and errors are those that the extension itself holds. A test runner that
# forgets what it imported may import `yaml` again, but never the extension: with the new classes of
# `yaml.events`, the end of a stream would not be seen.
try:
    from yaml import _yaml as libyaml
except ImportError:  # pragma: no cover - only where there is no wheel with libyaml
    libyaml = None
_errors = yaml.reader if libyaml is None else libyaml


class PureSyntaxError(Exception):
    """What the parser in Python says is wrong, in the fields that errors of libyaml have."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.problem = getattr(error, "problem", error)
        self.problem_mark = getattr(error, "problem_mark", None)
        self.context = getattr(error, "context", None)
        self.context_mark = getattr(error, "context_mark", None)


class PureReaderError(PureSyntaxError):
    """One about a character which YAML forbids."""


SYNTAX_ERRORS = (_errors.YAMLError, PureSyntaxError)
"""What a stream of events may raise at a syntax error; most have a `problem_mark`."""
READER_ERRORS = (_errors.ReaderError, PureReaderError)
"""Those that are about a character which YAML forbids."""

_OLD_BREAKS = "\x85\u2028\u2029"
_OLD_BREAK = regex(f"[{_OLD_BREAKS}]")
_PRIVATE = range(0xE000, 0xF900)
"""The code points of Unicode's private use area, each as long as those that they stand in for."""
_WRITTEN_PRIVATE = regex(r"[\ue000-\uf8ff]|\\(?:u|U0000)([eEfF][0-9a-fA-F]{3})")
"""A private-use character as it stands, or as an escape of double quotes."""


class Stream(NamedTuple):
    """A function that gives the next event at each call, and the classes of those events.

    The function raises one of `SYNTAX_ERRORS`; after the end of the stream it is not called again.
    """

    pull: Callable[[], Any]
    classes: Any


def stream(text: str, *, pure: bool = False) -> Stream:
    """The events of a text. `pure` asks for the Python parser even where the C one is there."""
    masks = _masks(text) if _OLD_BREAK.search(text) else ""
    if masks:
        return _unmasked(_stream(text.translate(str.maketrans(_OLD_BREAKS, masks)), pure), masks)
    return _stream(text, pure or _OLD_BREAK.search(text) is not None)


def _stream(text: str, pure: bool) -> Stream:  # noqa: FBT001 - as it was given
    if libyaml is None or pure:
        return _pure(text)
    return Stream(libyaml.CParser(text).get_event, libyaml)


def _pure(text: str) -> Stream:
    # Few files need it, and it takes as long to load as a hundred of them to read.
    import ruamel.yaml.error  # noqa: PLC0415
    import ruamel.yaml.events  # noqa: PLC0415
    import ruamel.yaml.reader  # noqa: PLC0415

    events = iter(ruamel.yaml.YAML(typ="safe", pure=True).parse(text))

    def pull() -> Any:
        try:
            return next(events)
        except ruamel.yaml.reader.ReaderError as error:
            raise PureReaderError(error) from None
        except ruamel.yaml.error.YAMLError as error:
            raise PureSyntaxError(error) from None

    return Stream(pull, ruamel.yaml.events)


def _unmasked(masked: Stream, masks: str) -> Stream:
    """The events with the old breaks in their values; masks stand one for one: no offset moves."""
    put_back = str.maketrans(masks, _OLD_BREAKS)
    scalar_event = masked.classes.ScalarEvent

    def pull() -> Any:
        event = masked.pull()
        if event.__class__ is scalar_event:
            event.value = event.value.translate(put_back)
        return event

    return Stream(pull, masked.classes)


def _masks(text: str) -> str:
    """A private-use character for each old break that no scalar of the text can hold, or nothing.

    What an escape stands for counts as held: it must not become a break when masks are put back.
    """
    held = {
        int(found[1], 16) if found[1] else ord(found[0])
        for found in _WRITTEN_PRIVATE.finditer(text)
    }
    free = "".join(map(chr, islice((code for code in _PRIVATE if code not in held), 3)))
    return free if len(free) == len(_OLD_BREAKS) else ""

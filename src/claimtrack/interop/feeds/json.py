"""Objects out of JSON of any length: an array, an object around one, or one object on each line.

The text is read piece by piece, and never held as a whole. Where it is broken, what is broken is
given as a gap, and reading goes on at the next object that looks like a record.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from claimtrack.interop.feeds.found import Found, Gap, Json
from claimtrack.interop.feeds.window import Window

LONGEST = 1 << 20
"""Characters that one record may have. An object that is longer is only ever one around records."""

_AROUND = frozenset({"claims", "dataFeedElement", "itemListElement"})
"""Members under which feeds have their records."""
_GRAPH = frozenset({"@graph"})
"""One whose objects refer to each other: read as a whole, where it can be."""
_MAY_BE_AROUND = re.compile(rf'"(?:{"|".join(sorted(_AROUND))})"')
_NAME = re.compile(r'[\s,]*"((?:[^"\\]|\\.)*+)"\s*:\s*')
_START = re.compile(r"(?<=[\[,}\n;])[^\S\n]*\{")
"""Where an object may begin that is an entry of an array or stands alone: not after a colon."""
_SCALAR = re.compile(r'"(?:[^"\\]|\\.)*+"|[-+.\w]++')
_ENTRY_ENDS = (",", "]")
"""What stands behind an entry of a list."""
_NO_OBJECT = "neither an object nor a list of them"
_OPENING = re.compile(r"[\[{]")
_OPEN_AT_LEAST = 400
"""Brackets that are open inside of what is nested too deeply."""
_TOO_DEEP = "nested too deeply"
_CUT_OFF = "the text ends inside of a list or object: what came behind is missing"
_STEPS = {"[": 1, "]": -1, "}": -1, ",": 0}
_AROUND_RECORDS = 2
"""Brackets that are open inside of the list of an object around records."""
_SPACE = 40
"""Characters within which a colon stands behind a name."""
_FIRST_LOOK = 1 << 12
"""Characters in which most records end."""


def json_objects(window: Window, is_record: Callable[[Json], bool]) -> Iterator[Found | Gap]:
    """The objects of a text in JSON, whatever arrays and objects stand around them.

    `is_record` tells what to look for behind a broken part. Linear in the text's length but for
    what is broken, where each object that may begin there is tried.
    """
    brackets = _Brackets()
    yield from _objects(window, is_record, brackets)
    if brackets.are_open:
        yield Gap(window.place(), _CUT_OFF)


def _objects(
    window: Window, is_record: Callable[[Json], bool], brackets: _Brackets
) -> Iterator[Found | Gap]:
    is_member = is_aside = False  # aside: in a list that an object around records has besides them
    while sign := window.skip_space():
        if sign in ",[]}":
            window.go(window.at + 1)
            brackets.pass_over(sign)
            if sign != ",":
                is_aside = sign == "[" and (is_member or is_aside)
        elif sign == ":":
            window.go(window.at + 1)
            is_member = True
            continue
        elif sign == "{":
            for found in brackets.watched(_object(window, is_record)):
                # What else an object around records says, such as who provides them, is none.
                if not is_member or isinstance(found, Gap) or is_record(found.value):
                    yield found
        else:
            place, behind = window.place(), _behind_scalar(window, is_member=is_member or is_aside)
            if behind in _ENTRY_ENDS:
                yield Gap(place, _NO_OBJECT)
            elif behind is None:
                yield from brackets.watched([_gap(window, is_record, f"broken JSON: {_NO_OBJECT}")])
        is_member = False


class _Brackets:
    """Counts the brackets around records: one that is open at the end was cut off."""

    def __init__(self) -> None:
        self._open = 0
        self._is_known = True

    def pass_over(self, sign: str) -> None:
        """Count a bracket."""
        self._open += _STEPS[sign]

    def watched(self, found: Iterable[Found | Gap]) -> Iterator[Found | Gap]:
        """What an object gives; it gives nothing where what came was the beginning of a list."""
        is_around = True
        for one in found:
            is_around = False
            # Behind what is broken nobody knows what is open.
            self._is_known = self._is_known and isinstance(one, Found)
            yield one
        self._open += _AROUND_RECORDS if is_around else 0

    @property
    def are_open(self) -> bool:
        """Whether some are open, as far as that is known."""
        return self._is_known and self._open > 0


_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=str)
# Not strict: line breaks inside a text are the commonest slip of those who write JSON by template.


def _decoded(window: Window, start: int) -> tuple[Any, int] | str:
    """The value that begins at a position and where it ends, or what is wrong with it."""
    try:
        return _DECODER.raw_decode(window.text, start)
    except json.JSONDecodeError as error:
        return error.msg
    except RecursionError:
        return _TOO_DEEP


def _object(window: Window, is_record: Callable[[Json], bool]) -> Iterator[Found | Gap]:
    length = _FIRST_LOOK
    window.fill(length)
    if _MAY_BE_AROUND.search(window.text, window.at, window.at + length) and _enters(
        window, _AROUND
    ):
        return
    while isinstance(decoded := _decoded(window, window.at), str):
        if length >= LONGEST or window.ended:
            break
        length *= 4
        window.fill(length)
    if not isinstance(decoded, str):
        place = window.place()
        window.go(decoded[1])
        yield Found(place, decoded[0])
    elif not _enters(window, _AROUND | _GRAPH):
        yield _gap(window, is_record, f"broken JSON: {decoded}")


def _enters(window: Window, around: frozenset[str]) -> bool:
    """Go into the list of records in the object that begins here; tell whether it has one."""
    at = window.at + 1
    while name := _NAME.match(window.text, at):
        at = name.end()
        if name[1] in around and window.text.startswith("[", at):
            window.go(at + 1)
            return True
        decoded = _decoded(window, at)
        if isinstance(decoded, str):
            return False
        at = decoded[1]
    return False


def _behind_scalar(window: Window, *, is_member: bool) -> str | None:
    """Pass over a name or a plain value, and give the sign behind it; empty behind a member.

    None, and nothing is passed over, where neither stands here.
    """
    window.fill(_FIRST_LOOK)
    scalar = _SCALAR.match(window.text, window.at)
    if scalar is None:
        return None
    behind = window.text[scalar.end() : scalar.end() + _SPACE].lstrip()[:1]
    is_entry = behind in _ENTRY_ENDS and not isinstance(_decoded(window, window.at), str)
    if not (is_member or is_entry or behind == ":"):
        return None
    window.go(scalar.end())
    return "" if is_member else behind


def _gap(window: Window, is_record: Callable[[Json], bool], reason: str) -> Gap:
    """Go to the next record behind a part that is broken, and tell of the part."""
    place = window.place()
    window.go(window.at + 1)
    _go_to_next(window, is_record)
    last = window.place().line
    extent = f"; passed over up to line {last}" if last > place.line else ""
    return Gap(place, f"{reason}{extent}")


def _go_to_next(window: Window, is_record: Callable[[Json], bool]) -> None:
    """Go to the next object that is a record, or to the end."""
    while True:
        window.fill(LONGEST)
        start = _START.search(window.text, window.at)
        if start is None:
            if window.ended:
                window.go(len(window.text))
                return
            # The space before an object may be cut off from what stands before the space.
            window.go(max(window.at, len(window.text.rstrip()) - 1))
            continue
        window.go(start.end() - 1)
        window.fill(LONGEST)
        decoded = _decoded(window, window.at)
        if decoded == _TOO_DEEP:
            # As many more are open inside: to try each of them would take a square of the time.
            opened = islice(_OPENING.finditer(window.text, window.at), _OPEN_AT_LEAST, None)
            inside = next(opened, None)
            window.go(window.at + 1 if inside is None else inside.start())
        elif isinstance(decoded, str):
            window.go(window.at + 1)
        elif is_record(decoded[0]):
            return
        else:
            window.go(decoded[1])

"""Rules and formats of other packages, by the entry points `claimtrack.rules` and `….formats`.

An entry point for rules names a rule class, a module that defines some, or a function that gives
some; one for formats names an `Exporter` or an `Importer`, or a function that gives
some.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from claimtrack.cache.code import declares
from claimtrack.errors import ConfigError
from claimtrack.findings import Severity
from claimtrack.model import Record
from claimtrack.rule import AnyRule, Deriver, Rule
from claimtrack.rules import catalogue, rules_of

GROUP = "claimtrack.rules"
FORMATS = "claimtrack.formats"

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from claimtrack.interop.exporting import Exporter
    from claimtrack.interop.importing import Importer

FormatT = TypeVar("FormatT", "Exporter", "Importer")


@cache
def all_rules() -> tuple[AnyRule, ...]:
    """The catalogue and every installed plug-in's rules, by code.

    Raises `ConfigError` for a plug-in that cannot be loaded or that takes a code or a name twice.
    """
    rules = list(catalogue())
    for _, found in _plugged(GROUP, _rules_in):
        rules += found
    taken: dict[str, AnyRule] = {}
    for rule in rules:
        for word in (rule.code, rule.name):
            other = taken.setdefault(word, rule)
            if other is not rule:
                raise ConfigError(
                    f"{_home(rule)} calls a rule {word!r}, as {_home(other)} does; "
                    "codes and names are never shared"
                )
    return tuple(sorted(rules, key=lambda rule: rule.code))


@cache
def all_exporters() -> Mapping[str, Exporter]:
    """The shipped formats to write and every installed plug-in's, by name.

    Raises `ConfigError` for a plug-in that cannot be loaded or that takes a name twice.
    """
    # Two commands need formats; none else loads them.
    from claimtrack.interop.catalogue import EXPORTERS  # noqa: PLC0415
    from claimtrack.interop.exporting import Exporter  # noqa: PLC0415

    return _formats(Exporter, EXPORTERS)


@cache
def all_importers() -> Mapping[str, Importer]:
    """The shipped formats to read and every installed plug-in's, by name.

    Raises `ConfigError` for a plug-in that cannot be loaded or that takes a name twice.
    """
    from claimtrack.interop.importers import IMPORTERS  # noqa: PLC0415 - as above
    from claimtrack.interop.importing import Importer  # noqa: PLC0415

    return _formats(Importer, IMPORTERS)


def _formats(kind: type[FormatT], shipped: Iterable[FormatT]) -> Mapping[str, FormatT]:
    found = {one.name: one for one in shipped}
    for point, formats in _plugged(FORMATS, _formats_in):
        for one in formats:
            if not isinstance(one, kind):
                continue
            if one.name in found:
                raise ConfigError(
                    f"the plug-in {point.name!r} ({point.value}) calls a format {one.name!r}, "
                    "and there is one of that name; names are never shared"
                )
            found[one.name] = one
    return MappingProxyType(found)


def _formats_in(found: Any) -> list[Exporter | Importer]:
    from claimtrack.interop.exporting import Exporter  # noqa: PLC0415 - as above
    from claimtrack.interop.importing import Importer  # noqa: PLC0415

    given = found() if callable(found) else found
    formats = [given] if isinstance(given, Exporter | Importer) else [*given]
    for one in formats:
        if not isinstance(one, Exporter | Importer):
            raise TypeError(f"{one!r} is no claimtrack Exporter or Importer")
        if not re.fullmatch(_NAME, one.name):
            raise TypeError(f"{one.name!r} is no name of a format")
    return formats


def _home(rule: AnyRule) -> str:
    return f"{type(rule).__module__}.{type(rule).__qualname__}"


def _plugged(
    group: str, read: Callable[[Any], list[Any]]
) -> Iterator[tuple[EntryPoint, list[Any]]]:
    """What `read` makes of each installed entry point of a group, in the order of their names."""
    if not declares(group):
        return
    from importlib.metadata import entry_points  # noqa: PLC0415 - nearly nobody has plug-ins

    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        try:
            found = read(point.load())
        except (Exception, SystemExit) as error:
            package = f" of {point.dist.name}" if point.dist is not None else ""
            message = f"the plug-in {point.name!r}{package} ({point.value}) cannot be loaded"
            raise ConfigError(f"{message}: {type(error).__name__}: {error}") from error
        yield point, found


def _rules_in(found: Any) -> list[AnyRule]:
    return [_made(one) for one in _classes(found)]


def _classes(found: Any) -> Iterable[Any]:
    if isinstance(found, ModuleType):
        return rules_of(found)
    if isinstance(found, type):
        return [found]
    given: Iterable[Any] = found() if callable(found) else found
    return given


def _made(found: Any) -> AnyRule:
    rule = found() if isinstance(found, type) else found
    if not isinstance(rule, Rule):
        raise TypeError(f"{found!r} is no claimtrack Rule")
    wrong = [word for word, is_sound in _SOUND.items() if not is_sound(getattr(rule, word, None))]
    if wrong:
        raise TypeError(f"{_home(rule)} lacks a sound {' and '.join(wrong)}")
    return rule


def _is_reads(value: Any) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(kind, type) and issubclass(kind, Record) for kind in value
    )


def _is_needs(value: Any) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(kind, type) and issubclass(kind, Deriver) for kind in value
    )


_NAME = "[a-z][a-z0-9-]*"

# What the engine relies on: rules are named in configurations, put in order, and given records.
_SOUND: dict[str, Callable[[Any], object]] = {
    "code": lambda value: isinstance(value, str) and re.fullmatch("[A-Z]+[0-9]+", value),
    "name": lambda value: isinstance(value, str) and re.fullmatch(_NAME, value),
    "severity": lambda value: isinstance(value, Severity),
    "reads": _is_reads,
    "needs": _is_needs,
}

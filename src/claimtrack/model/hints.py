"""The types of a class's fields: worked out once for all who read, write or describe records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_type_hints


def _hints_of(cls: Any) -> Mapping[str, Any]:
    return get_type_hints(cls, include_extras=True)


# Annotations are texts until they are asked for, and each of these is compiled.
hints_of: Callable[[Any], Mapping[str, Any]] = cache(_hints_of)
"""The annotation of each field of a class, with what `Annotated` adds."""

"""Regular expressions that are compiled when they are first used.

There are about a hundred, of which a run that checks one edited file needs a few; to compile the
others would take longer than to check it.
"""

import re
from typing import Any, cast


class _Regex:
    """Stands in the place of a compiled expression, and has what that has."""

    def __init__(self, source: str, flags: int) -> None:
        self._made_of = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # whoever copies or pickles it asks before it is made
            raise AttributeError(name)
        # Kept, so that it is asked for once; `re` keeps the expression itself.
        value = getattr(re.compile(*self._made_of), name)
        setattr(self, name, value)
        return value


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The expression of a source, for its methods and attributes.

    It is equal to itself alone, and no instance of `re.Pattern`. A source that is none raises
    `re.error` only where it is first used.
    """
    return cast("re.Pattern[str]", _Regex(source, flags))

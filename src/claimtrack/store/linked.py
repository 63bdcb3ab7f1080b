"""Links among the files of a tree that is not on the disk: where a name leads in the end."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

_MOST = 40
"""Links on the way to one file, as Linux has it (`path_resolution(7)`); more are a loop."""


def linked(names: Iterable[str], links: Mapping[str, str]) -> dict[str, str]:
    """For each name the one that it leads to; `links` gives what stands in each link.

    A name that leads round in a circle is left out. What lies behind the end is not looked at.
    """
    found = {}
    for name in names:
        end = name
        for _ in range(_MOST):
            step = _followed(end, links)
            if step is None:
                found[name] = end
                break
            end = step
    return found


def _followed(name: str, links: Mapping[str, str]) -> str | None:
    """A name with the first link on its way followed; None where there is none."""
    parts = name.split("/")
    for length in range(1, len(parts) + 1):
        above = "/".join(parts[:length])
        if above in links:
            return posixpath.normpath(
                posixpath.join(posixpath.dirname(above), links[above], *parts[length:])
            )
    return None

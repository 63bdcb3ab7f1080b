"""How much memory this process may still take."""

from __future__ import annotations

import re

_FREE = re.compile(r"^MemAvailable:\s+(\d+) kB$", re.MULTILINE)
_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
"""What a container is given, by the second and the first version of control groups."""


def at_hand() -> int | None:
    """Bytes that can be had without any being written to a disk; None where nothing tells.

    That is what Linux says is available (`proc_meminfo(5)`), and no more than the limit of the
    container. On other systems it is not known.
    """
    found = _FREE.search(_read("/proc/meminfo"))
    if found is None:
        return None
    limits = (_read(path).strip() for path in _LIMITS)
    return min(int(found[1]) * 1024, *(int(one) for one in limits if one.isdecimal()), 2**63)


def _read(path: str) -> str:
    try:
        with open(path, encoding="ascii") as file:  # noqa: PTH123 - as elsewhere below the store
            return file.read()
    except (OSError, ValueError):
        return ""

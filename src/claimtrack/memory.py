"""How much memory there is for this process, as far as anything tells."""

from __future__ import annotations

_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
"""What a container is given, by the second and the first version of control groups."""


def at_hand() -> int | None:
    """Bytes that can be had without any being written to a disk; None where nothing tells.

    That is what Linux says is available (`proc_meminfo(5)`), and no more than the limit of the
    container, whatever else is in that. On other systems it is not known.
    """
    told = dict(line.partition(":")[::2] for line in _read("/proc/meminfo").splitlines())
    free = _number(told.get("MemAvailable", "").removesuffix("kB"))
    if free is None:
        return None
    limits = (_number(_read(path)) for path in _LIMITS)
    return min([free * 1024, *(one for one in limits if one is not None)])


def _number(text: str) -> int | None:
    """A number of bytes; None for `max`, and for what is longer than any."""
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= 20 else None  # noqa: PLR2004


def _read(path: str) -> str:
    try:
        with open(path, encoding="ascii") as file:  # noqa: PTH123 - as elsewhere below the store
            return file.read()
    except (OSError, ValueError):
        return ""

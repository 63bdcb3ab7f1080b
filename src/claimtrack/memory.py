"""How much memory this process may still take."""

from __future__ import annotations

_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
"""What a container is given, by the second and the first version of control groups."""


def at_hand() -> int | None:
    """Bytes that can be had without any being written to a disk; None where nothing tells.

    That is what Linux says is available (`proc_meminfo(5)`), and no more than the limit of the
    container. On other systems it is not known.
    """
    lines = _read("/proc/meminfo").splitlines()
    found = [line.split()[1] for line in lines if line.startswith("MemAvailable: ")]
    if not found:
        return None
    limits = (_read(path).strip() for path in _LIMITS)
    return min(int(found[0]) * 1024, *(int(one) for one in limits if one.isdecimal()), 2**63)


def _read(path: str) -> str:
    try:
        with open(path, encoding="ascii") as file:  # noqa: PTH123 - as elsewhere below the store
            return file.read()
    except (OSError, ValueError):
        return ""

"""Tables of words that come with the package, in TOML; whoever needs one reads it once."""

from typing import Any


def read_table(name: str) -> dict[str, Any]:
    """What a file beside this module says, by its path from here: `lexicons/cues.toml`."""
    # Many a run needs no table, and these load a dozen modules.
    import tomllib  # noqa: PLC0415
    from importlib.resources import files  # noqa: PLC0415

    return tomllib.loads(files("claimtrack.text").joinpath(name).read_text(encoding="utf-8"))

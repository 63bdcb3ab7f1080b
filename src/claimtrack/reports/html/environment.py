"""The templates, with Jinja2: autoescape, strict names, and no way out for a ledger's words."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimtrack.reports.html.inline import INLINE
from claimtrack.reports.html.policy import asset, policy
from claimtrack.reports.links import weburl
from claimtrack.reports.messages import RULES_SPEAK
from claimtrack.reports.runs import cleaned, run_of


@cache
def environment() -> Environment:
    """The one environment of all pages."""
    made = Environment(
        loader=PackageLoader("claimtrack.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {"weburl": weburl, "cleaned": cleaned, "run": run_of}
    made.filters.update(filters)
    made.globals.update(INLINE, rules_speak=RULES_SPEAK)
    return made


def own(*scripts: str) -> dict[str, Any]:
    """What every page has of ours: the style, some scripts, and the policy that lets them in."""
    return {
        "style": Markup(asset("style.css")),  # noqa: S704 - our own file
        "scripts": [Markup(asset(name)) for name in scripts],  # noqa: S704 - our own files
        "policy": policy(*scripts),
    }

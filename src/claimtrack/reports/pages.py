"""The page of a rule, from its docstring and its metadata."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import Any

from claimtrack.reports.paint import PLAIN, Paint
from claimtrack.rule import Fixable, Rule


def page_text(rule: Rule[Any]) -> str:
    """What the rule's author says of it: the class's docstring, without indentation."""
    return inspect.getdoc(type(rule)) or ""


def summary_line(rule: Rule[Any]) -> str:
    """The first paragraph of the page, on one line."""
    return " ".join(page_text(rule).split("\n\n")[0].split())


def explanation(rule: Rule[Any], paint: Paint = PLAIN) -> Iterator[str]:
    """The page for a terminal."""
    title = paint.severity(f"{rule.code} {rule.name}", rule.severity)
    yield f"{title} {paint.dim(f'[{rule.severity}]')}\n\n"
    yield page_text(rule) + "\n\n"
    if rule.fix is Fixable.SAFE:
        yield "`claimtrack fix` mends it.\n\n"
    elif rule.fix is Fixable.SUGGESTION:
        yield "`claimtrack fix --unsafe` writes its suggestion.\n\n"
    yield (
        "To silence it for one record:\n\n"
        f"    ignore: [{{rule: {rule.name}, reason: why it does not apply here}}]\n"
    )


def index(rules: Iterable[Rule[Any]], paint: Paint = PLAIN) -> Iterator[str]:
    """One line for each rule."""
    listed = list(rules)
    widest = max((len(rule.name) for rule in listed), default=0)
    for rule in listed:
        name = paint.severity(f"{rule.code}  {rule.name.ljust(widest)}", rule.severity)
        yield f"{name}  {str(rule.severity).ljust(7)}  {summary_line(rule)}\n"

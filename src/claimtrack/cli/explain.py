"""`claimtrack explain`: the page of a rule, at the terminal."""

from __future__ import annotations

import click

from claimtrack.cli.options import stdout_paint, write
from claimtrack.engine.selection import matches, unknown_rule
from claimtrack.errors import UsageError
from claimtrack.plugins import all_rules
from claimtrack.reports.pages import explanation, index


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> int:
    """Explain a rule: what it finds, why that matters, what to do.

    RULE is a code or a name (CT301, value-conflict); a code's beginning (CT3) lists a family, and
    nothing lists all.
    """
    rules = all_rules()
    paint = stdout_paint()
    exact = [known for known in rules if rule in (known.code, known.name)]
    if exact:
        write(explanation(exact[0], paint))
        return 0
    found = [known for known in rules if rule is None or matches(rule, known.code, known.name)]
    if not found:
        raise UsageError(unknown_rule(rule or "", rules, "explain"))
    write(index(found, paint))
    return 0

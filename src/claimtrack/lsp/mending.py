"""The fixes that findings offer, as changes of the texts that an editor holds.

Nothing is checked a second time, as `claimtrack fix` does: somebody looks at the change, can take
it back, and sees at once what a check says of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.findings import Edit, Finding, Fix
from claimtrack.fixing import touches_judgement
from claimtrack.lsp.naming import Mention
from claimtrack.lsp.open_ledger import View
from claimtrack.store.edits import changes


class Mend(NamedTuple):
    """What can be done about a finding."""

    finding: Finding
    fix: Fix
    changes: list[tuple[Mention, str]]
    """The passages that change, in order of file and place, each with its new text."""


def mends(findings: Iterable[Finding], view: View) -> Iterator[Mend]:
    """The fixes of some findings that can be made in the texts of a view.

    As in `claimtrack fix`, none touches a review or a decision.
    """
    judged = touches_judgement(view.ledger)
    for finding in findings:
        fix = finding.fix
        if fix is None or any(map(judged, fix.edits)):
            continue
        try:
            yield Mend(finding, fix, list(_changes(fix.edits, view)))
        except ValueError:
            continue  # it can be made by hand alone: its finding stays, with its advice


def _changes(edits: Iterable[Edit], view: View) -> Iterator[tuple[Mention, str]]:
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    for file, made in sorted(by_file.items()):
        for span, new in changes(view.text(file), made):
            yield Mention(file, span.start, span.end), new

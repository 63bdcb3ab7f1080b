"""The summary of a step of GitHub Actions: Markdown in a file that the runner names."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from claimtrack.reports.findings_markdown import STEP_SUMMARY, render_markdown
from claimtrack.result import Result

VARIABLE = "GITHUB_STEP_SUMMARY"


def write_step_summary(result: Result, environment: Mapping[str, str]) -> None:
    """Add the findings to what the step's earlier commands wrote; nothing where no file is named.

    GitHub drops a summary that is too long, so the findings take only the room that is left. A
    summary that cannot be written is told on stderr and fails nothing: the log has it all.
    """
    path = environment.get(VARIABLE)
    if not path:
        return
    try:
        with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:  # noqa: PTH123 - a text
            before = os.fstat(file.fileno()).st_size
            file.writelines(render_markdown(result, STEP_SUMMARY - before))
    except OSError as error:
        why = error.strerror or type(error).__name__
        print(f"claimtrack: {VARIABLE}: cannot be written: {why}", file=sys.stderr)  # noqa: T201

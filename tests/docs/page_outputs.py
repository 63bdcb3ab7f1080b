"""Runs what a page of documentation shows, and compares or rewrites what it prints.

A fenced block says by its language, and by the file named after it, what it is:

    ```yaml claims/tolls.yaml     the whole of a file, which is written
    ```diff claims/tolls.yaml     a change to a file, which is made
    ```console                    commands after `$ `, each with what it prints

All blocks of a page run in their order in one empty folder.

`python tests/docs/page_outputs.py PAGE…` writes the outputs anew; the tests compare them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
RUN = [
    DOCS / "architecture.md",
    DOCS / "ci.md",
    DOCS / "claimreview.md",
    DOCS / "commands.md",
    DOCS / "configuration.md",
    DOCS / "corrections.md",
    DOCS / "csv.md",
    DOCS / "decisions-and-reviews.md",
    DOCS / "exports.md",
    DOCS / "ladder.md",
    DOCS / "query.md",
    DOCS / "report.md",
    DOCS / "selftest.md",
    DOCS / "since.md",
    DOCS / "sourcing.md",
    DOCS / "testing.md",
    DOCS / "tutorial.md",
    DOCS / "two-clocks.md",
    ROOT / "README.md",
]
"""The pages whose commands are run."""

_BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_COMMAND = re.compile(r"^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_SECONDS = re.compile(r"\bin \d+\.\d\ds\b")


def rerun(page: str, folder: Path) -> str:
    """The page with the output of every command as it is printed now.

    Raises `ValueError` where a change does not fit its file.
    """
    shell = Shell(folder)

    def block(match: re.Match[str]) -> str:
        body = match["body"]
        if match["language"] == "console":
            printed = _COMMAND.sub(lambda found: shell.show(found["command"]), body)
            return match[0].replace(body, printed) if body else match[0]
        if match["file"]:
            path = folder / match["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            old = path.read_text(encoding="utf-8") if path.exists() else ""
            new = changed(old, body) if match["language"] == "diff" else body
            path.write_text(new, encoding="utf-8")
        return match[0]

    return _BLOCK.sub(block, page)


def changed(text: str, difference: str) -> str:
    """A text after a change that is given as lines that begin with ` `, `-` and `+`."""
    lines = difference.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] != "+")
    after = "".join(line[1:] for line in lines if line[0] != "-")
    if text.count(before) != 1:
        raise ValueError(f"this stands {text.count(before)} times in the file:\n{before}")
    return text.replace(before, after)


class Shell:
    """Runs commands one after the other, as a person at a terminal would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.status = 0
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("FORCE_COLOR", "NO_COLOR") and not name.startswith("GITHUB_")
        }
        bin_folder = Path(sys.executable).parent
        self.environment |= {
            "PATH": f"{bin_folder}{os.pathsep}{self.environment['PATH']}",
            "PYTHONIOENCODING": "utf-8",
            # The pages show the code beside them, wherever another version is installed.
            "PYTHONPATH": f"{folder}{os.pathsep}{ROOT / 'src'}",
            "COLUMNS": "80",
            # A repository of a page is the same on every machine, and its commits are too.
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": str(folder.parent),
            **{
                f"GIT_{who}_{what}": value
                for who in ("AUTHOR", "COMMITTER")
                for what, value in (
                    ("NAME", "Desk"),
                    ("EMAIL", "desk@review.example"),
                    ("DATE", "2031-05-10T12:00:00Z"),
                )
            },
        }

    def show(self, command: str) -> str:
        """The command with its prompt, and all that it prints."""
        done = subprocess.run(  # noqa: S603 - the commands of our own pages
            ["/bin/sh", "-c", f"(exit {self.status})\n{command}"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        self.status = done.returncode
        return f"$ {command}\n{''.join(_trimmed(done.stdout))}"


def _trimmed(output: str) -> Iterator[str]:
    """Lines without what differs from run to run, or what editors remove from their ends."""
    for line in output.splitlines():
        yield _SECONDS.sub("in 0.10s", line.rstrip()) + "\n"


def main(pages: list[str]) -> int:
    """Write the outputs of some pages, or of all, anew."""
    for page in map(Path, pages) if pages else RUN:
        text = page.read_text(encoding="utf-8")
        with TemporaryDirectory() as folder:
            new = rerun(text, Path(folder))
        if new != text:
            page.write_text(new, encoding="utf-8")
            print(page)  # noqa: T201 - it is a command
        if "Traceback (most recent call last)" in new or "ERROR collecting" in new:
            print(f"{page}: a block of this page fails")  # noqa: T201 - it is a command
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

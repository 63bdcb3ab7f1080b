"""The page of each rule in Markdown, made from its docstring and by running its cases.

`python -m claimtrack.testing.pages docs/rules` writes the pages, `--check` compares them. Since
every output on a page is printed by the rule itself, a page cannot say what the rule does not do.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from claimtrack import api
from claimtrack.config import Config
from claimtrack.plugins import all_rules
from claimtrack.reports.pages import page_text, summary_line
from claimtrack.reports.text import render
from claimtrack.result import Result
from claimtrack.rule import AnyRule, Fixable
from claimtrack.store.captured import is_claim_file
from claimtrack.testing.cases import Case, findings_of, read_cases

_FIXES = {
    Fixable.NO: "none",
    Fixable.SAFE: "safe: `claimtrack fix`",
    Fixable.SUGGESTION: "suggestion: `claimtrack fix --unsafe`",
}


def pages(rules: Iterable[AnyRule]) -> dict[str, str]:
    """The pages by file name: an index, and one for each rule that has a file of cases."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    found = {f"{rule.name}.md": "".join(page(rule)) for rule in ordered}
    found["README.md"] = "".join(_index(ordered))
    return found


def cases_of(rule: AnyRule) -> list[Case]:
    """The cases in the file beside the rule's module."""
    package, _, module = type(rule).__module__.rpartition(".")
    return read_cases(Path(str(files(package) / f"{module}.yml")))


def page(rule: AnyRule) -> Iterator[str]:
    """The page of one rule."""
    yield f"# {rule.code} {rule.name}\n\n"
    yield f"Severity: {rule.severity} · Fix: {_FIXES[rule.fix]}\n\n"
    yield page_text(rule) + "\n"
    cases = cases_of(rule)
    bad = [case for case in cases if not case.is_silent]
    silent = [case for case in cases if case.is_silent]
    yield "\n## What it finds\n"
    for case in bad:
        yield from _shown(case)
        yield f"\n```text\n{_output(case)}```\n"
    yield "\n## What it leaves alone\n"
    for case in silent:
        yield from _shown(case)


def _shown(case: Case) -> Iterator[str]:
    yield f"\n### {case.name[:1].upper()}{case.name[1:]}\n"
    if case.why:
        yield f"\n{case.why[:1].upper()}{case.why[1:].rstrip('.')}.\n"
    for name, text in case.files.items():
        title = f"`{name}`:\n\n" if len(case.files) > 1 else ""
        language = "yaml" if is_claim_file(name) else "text"
        # A page cannot keep what is not seen: git and editors would write it in another way.
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip()
        yield f"\n{title}```{language}\n{plain}\n```\n"


def _output(case: Case) -> str:
    """What the command prints for the case, without the account at its end."""
    result = Result(findings=findings_of(case))
    ledger = api.loads(case.files, Config.parse(case.config))
    *blocks, _ = render(result, ledger.read)
    return "\n".join(block.rstrip("\n") + "\n" for block in blocks)


def _index(rules: Sequence[AnyRule]) -> Iterator[str]:
    yield "# Rules\n\n"
    yield "Each page is made by running the rule on its cases (`python3 dev.py docs`).\n\n"
    yield "| code | name | severity | fix | finds |\n|---|---|---|---|---|\n"
    for rule in rules:
        fix = rule.fix.value
        finds = summary_line(rule).replace("|", "\\|")
        name = f"[{rule.name}]({rule.name}.md)"
        yield f"| {rule.code} | {name} | {rule.severity} | {fix} | {finds} |\n"


def stale(folder: Path, wanted: dict[str, str]) -> list[str]:
    """The names of pages that are missing, differ, or belong to no rule any more."""
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(
        name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name)
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the pages of the installed rules; 1 where a check finds a difference."""
    parser = argparse.ArgumentParser(prog="python -m claimtrack.testing.pages", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="compare only; write nothing")
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    wanted = pages(all_rules())
    changed = stale(folder, wanted)
    if options.check:
        for name in changed:
            sys.stdout.write(f"{folder / name} is not what the rule's cases print\n")
        return int(bool(changed))
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
        sys.stdout.write(f"{folder / name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

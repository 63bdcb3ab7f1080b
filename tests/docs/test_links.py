"""Every link between pages leads to a file, and to a heading where it names one."""

import re
from functools import cache
from pathlib import Path

import page_outputs
import pytest

PAGES = sorted(
    path
    for path in [page_outputs.ROOT / "README.md", *page_outputs.DOCS.rglob("*.md")]
    if path.parent.name != "rules"  # made from the rules, and compared by another test
)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@cache
def anchors(path):
    """The anchors of a page's headings."""
    headings = re.findall("^#+ (.+)$", _FENCE.sub("", path.read_text("utf-8")), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


def links(path):
    """The links of a page to other files of the repository."""
    found = _LINK.findall(_FENCE.sub("", path.read_text("utf-8")))
    return [link for link in found if not link.startswith(("http:", "https:"))]


def id_of(path: Path):
    return str(path.relative_to(page_outputs.ROOT))


@pytest.mark.parametrize("path", PAGES, ids=id_of)
def test_links(path):
    broken = []
    for link in links(path):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert not broken


def test_index_has_every_page():
    index = page_outputs.DOCS / "README.md"
    linked = {(index.parent / link.partition("#")[0]).resolve() for link in links(index)}
    pages = {path for path in page_outputs.DOCS.glob("*.md") if path != index}
    assert pages <= linked

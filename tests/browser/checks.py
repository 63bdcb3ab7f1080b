"""What must hold for any page: each check gives what is wrong, in words, or nothing.

Whatever they judge, they judge by what the browser painted or did, not by how the page was written.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import npm
from playwright.sync_api import Page

_SCRIPTS = Path(__file__).parent / "scripts"

_WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_AXE = {
    "runOnly": {"type": "tag", "values": [*_WCAG, "best-practice"]},
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2, and off unless asked for
    "resultTypes": ["violations"],
    "preload": False,  # it would fetch what the page's policy refuses
}

_ACCEPTED = re.compile(
    # The checker does not compute the digests by which the policy allows them; Chromium does.
    "Inline (style|script) violates Content Security Policy"
)

_ARABIC_WORD = re.compile("[\u0621-\u064a]{3,}")
# Shadda and a vowel are one sign in a font, of which a reader of PDF makes neither.
_TWO_SIGNS = re.compile(r"\S*[\u064b-\u0652]{2}\S*")
_UNSPOKEN = re.compile("[\u0640\u064b-\u065f\u0670]")


def script(name: str) -> str:
    """A function in JavaScript, as text."""
    return (_SCRIPTS / f"{name}.js").read_text(encoding="utf-8")


@cache
def _axe() -> str:
    return (npm.module("axe-core") / "axe.min.js").read_text(encoding="utf-8")


def accessible(page: Page) -> list[str]:
    """Axe: WCAG 2.2 level AA and its best practices, in the colours that are shown now."""
    page.evaluate(_axe())
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", _AXE)
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def painted_as_read(page: Page) -> list[str]:
    """Words and numbers stand on the screen in the order in which they are read."""
    faults: list[str] = page.evaluate(script("painted"))
    return faults


def fits(page: Page) -> list[str]:
    """Nothing makes the page wider than the window."""
    faults: list[str] = page.evaluate(script("sideways"))
    return faults


def reachable_by_keyboard(page: Page) -> list[str]:
    """Tab reaches each link and control in the page's order, in sight and marked as focused."""
    count: int = page.evaluate(script("stops"))
    faults: list[str] = []
    reached: list[int] = []
    # A box that scrolls has the focus as well: more presses than stops, but never without an end.
    for _ in range(2 * count + 10):
        if reached and reached[-1] == count - 1:
            break
        page.keyboard.press("Tab")
        index, found = page.evaluate("stops.here()")
        faults += found
        if index >= 0:
            reached.append(index)
    if reached != list(range(count)):
        missed = sorted(set(range(count)) - set(reached))
        names = [page.evaluate("index => stops.name(index)", index) for index in missed[:5]]
        faults.append(f"Tab does not go through all in order; never reached: {names}")
    return faults


def skips_to_the_content(page: Page) -> list[str]:
    """The first stop is a link that takes the reader to the main part, past the navigation."""
    page.keyboard.press("Tab")
    if not page.evaluate("document.activeElement.matches('a[href^=\"#\"]')"):
        return ["the first stop is no link within the page"]
    page.keyboard.press("Enter")
    if not page.evaluate("document.querySelector('main')?.matches(':target') ?? false"):
        return ["the first link does not lead to the main part"]
    page.keyboard.press("Tab")
    inside = "document.querySelector('main').contains(document.activeElement)"
    links = "document.querySelector('main').querySelector('a[href], summary, input') !== null"
    if page.evaluate(links) and not page.evaluate(inside):
        return ["after the skip the next stop is outside the main part"]
    return []


def printed_in_full(page: Page) -> list[str]:
    """The PDF holds every Arabic word that the page shows as text that can be found and copied."""
    from pypdf import PdfReader  # noqa: PLC0415 - of the group dev, as the browser is

    page.emulate_media(media="print")
    shown = _spelled(_TWO_SIGNS.sub("", page.evaluate(script("shown"))))
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    printed = _spelled(" ".join(sheet.extract_text() for sheet in reader.pages))
    page.emulate_media(media="screen")
    words = sorted(set(_ARABIC_WORD.findall(shown)))
    return [f"not in the PDF: {word}" for word in words if word not in printed]


def valid(folder: Path) -> list[str]:
    """The Nu Html Checker: neither an error nor a warning in any page of a folder."""
    said = json.loads(npm.nu("--skip-non-html", str(folder)))["messages"]
    return [
        f"{Path(message.get('url', '')).name}:{message.get('lastLine', '')}: {message['message']}"
        for message in said
        if not _ACCEPTED.search(message["message"])
    ]


def _spelled(text: str) -> str:
    """Without the shapes that letters take in a word (U+FE70 and on), vowel signs and stretching.

    A font may draw a sign as a part of its letter, which a PDF cannot tell apart.
    """
    return _UNSPOKEN.sub("", unicodedata.normalize("NFKC", text))

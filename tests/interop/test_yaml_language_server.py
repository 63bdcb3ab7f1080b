"""What editors show by the schema alone, asked of Red Hat's own YAML language server."""

import asyncio
import shutil

import npm
import pytest
from editor import editing, lsp
from test_json_schema import COMMITTED

FAULTS = """\
actors:
  - {id: minister-oduya, kind: persn, name: Tamsel Oduya}
  - id: Northern Wire
    kind: outlet
    name: {en: Northern Wire, ar: وكالة الشمال}
claims:
  - id: a-toll
    article: wire-2031-05-02
    speaker: minister-oduya
    stance: affirms
    statement: 35 bodies
    value: 35
    said: 2031-13-01
    quots: []
  - id: b-toll
    speaker: minister-oduya
    statement: 35 bodies
"""
EXPECTED = {2: "person", 3: "pattern", 13: "pattern", 14: "quots", 15: "article"}
"""Lines of the five faults, from 1, and a word of what is said of each."""


def session(tmp_path, play):
    module = npm.module("yaml-language-server")
    program = shutil.which("node")
    if program is None:
        pytest.skip("node is not installed")
    settings = {
        "yaml": {
            "schemas": {COMMITTED.as_uri(): "*.yaml"},
            "schemaStore": {"enable": False},
            "validate": True,
            "completion": True,
            "hover": True,
        }
    }

    async def run():
        command = (program, module / "bin" / "yaml-language-server", "--stdio")
        async with editing(tmp_path, *command, settings=settings) as editor:
            editor.open("a.yaml", FAULTS)
            shown = await editor.until("a.yaml", bool)
            return await play(editor, shown)

    return asyncio.run(run())


def test_five_faults_stand_on_their_lines(tmp_path):
    async def play(_, shown):
        return shown

    shown = session(tmp_path, play)
    said = {one.range.start.line + 1: one.message for one in shown}
    assert said.keys() == EXPECTED.keys()
    assert all(word in said[line] for line, word in EXPECTED.items())


def test_keys_and_words_are_offered_and_explained(tmp_path):
    unfinished = FAULTS.replace("stance: affirms\n", "stance: \n    cert\n")

    async def play(editor, _):
        at = editor.at("a.yaml", 8, 6)
        hover = await editor.text_document_hover_async(lsp.HoverParams(**at))
        editor.type("a.yaml", unfinished)
        found = []
        for line, character in ((9, 12), (10, 8)):
            at = editor.at("a.yaml", line, character)
            offers = await editor.text_document_completion_async(lsp.CompletionParams(**at))
            found.append([one.label for one in offers.items])
        return hover, found

    hover, (words, keys) = session(tmp_path, play)
    assert "Who says so" in hover.contents.value
    assert {"affirms", "denies", "declines_to_comment"} <= set(words)
    assert "certainty" in keys

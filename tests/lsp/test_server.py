"""The server, asked by pygls's own client over stdin and stdout, as editors ask it."""

import asyncio
import json
import subprocess
import sys

import pytest
from editor import editing, lsp
from pygls.exceptions import JsonRpcException

ACTORS = """\
actors:
  - {id: northern-wire, kind: outlet, name: {en: Northern Wire, ar: وكالة الشمال}}
  - id: minister-oduya
    kind: person
    name: {en: Tamsel Oduya, ar: تامسل أودويا}
"""
ARTICLE = """\
article:
  id: northern-wire-2031-05-02
  outlet: northern-wire
  title: {en: Gate 🌊 three, ar: البوابة الثالثة}
  language: en
  published: 2031-05-02
claims:
  - {id: a-gate, note: "🌊🌊 البوابة", speaker: minister-oduya, statement: The gate failed}
  - {id: b-gate, speaker: "minister-oduya", based_on: [a-gate], statement: It failed}
"""
SERVER = (sys.executable, "-m", "claimtrack", "lsp")


@pytest.fixture
def folder(tmp_path):
    claims = tmp_path / "claims"
    claims.mkdir()
    (claims / "actors.yaml").write_text(ACTORS, encoding="utf-8")
    (claims / "wire.yaml").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def session(folder, play, **options):
    """Let an editor of a folder do something, and give what comes of it."""

    async def run():
        async with editing(folder, *SERVER, **options) as editor:
            return await play(editor)

    return asyncio.run(run())


def codes(shown):
    return [one.code for one in shown]


def span(found):
    return (found.start.line, found.start.character, found.end.line, found.end.character)


def test_findings_come_as_one_types_and_go_again(folder):
    broken = ARTICLE.replace("based_on: [a-gate]", "based_on: [a-gte]")

    async def play(editor):
        editor.open("claims/wire.yaml", broken)
        (found,) = await editor.until("claims/wire.yaml", bool)
        editor.type("claims/wire.yaml", ARTICLE)
        await editor.until("claims/wire.yaml", lambda shown: not shown)
        return found

    found = session(folder, play)
    assert found.code == "CT006"
    assert found.source == "claimtrack"
    assert "a-gate" in found.message
    line = broken.splitlines()[found.range.start.line]
    assert line[found.range.start.character : found.range.end.character] == "a-gte"


@pytest.mark.parametrize(
    ("offered", "codec", "width"),
    [(None, "utf-16-le", 2), (["utf-8"], "utf-8", 1), (["utf-32"], "utf-32-le", 4)],
)
def test_columns_are_counted_as_the_editor_counts(folder, offered, codec, width):
    broken = ARTICLE.replace("speaker: minister-oduya, statement", "speaker: minster, statement")

    async def play(editor):
        editor.open("claims/wire.yaml", broken)
        return await editor.until("claims/wire.yaml", bool)

    (found,) = session(folder, play, encodings=offered)
    before, _, _ = broken.splitlines()[7].partition("minster")
    assert "🌊" in before
    column = len(before.encode(codec)) // width
    assert span(found.range) == (7, column, 7, column + len("minster"))


def test_a_conflict_names_its_other_place(folder):
    twice = ARTICLE.replace("{id: b-gate", "{id: a-gate")

    async def play(editor):
        editor.open("claims/wire.yaml", twice)
        return await editor.until("claims/wire.yaml", lambda shown: "CT005" in codes(shown))

    found = next(one for one in session(folder, play) if one.code == "CT005")
    (other,) = found.related_information
    assert other.location.uri == (folder / "claims" / "wire.yaml").as_uri()
    assert {found.range.start.line, other.location.range.start.line} == {7, 8}


def test_a_broken_file_leaves_the_findings_of_others_alone(folder):
    dangling = ARTICLE.replace("speaker: minister-oduya, statement", "speaker: ministry, statement")
    (folder / "claims" / "wire.yaml").write_text(dangling, encoding="utf-8")

    async def play(editor):
        editor.open("claims/actors.yaml")
        before = await editor.until("claims/wire.yaml", bool)
        editor.type("claims/actors.yaml", f"{ACTORS}    kind person\n  - {{id: x")
        broken = await editor.until("claims/actors.yaml", bool)
        return before, broken, editor.shown[editor.uri("claims/wire.yaml")]

    before, broken, after = session(folder, play)
    assert codes(broken) == ["CT001"]
    assert codes(before) == codes(after) == ["CT006"]


def test_files_outside_the_ledger_are_none_of_its_business(folder):
    (folder / "other.yaml").write_text("a: [", encoding="utf-8")

    async def play(editor):
        editor.open("other.yaml")
        editor.open("claims/wire.yaml", ARTICLE.replace("[a-gate]", "[a-gte]"))
        await editor.until("claims/wire.yaml", bool)
        at = lsp.HoverParams(**editor.at("other.yaml", 0, 0))
        hover = await editor.text_document_hover_async(at)
        return dict(editor.shown), hover

    shown, hover = session(folder, play)
    assert list(shown) == [(folder / "claims" / "wire.yaml").as_uri()]
    assert hover is None


def test_a_folder_without_a_ledger_is_served_in_silence(tmp_path):
    (tmp_path / "a.yaml").write_text("a: [", encoding="utf-8")

    async def play(editor):
        editor.open("a.yaml")
        await asyncio.sleep(1)
        return editor.shown

    assert session(tmp_path, play) == {}


def test_saving_reads_the_disk_again(folder):
    async def play(editor):
        editor.open("claims/wire.yaml", ARTICLE.replace("minister-oduya, st", "new-one, st"))
        await editor.until("claims/wire.yaml", bool)
        more = "actors: [{id: new-one, kind: person, name: New}]\n"
        (folder / "claims" / "more.yaml").write_text(more, encoding="utf-8")
        saved = lsp.TextDocumentIdentifier(editor.uri("claims/more.yaml"))
        editor.text_document_did_save(lsp.DidSaveTextDocumentParams(saved))
        return await editor.until("claims/wire.yaml", lambda shown: not shown)

    assert not session(folder, play)


def test_a_name_leads_to_its_record_and_its_uses(folder):
    async def play(editor):
        editor.open("claims/wire.yaml")
        at = editor.at("claims/wire.yaml", 8, 30)
        context = lsp.ReferenceContext(include_declaration=True)
        return (
            await editor.text_document_hover_async(lsp.HoverParams(**at)),
            await editor.text_document_definition_async(lsp.DefinitionParams(**at)),
            await editor.text_document_references_async(lsp.ReferenceParams(context=context, **at)),
        )

    hover, definition, references = session(folder, play)
    assert "Tamsel Oduya · تامسل أودويا" in hover.contents.value
    assert [(one.uri.rpartition("/")[2], span(one.range)) for one in definition] == [
        ("actors.yaml", (2, 8, 2, 22))
    ]
    assert [(one.uri.rpartition("/")[2], span(one.range)) for one in references] == [
        ("actors.yaml", (2, 8, 2, 22)),
        ("wire.yaml", (7, 48, 7, 62)),
        ("wire.yaml", (8, 27, 8, 41)),
    ]


def test_a_name_is_changed_everywhere_at_once(folder):
    async def play(editor):
        editor.open("claims/wire.yaml")
        at = editor.at("claims/wire.yaml", 7, 52)
        prepared = await editor.text_document_prepare_rename_async(lsp.PrepareRenameParams(**at))
        edit = await editor.text_document_rename_async(lsp.RenameParams(new_name="oduya", **at))
        return prepared, edit

    prepared, edit = session(folder, play)
    assert span(prepared) == (7, 48, 7, 62)
    assert {
        uri.rpartition("/")[2]: [(*span(one.range), one.new_text) for one in edits]
        for uri, edits in edit.changes.items()
    } == {
        "actors.yaml": [(2, 8, 2, 22, "oduya")],
        "wire.yaml": [(7, 48, 7, 62, "oduya"), (8, 27, 8, 41, "oduya")],
    }


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        (ARTICLE, "northern-wire", "actor:northern-wire exists already, in claims/actors.yaml"),
        (ARTICLE, "Oduya", "'Oduya' is no name"),
        (f"{ARTICLE}  - [", "oduya", "claims/wire.yaml cannot be read as YAML"),
    ],
)
def test_a_refused_name_says_why(folder, text, name, reason):
    async def play(editor):
        editor.open("claims/wire.yaml")
        at = editor.at("claims/wire.yaml", 7, 52)
        editor.type("claims/wire.yaml", text)
        with pytest.raises(JsonRpcException) as refusal:
            await editor.text_document_rename_async(lsp.RenameParams(new_name=name, **at))
        return refusal.value.message

    assert reason in session(folder, play)


def test_identifiers_keys_and_words_are_offered(folder):
    unfinished = f"{ARTICLE}  - id: c-gate\n    speaker: min\n    stance: \n    st"

    async def play(editor):
        editor.open("claims/wire.yaml", unfinished)
        found = []
        for line, character in ((10, 16), (11, 12), (12, 6)):
            at = editor.at("claims/wire.yaml", line, character)
            found.append(await editor.text_document_completion_async(lsp.CompletionParams(**at)))
        return found

    names, words, keys = session(folder, play)
    assert "minister-oduya" in [one.label for one in names.items]
    assert span(names.items[0].text_edit.range) == (10, 13, 10, 16)
    assert "denies" in [one.label for one in words.items]
    assert {one.label: one.text_edit.new_text for one in keys.items}["statement"] == "statement: "


def applied(text, edits):
    """A text after the edits of an editor that counts in UTF-16."""
    rows = [row.encode("utf-16-le") for row in text.splitlines(keepends=True)]
    starts = [sum(map(len, rows[:number])) for number in range(len(rows) + 1)]
    whole = b"".join(rows)
    for edit in sorted(edits, key=lambda one: span(one.range), reverse=True):
        line, column, end_line, end_column = span(edit.range)
        start, end = starts[line] + 2 * column, starts[end_line] + 2 * end_column
        whole = whole[:start] + edit.new_text.encode("utf-16-le") + whole[end:]
    return whole.decode("utf-16-le")


async def actions(editor, name, found, *, only=None):
    """What is offered for a diagnostic of a file."""
    document = lsp.TextDocumentIdentifier(editor.uri(name))
    context = lsp.CodeActionContext([found], only=only)
    params = lsp.CodeActionParams(document, found.range, context)
    return await editor.text_document_code_action_async(params)


def test_a_suggested_fix_is_offered_and_mends(folder):
    broken = ARTICLE.replace(
        "speaker: minister-oduya, statement: The", "speaker: minister-odua, statement: The"
    )

    async def play(editor):
        editor.open("claims/wire.yaml", broken)
        (found,) = await editor.until("claims/wire.yaml", bool)
        offered = await actions(editor, "claims/wire.yaml", found)
        (edits,) = offered[0].edit.changes.values()
        editor.type("claims/wire.yaml", applied(broken, edits))
        await editor.until("claims/wire.yaml", lambda shown: not shown)
        return editor.greeting, found, offered, edits

    greeting, found, (offered,), edits = session(folder, play)
    assert [*greeting.capabilities.code_action_provider.code_action_kinds] == ["quickfix"]
    assert offered.title == "Suggested for CT006: write 'minister-oduya'"
    assert (offered.kind, offered.is_preferred) == ("quickfix", False)
    assert [*offered.diagnostics] == [found]
    assert offered.edit.changes.keys() == {(folder / "claims" / "wire.yaml").as_uri()}
    assert applied(broken, edits) == ARTICLE


PRINTED = "قال الوزير: «الســدّ خط أحمر»، ثم انصرف.\n"
QUOTED = """\
article:
  {id: barq, outlet: northern-wire, title: السد, language: ar, published: 2031-05-02, text: b.txt}
claims:
  - {id: dam, speaker: minister-oduya, statement: S, quotes: [{exact: السد خط أحمر}]}
"""


def test_a_safe_fix_is_preferred(folder):
    (folder / "claims" / "b.txt").write_text(PRINTED, encoding="utf-8")
    (folder / "claims" / "barq.yaml").write_text(QUOTED, encoding="utf-8")

    async def play(editor):
        editor.open("claims/barq.yaml")
        found = await editor.until("claims/barq.yaml", lambda shown: "CT103" in codes(shown))
        folded = next(one for one in found if one.code == "CT103")
        return await actions(editor, "claims/barq.yaml", folded)

    (offered,) = session(folder, play)
    assert offered.title == "Fix CT103: write the words in the signs of the text"
    assert offered.is_preferred
    (edits,) = offered.edit.changes.values()
    assert applied(QUOTED, edits) == QUOTED.replace("السد خط", "الســدّ خط")


def test_fixes_are_offered_where_they_were_asked_for(folder):
    broken = ARTICLE.replace("[a-gate]", "[a-gte]")

    async def play(editor):
        editor.open("claims/wire.yaml", broken)
        (found,) = await editor.until("claims/wire.yaml", bool)
        elsewhere = lsp.Diagnostic(lsp.Range(lsp.Position(0, 0), lsp.Position(1, 0)), "")
        here = [await actions(editor, "claims/wire.yaml", found, only=["quickfix"])]
        nowhere = [
            await actions(editor, "claims/wire.yaml", found, only=["refactor"]),
            await actions(editor, "claims/wire.yaml", elsewhere),
            await actions(editor, "claims/actors.yaml", found),
        ]
        editor.type("claims/wire.yaml", f"# a line more\n{broken}")
        nowhere.append(await actions(editor, "claims/wire.yaml", found))
        return here, nowhere

    (offered,), nowhere = session(folder, play)
    assert [one.title for one in offered] == ["Suggested for CT006: write 'a-gate'"]
    assert not any(nowhere)


def test_a_bad_configuration_is_said_in_the_log(folder):
    (folder / "claimtrack.toml").write_text("leger = 1\n", encoding="utf-8")

    async def play(editor):
        editor.open("claims/wire.yaml")
        await asyncio.sleep(1)
        return editor.logged

    (message,) = session(folder, play)
    assert "leger" in message


WITHOUT = """
import sys
sys.modules["pygls"] = None
from claimtrack.__main__ import main
sys.exit(main(["lsp"]))
"""


def test_without_pygls_the_command_says_what_to_install():
    command = [sys.executable, "-c", WITHOUT]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)  # noqa: S603
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "install claimtrack[lsp]" in ran.stderr
    assert "Traceback" not in ran.stderr


def message(**content):
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def test_who_leaves_as_the_protocol_has_it_leaves_in_peace():
    said = (
        message(id=1, method="initialize", params={"capabilities": {}, "processId": None})
        + message(method="initialized", params={})
        + message(id=2, method="shutdown")
        + message(method="exit")
    )
    ran = subprocess.run(  # noqa: S603 - our own command
        SERVER, input=said, capture_output=True, check=False, timeout=60
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b'"id": 2' in ran.stdout.replace(b'"id":2', b'"id": 2')

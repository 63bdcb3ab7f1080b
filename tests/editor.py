"""An editor, as a language server sees one: pygls's own client, over stdin and stdout."""

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

lsp = pytest.importorskip("lsprotocol.types", reason="the extra lsp is not installed")
client = pytest.importorskip("pygls.lsp.client", reason="the extra lsp is not installed")

PATIENCE = 60
"""Seconds after which a server that says nothing has failed."""


class Editor(client.LanguageClient):
    """Opens files, types in them, and waits for what the server finds."""

    def __init__(self, folder, settings=None):
        super().__init__("editor", "1")
        self.folder = Path(folder)
        self.settings = settings or {}
        self.shown = {}
        self.logged = []
        self.published = asyncio.Event()
        self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self._publish(params))  # noqa: PLW0108 - pygls marks it
        self.feature(lsp.WINDOW_LOG_MESSAGE)(lambda params: self.logged.append(params.message))
        self.feature(lsp.CLIENT_REGISTER_CAPABILITY)(lambda _: None)
        self.feature(lsp.WORKSPACE_CONFIGURATION)(
            lambda params: [self.settings.get(item.section) for item in params.items]
        )

    def _publish(self, params):
        self.shown[params.uri] = params.diagnostics
        self.published.set()

    def uri(self, name):
        return (self.folder / name).as_uri()

    def at(self, name, line, character):
        return {
            "text_document": lsp.TextDocumentIdentifier(self.uri(name)),
            "position": lsp.Position(line, character),
        }

    def open(self, name, text=None):
        given = (self.folder / name).read_text(encoding="utf-8") if text is None else text
        document = lsp.TextDocumentItem(self.uri(name), "yaml", 1, given)
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(document))

    def type(self, name, text, version=2):
        document = lsp.VersionedTextDocumentIdentifier(version, self.uri(name))
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))

    async def until(self, name, wanted):
        """The findings shown for a file, as soon as they are as wanted."""
        async with asyncio.timeout(PATIENCE):
            while True:
                shown = self.shown.get(self.uri(name))
                if shown is not None and wanted(shown):
                    return shown
                self.published.clear()
                await self.published.wait()


@asynccontextmanager
async def editing(folder, *command, settings=None, encodings=None):
    """An editor of a folder, with a server started for it and stopped after it."""
    editor = Editor(folder, settings)
    await editor.start_io(*map(str, command))
    capabilities = lsp.ClientCapabilities(
        general=lsp.GeneralClientCapabilities(position_encodings=encodings),
        workspace=lsp.WorkspaceClientCapabilities(configuration=True),
    )
    root = Path(folder).as_uri()
    editor.greeting = await editor.initialize_async(
        lsp.InitializeParams(capabilities, root_uri=root)
    )
    editor.initialized(lsp.InitializedParams())
    if settings:
        changed = lsp.DidChangeConfigurationParams(settings)
        editor.workspace_did_change_configuration(changed)
    try:
        yield editor
    finally:
        await editor.shutdown_async(None)
        editor.exit(None)
        await editor.stop()

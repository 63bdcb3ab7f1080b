"""The server: which requests of an editor it answers, and with what."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from functools import wraps
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from claimtrack import __version__
from claimtrack.errors import ClaimtrackError
from claimtrack.lsp.completing import offers
from claimtrack.lsp.hovering import explained
from claimtrack.lsp.mending import mends
from claimtrack.lsp.naming import Mention, declarations, renamed, uses
from claimtrack.lsp.session import Place, Session
from claimtrack.lsp.spots import Named, named_at, spot_at, tree

REQUEST_FAILED = -32803
"""`RequestFailed` of LSP 3.17: understood, and refused for a reason that a person can read."""

_WATCHED = "**/*.{yaml,yml,txt,toml}"
"""Claim files, captured texts, and the configuration."""

_QUICK_FIXES = frozenset({lsp.CodeActionKind.Empty, lsp.CodeActionKind.QuickFix})
"""The kinds of action that an editor may ask for to be given quick fixes; empty is every kind."""

Handler = Callable[[Session, Any], Any]


def serve() -> None:
    """Answer an editor over stdin and stdout until it leaves."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # its tracebacks are of no use to people
    server().start_io()


def server() -> LanguageServer:
    """A server for one editor."""
    # Whole texts are exchanged: pygls ends lines at marks that are no line breaks to an editor.
    made = LanguageServer(
        "claimtrack", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full
    )
    session = Session(made)
    for method, (handler, options) in _HANDLERS.items():
        made.feature(method, options)(_guarded(handler, session))

    @made.feature(lsp.INITIALIZE)
    def _initialize(params: lsp.InitializeParams) -> None:
        """Work in the folder of the workspace: that is where paths are seen from."""
        folders = params.workspace_folders
        folder = to_fs_path(folders[0].uri if folders else params.root_uri or "")
        if folder and os.path.isdir(folder):  # noqa: PTH112 - a text
            os.chdir(folder)

    @made.feature(lsp.INITIALIZED)
    async def _initialized(_: lsp.InitializedParams) -> None:
        await _watch(made)
        session.check_soon()

    return made


def _guarded(handler: Handler, session: Session) -> Callable[[Any], Any]:
    """The handler, with what cannot be done said in words."""

    @wraps(handler)
    def answer(params: Any) -> Any:
        try:
            return handler(session, params)
        except ClaimtrackError as refusal:
            raise JsonRpcException(str(refusal), code=REQUEST_FAILED) from None
        except Exception as error:  # noqa: BLE001 - the server lives on, and says so
            message = f"internal error: {type(error).__name__}: {error}"
            raise JsonRpcException(message) from None

    return answer


async def _watch(made: LanguageServer) -> None:
    """Ask to be told of files that change on the disk, where the editor can tell."""
    workspace = made.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace is not None else None
    if watching is None or not watching.dynamic_registration:
        return
    options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(_WATCHED)])
    wanted = lsp.Registration("files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    await made.client_register_capability_async(lsp.RegistrationParams([wanted]))


def _opened(session: Session, params: lsp.DidOpenTextDocumentParams) -> None:
    session.put(params.text_document.uri, params.text_document.text)


def _changed(session: Session, params: lsp.DidChangeTextDocumentParams) -> None:
    session.put(params.text_document.uri, params.content_changes[-1].text)


def _closed(session: Session, params: lsp.DidCloseTextDocumentParams) -> None:
    session.drop(params.text_document.uri)


def _disk_changed(session: Session, _: object) -> None:
    session.disk_changed()


def _hover(session: Session, params: lsp.HoverParams) -> lsp.Hover | None:
    place = session.place(params.text_document.uri, params.position)
    spot = None if place is None else spot_at(tree(place.view.text(place.file)), place.offset)
    said = None if place is None or spot is None else explained(spot, place.view.ledger)
    return None if said is None else lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, said))


def _definition(session: Session, params: lsp.DefinitionParams) -> list[lsp.Location]:
    place, named = _named(session, params)
    if place is None or named is None:
        return []
    return [place.convert.location(one) for one in declarations(place.view.ledger, named)]


def _references(session: Session, params: lsp.ReferenceParams) -> list[lsp.Location]:
    place, named = _named(session, params)
    if place is None or named is None:
        return []
    found = uses(place.view.ledger, named)
    if params.context.include_declaration:
        found = declarations(place.view.ledger, named) + found
    return [place.convert.location(one) for one in found]


def _prepare_rename(session: Session, params: lsp.PrepareRenameParams) -> lsp.Range | None:
    """Only the identifier under the cursor, not its quotes or what stands before a colon."""
    place, named = _named(session, params)
    if place is None or named is None:
        return None
    found = declarations(place.view.ledger, named) + uses(place.view.ledger, named)
    return next((place.convert.range(one) for one in found if _is_at(one, place)), None)


def _rename(session: Session, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    place, named = _named(session, params)
    if place is None or named is None:
        return None
    if place.view.broken:
        files = " and ".join(sorted(place.view.broken))
        raise ClaimtrackError(f"{files} cannot be read as YAML; mend that first, then rename")
    mentions = renamed(place.view.ledger, named, params.new_name)
    return place.convert.edit((mention, params.new_name) for mention in mentions)


def _completion(session: Session, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    place = session.place(params.text_document.uri, params.position)
    if place is None:
        return None
    found = offers(place.view.text(place.file), place.offset, place.view.ledger)
    return place.convert.completions(place.file, place.offset, found)


def _code_action(session: Session, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """The fixes of the findings in a range."""
    only = params.context.only
    checked = session.checked(params.text_document.uri)
    if checked is None or (only is not None and _QUICK_FIXES.isdisjoint(only)):
        return []
    within = [
        finding
        for finding in checked.findings
        if checked.convert.is_in(finding.primary, params.range)
    ]
    return [checked.convert.action(mend) for mend in mends(within, checked.view)]


def _named(session: Session, params: Any) -> tuple[Place | None, Named | None]:
    """The place of a request, and the record that is mentioned there."""
    place = session.place(params.text_document.uri, params.position)
    spot = None if place is None else spot_at(tree(place.view.text(place.file)), place.offset)
    return place, None if spot is None else named_at(spot)


def _is_at(mention: Mention, place: Place) -> bool:
    return mention.file == place.file and mention.start <= place.offset <= mention.end


_HANDLERS: dict[str, tuple[Handler, Any]] = {
    lsp.TEXT_DOCUMENT_DID_OPEN: (_opened, None),
    lsp.TEXT_DOCUMENT_DID_CHANGE: (_changed, None),
    lsp.TEXT_DOCUMENT_DID_CLOSE: (_closed, None),
    lsp.TEXT_DOCUMENT_DID_SAVE: (_disk_changed, None),
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: (_disk_changed, None),
    lsp.TEXT_DOCUMENT_HOVER: (_hover, None),
    lsp.TEXT_DOCUMENT_DEFINITION: (_definition, None),
    lsp.TEXT_DOCUMENT_REFERENCES: (_references, None),
    lsp.TEXT_DOCUMENT_PREPARE_RENAME: (_prepare_rename, None),
    lsp.TEXT_DOCUMENT_RENAME: (_rename, lsp.RenameOptions(prepare_provider=True)),
    lsp.TEXT_DOCUMENT_COMPLETION: (_completion, lsp.CompletionOptions(trigger_characters=[" "])),
    lsp.TEXT_DOCUMENT_CODE_ACTION: (
        _code_action,
        lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]),
    ),
}
"""What is answered, with the options under which it is offered."""

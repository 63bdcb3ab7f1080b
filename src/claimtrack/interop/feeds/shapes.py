"""Feeds in any of the shapes in which claims are published, recognised by how they begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from claimtrack.interop.feeds.csv import csv_rows
from claimtrack.interop.feeds.found import Found, Gap
from claimtrack.interop.feeds.html import scripts
from claimtrack.interop.feeds.json import json_objects
from claimtrack.interop.feeds.window import Window
from claimtrack.interop.imports.review_shapes import appraisals, is_record


def objects(pieces: Iterable[str]) -> Iterator[Found | Gap]:
    """The objects of a feed and what could not be read of it.

    A text that begins with a brace or bracket is JSON, one that begins with `<` is a web page, and
    any other is a table.
    """
    given = iter(pieces)
    begun: list[str] = []
    for piece in given:
        begun.append(piece)
        if piece.strip().strip("\ufeff"):
            break
    first = "".join(begun).lstrip("\ufeff \t\r\n")[:1]
    text = chain(begun, given)
    if not first:
        return iter(())
    if first in "{[":
        return json_objects(Window(text), is_record)
    return _of_page(text) if first == "<" else csv_rows(text)


def _of_page(text: Iterable[str]) -> Iterator[Found | Gap]:
    """What a page says of claims; that it also says who runs the site is no record of a feed."""
    for script in scripts(text):
        for found in json_objects(Window([script.text], script.place), is_record):
            if isinstance(found, Gap) or next(appraisals(found.value), None) is not None:
                yield found

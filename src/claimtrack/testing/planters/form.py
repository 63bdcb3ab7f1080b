"""Conflicts of form (CT0): most are slips of the hand in the text of an article's file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from claimtrack import api
from claimtrack.store.dump import dump
from claimtrack.testing.planters.scene import Planting, scenes

Files = Mapping[str, str]

_BROKEN = ('actors: "never closed\n', "\tactors: []\n", "actors: [\n", "@at: 1\n")
# Lines that consistent ledgers do not have: an article of theirs gives none of these keys.
_UNKNOWN = ("bylin: Rima Delqan", "kindd: news", "colour: red", "Note: a capital")
_WRONG = ("versions: none", "corrections: {date: 2031-05-02}", "url: [a]", "archived: {a: b}")
_LITERALS = ("url: TBD", "archived: page four", "sha256: abc", "syndicated_from: The Wire", "url:")


def yaml_syntax(draw: st.DrawFn, files: Files) -> Planting:
    """A file that ends in the middle of something."""
    name, text = _article_file(draw, files)
    return Planting(bad={name: text + draw(st.sampled_from(_BROKEN))}, good={name: text})


def unknown_key(draw: st.DrawFn, files: Files) -> Planting:
    """A key of an article that the format does not know."""
    return _inserted(draw, files, _UNKNOWN)


def wrong_type(draw: st.DrawFn, files: Files) -> Planting:
    """A value of an article in the wrong shape, or a required key left out."""
    if draw(st.booleans()):
        return _inserted(draw, files, _WRONG)
    name, text = _article_file(draw, files)
    lines = text.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("  language: ")]
    return Planting(bad={name: "".join(kept)}, good={name: text})


def bad_literal(draw: st.DrawFn, files: Files) -> Planting:
    """A value of an article that only holds a place or is none."""
    return _inserted(draw, files, _LITERALS)


def duplicate_key(draw: st.DrawFn, files: Files) -> Planting:
    """A line of an article that stands twice."""
    name, text = _article_file(draw, files)
    lines = text.splitlines(keepends=True)
    places = [place for place, line in enumerate(lines) if _is_repeatable(line)]
    place = draw(st.sampled_from(places))
    doubled = [*lines[: place + 1], *lines[place:]]
    return Planting(bad={name: "".join(doubled)}, good={name: text})


def duplicate_id(draw: st.DrawFn, files: Files) -> Planting:
    """A record that is written down again in another file."""
    record = draw(st.sampled_from(api.loads({"actors.yaml": files["actors.yaml"]}).records))
    return Planting(bad={"planted.yaml": dump([record])}, good={"planted.yaml": dump([])})


def dangling_reference(draw: st.DrawFn, files: Files) -> Planting:
    """A claim that names somebody, or something, which is not in the ledger."""
    del files
    scene = scenes(draw)
    field = draw(st.sampled_from(["speaker", "proposition", "occasion", "based_on"]))
    value = "planted-nowhere"
    slip: dict[str, Any] = {field: [value] if field == "based_on" else value}
    bad = scene.claim("claim", **slip)
    return scene.planting([bad], [scene.claim("claim")])


def circular_relation(draw: st.DrawFn, files: Files) -> Planting:
    """Claims that take each other's place, or put each other right; or a claim that does itself."""
    del files
    scene = scenes(draw)
    field = draw(st.sampled_from(["supersedes", "corrects"]))
    names = [f"planted-{name}" for name in ("one", "two", "three")[: draw(st.integers(1, 3))]]
    following = [*names[1:], names[0]]
    bad, good = [], []
    for name, other in zip(names, following, strict=True):
        ended: dict[str, Any] = {"status": "superseded"}
        good.append(scene.claim(name.removeprefix("planted-"), **ended))
        ended[field] = [other]
        bad.append(scene.claim(name.removeprefix("planted-"), **ended))
    return scene.planting(bad, good)


def _article_file(draw: st.DrawFn, files: Files) -> tuple[str, str]:
    name = draw(st.sampled_from([name for name in files if name.startswith("articles/")]))
    return name, files[name]


def _inserted(draw: st.DrawFn, files: Files, choices: Sequence[str]) -> Planting:
    """A line put into the mapping of an article, right below its first one."""
    name, text = _article_file(draw, files)
    first, rest = text.split("\n", 1)
    slip = draw(st.sampled_from(choices))
    return Planting(bad={name: f"{first}\n  {slip}\n{rest}"}, good={name: text})


def _is_repeatable(line: str) -> bool:
    return line.startswith(("  id: ", "  outlet: ", "  language: ", "  published: "))

"""From records to claim files, as a person would write them.

What is read from a dump equals the records that were dumped. Edits of files that people wrote do
not come this way: they change only their own bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimtrack.model import KINDS, Article, Claim, Record, content
from claimtrack.model.content import Plain, keys_of
from claimtrack.store.scalars import folded, scalar

_WIDTH = 100
"""Columns up to which a mapping or list of texts stays on one line, and a text is not folded."""
_LONGEST_KEY = 1000
"""A key on one line with its colon has at most 1024 characters (YAML 1.2.2, section 7.4.3)."""

SECTION_OF = {cls: name for name, cls in KINDS.items()}
"""The lists of a claim file, by what they hold."""
_CARRIED = frozenset(key for _, key, _ in keys_of(Record))


def dump(records: Iterable[Record], language: str = "en") -> str:
    """One claim file that holds the records, sections in the format's order.

    Where they are one article, its claims and no other claim, the file has the form `article:` and
    its claims inherit it. Defaults are left out; localized text in `language` alone (the ledger's
    default) is a plain string. Raises `TypeError` for a record that no claim file holds, and
    `ValueError` for a text with a lone surrogate.
    """
    sections = defaultdict[str, list[Plain]](list)
    given = list(records)
    article = _only_article(given)
    for record in given:
        plain = record_entry(record, language)
        if article is not None and isinstance(record, Claim):
            del plain["article"]
        sections[section_of(record)].append(plain)
    return written(sections, with_article=article is not None)


def written(sections: Mapping[str, Sequence[Plain]], *, with_article: bool = False) -> str:
    """The text of a claim file with these sections, as plain data by the names of their lists.

    `with_article` writes the one article under `article:`. Raises `ValueError` for a text with a
    lone surrogate.
    """
    blocks = []
    if with_article:
        (only,) = sections["articles"]
        blocks.append(pair_lines("article", only, 0))
    for name in KINDS:
        if name in sections and not (with_article and name == "articles"):
            entries = [line for record in sections[name] for line in entry_lines(record, 2)]
            blocks.append([f"{name}:", *entries])
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks) or "{}\n"


def dump_files(records: Iterable[Record], language: str = "en") -> dict[str, str]:
    """Claim files by name: one for each article with its claims, one for each other kind.

    An article stands in `articles/<id>.yaml`, so that the path of a captured text is read from the
    folder `articles`. A second article of one identifier, and claims in an article that is not
    among the records, stand in `articles.yaml` and `claims.yaml`. Raises what `dump` raises.
    """
    files = defaultdict[str, list[Record]](list)
    given = list(records)
    homes: dict[str, str] = {}
    for record in given:
        if isinstance(record, Article) and record.id not in homes:
            homes[record.id] = f"articles/{record.id}.yaml"
            files[homes[record.id]].append(record)
        elif not isinstance(record, Claim):
            files[f"{section_of(record)}.yaml"].append(record)
    for record in given:
        if isinstance(record, Claim):
            files[homes.get(record.article, "claims.yaml")].append(record)
    return {name: dump(files[name], language) for name in sorted(files)}


def record_entry(record: Record, language: str) -> dict[str, Plain]:
    """A record as its entry in a list: what it is first, then what every record may carry."""
    plain = content(record, language)
    return {key: plain[key] for key in sorted(plain, key=_CARRIED.__contains__)}


def _only_article(records: Sequence[Record]) -> str | None:
    articles = [record.id for record in records if isinstance(record, Article)]
    if len(articles) != 1:
        return None
    named = {record.article for record in records if isinstance(record, Claim)}
    return articles[0] if named <= {articles[0]} else None


def section_of(record: Record) -> str:
    """The list of a claim file in which a record stands; raises `TypeError` where there is none."""
    try:
        return SECTION_OF[type(record)]
    except KeyError:
        raise TypeError(f"a {type(record).__name__} has no place in a claim file") from None


def pair_lines(key: str, value: Plain, indent: int) -> list[str]:
    """A key and its value as lines: one where that reads well, else below each other."""
    left = " " * indent
    head = f"{left}{scalar(key)}:"
    if len(head) > _LONGEST_KEY:
        return [f"{left}? {scalar(key)}", f"{left}:", *_block(value, indent + 2)]
    if indent:
        line = _inline(value)
        if line is not None and len(head) + 1 + len(line) <= _WIDTH:
            return [f"{head} {line}"]
    if isinstance(value, str):
        first, *rest = folded(value, indent + 2, _WIDTH, len(head) + 1)
        return [f"{head} {first}", *rest]
    return [head, *_block(value, indent + 2)]


def entry_lines(value: Plain, indent: int) -> list[str]:
    """An entry of a list as lines, with its dash; a record goes over several."""
    line = None if indent == 2 and isinstance(value, dict) else _inline(value)  # noqa: PLR2004
    if line is not None and indent + 2 + len(line) <= _WIDTH:
        return [f"{' ' * indent}- {line}"]
    first, *rest = _block(value, indent + 2)
    return [f"{' ' * indent}- {first.lstrip(' ')}", *rest]


def _block(value: Plain, indent: int) -> list[str]:
    if isinstance(value, dict) and value:
        return [line for key, item in value.items() for line in pair_lines(key, item, indent)]
    if isinstance(value, list) and value:
        return [line for item in value for line in entry_lines(item, indent)]
    if isinstance(value, str):
        first, *rest = folded(value, indent, _WIDTH)
        return [" " * indent + first, *rest]
    return [f"{' ' * indent}{_inline(value)}"]


def flow(value: Plain) -> str:
    """The value in flow style, on one line."""
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, flow=True)}: {flow(item)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return _inline(value, flow=True) or ""


def _inline(value: Plain, *, flow: bool = False) -> str | None:
    """The value on one line; None for what holds more than texts, or would be too long anyway."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return scalar(value, flow=flow)
    parts: Iterable[Plain] = value.values() if isinstance(value, Mapping) else value
    if any(isinstance(part, list | dict) for part in parts):
        return None
    if isinstance(value, Mapping):
        pairs = [
            f"{scalar(key, flow=True)}: {_inline(item, flow=True)}" for key, item in value.items()
        ]
        return None if any(len(pair) > _WIDTH for pair in pairs) else f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(_inline(part, flow=True) or '' for part in value)}]"

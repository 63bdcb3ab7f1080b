"""Programs that check records of other kinds: slower, and further from what claimtrack does.

Each is given as many of its own records as there are claims, with a text and a link to another.
"""

import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from invented import sentence
from peers import python
from timing import Job

Make = Callable[[Path, int], Job]


def written(folder: Path, texts: Iterable[tuple[str, str]]) -> None:
    """Write files, unless they are there."""
    if folder.exists():
        return
    for name, text in texts:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def page(head: str, count: int, record: Callable[[int], str]) -> str:
    """As many records below a head."""
    return head + "".join(record(n) for n in range(count))


def statement(n: int) -> str:
    """What a record says."""
    return sentence("peer", n).en


def doorstop(folder: Path, count: int) -> Job:
    """Requirements in a file each."""
    program = python("doorstop", "doorstop") / "doorstop"

    def texts() -> Iterator[tuple[str, str]]:
        settings = "settings:\n  digits: 6\n  prefix: REQ\n  sep: ''\n"
        yield "requirements/.doorstop.yml", settings
        for n in range(1, count + 1):
            body = f"active: true\nlevel: 1.{n}\nnormative: true\ntext: |\n  {statement(n)}\n"
            yield f"requirements/REQ{n:06}.yml", body

    written(folder, texts())
    if not (folder / ".git").exists():
        subprocess.run(["git", "init", "--quiet", str(folder)], check=True)  # noqa: S603, S607
    return Job([str(program), "--no-reformat"], folder, (0, 1))


def strictdoc(folder: Path, count: int) -> Job:
    """Requirements in one document."""
    program = python("strictdoc", "strictdoc") / "strictdoc"
    head = "[DOCUMENT]\nTITLE: Claims\n"

    def record(n: int) -> str:
        return f"\n[REQUIREMENT]\nUID: REQ-{n}\nSTATEMENT: {statement(n)}\n"

    written(folder, [("claims.sdoc", page(head, count, record))])
    return Job([str(program), "export", ".", "--formats", "json"], folder)


def sphinx_needs(folder: Path, count: int) -> Job:
    """Needs on one page, each linked to the one before."""
    program = python("sphinx-needs", "sphinx-needs") / "sphinx-build"

    def texts() -> Iterator[tuple[str, str]]:
        yield "source/conf.py", 'extensions = ["sphinx_needs"]\n'
        yield "source/index.rst", page("Claims\n======\n", count, record)

    def record(n: int) -> str:
        link = f"\n   :links: R{n - 1:06}" if n else ""
        return f"\n.. req:: Claim {n}\n   :id: R{n:06}{link}\n\n   {statement(n)}\n"

    written(folder, texts())
    return Job([str(program), "-q", "-E", "-b", "needs", "source", "out"], folder)


LINKML = """\
id: https://claims.example/schema
name: claims
prefixes: {linkml: https://w3id.org/linkml/}
imports: [linkml:types]
classes:
  Ledger:
    tree_root: true
    attributes: {claims: {range: Claim, multivalued: true, inlined_as_list: true}}
  Claim:
    attributes:
      id: {identifier: true, pattern: "^c[0-9]+$"}
      statement: {required: true}
      supersedes: {range: Claim}
"""


def linkml(folder: Path, count: int) -> Job:
    """Claims in one file, held against a schema."""
    program = python("linkml", "linkml") / "linkml-validate"

    def texts() -> Iterator[tuple[str, str]]:
        yield "schema.yaml", LINKML
        yield "claims.yaml", page("claims:\n", count, record)

    def record(n: int) -> str:
        before = f"\n    supersedes: c{n - 1}" if n else ""
        return f"  - id: c{n}\n    statement: {statement(n)}{before}\n"

    written(folder, texts())
    return Job([str(program), "-s", "schema.yaml", "-C", "Ledger", "claims.yaml"], folder)


SHAPES = """\
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix : <https://claims.example/> .
:ClaimShape a sh:NodeShape ; sh:targetClass :Claim ;
  sh:property [ sh:path :statement ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path :supersedes ; sh:class :Claim ; sh:maxCount 1 ] .
"""


def pyshacl(folder: Path, count: int) -> Job:
    """Claims as a graph, held against shapes."""
    program = python("pyshacl", "pyshacl") / "pyshacl"

    def texts() -> Iterator[tuple[str, str]]:
        yield "shapes.ttl", SHAPES
        yield "claims.ttl", page("@prefix : <https://claims.example/> .\n", count, record)

    def record(n: int) -> str:
        before = f" ; :supersedes :c{n - 1}" if n else ""
        return f':c{n} a :Claim ; :statement "{statement(n)}"{before} .\n'

    written(folder, texts())
    return Job([str(program), "-s", "shapes.ttl", "claims.ttl"], folder)


MORE: dict[str, Make] = {
    "doorstop": doorstop,
    "linkml-validate": linkml,
    "pyshacl": pyshacl,
    "sphinx-needs": sphinx_needs,
    "strictdoc": strictdoc,
}

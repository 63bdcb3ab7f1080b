"""Where one claim comes from, as a graph: for a terminal, Mermaid, Graphviz, and programs.

Nothing here recurses and no node is drawn twice, so that a chain of any length, and one that closes
on itself, is shown in time and space that grow with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from claimtrack.findings import Location
from claimtrack.model import Claim, Copy, Ledger
from claimtrack.model.sourcing import Edge, SourcingGraph, Step, Stop, Via, said_by
from claimtrack.reports.json import json_text
from claimtrack.reports.paint import PLAIN, Paint
from claimtrack.text.excerpt import cut
from claimtrack.text.terminal import safe

SCHEMA = "claimtrack-chain/1"
_MISSING = "not in this ledger"
_VOICE = "voice"
"""A hop that is somebody who speaks."""
_DEEPEST = 20
"""Levels of branches beyond which lines are not indented further."""


class Node(NamedTuple):
    """A claim, an article, an outlet, a speaker, or a name that the ledger does not hold."""

    kind: str
    name: str
    label: str
    is_end: bool
    """Whether nothing leads further upstream."""
    place: Location | None = None
    """Where a claim stands; None for all others."""

    @property
    def data(self) -> dict[str, Any]:
        """The node as JSON has it."""
        at = self.place
        place = None if at is None else {"file": at.file, "line": at.line, "column": at.column}
        return {**self._asdict(), "place": place}


class Arrow(NamedTuple):
    """That a node, by its number, has something from another."""

    taker: int
    giver: int
    via: Via
    verb: str
    consulted: bool | None
    """Whether the recorder read that hop; None where no hop says so."""

    @property
    def label(self) -> str:
        """The field, the verb, and whether the hop was read."""
        read = {True: "read", False: "not read", None: ""}[self.consulted]
        return ", ".join(word for word in (str(self.via), self.verb, read) if word)


class Chain(NamedTuple):
    """Everything upstream of one claim, which is the first node."""

    nodes: list[Node]
    arrows: list[Arrow]

    def placed(self, places: Mapping[Location, Location]) -> Chain:
        """The same with lines and columns, from places by what they are without."""
        nodes = [
            node if node.place is None else node._replace(place=places[node.place])
            for node in self.nodes
        ]
        return self._replace(nodes=nodes)


def chain_of(ledger: Ledger, claim: str, copies: Iterable[Copy] = ()) -> Chain:
    """What is upstream of a claim of the ledger, nearest first; `copies` are derived from it."""
    graph = SourcingGraph(
        ledger.claims.values(),
        ledger.articles.get,
        ledger.actors.get,
        {copy.article: copy.original for copy in copies},
    )
    if claim not in graph.claims:  # a draft: nobody takes anything from it
        graph.claims[claim] = ledger.claims[claim]
    chain = Chain([], [])
    numbers: dict[Stop, int] = {}
    waiting = [Stop("claim", claim)]
    numbers[waiting[0]] = 0
    for stop in waiting:  # grows as it is walked
        edges = [(step, _same_place(graph, other)) for step, other in _upstream(graph, stop)]
        chain.nodes.append(_node(ledger, graph, stop, is_end=not edges))
        for step, other in edges:
            if other not in numbers:
                numbers[other] = len(waiting)
                waiting.append(other)
            chain.arrows.append(_arrow(numbers[stop], numbers[other], step))
    return chain


def _upstream(graph: SourcingGraph, stop: Stop) -> list[Edge]:
    """The steps of the sourcing graph, and every hop of a chain, speakers among them, in turn."""
    if stop.kind not in ("claim", "hop", _VOICE):
        return graph.upstream(stop)
    claim = graph.claims[stop.name]
    edges = [edge for edge in graph.upstream(stop) if edge[0].via is not Via.CHAIN]
    if edges and edges[0][0].via is Via.SAYS:  # the hop is that article
        edges = graph.upstream(edges[0][1])
    before = _before(graph, claim, stop)
    return edges if before is None else [*edges, before]


def _before(graph: SourcingGraph, claim: Claim, stop: Stop) -> Edge | None:
    """The hop of a claim's chain from which the claim, or one of its hops, has it."""
    media = {place: number for number, (place, _) in enumerate(graph.media(claim))}
    first = {"claim": len(claim.hops), _VOICE: stop.place}.get(stop.kind)
    for place in reversed(range(graph.media(claim)[stop.place][0] if first is None else first)):
        hop = claim.hops[place]
        step = Step(Via.CHAIN, ("attribution", "chain", place), hop)
        if place in media:
            return step, Stop("hop", claim.id, said_by(claim), media[place])
        if hop.actor is not None and not graph.is_outlet(hop.actor):
            return step, Stop(_VOICE, claim.id, None, place)
    return None


def _same_place(graph: SourcingGraph, stop: Stop) -> Stop:
    """A hop, or the article that it is, where the ledger knows more of that and no hop before."""
    if stop.kind == "hop" and _before(graph, graph.claims[stop.name], stop) is None:
        edges = graph.upstream(stop)
        if edges and edges[0][0].via is Via.SAYS:
            return edges[0][1]
    return stop


def _arrow(taker: int, giver: int, step: Step) -> Arrow:
    hop = step.hop
    verb = (hop.verb or "") if hop is not None else ""
    return Arrow(taker, giver, step.via, verb, hop.consulted if hop is not None else None)


def _node(ledger: Ledger, graph: SourcingGraph, stop: Stop, *, is_end: bool) -> Node:
    if stop.kind == _VOICE:
        actor = graph.claims[stop.name].hops[stop.place].actor or ""
        if actor not in ledger.actors:
            return Node("missing", actor, _MISSING, is_end)
        return Node("speaker", actor, _actor(ledger, actor), is_end)
    name = graph.passes(stop)
    if stop.kind == "claim":
        claim = graph.claims[name]
        who = "" if claim.is_own_voice else f"{_actor(ledger, claim.speaker)} in "
        quote = f": «{cut(claim.quotes[0].exact)}»" if claim.quotes else ""
        return Node(
            "claim", name, f"{who}{_article(ledger, claim.article)}{quote}", is_end, claim.where()
        )
    if name in ledger.articles:
        return Node("article", name, _article(ledger, name), is_end)
    if name in ledger.actors:
        return Node("outlet", name, f"{_actor(ledger, name)}, no article named", is_end)
    return Node("missing", name, _MISSING, is_end)


def _article(ledger: Ledger, name: str) -> str:
    article = ledger.articles.get(name)
    if article is None:
        return f"{name}, {_MISSING}"
    return f"{_actor(ledger, article.outlet)}, {article.published.day()}"


def _actor(ledger: Ledger, name: str) -> str:
    actor = ledger.actors.get(name)
    return name if actor is None else actor.name.best(ledger.config.language)[1]


def render_text(chain: Chain, paint: Paint = PLAIN) -> Iterator[str]:
    """One line for each step, from the claim upstream; what has several origins branches."""
    given: dict[int, list[Arrow]] = {}
    for arrow in chain.arrows:
        given.setdefault(arrow.taker, []).append(arrow)
    yield f"{_line(chain.nodes[0], paint)}\n"
    shown, on_the_way = {0}, {0}
    waiting: list[tuple[Arrow | int, int]] = [(arrow, 0) for arrow in reversed(given.get(0, []))]
    while waiting:
        task, depth = waiting.pop()
        if isinstance(task, int):  # everything upstream of that node is told
            on_the_way.discard(task)
            continue
        arrow = task
        node, giver = chain.nodes[arrow.giver], arrow.giver
        again = " (round to where it began)" if giver in on_the_way else " (see above)"
        end = again if giver in shown else _end(node)
        line = f"{paint.dim(paint.text(arrow.label))} {_line(node, paint)}{end}"
        yield f"{'  ' * min(depth, _DEEPEST)}← {line}\n"
        if giver not in shown:
            shown.add(giver)
            on_the_way.add(giver)
            further = given.get(giver, [])
            deeper = depth + (len(further) > 1)
            waiting.append((giver, depth))
            waiting += ((one, deeper) for one in reversed(further))


def _line(node: Node, paint: Paint) -> str:
    at = f" {paint.place(f'{paint.text(node.place.file)}:{node.place.line}')}" if node.place else ""
    return f"{paint.strong(paint.text(node.name))} {paint.text(node.label)}{at}"


def _end(node: Node) -> str:
    if not node.is_end:
        return ""
    return " (origin)" if node.kind in ("claim", "speaker") else " (dead end)"


def render_mermaid(chain: Chain) -> Iterator[str]:
    """A flow chart of Mermaid: arrows run as the words did, from their origin to the claim."""
    yield "flowchart TD\n"
    for number, node in enumerate(chain.nodes):
        yield f'  n{number}["{_mermaid(_told(node))}"]\n'
    for arrow in chain.arrows:
        line = "-.->" if arrow.consulted is False else "-->"
        yield f'  n{arrow.giver} {line}|"{_mermaid(arrow.label)}"| n{arrow.taker}\n'


def render_dot(chain: Chain) -> Iterator[str]:
    """A directed graph in the language of Graphviz."""
    yield "digraph chain {\n  node [shape=box];\n"
    for number, node in enumerate(chain.nodes):
        yield f'  n{number} [label="{_dot(_told(node))}"];\n'
    for arrow in chain.arrows:
        style = ", style=dashed" if arrow.consulted is False else ""
        label = _dot(arrow.label)
        yield f'  n{arrow.giver} -> n{arrow.taker} [label="{label}"{style}];\n'
    yield "}\n"


def render_json(chain: Chain, *, plain: bool = False) -> Iterator[str]:
    """The nodes and arrows as one document (`claimtrack-chain/1`), however deep the chain is."""
    nodes = [node.data for node in chain.nodes]
    arrows = [arrow._asdict() for arrow in chain.arrows]
    document = {"schema": SCHEMA, "claim": chain.nodes[0].name, "nodes": nodes, "arrows": arrows}
    yield json_text(document, plain, indent=2) + "\n"


def _told(node: Node) -> str:
    return f"{node.name}: {node.label}{_end(node)}"


def _mermaid(text: str) -> str:
    """A text inside quotation marks: what is neither letter, digit nor blank is an entity code."""
    return "".join(
        char if char.isalnum() or char in " ,.:-" or ord(char) > 127 else f"#{ord(char)};"  # noqa: PLR2004 - ASCII
        for char in safe(text)
    )


def _dot(text: str) -> str:
    """A text inside quotation marks: Graphviz knows escapes of the backslash only."""
    return safe(text).replace("\\", "\\\\").replace('"', '\\"')

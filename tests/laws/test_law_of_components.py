"""The law of components: whoever sees one of them finds what is found in the whole ledger.

It is as true after an edit, and in partitions: those who belong together are always found.
"""

import tempfile
from functools import partial
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack.engine.order import Order
from claimtrack.engine.run import derived_for
from claimtrack.engine.view import lookup_of
from claimtrack.model import Actor, Article, Claim, Copy, Lineage, Loop, Tie
from claimtrack.model.reprints import reprinted
from claimtrack.model.sourcing import SourcingGraph, Stop
from claimtrack.plugins import all_rules
from claimtrack.recheck import Request, recheck
from claimtrack.rules import catalogue
from claimtrack.rules.sourcing import graph, lines
from claimtrack.rules.sourcing.lineages import ends_of
from claimtrack.rules.sourcing.loops import loops_of
from claimtrack.store.settings import find_config

AS_OF = claimtrack.parse_date("2031-06-01")
RULES = [rule for rule in catalogue() if rule.code.startswith("CT4")]
ACTORS = """\
actors:
  - {id: o0, kind: outlet, name: O}
  - {id: o1, kind: outlet, name: O}
  - {id: s, kind: person, name: S}
  - {id: u, kind: unnamed, name: U}
propositions:
  - {id: p, text: P, verdicts: [{veracity: supported, reviewer: s, date: 2031-05-01}]}
  - {id: q, text: Q, parties: [s]}
"""
TEXTS = {f"t{n}.txt": " ".join(f"w{k * k % 97 + n}" for k in range(120)) for n in range(2)}
ARTICLES = [f"a{n}" for n in range(5)]
CLAIMS = [*(f"c{n}" for n in range(6)), "a0"]
"""An article and a claim may have one identifier, and so may two claims, which is a finding."""
ARTICLE = st.sampled_from(ARTICLES)
NAMED = st.sampled_from([*ARTICLES, *ARTICLES, "o0", "o1", "c0", "nothing"])
HOP = st.sampled_from([*(f"article: {name}" for name in ARTICLES), "actor: o0", "actor: s"])


def listed(names, most=2):
    found = st.lists(names, max_size=most, unique=True)
    return found.map(lambda these: "[" + ", ".join(these) + "]")


@st.composite
def claims(draw):
    """A claim in any article, taken from anywhere."""
    told = {
        "id": draw(st.sampled_from(CLAIMS)),
        "speaker": draw(st.sampled_from(["article", "article", "o0", "s", "u"])),
        "statement": "So",
        "stance": draw(st.sampled_from([*["affirms"] * 5, "denies"])),
        "status": draw(st.sampled_from([*["active"] * 5, "superseded", "draft"])),
    }
    if proposition := draw(st.sampled_from(["p", "p", "p", "p", "q", ""])):
        told["proposition"] = proposition
    if draw(st.integers(0, 3)) == 0:
        told["based_on"] = draw(listed(st.sampled_from([*ARTICLES, *CLAIMS, "nothing"])))
    if draw(st.integers(0, 3)) == 0:
        chain = draw(listed(HOP.map(lambda hop: f"{{{hop}}}"), 3))
        sourcing = draw(st.sampled_from(["hearsay", "named", "witnessed"]))
        told["attribution"] = f"{{chain: {chain}, sourcing: {sourcing}}}"
    return ", ".join(f"{key}: {value}" for key, value in told.items())


@st.composite
def newsrooms(draw):
    """Files of one article each: reprints in lines, trees and rings, credits, copies, claims.

    Nearly all say one thing: who does not comes together with others seldom.
    """
    kind = draw(st.sampled_from(["line", "reprints", "credits", "copies", "all"]))
    files = {"actors.yaml": ACTORS, **TEXTS}
    for n, name in enumerate([*ARTICLES, *draw(st.lists(ARTICLE, max_size=1))]):
        told = f"id: {name}, outlet: o{draw(st.integers(0, 2))}, title: T, language: en"
        told += f", published: 2031-05-0{draw(st.integers(1, 3))}"
        if kind in ("credits", "all"):
            told += f", cites: {draw(listed(NAMED))}"
        above = draw(st.none() | NAMED) if kind in ("reprints", "all") else None
        if kind == "line" and 0 < n < len(ARTICLES):
            above = ARTICLES[n - 1]
        told += f", syndicated_from: {above}" if above is not None else ""
        text = draw(st.sampled_from([*TEXTS, None])) if kind in ("copies", "all") else None
        told += f", text: {text}" if text is not None else ""
        said = draw(st.lists(claims(), min_size=1, max_size=2))
        said = "".join(f"  - {{{one}}}\n" for one in said)
        files[f"{n}.yaml"] = f"article: {{{told}}}\nclaims:\n{said}"
    return files


@pytest.fixture(params=[(0, 0), (1, 32), (8, 1), (8, 32)], ids=str)
def bounds(request, monkeypatch):
    """What counts as a long line, and as many credits."""
    monkeypatch.setattr(lines, "SHORT", request.param[0])
    monkeypatch.setattr(graph, "MANY", request.param[1])


@pytest.mark.usefixtures("bounds")
@settings(max_examples=200, deadline=None)
@given(newsrooms())
def test_what_is_derived_is_what_follows_from_the_whole_ledger(files):
    ledger = claimtrack.loads(files)
    derived = derived_for(ledger, RULES[0], as_of=AS_OF)
    lookup = lookup_of(ledger, AS_OF)
    copied = {one.article: one.original for one in derived if isinstance(one, Copy)}
    found = {one.claim: (one.ends, one.ties) for one in derived if isinstance(one, Lineage)}
    assert found == dict(origins(whole(ledger, lookup, copied)))
    loops = [one for one in derived if isinstance(one, Loop)]
    rings = [one for one in loops if one.first.startswith("article:")]
    others = [one for one in loops if one not in rings]
    by_first = attrgetter("first")
    expected = sorted(loops_of(whole(ledger, lookup, {})), key=by_first)
    assert sorted(others, key=by_first) == expected
    around = sorted(sorted(one.article for one in ring.stations) for ring in rings)
    assert around == sorted(map(sorted, rings_of(ledger, lookup)))


def whole(ledger, lookup, copied):
    """The graph of everything: nothing is derived to bring its claims together or to walk it."""
    claims = Order(lookup).of(one for one in ledger.records if isinstance(one, Claim))
    return SourcingGraph(claims, partial(lookup, Article), partial(lookup, Actor), copied)


def origins(sourcing):
    """Where each live claim on a proposition comes from: in the end, and next."""
    live = {name: one for name, one in sourcing.claims.items() if one.is_live and one.proposition}
    found = ends_of(sourcing, [Stop("claim", name) for name in live])
    for name in live:
        start = Stop("claim", name)
        ties = tuple(Tie(step.via, sourcing.passes(stop)) for step, stop in found.edges[start])
        yield name, (found.ends[start], ties)


def rings_of(ledger, lookup):
    """The sets of articles that reprint each other all round."""
    articles = {name: lookup(Article, name) for name in ledger.articles}
    above = {name: reprinted(one) for name, one in articles.items()}
    found = set()
    for start in articles:
        name, line = start, []
        while name in above and name not in line:
            line.append(name)
            name = above[name]
        if name in line:
            found.add(frozenset(line[line.index(name) :]))
    return found


@settings(max_examples=20, deadline=None)
@given(st.lists(newsrooms(), min_size=2, max_size=2), st.sets(st.integers(0, 4), min_size=1))
def test_so_it_is_after_an_edit_and_in_partitions(rooms, edited):
    one, other = rooms
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "SHORT", 1)
        patch.setattr(graph, "MANY", 1)
        folder = Path(home, "claims")
        index = Path(home, "index.sqlite")
        folder.mkdir()
        names = {*(f"{n}.yaml" for n in edited)}
        for files in (one, {**one, **{name: other[name] for name in names}}, one):
            for name, text in files.items():
                (folder / name).write_text(text, "utf-8")
            expected = claimtrack.check(claimtrack.load(folder), as_of=AS_OF)
            assert checked(folder, index) == expected
        patch.setattr("claimtrack.recheck.sizes.LARGE", 0)
        patch.setattr("claimtrack.recheck.partitioned.PARTITION", 500)
        patch.setattr("claimtrack.recheck.partitioned.CHUNK", 1)
        assert checked(folder, Path(home, "apart.sqlite")) == expected


def checked(folder, index):
    """The result of checking what is new since the index was written; else of all, in parts."""
    config = find_config(folder)
    request = Request(
        paths=[str(folder)],
        config=config,
        configured=config,
        rules=all_rules(),
        as_of=AS_OF,
        index=str(index),
        identity=["test"],
    )
    return recheck(request).result

"""Leaps over lines of reprints, and credits found by name: as in a walk step by step."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack import Config
from claimtrack.engine import run
from claimtrack.model import Actor, Article, Attribution, Claim, Copy, Hop, Ledger, Localized
from claimtrack.model.reprints import lines, reprinted
from claimtrack.model.sourcing import LEANING, SourcingGraph, Step, Stop, Via
from claimtrack.model.words import ActorKind, Sourcing, Stance
from claimtrack.rules.sourcing.circular_sourcing import CircularSourcing
from claimtrack.rules.sourcing.lineages import ends_of
from claimtrack.text.dates import parse_date

DAY = parse_date("2031-05-03")
TEXT = Localized.of("Flood")
ACTORS = {
    "o": Actor(id="o", kind=ActorKind.OUTLET, name=TEXT),
    "s": Actor(id="s", kind=ActorKind.PERSON, name=TEXT),
}
ARTICLES = [f"a{n}" for n in range(7)]
CLAIMS = [f"c{n}" for n in range(6)]
ABOVE = st.sampled_from([*ARTICLES, *ARTICLES, CLAIMS[0], "o", "nothing"])


def some(names):
    return st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple)


@st.composite
def components(draw):
    """Lines of reprints, of which a few articles say one of two things, taken from anywhere."""
    articles = [
        Article(
            id=name,
            outlet=draw(st.sampled_from("oq")),
            title=TEXT,
            language="en",
            published=DAY,
            syndicated_from=draw(st.none() | ABOVE),
            cites=draw(some([*ARTICLES[:3], "o", "s", CLAIMS[0], "nothing"])),
        )
        for name in ARTICLES
    ]
    claims = [
        Claim(
            id=name,
            article=draw(st.sampled_from(ARTICLES)),
            speaker=draw(st.sampled_from(["article", "o", "s"])),
            proposition=draw(st.sampled_from(["p", "p", "q", None])),
            stance=draw(st.sampled_from([Stance.AFFIRMS, Stance.DENIES])),
            based_on=draw(st.just(()) | some([*ARTICLES, *CLAIMS])),
            attribution=draw(st.none() | st.builds(through, some([*ARTICLES, "o"]))),
        )
        for name in CLAIMS
    ]
    copied = draw(some(ARTICLES))
    copies = [
        Copy(article=name, original=draw(st.sampled_from(ARTICLES)), share=0.9) for name in copied
    ]
    return articles, claims, copies


def through(names):
    hops = (Hop(actor=name) if name == "o" else Hop(article=name) for name in names)
    return Attribution(chain=tuple(hops), sourcing=None if names else Sourcing.NAMED)


class StepByStep(SourcingGraph):
    """The graph that is walked through every article and credit for all that is followed."""

    def leap(self, stop):
        return self.upstream(stop), 1

    def _credits(self, claim, article, said):
        own = self.is_own_voice(claim)
        cited = [
            (Step(Via.CITES, ("cites", place)), stop)
            for place, name in enumerate(article.cites)
            if (stop := self._printed(name, said)) and name not in (article.id, article.outlet)
            if (stop.kind == "article" and said is not None and (name, said) in self._within)
            or (stop.kind == "outlet" and (own or claim.speaker == name))
        ]
        if cited and (claim.attribution is None or claim.attribution.sourcing in LEANING):
            return cited
        if not own and self.is_outlet(claim.speaker):
            return [(Step(Via.SPEAKER, ("speaker",)), Stop("outlet", claim.speaker, said))]
        return []


@given(components())
@settings(max_examples=200)
def test_each_claim_has_the_ends_that_a_walk_step_by_step_finds(component):
    articles, claims, copies = component
    named = {article.id: article for article in articles}
    copied = {copy.article: copy.original for copy in copies}
    parents = {name: reprinted(article) for name, article in named.items()}
    parents = {name: above if above in named else None for name, above in parents.items()}
    places = {line.article: line for line in lines(parents)}
    found, expected = (
        ends_of(graph, [Stop("claim", name) for name in CLAIMS])
        for graph in (
            cls(claims, named.get, ACTORS.get, copied, places.get)
            for cls in (SourcingGraph, StepByStep)
        )
    )
    for name in CLAIMS:
        stop = Stop("claim", name)
        assert found[0][stop] == expected[0][stop]
        assert found[1][stop] == expected[1][stop]


def ring(size):
    """Articles that reprint each other; each other one has a claim from the article before it."""
    articles = [
        Article(
            id=f"a{n}",
            outlet="o",
            title=TEXT,
            language="en",
            published=DAY,
            syndicated_from=f"a{(n - 1) % size}",
        )
        for n in range(size)
    ]
    claims = [
        Claim(
            id=f"c{n}",
            article=f"a{n}",
            speaker="s",
            proposition=f"p{n}",
            based_on=(f"a{(n - 1) % size}",),
        )
        for n in range(0, size, 2)
    ]
    return articles, claims, []


@given(components())
@example(ring(7))
@settings(max_examples=200)
def test_circular_sourcing_tells_the_same_loops(component):
    articles, claims, _ = component
    ledger = Ledger(records=(*ACTORS.values(), *articles, *claims))

    def findings():
        return run(ledger, [CircularSourcing()], as_of=DAY, config=Config()).findings

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimtrack.rules.sourcing.lines.SHORT", 0)
        leapt = findings()
        patch.setattr(SourcingGraph, "leap", StepByStep.leap)
        patch.setattr(SourcingGraph, "_credits", StepByStep._credits)
        assert leapt == findings()

"""Conflicts about where claims come from (CT4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from claimtrack.testing.factories import make_proposition
from claimtrack.testing.planters.scene import EARLY, LATE, OTHER, OUTLETS, Planting, scenes

Files = Mapping[str, str]
_WORDS = ("gate", "dam", "siren", "night", "بوابة", "سد", "صفارة", "ليلة")
_FIRST_HAND: dict[str, Any] = {"attribution": {"sourcing": "named"}}


def circular_sourcing(draw: st.DrawFn, files: Files) -> Planting:
    """Two articles of which each has it from the other; or the earlier one heard it itself."""
    del files
    scene = scenes(draw)
    early = _upstream(draw, LATE, "late")
    bad = scene.claim("early", speaker="article", **early)
    late = scene.claim("late", LATE, speaker="article", **_upstream(draw, EARLY, "early"))
    question = make_proposition(scene.proposition.id, kind="position")
    good = scene.claim("early", **_FIRST_HAND)
    return scene.planting([question, bad, late], [question, good, late])


def single_root(draw: st.DrawFn, files: Files) -> Planting:
    """An article that has it from another; or it also has a second speaker."""
    del files
    scene = scenes(draw)
    one = scene.claim("early")
    from_it = scene.claim("late", LATE, **_upstream(draw, EARLY, "early"))
    other = scene.claim("second", LATE, speaker=OTHER, **_FIRST_HAND)
    return scene.planting([one, from_it], [one, from_it, other])


def unread_hop_quoted(draw: st.DrawFn, files: Files) -> Planting:
    """A verbatim quote by way of a hop that was not read; or it was, or the form is indirect."""
    del files
    scene = scenes(draw)
    hop = draw(st.sampled_from([{"article": EARLY}, {"actor": OUTLETS[0]}]))
    words = draw(st.sampled_from(["No action is required", "لا يلزم أي إجراء"]))

    def claim(form: str | None, *, consulted: bool) -> Any:
        chain = [{"actor": OTHER, "verb": "wrote"}, {**hop, "consulted": consulted}]
        told = {"quotes": [{"exact": words}], "form": form, "attribution": {"chain": chain}}
        return scene.claim("late", LATE, **{key: one for key, one in told.items() if one})

    bad = claim(draw(st.sampled_from(["direct", "mixed", None])), consulted=False)
    read = draw(st.booleans())
    good = claim("direct" if read else "indirect", consulted=read)
    return scene.planting([bad], [good])


def interested_parties_only(draw: st.DrawFn, files: Files) -> Planting:
    """One party or two to a proposition, and nobody else; or the other is no party."""
    del files
    scene = scenes(draw)
    name = scene.proposition.id
    claims = [scene.claim("early"), scene.claim("late", LATE, speaker=OTHER)]
    bad = make_proposition(name, parties=["planted-speaker", OTHER])
    good = make_proposition(name, parties=["planted-speaker"])
    return scene.planting([bad, *claims], [good, *claims])


def corroboration_overclaimed(draw: st.DrawFn, files: Files) -> Planting:
    """A verdict of supported on one voice; or on two, or there is not enough evidence."""
    del files
    scene = scenes(draw)
    one = scene.claim("early")
    again = scene.claim("late", LATE)
    other = scene.claim("late", LATE, speaker=OTHER)
    evidence = draw(st.sampled_from([[], [one.id, again.id]]))

    def judged(veracity: str) -> Any:
        verdict = {"reviewer": OTHER, "date": scene.on(60), "evidence": evidence}
        return make_proposition(scene.proposition.id, verdicts=[{"veracity": veracity, **verdict}])

    bad = [judged("supported"), one, again]
    good = draw(
        st.sampled_from(
            [[judged("supported"), one, other], [judged("not_enough_evidence"), one, again]]
        )
    )
    return scene.planting(bad, good)


def _upstream(draw: st.DrawFn, article: str, claim: str) -> dict[str, Any]:
    """The fields of a claim that was taken from an article, or from a claim in it."""
    return draw(
        st.sampled_from(
            [
                {"based_on": [article]},
                {"based_on": [f"planted-{claim}"]},
                {"attribution": {"chain": [{"article": article, "consulted": True}]}},
            ]
        )
    )


def undeclared_copy(draw: st.DrawFn, files: Files) -> Planting:
    """An article with the text of an earlier one; or with a credit, or with another text."""
    del files
    scene = scenes(draw)
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=200, max_size=300))
    # Numbered, so that no passage of the text stands in it twice, nor in another.
    numbered = [f"{word}{place}" for place, word in enumerate(words)]
    early, late = (evolve(article, text=f"{article.id}.txt") for article in scene.articles)
    texts = {
        f"planted/articles/{early.id}.txt": " ".join(numbered),
        f"planted/articles/{late.id}.txt": " ".join(numbered[draw(st.integers(0, 60)) :]),
    }
    credited = evolve(late, cites=(draw(st.sampled_from([EARLY, OUTLETS[0]])),))
    bad = evolve(scene, articles=(early, late)).planting([], [])
    good = evolve(scene, articles=(early, credited)).planting([], [])
    return Planting(bad={**bad.bad, **texts}, good={**good.good, **texts})

"""Conflicts about who said it (CT2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from claimtrack.model import Actor
from claimtrack.testing.factories import make_actor, make_occasion, make_proposition
from claimtrack.testing.planters.scene import LATE, OTHER, Planting, scenes

Files = Mapping[str, str]


def unnamed_speaker_unexplained(draw: st.DrawFn, files: Files) -> Planting:
    """A source without a name, and without a reason; or with one, for an opinion."""
    del files
    scene = scenes(draw)
    source = make_actor("planted-source", kind="unnamed", name="an official")
    question = scene.proposition
    explained = {"sourcing": "unnamed", "anonymity_reason": "The work is confidential"}
    if draw(st.booleans()):
        unexplained = {"sourcing": draw(st.sampled_from(["unnamed", "unnamed_official"]))}
        bad = scene.claim("claim", speaker=source.id, attribution=unexplained)
        good = scene.claim("claim", speaker=source.id, attribution=explained)
        return scene.planting([source, bad], [source, good])
    kind = draw(st.sampled_from(["position", "prediction"]))
    opinion = make_proposition(question.id, kind=kind)
    claim = scene.claim("claim", speaker=source.id, attribution=explained)
    fact = make_proposition(question.id, kind="event")
    return scene.planting([source, opinion, claim], [source, fact, claim])


def background_and_declined(draw: st.DrawFn, files: Files) -> Planting:
    """One article in which somebody declines to comment and is quoted without a name."""
    del files
    scene = scenes(draw)
    other = make_proposition("planted-other-question")
    records = [
        scene.proposition,
        other,
        scene.claim("declines", stance="declines_to_comment"),
    ]
    basis = draw(st.sampled_from(["background", "deep_background"]))
    hidden = {"basis": basis, "anonymity_reason": "The board has forbidden interviews"}
    bad = scene.claim("talks", proposition=other.id, attribution=hidden)
    good = scene.claim("talks", proposition=other.id, attribution={"basis": "on_record"})
    return scene.planting([*records, bad], [*records, good])


def role_anachronism(draw: st.DrawFn, files: Files) -> Planting:
    """A title in the cue that its bearer had left, or had yet to get, by months."""
    del files
    scene = scenes(draw)
    title = draw(st.sampled_from(["Minister of Water", "وزيرة المياه"]))
    claim = scene.claim("claim", speaker="planted-minister", attribution={"cue": f"{title} said"})
    past = {"from": scene.on(-900), "to": scene.on(-90)}
    future = {"from": scene.on(90)}
    held = {"from": scene.on(-90), "to": scene.on(90)}

    def minister(role: Mapping[str, str]) -> Actor:
        return make_actor("planted-minister", roles=[{"title": title, **role}])

    bad = minister(draw(st.sampled_from([past, future])))
    return scene.planting([bad, claim], [minister(held), claim])


def attribution_drift(draw: st.DrawFn, files: Files) -> Planting:
    """One occasion: the early article hedges, the late one does not, or has seen a document."""
    del files
    scene = scenes(draw)
    occasion = make_occasion("planted-occasion", date=scene.on())
    hedge: Mapping[str, Any] = draw(
        st.sampled_from(
            [
                {"attribution": {"cue": "suggested"}},
                {"attribution": {"force": "doubting"}},
                {"attribution": {"cue": "said"}, "certainty": "possible"},
            ]
        )
    )
    early = scene.claim("early", occasion=occasion.id, **hedge)
    sure = {"cue": draw(st.sampled_from(["confirmed", "showed", "revealed"]))}
    late = [
        scene.claim("late", LATE, occasion=occasion.id, attribution=told)
        for told in (sure, {**sure, "sourcing": draw(st.sampled_from(["document", "witnessed"]))})
    ]
    return scene.planting([occasion, early, late[0]], [occasion, early, late[1]])


def own_voice_upgrade(draw: st.DrawFn, files: Files) -> Planting:
    """What a speaker said in the early article is a fact in the late one."""
    del files
    scene = scenes(draw)
    early = scene.claim("early")
    other = scene.claim("second", speaker=OTHER)  # with one voice alone there would be one root
    own = {"speaker": "article", "based_on": [draw(st.sampled_from([early.id, early.article]))]}
    repairs = [
        {"certainty": draw(st.sampled_from(["possible", "probable"]))},
        {"attribution": {"sourcing": draw(st.sampled_from(["witnessed", "document"]))}},
        {"speaker": early.speaker},
    ]
    bad = scene.claim("late", LATE, **own)
    good = scene.claim("late", LATE, **(own | draw(st.sampled_from(repairs))))
    return scene.planting([early, other, bad], [early, other, good])

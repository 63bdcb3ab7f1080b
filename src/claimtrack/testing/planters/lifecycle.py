"""Conflicts about when, and about what became of it (CT5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from claimtrack.model import Claim, Correction
from claimtrack.model.words import ArticleStatus
from claimtrack.testing.factories import make_occasion
from claimtrack.testing.planters.scene import EARLY, LATE, OTHER, Planting, Scene, scenes
from claimtrack.text.dates import parse_date

Files = Mapping[str, str]
_TAKEN_BACK = ("retracted", "withdrawn", "corrected", "superseded")


def said_after_published(draw: st.DrawFn, files: Files) -> Planting:
    """Words, or an occasion, that the article could not yet know of."""
    del files
    scene = scenes(draw)
    later = scene.on(draw(st.integers(3, 300)))
    if draw(st.booleans()):
        return scene.planting([scene.claim("claim", said=later)], [scene.claim("claim")])
    claim = scene.claim("claim", said=None, occasion="planted-occasion")
    bad = make_occasion("planted-occasion", date=later)
    return scene.planting([bad, claim], [make_occasion(bad.id, date=scene.on()), claim])


def retracted_in_use(draw: st.DrawFn, files: Files) -> Planting:
    """A live claim that rests on one that was taken back, or stands in such an article."""
    del files
    scene = scenes(draw)
    ended = draw(st.sampled_from(_TAKEN_BACK))
    if draw(st.booleans()):
        basis = scene.claim("basis", status=ended)
        rests = {"speaker": OTHER, "based_on": [basis.id]}
        bad = scene.claim("user", LATE, **rests)
        good = scene.claim("user", LATE, **rests, status=ended)
        return scene.planting([basis, bad], [basis, good])
    status = draw(st.sampled_from([ArticleStatus.RETRACTED, ArticleStatus.WITHDRAWN]))
    early, late = scene.articles
    told: Scene = evolve(scene, articles=(evolve(early, status=status), late))
    return told.planting([scene.claim("claim")], [scene.claim("claim", status=ended)])


def correction_not_propagated(draw: st.DrawFn, files: Files) -> Planting:
    """A reprint of an article that was corrected or taken back, which carries no notice."""
    del files
    scene = scenes(draw)
    first, copied = scene.claim("first", status="corrected"), scene.claim("copied", LATE)
    status = draw(st.sampled_from([ArticleStatus.CORRECTED, ArticleStatus.RETRACTED]))
    early, late = scene.articles
    notices = [_notice(scene, claim) for claim in (first, copied)]
    early = evolve(early, status=status, corrections=(notices[0],))
    late = evolve(late, syndicated_from=early.id)
    mended = evolve(late, status=status, corrections=(notices[1],))
    bad, good = (evolve(scene, articles=(early, copy)) for copy in (late, mended))
    return Planting(
        bad=bad.planting([first, copied], []).bad,
        good=good.planting([], [first, evolve(copied, status=first.status)]).good,
    )


def _notice(scene: Scene, claim: Claim) -> Correction:
    date = parse_date(scene.on(50))
    return Correction(date=date, text="They did not say so.", affects=(claim.id,))


def illegal_transition(draw: st.DrawFn, files: Files) -> Planting:
    """A claim that was taken back for good, and comes back to life."""
    del files
    scene = scenes(draw)
    ended = draw(st.sampled_from(_TAKEN_BACK))
    end = _entry(scene, 2, lifecycle=ended)
    back = _entry(scene, 5, lifecycle="active")
    bad = scene.claim("claim", history=[end, back])
    good = scene.claim("claim", history=[end], status=ended)
    return scene.planting([bad], [good])


def history_disagrees(draw: st.DrawFn, files: Files) -> Planting:
    """A status that is not what the history came to."""
    del files
    scene = scenes(draw)
    found = draw(st.sampled_from(["verified", "misquoted", "misattributed"]))
    history = [_entry(scene, 2, attribution=found)]
    bad = scene.claim("claim", history=history)
    good = scene.claim("claim", history=history, status={"attribution": found})
    return scene.planting([bad], [good])


def _entry(scene: Scene, days: int, **fields: str) -> dict[str, Any]:
    grounds = {"by": "desk", "why": "Read on the page", "evidence": [EARLY]}
    return {"date": scene.on(days), **fields, **grounds}

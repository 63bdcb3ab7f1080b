"""Conflicts between days and between reports of one occasion (CT6)."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from claimtrack.testing.factories import make_occasion
from claimtrack.testing.planters.scene import LATE, Planting, scenes

Files = Mapping[str, str]


def stance_change(draw: st.DrawFn, files: Files) -> Planting:
    """A speaker who affirms on one day and denies weeks later, or the reverse."""
    del files
    scene = scenes(draw, gap=draw(st.integers(10, 60)))
    first, second = draw(st.permutations(["affirms", "denies"]))
    one = scene.claim("one", stance=first)
    bad = scene.claim("other", LATE, stance=second, said=scene.on(scene.gap))
    good = scene.claim("other", LATE, stance=first, said=scene.on(scene.gap))
    return scene.planting([one, bad], [one, good])


def reversal_or_misreport(draw: st.DrawFn, files: Files) -> Planting:
    """Two outlets that report the opposite of one occasion."""
    del files
    scene = scenes(draw)
    occasion = make_occasion("planted-occasion", date=scene.on())
    first, second = draw(st.permutations(["affirms", "denies"]))
    one = scene.claim("one", stance=first, occasion=occasion.id)
    bad = scene.claim("other", LATE, stance=second, occasion=occasion.id)
    good = scene.claim("other", LATE, stance=first, occasion=occasion.id)
    return scene.planting([occasion, one, bad], [occasion, one, good])

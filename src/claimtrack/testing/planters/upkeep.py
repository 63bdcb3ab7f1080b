"""Silences that silence nothing, and rules that fail (CT8, CT9)."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from claimtrack.testing.faulty import AlwaysRaises
from claimtrack.testing.planters.scene import Planting, scenes

Files = Mapping[str, str]


def ignore_unused(draw: st.DrawFn, files: Files) -> Planting:
    """An ignore without anything to silence, out of date, or of a rule that does not exist."""
    del files
    scene = scenes(draw)
    rule = draw(st.sampled_from(["CT301", "value-conflict", "CT201", "no-such-rule"]))
    until = draw(st.sampled_from([{}, {"until": scene.on()}]))
    ignore = [{"rule": rule, "reason": "Settled with the desk", **until}]
    return scene.planting([scene.claim("claim", ignore=ignore)], [scene.claim("claim")])


def rule_crashed(draw: st.DrawFn, files: Files) -> Planting:
    """A ledger in which nothing is wrong, under a rule that raises."""
    del files
    scene = scenes(draw)
    claims = [scene.claim("claim")]
    return scene.planting(claims, claims, also=(AlwaysRaises(),))

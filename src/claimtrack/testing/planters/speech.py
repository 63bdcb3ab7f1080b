"""Conflicts about whose words they are, and in which language they were spoken (CT2, CT7)."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from claimtrack.testing.factories import make_occasion
from claimtrack.testing.planters.scene import LATE, OTHER, SPEAKER, Planting, scenes

Files = Mapping[str, str]
_WORDS = [
    "the seventh lantern was never lit that night",
    "لم يشعل أحد القنديل السابع في تلك الليلة",
]


def same_words_two_speakers(draw: st.DrawFn, files: Files) -> Planting:
    """One quote under two names, or under one."""
    del files
    scene = scenes(draw)
    quotes = [{"exact": draw(st.sampled_from(_WORDS))}]
    one = scene.claim("one", quotes=quotes)
    bad = scene.claim("other", LATE, speaker=OTHER, quotes=quotes)
    good = scene.claim("other", LATE, speaker=SPEAKER, quotes=quotes)
    return scene.planting([one, bad], [one, good])


def recycled_quote(draw: st.DrawFn, files: Files) -> Planting:
    """One quote of one speaker on two days, or on one."""
    del files
    scene = scenes(draw)
    quotes = [{"exact": draw(st.sampled_from(_WORDS))}]
    one = scene.claim("one", quotes=quotes)
    bad = scene.claim("other", LATE, said=scene.on(scene.gap), quotes=quotes)
    good = scene.claim("other", LATE, quotes=quotes)
    return scene.planting([one, bad], [one, good])


def no_original_words(draw: st.DrawFn, files: Files) -> Planting:
    """A quote in a language that was not spoken, or in the one that was."""
    del files
    scene = scenes(draw)
    occasion = make_occasion("planted-occasion", date=scene.on(), language="fr")
    told = {"occasion": occasion.id, "form": draw(st.sampled_from(["direct", "mixed"]))}
    exact = draw(st.sampled_from(_WORDS))
    bad = scene.claim("claim", quotes=[{"exact": exact, "language": "ar"}], **told)
    good = scene.claim("claim", quotes=[{"exact": exact, "language": "fr"}], **told)
    return scene.planting([occasion, bad], [occasion, good])

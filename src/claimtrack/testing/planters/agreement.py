"""Conflicts about what was said (CT3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from claimtrack.testing.factories import make_proposition
from claimtrack.testing.planters.scene import EARLY, LATE, OTHER, Planting, scenes
from claimtrack.testing.scalars import in_arabic_digits

Files = Mapping[str, str]
_UNITS = (("kg", "km"), ("%", "percentage points"), ("litres", "tonnes"))
_NOT_LIVE = ("draft", "retracted", "withdrawn", "corrected", "superseded")


def value_conflict(draw: st.DrawFn, files: Files) -> Planting:
    """Two numbers for one question on one day; or on two days, or one of them taken back."""
    del files
    scene = scenes(draw)
    question = make_proposition(scene.proposition.id, value={"type": "quantity"})
    number = draw(st.integers(10, 900))
    larger = str(3 * number + draw(st.integers(0, 900)))
    value = draw(st.sampled_from([larger, f"more than {larger}", f"about {larger}"]))
    if draw(st.booleans()):
        value = in_arabic_digits(value)
    one = scene.claim("one", value=str(number), as_of=scene.on())
    told: dict[str, Any] = {"speaker": OTHER, "as_of": scene.on()}
    repairs = [
        {"value": str(number)},
        {"value": value, "as_of": scene.on(-30), "said": scene.on(-30)},
        {"value": value, "status": draw(st.sampled_from(_NOT_LIVE))},
    ]
    bad = scene.claim("other", LATE, **told, value=value)
    good = scene.claim("other", LATE, **{**told, **draw(st.sampled_from(repairs))})
    return scene.planting([question, one, bad], [question, one, good])


def unit_mismatch(draw: st.DrawFn, files: Files) -> Planting:
    """The same number of two things that cannot be compared."""
    del files
    scene = scenes(draw)
    question = make_proposition(scene.proposition.id, value={"type": "quantity"})
    one_unit, other_unit = draw(st.permutations(draw(st.sampled_from(_UNITS))))
    number = draw(st.integers(2, 90))
    one = scene.claim("one", value=f"{number} {one_unit}")
    bad = scene.claim("other", LATE, speaker=OTHER, value=f"{number} {other_unit}")
    good = scene.claim("other", LATE, speaker=OTHER, value=f"{number} {one_unit}")
    return scene.planting([question, one, bad], [question, one, good])


def verdict_conflict(draw: st.DrawFn, files: Files) -> Planting:
    """Supported by one reviewer, refuted by another; or one of the two no longer stands."""
    del files
    scene = scenes(draw)
    labels = draw(st.permutations(["supported", "refuted"]))
    verdicts = [
        {"veracity": label, "reviewer": reviewer, "date": scene.on(days)}
        for label, reviewer, days in zip(labels, (OTHER, "planted-speaker"), (0, 5), strict=True)
    ]
    ended = draw(st.sampled_from(["superseded", "retracted"]))
    name = scene.proposition.id
    bad = make_proposition(name, verdicts=verdicts)
    good = make_proposition(name, verdicts=[{**verdicts[0], "lifecycle": ended}, verdicts[1]])
    return scene.planting([bad], [good])


def contradicts_itself(draw: st.DrawFn, files: Files) -> Planting:
    """One speaker who affirms, on one day, two propositions that contradict each other."""
    del files
    scene = scenes(draw)
    opposite = make_proposition("planted-opposite", contradicts=[scene.proposition.id])
    one = scene.claim("one")
    article = draw(st.sampled_from([EARLY, LATE]))
    bad = scene.claim("other", article, proposition=opposite.id)
    repairs = [{"stance": "denies"}, {"status": draw(st.sampled_from(_NOT_LIVE))}]
    repair = draw(st.sampled_from(repairs))
    good = scene.claim("other", article, proposition=opposite.id, **repair)
    records = [scene.proposition, opposite, one]
    return scene.planting([*records, bad], [*records, good])


def response_conflict(draw: st.DrawFn, files: Files) -> Planting:
    """No answer in one article, an answer in another on the same or the next day."""
    del files
    scene = scenes(draw, gap=draw(st.integers(0, 1)))
    silences = ["declines_to_comment", "no_response", "neither_confirms_nor_denies"]
    silence = draw(st.sampled_from(silences))
    silent = scene.claim("silent", stance=silence)
    answer = draw(st.sampled_from(["affirms", "denies"]))
    bad = scene.claim("answer", LATE, stance=answer)
    good = scene.claim("answer", LATE, stance=silence)
    return scene.planting([silent, bad], [silent, good])


def duplicate_claim(draw: st.DrawFn, files: Files) -> Planting:
    """One statement of an article that was recorded twice."""
    del files
    scene = scenes(draw)
    stance = draw(st.sampled_from(["affirms", "denies", "questions"]))
    records = [scene.proposition, scene.claim("one", stance=stance)]
    bad = scene.claim("again", stance=stance)
    good = scene.claim("again", stance=stance, speaker=OTHER)
    return scene.planting([*records, bad], [*records, good])


def implication_broken(draw: st.DrawFn, files: Files) -> Planting:
    """One speaker who affirms a proposition and denies, that day, what it implies."""
    del files
    scene = scenes(draw)
    whole = make_proposition("planted-whole", implies=[scene.proposition.id])
    affirmed = scene.claim("whole", proposition=whole.id)
    article = draw(st.sampled_from([EARLY, LATE]))
    records = [scene.proposition, whole, affirmed]
    bad = scene.claim("part", article, stance="denies")
    return scene.planting([*records, bad], [*records, scene.claim("part", article)])


def sum_broken(draw: st.DrawFn, files: Files) -> Planting:
    """Two parts of one day that are more than the whole; or one is less, of another day, or gone.

    Counts that end in no zero were not rounded, so that one less in the whole is enough.
    """
    del files
    scene = scenes(draw)
    counts = {"type": "quantity", "unit": "homes"}
    question = make_proposition(scene.proposition.id, value=counts)
    halves = [
        make_proposition(f"planted-part-{side}", value=counts, part_of=question.id)
        for side in ("left", "right")
    ]
    number, other = (10 * draw(st.integers(1, 90)) + draw(st.integers(1, 9)) for _ in range(2))
    most = draw(st.integers(number, number + other - 1).filter(lambda most: most % 10))
    whole = scene.claim("whole", value=f"at most {most}", as_of=scene.on())
    left = scene.claim("left", proposition=halves[0].id, value=str(number), as_of=scene.on())
    told: dict[str, Any] = {"proposition": halves[1].id, "value": str(other), "as_of": scene.on()}
    repairs: list[dict[str, Any]] = [
        {"value": f"at most {other}"},
        {"value": "0"},
        {"as_of": scene.on(-30), "said": scene.on(-30)},
        {"status": draw(st.sampled_from(_NOT_LIVE))},
    ]
    records = [question, *halves, whole, left]
    bad = scene.claim("right", LATE, **told)
    good = scene.claim("right", LATE, **{**told, **draw(st.sampled_from(repairs))})
    return scene.planting([*records, bad], [*records, good])


def cumulative_fell(draw: st.DrawFn, files: Files) -> Planting:
    """A count that can only grow is lower a week later; or the later claim corrects it."""
    del files
    scene = scenes(draw)
    question = make_proposition(
        scene.proposition.id, value={"type": "quantity", "cumulative": True}
    )
    number = draw(st.integers(10, 900))
    one = scene.claim("one", value=str(number + 100), as_of=scene.on())
    told: dict[str, Any] = {"value": str(number), "as_of": scene.on(7)}
    repairs: list[dict[str, Any]] = [{"corrects": [one.id]}, {"value": str(number + 200)}]
    repair = draw(st.sampled_from(repairs))
    bad = scene.claim("other", LATE, **told)
    good = scene.claim("other", LATE, **{**told, **repair})
    return scene.planting([question, one, bad], [question, one, good])


def value_not_in_words(draw: st.DrawFn, files: Files) -> Planting:
    """A quote carries another weight than the value; or the same."""
    del files
    scene = scenes(draw)
    question = make_proposition(scene.proposition.id, value={"type": "quantity", "unit": "kg"})
    number = draw(st.integers(10, 900))
    words = draw(st.sampled_from(["we weighed {} kg of salt", "وزنّا {} كيلوغراما من الملح"]))
    quotes = [{"exact": words.format(number)}]
    bad = scene.claim("one", value=str(3 * number), quotes=quotes)
    good = scene.claim("one", value=str(number), quotes=quotes)
    return scene.planting([question, bad], [question, good])

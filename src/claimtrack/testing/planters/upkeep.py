"""Silences that silence nothing, judgements of what has changed, rules that fail (CT8, CT9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from claimtrack import api
from claimtrack.model import Claim, Decision, Localized, Review, seen_fingerprint
from claimtrack.model.words import Certainty, DecisionKind
from claimtrack.rules.agreement.duplicate_claim import DuplicateClaim
from claimtrack.store.dump import dump
from claimtrack.testing.faulty import AlwaysRaises
from claimtrack.testing.planters.scene import LATE, OTHER, Planting, Scene, scenes
from claimtrack.text.dates import parse_date

Files = Mapping[str, str]


def ignore_unused(draw: st.DrawFn, files: Files) -> Planting:
    """An ignore without anything to silence, out of date, or of a rule that does not exist."""
    del files
    scene = scenes(draw)
    rule = draw(st.sampled_from(["CT301", "value-conflict", "CT201", "no-such-rule"]))
    until = draw(st.sampled_from([{}, {"until": scene.on()}]))
    ignore = [{"rule": rule, "reason": "Settled with the desk", **until}]
    return scene.planting([scene.claim("claim", ignore=ignore)], [scene.claim("claim")])


def review_stale(draw: st.DrawFn, files: Files) -> Planting:
    """A claim that was changed after somebody approved it, in one field or several."""
    del files
    scene = scenes(draw)
    now = scene.claim("claim", certainty="probable")
    changes = draw(
        st.sampled_from([{"certainty": "certain"}, {"form": "indirect"}, {"speaker": OTHER}])
    )
    then = evolve(
        now, **{field: getattr(scene.claim("claim", **changes), field) for field in changes}
    )
    return scene.planting([_reviewed(scene, now, then)], [_reviewed(scene, now, now)])


def suspect_dependent(draw: st.DrawFn, files: Files) -> Planting:
    """An approved claim whose article, proposition or basis has changed since."""
    del files
    scene = scenes(draw)
    # Of another statement: two affirmations of one proposition and one origin are CT402's.
    basis = scene.claim("basis", proposition=None, statement="The letter came on Monday")
    claim = scene.claim("claim", LATE, based_on=[basis.id])
    now, then = draw(
        st.sampled_from(
            [
                (scene.articles[1], evolve(scene.articles[1], title=Localized.of("Old title"))),
                (scene.proposition, evolve(scene.proposition, text=Localized.of("Other words"))),
                (basis, evolve(basis, certainty=Certainty.PROBABLE)),
            ]
        )
    )
    bad, good = (
        _reviewed(scene, claim, claim, (now.ref, seen_fingerprint(one))) for one in (then, now)
    )
    return scene.planting([basis, bad], [basis, good])


def decision_reopened(draw: st.DrawFn, files: Files) -> Planting:
    """A decision on a finding, or on two records, one of which is not what it was."""
    del files
    scene = scenes(draw)
    claims = [scene.claim("one", form="direct"), scene.claim("two", form="indirect")]
    seen = tuple((claim.ref, seen_fingerprint(claim)) for claim in claims)
    changed = evolve(claims[0], certainty=Certainty.CERTAIN)
    stale = ((changed.ref, seen_fingerprint(changed)), seen[1])
    if draw(st.booleans()):
        subject: dict[str, Any] = {"different": tuple(claim.id for claim in claims)}
    else:
        subject = {
            "finding": _duplicate(claims),
            "rule": "CT309",
            "decision": DecisionKind.NOT_A_CONFLICT,
        }
    told: dict[str, Any] = {
        "by": "desk",
        "at": parse_date(scene.on(3)),
        "why": "Said twice in the article",
    }
    bad, good = (Decision(**subject, **told, seen=some) for some in (stale, seen))
    return scene.planting([*claims, bad], [*claims, good])


def _reviewed(scene: Scene, claim: Claim, then: Claim, *seen: tuple[str, str]) -> Claim:
    """The claim with an approval of it as it was then."""
    at = parse_date(scene.on(50))
    return evolve(
        claim, review=Review(by="desk", at=at, fingerprint=seen_fingerprint(then), seen=seen)
    )


def _duplicate(claims: Sequence[Claim]) -> str:
    """The fingerprint of the finding that some claims are one."""
    found = api.check(api.loads(dump(claims)), as_of="2031-06-01", rules=[DuplicateClaim()])
    return found.findings[0].fingerprint


def rule_crashed(draw: st.DrawFn, files: Files) -> Planting:
    """A ledger in which nothing is wrong, under a rule that raises."""
    del files
    scene = scenes(draw)
    claims = [scene.claim("claim")]
    return scene.planting(claims, claims, also=(AlwaysRaises(),))

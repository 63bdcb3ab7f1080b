"""ClaimReview in: reviews of claims from any of the feeds in which they are published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import frozen

from claimtrack.interop.crosswalk import Crosswalk, shipped
from claimtrack.interop.feed import Gap
from claimtrack.interop.feeds import objects
from claimtrack.interop.importing import Known, Outcome, Refused
from claimtrack.interop.recorder import UNDETERMINED, Recorder
from claimtrack.interop.review_shapes import appraisals


@frozen(kw_only=True)
class ClaimReviewImporter:
    """Reads schema.org's ClaimReview and Claim, and the Fact Check Tools API."""

    name: ClassVar[str] = "claimreview"

    crosswalk: Crosswalk = shipped()
    language: str = UNDETERMINED
    """Of articles of which the feed does not say it (BCP 47)."""

    def read(self, pieces: Iterable[str], known: Known) -> Iterator[Outcome]:
        """What becomes of each record of one feed, whose text comes in pieces."""
        recorder = Recorder(known, self.crosswalk, self.language)
        number = 0
        for found in objects(pieces):
            if isinstance(found, Gap):
                number += 1
                yield Refused(found.place._replace(record=number), found.reason)
                continue
            is_any = False
            for appraisal in appraisals(found.value):
                is_any, number = True, number + 1
                yield from recorder.record(found.place._replace(record=number), appraisal)
            if not is_any:
                number += 1
                reason = "an object that is neither a claim nor a review of one"
                yield Refused(found.place._replace(record=number), reason)

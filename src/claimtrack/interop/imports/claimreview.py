"""ClaimReview in: reviews of claims from any of the feeds in which they are published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.interop.feeds.found import Gap
from claimtrack.interop.feeds.shapes import objects
from claimtrack.interop.importing import Importer, Known, Outcome, Reader, Refused, Settings
from claimtrack.interop.imports.crosswalk import Crosswalk, shipped
from claimtrack.interop.imports.recorder import Recorder
from claimtrack.interop.imports.review_shapes import appraisals


def _prepare(settings: Settings) -> Reader:
    crosswalk = shipped()
    if settings.crosswalk is not None:
        own = Crosswalk.parse(settings.crosswalk.text, settings.crosswalk.name)
        crosswalk = crosswalk.under(own)

    def read(pieces: Iterable[str], known: Known) -> Iterator[Outcome]:
        return _read(pieces, Recorder(known, crosswalk, settings.language))

    return read


def _read(pieces: Iterable[str], recorder: Recorder) -> Iterator[Outcome]:
    number = 0
    for found in objects(pieces):
        before = number
        if isinstance(found, Gap):
            number += 1
            yield Refused(found.place._replace(record=number), found.reason)
            continue
        for appraisal in appraisals(found.value):
            number += 1
            yield from recorder.record(found.place._replace(record=number), appraisal)
        if number == before:
            number += 1
            reason = "an object that is neither a claim nor a review of one"
            yield Refused(found.place._replace(record=number), reason)


CLAIMREVIEW = Importer(
    name="claimreview",
    summary="Reviews of claims: JSON-LD, web pages, the Fact Check Tools API, tables.",
    prepare=_prepare,
)

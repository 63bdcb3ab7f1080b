"""What is exported as ClaimReview, held against the types of schema.org (npm `schema-dts`)."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from feeds import ledger_of, outcomes, review
from test_claimreview_export import LEDGER, export

import claimtrack
from claimtrack.testing import sample

sys.path.append(str(Path(__file__).parents[1] / "reports"))
import npm

FOUNDING = Path(__file__).parents[2] / "claims"
FEED = [
    review(1),
    review(2, reviewRating=None, headline=None),
    review(
        3, itemReviewed={"author": {"name": "Facebook posts"}, "appearance": ["https://x.example"]}
    ),
    review(4, author={"@type": "Person", "name": "R. Aldane"}, publisher=review()["author"]),
]
SCRIPT = """\
import type {{ Graph }} from "schema-dts";
export const graph: Graph = {document};
"""


def document(nodes):
    return {"@context": "https://schema.org", "@graph": nodes}


FIT = {
    "by-hand": lambda: claimtrack.loads(LEDGER),
    "imported": lambda: ledger_of(outcomes(FEED)),
    "demonstration": lambda: claimtrack.load(sample("demo") / "claims"),
    "founding": lambda: claimtrack.load(FOUNDING),
}
UNFIT = {
    "no-such-field": {"@type": "ClaimReview", "claimReviewd": "x"},
    "field-of-another-type": {"@type": "Claim", "claimReviewed": "x"},
    "no-such-type": {"@type": "ClaimRevue", "url": "https://x.example"},
}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    """What the compiler says of each document as a literal of the type, in one run of it."""
    npm.module("schema-dts")
    compiler = npm.module("typescript") / "lib" / "tsc.js"
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    folder = tmp_path_factory.mktemp("types")
    (folder / "node_modules").symlink_to(npm.ROOT / "node_modules")
    documents = {name: document(export(make())[0]) for name, make in FIT.items()}
    documents |= {name: document([node_]) for name, node_ in UNFIT.items()}
    for name, made in documents.items():
        assert made["@graph"]
        (folder / f"{name}.ts").write_text(SCRIPT.format(document=json.dumps(made)), "utf-8")
    options = ("--strict", "--noEmit", "--module", "esnext", "--moduleResolution", "bundler")
    ran = subprocess.run(  # noqa: S603 - a program that the developer installed
        [node, compiler, *options, *(f"{name}.ts" for name in documents)],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    return ran.stdout.splitlines()


@pytest.mark.slow
def test_what_is_exported_fits_the_types_and_what_is_wrong_does_not(complaints):
    found = {line.partition("(")[0] for line in complaints if not line.startswith(" ")}
    assert found == {f"{name}.ts" for name in UNFIT}, "\n".join(complaints)

"""What each page of the report owes its reader: the demonstration ledger and its next edition."""

import shutil

import pytest
from markup import Page
from repositories import Repository

import claimtrack.cli
from claimtrack.testing import sample

NOON = "  - id: radio-nobody-came\n"
LATE = "  - {id: radio-late, speaker: halvath-families, statement: They came late}\n"
ABOUT = "    proposition: evacuation-order-was-given\n"
TWO = """\
  - {different: [radio-toll, wire-toll], by: Ilka Salwen, at: 2031-05-20, expires: 2031-06-10,
     why: They count two rivers}
"""
SIREN = "        reviewer: plumb-line\n        date: 2031-05-09\n"
EDITS = {
    "articles/valley-radio-2031-05-03.yaml": [
        ("Help reached the ford only in the middle of the day.", "Help reached the ford at noon."),
        (NOON, LATE + NOON),
    ],
    "articles/northern-wire-2031-05-07.yaml": [
        ("  text: ../", "  archived: https://archive.example/0507\n  text: ../"),
        ("  - id: wire-names-read\n", "  - id: wire-names-read\n    status: withdrawn\n"),
        ("  - id: wire-delqan-orders\n", f"  - id: wire-delqan-orders\n{ABOUT}"),
    ],
    "articles/zelhan-courier-2031-05-08.yaml": [
        ("  - id: courier-delqan-orders\n", f"  - id: courier-delqan-orders\n{ABOUT}")
    ],
    "propositions.yaml": [(f"veracity: supported\n{SIREN}", f"veracity: conflicting\n{SIREN}")],
    "decisions.yaml": [
        (
            "decisions:\n",
            f"decisions:\n{TWO}",
        )
    ],
}
"""What the desk did since the last edition: in each file the old words, and the new."""

OWED = {
    "index": {
        "what is new": "New 1 Claim Families of Halvath · Halvath Valley Radio",
        "what was reworded": "ford removed: only in the middle of the day added: at noon",
        "what moved status": "Moved status 1 Proposition",
        "what was withdrawn": "Withdrawn or removed 1 Claim",
        "open conflicts by severity": "What disagrees Errors",
        "corrections due": "Corrections due 2",
        "decisions that reopened": "Decisions that reopened 1",
        "decisions that expire": "Decisions that run out soon 1 They count two rivers 2031-06-10",
        "counts": "Errors 2",
        "what was not checked": "What was not checked 4 files in which something could not be read",
        "and why": "checks skipped: no captured text",
    },
    "changes": {"all that changed": "What changed Changed since v1 Withdrawn or removed Claim"},
    "due": {"all that is due": "Decisions that run out soon They count two rivers"},
    "claims/qalam-duvri-complaint": {
        "the statement in one line": "Kassem Duvri affirms: Lidrane's complaint stands for a time.",
        "in its captured context": "stands there word for word line 5",
        "the original": "لن نسحب الشكوى قبل ٣٠ يوماً",
        "the translation": "We will not withdraw the complaint until 30 days after we receive",
        "its axes": "Did they say it? attribution unverified Is the record live? live no verdict",
        "findings": "CT702 translation-divergence",
        "the occasion": "Occasionstatement, 2031-05-05",
        "cite this": "Cite this Kassem Duvri, Qalam Lidran,",
    },
    "claims/wire-delqan-orders": {"to whom": "PresentHadril Ruvane"},
    "claims/courier-contract": {
        "through whom": "ThroughHalvath Works told",
        "with what was read": "(not read by us)Minister calls dam a red line reported (read by us)",
        "times repeated": "Says the same elsewhere2 times: The Northern Wire · 2031-05-02;",
    },
    "claims/courier-second-gate": {"the history of its badges": "retracted"},
    "claims/review-letter-log": {
        "verdicts as badges of their own": "supported Plumb Line, 2031-05-15",
        "their history": "2031-05-16 Is it so? refuted by Open Gauge No such letter",
    },
    "propositions/palace-takes-custody-of-reservoir-fund": {
        "versions side by side": "printed first denies لم يطلب القصر إدارة",
        "who declined": "Asked, and gave no answer",
        "who is silent": "silent: ",
        "the timeline": "Who said what, oldest first",
    },
    "propositions/bodies-recovered-by-3-may": {
        "values": "differs affirms 35 bodies as of 2031-05-03",
        "independent roots": "Independent origins 3 articles",
    },
    "propositions/warning-letter-received": {"verdicts": "supported Plumb Line, 2031-05-15"},
    "propositions/repair-contract-unsigned": {
        "the sourcing graph": "Where it comes from",
        "and its table": "The same as a table",
    },
    "speakers/minister-oduya": {
        "a lane for each topic": "What was said, topic by topic dam",
        "changes of stance": "changed from affirms denies",
        "names in each script": "تمسل أودويا",
        "aliases": "· Oduya ·",
        "roles through time": "Minister of Water, Maruvia from 2029-03-11 to 2031-05-12",
    },
    "speakers/the-palace": {"what it declined": "Asked, and gave no answer"},
    "articles/northern-wire-2031-05-11": {
        "the captured text": "The text as captured",
        "its claims": "What is claimed in it",
        "corrections": "Correction 2031-05-12",
        "what rests on it": "What rests on it RecordHowArticleSteps",
    },
    "articles/barq-ilveth-2031-05-12": {"that it is a reprint": "Reprint ofFund has paid 600"},
    "articles/valley-radio-2031-05-08": {"that it is the same text": "Most of the same text"},
    "matrix": {
        "by word": "printed first same differs no answer silent",
        "values": "differs affirms 388 homes",
        "quotes": "denies Everything about the dam is on the table",
    },
    "corrections": {"what they reach": "affects wire-waive-suit"},
    "findings": {"rules in a sentence": "CT301 value-conflict 1"},
    "rules/ct301": {"the page of the rule": "About this rule Live claims give values"},
}
"""By page, what it must hold, and the words by which it is known."""


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    folder = tmp_path_factory.mktemp("edition")
    shutil.copytree(sample("demo") / "claims", folder / "claims")
    repository = Repository(folder)
    repository.commit(tag="v1")
    for name, edits in EDITS.items():
        text = (folder / "claims" / name).read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new, 1)
        repository.write({f"claims/{name}": text})
    repository.commit()
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        claimtrack.cli.run(
            ["report", "--out", "site", "--since", "v1", "--as-of", "2031-06-01", "--topic", "dam"]
        )
        claimtrack.cli.run(["report", "--out", "all", "--since", "v1", "--as-of", "2031-06-01"])
    return folder, repository.git("rev-parse", "HEAD")[:12]


@pytest.fixture(scope="module")
def site(edition):
    found = (edition[0] / "all").rglob("*.html")
    return {
        path.relative_to(edition[0] / "all").with_suffix("").as_posix(): Page(
            path.read_text(encoding="utf-8")
        )
        for path in found
    }


@pytest.mark.parametrize(
    ("page", "what", "words"),
    [(page, what, words) for page, owed in OWED.items() for what, words in owed.items()],
)
def test_it_holds(site, page, what, words):
    assert words in " ".join(site[page].text.split()), what


def test_every_page_says_of_which_edition_it_is(edition):
    folder, commit = edition
    pages = [path.read_text(encoding="utf-8") for path in (folder / "site").rglob("*.html")]
    assert pages
    for text in pages:
        shown = " ".join(Page(text).text.split())
        for words in (
            "as of 2031-06-01",
            f"commit {commit}",
            "compared with v1",
            "only topic dam",
            f"claimtrack {claimtrack.__version__}",
        ):
            assert words in shown


def test_a_quote_is_marked_in_its_context_and_can_be_opened_there(site):
    page = site["claims/wire-delqan-orders"]
    assert ("mark", {}) in page.elements
    words = "#:~:text=We%20were%20not%20told%20to%20close%20the%20gate%20before%20the%20siren"
    for address in ("https://northernwire.example/2031/05/07/no-orders", "https://archive.example"):
        assert any(href.startswith(address) and words in href for href in page.hrefs), address


def test_claims_are_marked_in_the_text_and_lead_to_their_pages(site):
    page = site["articles/northern-wire-2031-05-07"]
    marked = {at["href"] for tag, at in page.elements if at.get("class") == "marked"}
    assert "../claims/wire-delqan-orders.html" in marked


def test_likeness_is_told_by_shape_as_well(site):
    shapes = {at["class"] for tag, at in site["matrix"].elements if tag == "span" and "class" in at}
    assert {f"shape {word}" for word in ("first", "same", "differs", "declined")} <= shapes


def test_a_graph_has_a_title_a_description_and_a_table(site):
    tags = [tag for tag, _ in site["propositions/repair-contract-unsigned"].elements]
    assert {"svg", "title", "desc", "details", "table"} <= set(tags)


def test_versions_of_the_same_words_are_compared_word_by_word(site):
    page = site["propositions/evacuation-order-was-given"]
    assert "We were not told to close the gate" in " ".join(page.text.split())
    assert {"ins", "del"} & {tag for tag, _ in page.elements}

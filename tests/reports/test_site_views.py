"""What the pages of a site add to a record: what only the whole ledger knows of it."""

import pytest
from ledgers import FLOOD, flood, report_of

import claimtrack
from claimtrack.reports.build import State
from claimtrack.reports.scope import Scope

WIRE_TEXT = "The mayor spoke. “The dam will hold,” she said.\n\nNobody asked her why.\n"

TWO_SIDES = {
    "claims.yaml": """
actors:
  - {id: wire, kind: outlet, name: The Wire}
  - {id: barq, kind: outlet, name: {ar: برق, en: Barq}}
  - {id: mayor, kind: person, name: Mayor}
propositions:
  - {id: holds, text: The dam holds, topics: [dam], value: {type: quantity}}
  - {id: safe, text: The bridge is safe, topics: [bridge]}
articles:
  - id: a1
    outlet: wire
    title: Dam holds
    language: en
    published: 2031-05-01
    url: https://wire.example/1
    text: wire.txt
  - {id: a2, outlet: barq, title: {ar: السد}, language: ar, published: 2031-05-03,
     syndicated_from: a1,
     corrections: [{date: 2031-05-04, text: كان الرقم خاطئا, affects: [later]}], status: corrected}
claims:
  - id: first
    article: a1
    speaker: mayor
    proposition: holds
    value: "20"
    quotes: [{exact: The dam will hold}]
  - {id: later, article: a2, speaker: mayor, proposition: holds, value: "٢٠", said: 2031-05-02,
     based_on: [first]}
  - {id: against, article: a2, speaker: mayor, proposition: holds, stance: denies, said: 2031-05-03}
  - {id: mute, article: a2, speaker: mayor, proposition: safe, stance: declines_to_comment}
decisions:
  - {different: [first, later], by: Desk, at: 2031-05-05, why: two days, expires: 2031-06-10}
  - {different: [first, against], by: Desk, at: 2031-05-05, why: old, expires: 2031-05-10}
""",
    "wire.txt": WIRE_TEXT,
}

SAID_EARLIER_PRINTED_LATER = """
actors:
  - {id: zed, kind: outlet, name: Zed}
  - {id: wire, kind: outlet, name: Wire}
  - {id: barq, kind: outlet, name: Barq}
  - {id: mayor, kind: person, name: Mayor}
propositions: [{id: toll, text: Toll, value: {type: quantity}}]
articles:
  - {id: z1, outlet: zed, title: Z, language: en, published: 2031-05-01}
  - {id: w1, outlet: wire, title: W, language: en, published: 2031-05-01T09:00Z}
  - {id: b1, outlet: barq, title: B, language: en, published: 2031-05-20}
  - {id: b2, outlet: barq, title: B, language: en, published: 2031-05-21}
claims:
  - {id: a-barq, article: b2, speaker: mayor, proposition: toll, value: "11", said: 2031-04-02}
  - {id: z-barq, article: b1, speaker: mayor, proposition: toll, value: "11", said: 2031-04-03}
  - {id: wire, article: w1, speaker: mayor, proposition: toll, value: "35", said: 2031-04-30}
  - {id: zed, article: z1, speaker: mayor, proposition: toll, value: "11", said: 2031-05-01}
"""


@pytest.fixture
def report():
    return report_of(claimtrack.loads(TWO_SIDES))


FRESH = "  - {id: fresh, article: a1, speaker: mayor, statement: Hm}\n"


def one(views, name):
    return next(view for view in views if view.id.text == name)


def told_otherwise(text):
    return report_of(claimtrack.loads({**TWO_SIDES, "claims.yaml": text}))


def claim(report, name):
    return next(item for item in report.claims if item.claim.id.text == name)


def test_a_quote_stands_in_its_context_with_a_link_to_the_words(report):
    found = claim(report, "first").found[0]
    assert found.grade == "exact"
    assert found.context.before.text.endswith("“")
    assert [words.text for quoted, words in found.context.parts if quoted] == ["The dam will hold"]
    assert found.context.after.text.startswith(",” she said.")
    assert found.context.line == 1
    assert found.original == "https://wire.example/1#:~:text=The%20dam%20will%20hold"


def test_a_long_passage_is_linked_by_its_ends():
    words = " ".join(f"word{number}" for number in range(30))
    text = (
        FLOOD
        + "  - {id: long, article: a1, speaker: duvri, statement: x,"
        + f" quotes: [{{exact: {words}}}]}}\n"
    )
    found = claim(flood(text), "long").found[0]
    assert found.grade == "no-text"
    assert found.original.endswith(
        "#:~:text=word0%20word1%20word2%20word3%20word4,word25%20word26%20word27%20word28%20word29"
    )


def test_an_article_marks_its_claims_in_its_text(report):
    paragraphs = one(report.articles, "a1").text
    assert len(paragraphs) == 2
    marked = [mark for mark in paragraphs[0] if mark.claims]
    assert [mark.words.text for mark in marked] == ["The dam will hold"]
    assert marked[0].claims[0].anchor == "claim-first"
    assert "".join(m.words.text for p in paragraphs for m in p) == WIRE_TEXT.replace("\n", "")


def test_what_outlets_print_is_held_against_what_was_printed_first(report):
    row = one(report.propositions, "holds").row
    assert [(cell.outlet.label.text, cell.likeness) for cell in row.cells] == [
        ("The Wire", "first"),
        ("Barq", "differs"),
    ]
    assert row.is_disputed
    assert [row.proposition.anchor for row in report.matrix] == ["proposition-holds"]


def test_what_was_printed_first_does_not_hang_on_when_it_was_said():
    report = report_of(claimtrack.loads(SAID_EARLIER_PRINTED_LATER))
    row = one(report.propositions, "toll").row
    assert [(cell.outlet.label.text, cell.likeness) for cell in row.cells] == [
        ("Zed", "first"),
        ("Wire", "differs"),
        ("Barq", "same"),
    ]
    assert [claim.id.text for claim in row.cells[2].claims] == ["z-barq", "a-barq"]


def test_numbers_in_either_script_are_the_same():
    text = TWO_SIDES["claims.yaml"].replace("stance: denies", "stance: affirms")
    row = one(told_otherwise(text).propositions, "holds").row
    assert [cell.likeness for cell in row.cells] == ["first", "same"]


def test_who_gives_no_answer_does_not_disagree(report):
    row = one(report.propositions, "safe").row
    assert [cell.likeness for cell in row.cells] == ["declined"]
    assert not row.is_disputed


def test_a_graph_runs_from_the_origin_to_the_claim(report):
    graph = one(report.propositions, "holds").graph
    columns = {knot.ref.anchor: knot.column for knot in graph.knots}
    assert columns["claim-first"] < columns["claim-later"]
    assert not graph.loops
    assert {thread.via for thread in graph.threads} == {"based_on", "syndicated_from"}


def test_a_graph_that_closes_on_itself_ends():
    text = TWO_SIDES["claims.yaml"].replace('"20"\n', '"20"\n    based_on: [later]\n')
    graph = one(told_otherwise(text).propositions, "holds").graph
    assert graph.loops
    assert len(graph.threads) == 3


def test_a_change_of_stance_is_marked_in_its_lane(report):
    lanes = {lane.topic.text: lane.turns for lane in one(report.actors, "mayor").lanes}
    assert set(lanes) == {"dam", "bridge"}
    assert [turn.changed_from.word if turn.changed_from else "" for turn in lanes["dam"]] == [
        "",
        "",
        "affirms",
    ]
    assert (lanes["dam"][0].place, lanes["dam"][-1].place) == (0, 100)
    assert [view.id.text for view in one(report.actors, "mayor").declined] == ["mute"]


def test_who_says_the_same_elsewhere_is_named(report):
    assert [ref.anchor for ref in claim(report, "first").repeated] == ["claim-later"]
    assert claim(report, "against").repeated == ()


def test_a_correction_names_what_rests_on_the_article(report):
    assert [article.id.text for article in report.corrected] == ["a2"]
    resting = one(report.articles, "a1").resting
    assert ("article-a2", "reprints") in {(one.ref.anchor, one.relation) for one in resting}


def test_decisions_that_run_out_are_due(report):
    due = [(item.sort, item.date.text) for item in report.due if item.date]
    assert due == [("expired", "2031-05-10"), ("expires", "2031-06-10")]


def test_a_citation_names_who_where_and_when(report):
    item = claim(report, "first")
    cited = ["Mayor", "The Wire", "Dam holds", "2031-05-01", "https://wire.example/1"]
    assert [part.text for part in item.cite] == cited
    assert item.fingerprint


def test_versions_of_one_speakers_words_are_compared():
    text = """
actors: [{id: w, kind: outlet, name: W}, {id: d, kind: person, name: D}]
propositions: [{id: p, text: P}]
articles:
  - {id: a1, outlet: w, title: T, language: en, published: 2031-05-01}
  - {id: a2, outlet: w, title: T, language: en, published: 2031-05-02}
claims:
  - {id: c1, article: a1, speaker: d, proposition: p, quotes: [{exact: We were told to close it}]}
  - {id: c2, article: a2, speaker: d, proposition: p,
     quotes: [{exact: We were not told to close it}]}
"""
    found = one(report_of(claimtrack.loads(text)).propositions, "p").differences
    assert [(part.change, part.words.text) for part in found[0].parts] == [
        ("same", "We were"),
        ("new", "not"),
        ("same", "told to close it"),
    ]


@pytest.mark.parametrize(
    ("filters", "claims", "propositions"),
    [
        ({"topics": ["bridge"]}, {"mute"}, {"safe"}),
        ({"articles": ["a1"]}, {"first"}, {"holds"}),
        ({"speakers": ["mayor"], "topics": ["dam"]}, {"first", "later", "against"}, {"holds"}),
    ],
)
def test_a_filter_leaves_out_what_is_not_asked_for(filters, claims, propositions):
    ledger = claimtrack.loads(TWO_SIDES)
    report = report_of(ledger, scope=Scope(ledger, **filters))
    assert {item.claim.id.text for item in report.claims} == claims
    assert {view.id.text for view in report.propositions} == propositions
    assert [sort for sort, _ in report.edition.filters] == [
        sort.removesuffix("s") for sort in ("topics", "speakers", "articles") if sort in filters
    ]


def test_what_changed_is_told_by_sort():
    old = claimtrack.loads(TWO_SIDES)
    text = (
        TWO_SIDES["claims.yaml"]
        .replace("The dam will hold}", "The dam will not hold}")
        .replace("stance: denies,", "stance: denies, status: withdrawn,")
        .replace("  - {id: mute,", FRESH + "  - {id: mute,")
    )
    new = claimtrack.loads({**TWO_SIDES, "claims.yaml": text})
    report = report_of(new, state=State(since="v1", before=old))
    told = {holding.sort: holding.news for holding in report.changed}
    assert {sort: [one.ref.anchor for one in news] for sort, news in told.items()} == {
        "withdrawn": ["claim-against"],
        "reworded": ["claim-first"],
        "new": ["claim-fresh"],
    }
    parts = told["reworded"][0].altered[0].parts
    assert [(part.change, part.words.text) for part in parts if part.change != "same"] == [
        ("new", "not")
    ]


def test_an_edition_without_an_earlier_one_tells_of_no_change(report):
    assert report.changed == ()
    assert report.edition.since is None

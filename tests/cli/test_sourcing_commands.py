"""`chain` and `roots`: what they print, in every format, and of what is not there."""

import json
import re

import pytest

import claimtrack

LEDGER = """\
actors:
  - {id: works, kind: organisation, name: {en: 'The "Works" [x]; \\ & <b>', ar: أشغال}}
  - {id: wire, kind: outlet, name: {en: Wire, ar: وكالة الشمال}}
  - {id: barq, kind: outlet, name: برق}
propositions:
  - {id: unsigned, text: لم يوقع العقد, kind: event}
articles:
  - {id: w, outlet: wire, title: T, language: en, published: 2031-05-02}
  - {id: b, outlet: barq, title: T, language: ar, published: 2031-05-03}
claims:
  - {id: w-one, article: w, speaker: works, proposition: unsigned, quotes: [{exact: "a\\"] --> b"}]}
  - id: b-one
    article: b
    speaker: works
    proposition: unsigned
    attribution: {chain: [{actor: works}, {article: w, verb: نقلت}]}
  - {id: loop, article: b, speaker: works, statement: x, based_on: [pool, gone]}
  - {id: pool, article: w, speaker: works, statement: x, based_on: [loop]}
"""


@pytest.fixture
def sourced(folder):
    (folder / "claims").mkdir()
    (folder / "claims" / "a.yaml").write_text(LEDGER, encoding="utf-8")
    return folder


def test_text(sourced, invoke):
    ran = invoke("chain", "b-one")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("b-one ")
    assert lines[1].startswith("← chain,")
    assert "not read w Wire, 2031-05-02" in lines[1].replace("\u2068", "").replace("\u2069", "")
    assert lines[2].endswith("(origin)")


def test_a_loop_and_a_dead_end_are_shown_once(sourced, invoke):
    out = invoke("chain", "loop").out
    assert out.count("pool") == 1
    assert "(round to where it began)" in out
    assert "gone not in this ledger (dead end)" in out


def test_json_is_flat(sourced, invoke):
    told = json.loads(invoke("chain", "b-one", "--format", "json").out)
    assert told["schema"] == "claimtrack-chain/1"
    assert [node["name"] for node in told["nodes"]] == ["b-one", "w", "w-one", "works"]
    assert told["nodes"][0]["place"] == {"file": "claims/a.yaml", "line": 12, "column": 9}
    assert told["nodes"][1]["place"] is None
    assert told["arrows"][0] == {
        "taker": 0,
        "giver": 1,
        "via": "chain",
        "verb": "نقلت",
        "consulted": False,
    }


def test_no_text_can_break_out_of_a_label(sourced, invoke):
    mermaid = invoke("chain", "b-one", "--format", "mermaid").out
    for line in mermaid.splitlines()[1:]:
        assert re.fullmatch(r'  n\d+(\["[^"<>&\[\]]*"\]| (-->|-\.->)\|"[^"<>&\[\]]*"\| n\d+)', line)
    dot = invoke("chain", "b-one", "--format", "dot").out
    for line in dot.splitlines()[2:-1]:
        assert re.fullmatch(r'  n\d+( -> n\d+)? \[label="([^"\\]|\\.)*"(, style=dashed)?\];', line)


def test_roots(sourced, invoke):
    ran = invoke("roots", "unsigned")
    assert (ran.status, ran.err) == (0, "")
    assert "2 articles, 1 proven root, 0 unknown" in ran.out
    assert "shared hop: w" in ran.out
    told = json.loads(invoke("roots", "unsigned", "--format", "json").out)
    assert (told["proven"], told["unknown"], told["needed"]) == (1, 0, 2)
    assert told["roots"][0]["actors"] == ["works"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chain", "b-onee"], "b-onee: there is no claim of that identifier; did you mean b-one?"),
        (["chain", "proposition:unsigned"], "expected claim before the colon"),
        (["roots", "unsinged"], "no proposition of that identifier; did you mean unsigned?"),
        (["roots", "zzzzzz"], "zzzzzz: there is no proposition of that identifier\n"),
    ],
    ids=str,
)
def test_an_unknown_name_is_a_usage_error(sourced, invoke, arguments, message):
    ran = invoke(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err


def test_a_copied_text_is_a_step_of_both(folder, invoke):
    (folder / "claims").mkdir()
    text = " ".join(f"word{number}" for number in range(200))
    (folder / "claims" / "w.txt").write_text(text, encoding="utf-8")
    (folder / "claims" / "b.txt").write_text(text, encoding="utf-8")
    (folder / "claims" / "a.yaml").write_text(
        "propositions: [{id: p, text: T, kind: event}]\n"
        "articles:\n"
        "  - {id: w, outlet: wire, title: T, language: en, published: 2031-05-02, text: w.txt}\n"
        "  - {id: b, outlet: barq, title: T, language: en, published: 2031-05-03, text: b.txt}\n"
        "claims:\n"
        "  - {id: w-one, article: w, speaker: works, proposition: p}\n"
        "  - {id: b-one, article: b, speaker: works, proposition: p}\n",
        encoding="utf-8",
    )
    assert "copied text: w" in invoke("roots", "proposition:p").out
    lines = invoke("chain", "claim:b-one").out.splitlines()
    assert [line.split(" ")[:2] for line in lines[1:]] == [["←", "copied"], ["←", "says"]]
    assert lines[0].endswith(" claims/a.yaml:7")
    assert lines[2].endswith(" claims/a.yaml:6 (origin)")


def test_in_python_an_unknown_name_is_a_usage_error(sourced):
    ledger = claimtrack.load("claims")
    with pytest.raises(claimtrack.UsageError, match="did you mean unsigned"):
        claimtrack.roots(ledger, "unsinged")
    assert claimtrack.roots(ledger, "proposition:unsigned").proposition == "unsigned"


def test_a_proposition_on_which_there_is_nothing(clean, invoke):
    (clean / "claims" / "b.yaml").write_text("propositions: [{id: alone, text: x}]\n")
    assert "0 articles, 0 proven roots" in invoke("roots", "alone").out


def test_every_hop_is_shown_whatever_else_a_claim_rests_on(folder, invoke):
    (folder / "claims").mkdir()
    (folder / "claims" / "a.yaml").write_text(
        """\
actors:
  - {id: wire, kind: outlet, name: Northern Wire}
  - {id: kest, kind: person, name: Kest}
propositions:
  - {id: p, text: The dam holds}
articles:
  - {id: a1, outlet: wire, title: T, language: en, published: 2031-05-02}
  - {id: a2, outlet: wire, title: T, language: en, published: 2031-05-03}
claims:
  - {id: c1, article: a1, speaker: kest, proposition: p}
  - id: c2
    article: a2
    speaker: kest
    proposition: p
    based_on: [nope]
    attribution: {chain: [{actor: kest, verb: told}, {article: a1}, {actor: ghost}]}
""",
        encoding="utf-8",
    )
    told = json.loads(invoke("chain", "c2", "--format", "json").out)
    names = [node["name"] for node in told["nodes"]]
    steps = [(names[one["taker"]], one["via"], names[one["giver"]]) for one in told["arrows"]]
    assert steps == [
        ("c2", "based_on", "nope"),
        ("c2", "chain", "ghost"),
        ("ghost", "chain", "a1"),
        ("a1", "says", "c1"),
        ("a1", "chain", "kest"),
    ]
    out = invoke("chain", "c2").out
    assert all(f"{name} not in this ledger" in out for name in ("nope", "ghost"))

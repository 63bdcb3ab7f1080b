import pytest

import claimtrack
from claimtrack import UsageError
from claimtrack.lsp.open_ledger import OpenLedger

GOOD = "actors: [{id: a, kind: person, name: A}]\n"
OTHER = """\
claims: [{id: c, article: x, speaker: a, statement: S}]
articles: [{id: x, outlet: w, title: T, language: en, published: 2031}]
"""


@pytest.fixture
def opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "claims" / "b.yaml").write_text(OTHER, encoding="utf-8")
    return OpenLedger()


def found(opened, **texts):
    view = opened.read({f"claims/{name}.yaml": text for name, text in texts.items()})
    findings = opened.check(view)
    if not view.broken:
        assert findings == claimtrack.check(view.ledger).findings
    return [(one.primary.file, one.primary.column, one.code) for one in findings]


def test_an_unsaved_text_counts_and_its_places_are_its_own(opened):
    (before,) = found(opened)
    assert before[0] == "claims/b.yaml"
    moved = OTHER.replace("[{id: x,", "[{note:    later, id: x,")
    (after,) = found(opened, b=moved)
    assert after == ("claims/b.yaml", before[1] + len("note:    later, "), before[2])
    assert found(opened) == [before]


def test_a_broken_text_is_left_out_and_says_what_is_wrong(opened):
    before = found(opened)
    assert sorted(found(opened, a=f"{GOOD}claims: [")) == [("claims/a.yaml", 10, "CT001"), *before]
    more = GOOD.replace("]", ", {id: w, kind: outlet, name: W}]")
    assert found(opened, a=more) == []
    assert [one[2] for one in found(opened, a=f"{more}claims: [")] == ["CT001"]


def test_what_did_not_change_is_not_checked_again(opened):
    view = opened.read({"claims/a.yaml": GOOD})
    assert opened.read({"claims/a.yaml": GOOD}) is view
    broken = opened.read({"claims/a.yaml": f"{GOOD}claims: ["})
    assert broken.ledger is view.ledger


def test_the_disk_is_read_again_on_demand(opened, tmp_path):
    (before,) = found(opened)
    more = "actors: [{id: w, kind: outlet, name: W}]\n"
    (tmp_path / "claims" / "c.yaml").write_text(more, encoding="utf-8")
    assert found(opened) == [before]
    opened.forget()
    assert found(opened) == []


def test_a_new_file_is_of_the_ledger_and_its_form_is_checked(opened, tmp_path):
    assert opened.name(str(tmp_path / "claims" / "new.yaml")) == "claims/new.yaml"
    assert opened.name(str(tmp_path / "new.yaml")) is None
    assert ("claims/new.yaml", 10, "CT001") in found(opened, new="claims: [")


def test_no_ledger_is_a_reason(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="no such file or folder"):
        OpenLedger().read({})

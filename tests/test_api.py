"""The Python interface, line by line of its contract."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import claimtrack

DEMO = Path(claimtrack.__file__).parent / "testing" / "samples" / "demo" / "claims"

LEDGER = """\
actors:
  - {id: wire, kind: outlet, name: The Wire}
  - {id: oduya, kind: person, name: Tamsel Oduya}
propositions:
  - {id: dam, text: The dam is not open to negotiation}
occasions:
  - {id: presser, kind: press_conference, date: 2031-04-30}
article: {id: one, outlet: wire, title: T, language: en, published: 2031-05-02}
claims:
  - {id: later, speaker: oduya, proposition: dam, said: 2031-05-02}
  - {id: sooner, speaker: wire, proposition: dam, occasion: presser}
  - {id: undated, speaker: oduya, proposition: dam, article: nowhere}
  - {id: middle, speaker: oduya, proposition: dam, said: 2031-05}
  - {id: loose, speaker: oduya, statement: S}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(LEDGER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("given", ["claims/", "claims", "claims/a.yaml"])
@pytest.mark.parametrize("kind", [str, Path])
def test_load_takes_folders_and_files_as_text_or_path(folder, given, kind):
    assert claimtrack.load(kind(given)).claims["later"].speaker == "oduya"


def test_load_takes_several_paths_or_none(folder):
    (folder / "b.yaml").write_text("actors: [{id: b, kind: person, name: B}]")
    assert set(claimtrack.load("claims", "b.yaml").actors) == {"wire", "oduya", "b"}
    assert set(claimtrack.load().actors) == {"wire", "oduya"}


def test_load_raises_only_where_there_is_nothing_to_load(folder):
    with pytest.raises(claimtrack.UsageError, match="nowhere: no such file or folder"):
        claimtrack.load("nowhere")
    (folder / "claimtrack.toml").write_text("selct = []")
    with pytest.raises(claimtrack.ConfigError, match="did you mean 'select'"):
        claimtrack.load("claims")
    assert claimtrack.load("claims", config=claimtrack.Config()).claims


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"[1, 2]", b"actors: 3", b"a: &a [*a]", b"{" * 10_000, b"\0"]
)
def test_bad_content_is_a_finding_and_never_raises(folder, content):
    (folder / "claims" / "bad.yaml").write_bytes(content)
    ledger = claimtrack.load("claims/")
    assert {found.primary.file for found in ledger.findings} == {"claims/bad.yaml"}
    assert "later" in ledger.claims
    assert claimtrack.check(ledger).exit_code() == 1


def test_loads_reads_texts():
    assert set(claimtrack.loads(LEDGER).claims) == {"later", "sooner", "undated", "middle", "loose"}
    ledger = claimtrack.loads({"b.yaml": LEDGER, "a.yaml": b"actors: [{id: a"})
    assert [document.path for document in ledger.documents] == ["a.yaml", "b.yaml"]
    assert ledger.findings[0].primary.file == "a.yaml"


def test_a_result_has_findings_a_summary_and_an_exit_code():
    result = claimtrack.check(claimtrack.loads(LEDGER), as_of="2031-06-01")
    assert isinstance(result.findings, tuple)
    assert all(isinstance(finding, claimtrack.Finding) for finding in result.findings)
    assert all(place.is_placed for finding in result.findings for place in finding.places)
    assert result.summary.records["claims"] == 5
    assert result.exit_code() == 1
    assert result.exit_code(None) == 0
    assert list(result.findings) == sorted(result.findings, key=lambda found: found.sort_key)


def test_records_are_typed_and_frozen():
    claim = claimtrack.loads(LEDGER).claims["later"]
    assert isinstance(claim, claimtrack.Claim)
    with pytest.raises(AttributeError):
        claim.speaker = "other"
    with pytest.raises(AttributeError):
        claim.anything = 1


def test_about_and_by_are_oldest_first():
    ledger = claimtrack.loads(LEDGER)
    assert [claim.id for claim in ledger.about("dam")] == ["undated", "sooner", "middle", "later"]
    assert [claim.id for claim in ledger.by("wire")] == ["sooner"]
    assert {claim.id for claim in ledger.by("oduya")} == {"undated", "middle", "later", "loose"}
    assert ledger.about("nothing") == ()
    assert ledger.by("nobody") == ()


def test_the_day_is_given_as_text_or_date():
    ledger = claimtrack.loads(LEDGER)
    day = claimtrack.parse_date("2031-06-01")
    assert claimtrack.check(ledger, as_of=day) == claimtrack.check(ledger, as_of="2031-06-01")
    with pytest.raises(ValueError, match="someday"):
        claimtrack.check(ledger, as_of="someday")


def test_rules_config_and_baseline_may_be_given():
    ledger = claimtrack.load(DEMO)
    whole = claimtrack.check(ledger, as_of="2031-06-01")
    accepted = [finding.fingerprint for finding in whole.findings]
    assert claimtrack.check(ledger, as_of="2031-06-01", baseline=accepted).findings == ()
    assert claimtrack.check(ledger, rules=[]).findings == ()
    only = claimtrack.check(ledger, config=claimtrack.Config(select=("CT303",)))
    assert {finding.code for finding in only.findings} == {"CT303"}
    with pytest.raises(claimtrack.ConfigError, match="did you mean"):
        claimtrack.check(ledger, config=claimtrack.Config(select=("verdict-conflit",)))


def test_checking_changes_nothing():
    ledger = claimtrack.load(DEMO)
    assert claimtrack.check(ledger, as_of="2031-06-01") == claimtrack.check(
        ledger, as_of="2031-06-01"
    )


def test_a_finding_is_ordered_hashable_and_equal_by_content():
    first = claimtrack.check(claimtrack.load(DEMO), as_of="2031-06-01").findings
    second = claimtrack.check(claimtrack.load(DEMO), as_of="2031-06-01").findings
    assert set(first) == set(second)
    assert len(set(first)) == len(first)


@pytest.mark.parametrize("name", claimtrack.__all__)
def test_a_public_name_is_there_and_says_what_it_is(name):
    value = getattr(claimtrack, name)
    if name.startswith("__"):
        return
    assert inspect.getdoc(value)
    assert name in dir(claimtrack)
    if inspect.isclass(value):
        own = [
            member
            for key, member in vars(value).items()
            if not key.startswith("_")
            and (inspect.isfunction(member) or isinstance(member, property))
        ]
        assert all(inspect.getdoc(member) for member in own), name


def test_a_name_that_is_not_there():
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        claimtrack.nothing  # noqa: B018 - the access is the test


def test_the_package_is_typed():
    assert Path(claimtrack.__file__).with_name("py.typed").exists()


def test_importing_it_is_light():
    heavy = ["attrs", "click", "hypothesis", "jinja2", "json", "pytest", "ruamel", "yaml"]
    program = f"import sys, claimtrack; print([n for n in {heavy} if n in sys.modules])"
    # Without the site's start-up files, which may import what they like.
    source = str(Path(claimtrack.__file__).parents[1])
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {source!r}); {program}"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "[]\n"


def test_an_edited_ledger_is_of_the_new_text_and_keeps_the_rest(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("actors: [{id: a, kind: person, name: A}]\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("actors: [{id: b, kind: person, name: B}]\n", encoding="utf-8")
    ledger = claimtrack.load(".")
    wrong = "# later\nactors: [{id: b, kind: person, name: B, tags: [c], nmae: B}]\n"
    edited = ledger.edited({"b.yaml": wrong})
    assert edited.actors["a"] is ledger.actors["a"]
    assert edited.read("b.yaml") == wrong
    (found,) = claimtrack.check(edited).findings
    assert (found.code, found.primary.line) == ("CT002", 2)
    again = edited.edited({"a.yaml": "actors: [{id: c, kind: person, name: C}]\n"})
    assert [*again.actors] == ["c", "b"]
    assert again.read("b.yaml") == wrong

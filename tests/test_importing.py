"""Feeds into files: a second time nothing changes, and what people wrote stays."""

import gc
import json
import tracemalloc
from pathlib import Path

import pytest

import claimtrack
from claimtrack import importing
from claimtrack.config import Config
from claimtrack.importing import Import
from claimtrack.interop.importers import IMPORTERS
from claimtrack.interop.importing import Imported, Refused, Repeated, Settings, SettingsFile
from claimtrack.store.register import Register

(CLAIMREVIEW,) = [one for one in IMPORTERS if one.name == "claimreview"]


def entry(number=1, **fields):
    return {
        "text": f"The dam has {number} cracks",
        "claimant": "Tamsel Oduya",
        "claimDate": "2031-05-02",
        "claimReview": [
            {
                "publisher": {"name": "Halvath Check", "site": "halvath-check.example"},
                "url": f"https://halvath-check.example/{number}",
                "title": "Review",
                "reviewDate": "2031-05-04",
                "textualRating": "Odd",
                "languageCode": "en",
            }
        ],
        **fields,
    }


@pytest.fixture
def claims(tmp_path):
    (tmp_path / "claims").mkdir()
    return tmp_path / "claims"


def take_in(claims, *entries, crosswalk=None, config=None, dry_run=False):
    given = Settings(crosswalk=crosswalk and SettingsFile("c.toml", crosswalk))
    reader = CLAIMREVIEW.prepare(given)
    config = config or Config(ledger=(str(claims),))
    run = Import(reader, Register(), claims / "imported", config, dry_run)
    run.remember([str(claims)])
    return list(run.read([json.dumps({"claims": list(entries)})]))


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def the_article(claims):
    (path,) = (claims / "imported" / "articles").rglob("*.yaml")
    return path


def kinds(found):
    return [type(one) for one in found]


def test_where_records_stand(claims):
    assert kinds(take_in(claims, entry())) == [Imported]
    names = sorted(files(claims))
    assert names[:2] == ["imported/actors/h.yaml", "imported/actors/t.yaml"]
    assert names[2].startswith(
        "imported/articles/halvath-check.example/halvath-check.example-2031-05-04-"
    )
    ledger = claimtrack.load(claims)
    assert ledger.findings == ()
    assert claimtrack.check(ledger, as_of="2031-06-01").exit_code() == 0


def test_a_second_import_changes_no_byte(claims):
    take_in(claims, entry(1), entry(2), entry(1, claimant="Ilme Sarr"))
    before = files(claims)
    assert (
        kinds(take_in(claims, entry(1), entry(2), entry(1, claimant="Ilme Sarr"))) == [Repeated] * 3
    )
    assert files(claims) == before


def test_a_dry_run_writes_nothing(claims):
    assert kinds(take_in(claims, entry(), dry_run=True)) == [Imported]
    assert files(claims) == {}


def test_more_comes_into_the_same_files(claims):
    take_in(claims, entry(1))
    take_in(claims, entry(1, claimant="Ilme Sarr"), entry(2))
    ledger = claimtrack.load(claims)
    assert ledger.findings == ()
    assert sorted(one.speaker for one in ledger.claims.values()) == [
        "ilme-sarr",
        "tamsel-oduya",
        "tamsel-oduya",
    ]
    assert len(ledger.articles) == 2


def test_in_one_go_or_in_two_is_the_same(claims, tmp_path):
    take_in(claims, entry(2), entry(1))
    take_in(claims, entry(3))
    other = tmp_path / "other"
    other.mkdir()
    take_in(other, entry(3), entry(1), entry(2))
    assert files(claims) == files(other)


def test_a_file_that_somebody_edited_keeps_every_byte(claims):
    take_in(claims, entry(1))
    path = the_article(claims)
    edited = path.read_text(encoding="utf-8").replace(
        "    said: 2031-05-02\n", "    said: 2031-05-01   # heard it myself\n"
    )
    path.write_text(f"# ours\n{edited}", encoding="utf-8")
    take_in(claims, entry(1), entry(1, claimant="Ilme Sarr"))
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# ours\n{edited}")
    assert "speaker: ilme-sarr" in text.removeprefix(f"# ours\n{edited}")
    assert claimtrack.load(claims).findings == ()


def test_a_verdict_that_was_not_mapped_gets_its_meaning_once_somebody_gives_it(claims):
    take_in(claims, entry())
    assert "veracity: unmapped" in the_article(claims).read_text(encoding="utf-8")
    crosswalk = '[veracity]\nrefuted = ["odd"]'
    assert kinds(take_in(claims, entry(), crosswalk=crosswalk)) == [Imported]
    text = the_article(claims).read_text(encoding="utf-8")
    assert "veracity: refuted" in text
    assert text.count("label: Odd") == 1
    assert kinds(take_in(claims, entry(), crosswalk=crosswalk)) == [Repeated]


def test_and_in_a_file_that_somebody_edited(claims):
    take_in(claims, entry())
    path = the_article(claims)
    path.write_text("# ours\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    take_in(claims, entry(), crosswalk='[veracity]\nrefuted = ["odd"]')
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ours\n")
    assert "veracity: refuted" in text


OURS = """\
actors:
  - {id: minister, kind: office, name: Water minister, aliases: [Tamsel Oduya]}
  - {id: hc, kind: outlet, name: HC, domains: [halvath-check.example]}
articles:
  - {id: theirs, outlet: hc, title: R, language: en, published: 2031-05-04T10:00+02:00,
     url: "https://halvath-check.example/1"}
propositions:
  - {id: cracks, text: the dam has 1 cracks.}
"""


def test_what_the_ledger_has_is_used(claims):
    (claims / "ours.yaml").write_text(OURS, encoding="utf-8")
    take_in(claims, entry())
    assert (claims / "ours.yaml").read_text(encoding="utf-8") == OURS
    ledger = claimtrack.load(claims)
    assert ledger.findings == ()
    (claim,) = ledger.claims.values()
    assert (claim.speaker, claim.article) == ("minister", "theirs")
    assert ledger.propositions[claim.proposition].same_as == ("cracks",)
    assert sorted(ledger.actors) == ["hc", "minister"]
    assert kinds(take_in(claims, entry())) == [Repeated]


def test_records_that_somebody_moved_are_found(claims):
    take_in(claims, entry())
    path = the_article(claims)
    path.rename(claims / "moved.yaml")
    assert kinds(take_in(claims, entry())) == [Repeated]


def test_a_proposition_that_somebody_moved_is_theirs(claims):
    take_in(claims, entry())
    the_article(claims).rename(claims / "moved.yaml")
    before = files(claims)
    assert kinds(take_in(claims, entry(), crosswalk='[veracity]\nrefuted = ["odd"]')) == [Repeated]
    assert files(claims) == before


def test_a_merged_actor_does_not_come_back(claims):
    take_in(claims, entry(), entry(2, claimant="T. Oduya"))
    for path in (claims / "imported").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if "claims:" in text:
            path.write_text(text.replace("speaker: t-oduya", "speaker: tamsel-oduya #"), "utf-8")
    actors = claims / "imported" / "actors" / "t.yaml"
    actors.write_text(
        "actors:\n  - {id: tamsel-oduya, kind: person, name: Tamsel Oduya, aliases: [T. Oduya]}\n",
        encoding="utf-8",
    )
    take_in(claims, entry(), entry(2, claimant="T. Oduya"), entry(3, claimant="T. Oduya"))
    ledger = claimtrack.load(claims)
    assert ledger.findings == ()
    assert {one.speaker for one in ledger.claims.values()} == {"tamsel-oduya"}
    assert sorted(ledger.actors) == ["halvath-check.example", "tamsel-oduya"]


def test_a_file_that_is_broken_is_left_alone_and_told(claims):
    take_in(claims, entry(1))
    path = the_article(claims)
    path.write_text("article: {\n", encoding="utf-8")
    found = take_in(claims, entry(1), entry(2))
    assert kinds(found) == [Refused, Imported]
    assert "mend it first" in found[0].reason
    assert path.read_text(encoding="utf-8") == "article: {\n"


def test_a_file_grows_no_longer_than_a_file_may_be(claims):
    config = Config(ledger=(str(claims),), max_file_bytes=400)
    found = take_in(claims, entry(), config=config)
    assert kinds(found) == [Refused]
    assert "more than 400 bytes" in found[0].reason


def test_a_folder_that_cannot_be_written(claims):
    (claims / "imported").write_text("", encoding="utf-8")
    found = take_in(claims, entry())
    assert kinds(found) == [Refused]
    assert "cannot be written" in found[0].reason


def test_dates_that_cannot_be_right_are_found_by_the_check(claims):
    take_in(claims, entry(claimDate="2031-05-09"))
    result = claimtrack.check(claimtrack.load(claims), as_of="2031-06-01")
    assert {finding.code for finding in result.findings} == {"CT501"}


def test_verdicts_of_two_reviewers_on_the_same_words_meet(claims):
    crosswalk = '[veracity]\nrefuted = ["odd"]'
    other = {**entry()["claimReview"][0], "textualRating": "True"}
    other |= {"publisher": {"name": "Barq"}, "url": "https://barq.example/1"}
    take_in(claims, entry(), entry(claimReview=[other]), crosswalk=crosswalk)
    result = claimtrack.check(claimtrack.load(claims), as_of="2031-06-01")
    assert [finding.code for finding in result.findings] == ["CT303"]


def test_no_name_leads_out_of_the_folder(claims):
    review = {**entry()["claimReview"][0], "publisher": {"name": "../../x", "site": "../../../etc"}}
    take_in(claims, entry(claimReview=[review], claimant="../../../../y"))
    assert all(Path(name).parts[0] == "imported" for name in files(claims))
    assert sorted(path.name for path in claims.parent.iterdir()) == ["claims"]


@pytest.mark.slow
def test_the_length_of_a_feed_does_not_matter_to_memory(claims, monkeypatch, request):
    monkeypatch.setattr(importing, "_BATCH", 100)
    # As the command does; else the peak depends on when the collector last ran.
    request.addfinalizer(gc.enable)
    gc.disable()

    def feed(records):
        yield '{"claims": ['
        for number in range(records):
            yield json.dumps(entry(number)) + ","
        yield "]}"

    def peak(records):
        reader = CLAIMREVIEW.prepare(Settings())
        config = Config(ledger=(str(claims),))
        run = Import(reader, Register(), claims / "imported", config, dry_run=True)
        gc.collect()
        tracemalloc.start()
        count = sum(1 for _ in run.read(feed(records)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert count == records
        return most

    peak(100)  # what is kept for good is made
    few, many = peak(2_000), peak(6_000)
    assert many < few * 1.2

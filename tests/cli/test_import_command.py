"""`claimtrack import`: what it prints, where it writes, and how it ends."""

import io
import json
import sys

import pytest

REVIEW = {
    "@type": "ClaimReview",
    "url": "https://halvath-check.example/1",
    "headline": "Dam",
    "inLanguage": "en",
    "datePublished": "2031-05-04",
    "author": {
        "@type": "Organization",
        "name": "Halvath Check",
        "url": "https://halvath-check.example",
    },
    "claimReviewed": "The dam is cracked",
    "itemReviewed": {
        "author": {"@type": "Person", "name": "Tamsel Oduya"},
        "datePublished": "2031-05-02",
    },
    "reviewRating": {"alternateName": "Spun"},
}
OTHER = {
    **REVIEW,
    "url": "https://halvath-check.example/2",
    "itemReviewed": {"author": {"@type": "Person", "name": "Tamsel K. Oduya"}},
}


@pytest.fixture
def feed(clean):
    path = clean / "feed.json"
    records = [REVIEW, REVIEW, {"@type": "Recipe"}, OTHER]
    path.write_text("[\n" + ",\n".join(map(json.dumps, records)) + "\n]\n", encoding="utf-8")
    return path.name


OUT = """\
feed.json:3:1 (record 2): repeats what stands at 2:1 (record 1)
feed.json:4:1 (record 3): refused: an object that is neither a claim nor a review of one
labels without a counterpart (not mapped): 2
  2 × 'Spun' of halvath-check.example
claims without a date: 1
  feed.json:5:1 (record 4)
names that look alike, not merged (claimtrack resolve --same A B says they are one):
  Tamsel Oduya (oduya) and Tamsel K. Oduya (tamsel-k-oduya-5a818a3c922f)
2 imported, 1 repeated, 1 refused; new: 2 actors, 2 articles, 2 claims, 1 proposition, 2 verdicts
4 files written in claims/imported
"""


def test_the_account(feed, invoke):
    ran = invoke("import", "claimreview", feed)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == OUT
    assert invoke("check", "--as-of", "2031-06-01").status == 0


def test_a_second_time(feed, invoke):
    invoke("import", "claimreview", feed)
    ran = invoke("import", "claimreview", feed)
    assert ran.out.splitlines()[-2:] == [
        "0 imported, 3 repeated, 1 refused; new: nothing",
        "0 files written in claims/imported",
    ]
    assert "feed.json:2:1 (record 1): repeats the ledger" in ran.out


def test_json_lines(feed, invoke):
    lines = [
        json.loads(line)
        for line in invoke("import", "claimreview", feed, "--format", "jsonl").out.splitlines()
    ]
    assert [one["outcome"] for one in lines] == ["imported", "repeated", "refused", "imported"]
    assert (lines[0]["file"], lines[0]["line"], lines[0]["column"], lines[0]["record"]) == (
        feed,
        2,
        1,
        1,
    )
    assert lines[0]["remarks"] == [
        {"matter": "unmapped", "about": "'Spun' of halvath-check.example"}
    ]
    assert all(one.get("claims") or one.get("reason") or one.get("where") for one in lines)


def test_nothing_is_written_where_one_only_asks(feed, clean, invoke):
    ran = invoke("import", "claimreview", feed, "--dry-run")
    assert ran.out.endswith("4 files would be written in claims/imported\n")
    assert not (clean / "claims" / "imported").exists()


def test_into_a_folder_of_ones_own(feed, clean, invoke):
    invoke("import", "claimreview", feed, "--into", "claims/feeds/hc")
    assert list((clean / "claims" / "feeds" / "hc" / "articles").rglob("*.yaml"))


@pytest.mark.parametrize(
    "into", ["imported", "claims/.feeds", "claims/.x/feeds", "claims/drafts/feeds", "claims/out"]
)
def test_into_a_folder_that_no_check_would_read(feed, clean, invoke, into):
    (clean / "claimtrack.toml").write_text('exclude = ["drafts", "out"]\n', encoding="utf-8")
    before = sorted(clean.rglob("*"))
    ran = invoke("import", "claimreview", feed, "--into", into)
    assert (ran.status, ran.out) == (2, "")
    assert f"{into}: what is written there would not be read" in ran.err
    assert "name another folder with --into" in ran.err
    assert sorted(clean.rglob("*")) == before


def test_where_imports_go_unless_told_is_excluded(feed, clean, invoke):
    (clean / "claimtrack.toml").write_text('exclude = ["imported"]\n', encoding="utf-8")
    ran = invoke("import", "claimreview", feed)
    assert (ran.status, "claims/imported: what is written there" in ran.err) == (2, True)


def test_into_a_link_that_leads_out_of_the_ledger(feed, clean, invoke):
    (clean / "elsewhere").mkdir()
    (clean / "claims" / "feeds").symlink_to(clean / "elsewhere")
    assert invoke("import", "claimreview", feed, "--into", "claims/feeds").status == 2
    assert not list((clean / "elsewhere").iterdir())


def test_a_crosswalk(feed, clean, invoke):
    (clean / "c.toml").write_text('[veracity]\nrefuted = ["spun"]\n', encoding="utf-8")
    assert "not mapped" not in invoke("import", "claimreview", feed, "--crosswalk", "c.toml").out


def test_from_the_standard_input(clean, invoke, monkeypatch):
    text = json.dumps(REVIEW).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    ran = invoke("import", "claimreview", "-")
    assert (ran.status, ran.out.splitlines()[-2][:10]) == (0, "1 imported")


def test_bytes_that_are_no_utf_8(clean, invoke):
    text = json.dumps({**REVIEW, "claimReviewed": "The d\u00e4m"}, ensure_ascii=False)
    (clean / "old.json").write_bytes(text.encode("latin-1"))
    ran = invoke("import", "claimreview", "old.json")
    assert ran.status == 1
    assert "refused: the words of the claim have bytes that are not of its encoding" in ran.out
    assert "0 imported, 0 repeated, 1 refused" in ran.out
    assert invoke("import", "claimreview", "old.json", "--encoding", "latin-1").status == 0


def test_utf_16(clean, invoke):
    (clean / "wide.json").write_bytes(json.dumps(REVIEW).encode("utf-16"))
    assert invoke("import", "claimreview", "wide.json").status == 0


TABLE = "الصحيفة;العنوان;التاريخ;المتحدث;السؤال\nالبرق;السد;2031-05-02;إلمي سار;فحص السد\n"
ARABIC = """\
[article]
outlet = "الصحيفة"
title = "العنوان"
published = "التاريخ"
[claim]
speaker = "المتحدث"
[proposition]
text = "السؤال"
[fixed.article]
language = "ar"
"""


@pytest.mark.parametrize("encoding", ["cp1256", "utf-8", "utf-16"])
def test_a_table_in_an_encoding_that_is_named(clean, invoke, encoding):
    (clean / "log.csv").write_bytes(TABLE.encode(encoding))
    (clean / "log.toml").write_text(ARABIC, encoding="utf-8")
    ran = invoke("import", "csv", "log.csv", "--mapping", "log.toml", "--encoding", encoding)
    assert (ran.status, "\u2068إلمي سار\u2069" in ran.out) == (0, True)


def test_an_encoding_that_is_not_named_is_no_reason_for_nonsense(clean, invoke):
    head, _, row = TABLE.partition("\n")
    (clean / "log.toml").write_text(ARABIC, encoding="utf-8")
    for content, message in (
        (TABLE.encode("cp1256"), "log.csv:1:1 (record 1): refused: the first line has bytes"),
        (f"{head}\n".encode() + row.encode("cp1256"), "refused: column 'الصحيفة' has bytes"),
    ):
        (clean / "log.csv").write_bytes(content)
        ran = invoke("import", "csv", "log.csv", "--mapping", "log.toml")
        assert ran.status == 1
        assert message in ran.out.replace("\u2068", "").replace("\u2069", "")
        assert "save it as UTF-8, or name its --encoding" in ran.out


@pytest.mark.parametrize("name", ["hex", "rot13", "zlib", "idna", "undefined", "cp12566", ""])
def test_what_is_no_encoding(feed, invoke, name):
    ran = invoke("import", "claimreview", feed, "--encoding", name)
    assert (ran.status, f"{name!r} is no encoding of texts" in ran.err) == (2, True)


def test_another_encoding_than_was_named(feed, invoke):
    ran = invoke("import", "claimreview", feed, "--encoding", "utf-16")
    assert (ran.status, "feed.json: cannot be read as utf-16: " in ran.err) == (2, True)


def test_arabic_is_isolated(clean, invoke):
    feed = {**REVIEW, "reviewRating": {"alternateName": "ملوي"}, "claimReviewed": "في السد شقوق"}
    (clean / "ar.json").write_text(json.dumps(feed), encoding="utf-8")
    assert (
        "'\u2068ملوي\u2069' of halvath-check.example"
        in invoke("import", "claimreview", "ar.json").out
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["claimreview", "none.json"], "none.json: cannot be read: No such file or directory"),
        (["claimreview", "empty.json"], "empty.json: there is no record in it"),
        (["claimreviw", "feed.json"], "no format 'claimreviw'; did you mean 'claimreview'?"),
        (["claimreview", "feed.json", "--language", "arabic"], "did you mean 'ar'?"),
        (["claimreview", "feed.json", "--language", "e n"], "expected a BCP 47 language tag"),
        (["claimreview"], "Missing argument 'FILE...'"),
        (["csv", "feed.json"], "csv needs --mapping FILE"),
        (["claimreview", "feed.json", "--crosswalk", "none.toml"], "none.toml: cannot be read"),
        (["claimreview", "feed.json", "--crosswalk", "empty.json"], "empty.json: "),
    ],
)
def test_what_cannot_go_on(feed, clean, invoke, arguments, message):
    (clean / "empty.json").write_text("[]", encoding="utf-8")
    ran = invoke("import", *arguments)
    assert ran.status == 2
    assert message in ran.err


MAPPING = """\
[article]
outlet = "paper"
title = "head"
published = "day"
[claim]
speaker = "who"
[proposition]
text = "what"
"""


def test_a_table(clean, invoke):
    (clean / "m.toml").write_text(MAPPING, encoding="utf-8")
    (clean / "t.csv").write_text(
        "paper,head,day,who,what\nThe Desk,Dam,2031-05-02,Tamsel Oduya,The dam is old\n", "utf-8"
    )
    ran = invoke("import", "csv", "t.csv", "--mapping", "m.toml", "--language", "en")
    assert (ran.status, ran.err) == (0, "")
    assert "1 imported, 0 repeated, 0 refused; new: 1 article, 1 claim, 1 proposition" in ran.out
    assert invoke("check", "--as-of", "2031-06-01").status == 0


def test_claims_in_an_article_of_the_ledger_stand_under_its_outlet(clean, invoke):
    address = "https://desk.example/dam"
    (clean / "claims" / "hand.yaml").write_text(
        "articles:\n  - {id: dam, outlet: the-desk-of-ours, title: Dam, language: en,\n"
        f"     published: 2031-05-02, url: '{address}'}}\n"
        "actors: [{id: the-desk-of-ours, kind: outlet, name: Desk of Ours}]\n",
        "utf-8",
    )
    (clean / "m.toml").write_text(MAPPING.replace("head", "link").replace("title", "url"), "utf-8")
    (clean / "t.csv").write_text(
        f"paper,link,day,who,what\nDesk of Ours,{address},2031-05-02,Tamsel Oduya,It is old\n",
        "utf-8",
    )
    ran = invoke("import", "csv", "t.csv", "--mapping", "m.toml")
    assert ran.status == 0, ran.out
    home = clean / "claims" / "imported" / "articles" / "the-desk-of-ours" / "dam.yaml"
    assert "article: dam" in home.read_text("utf-8")
    assert not (clean / "claims" / "imported" / "articles" / "others").exists()
    assert invoke("check", "--as-of", "2031-06-01").status == 0
    assert "1 repeated" in invoke("import", "csv", "t.csv", "--mapping", "m.toml").out


def test_out_and_in_again(feed, clean, invoke):
    invoke("import", "claimreview", feed)
    invoke("export", "claimreview", "--output", "out.jsonld")
    ran = invoke("import", "claimreview", "out.jsonld")
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "0 files written in claims/imported")


def test_names_that_somebody_has_judged_are_not_suggested_again(feed, clean, invoke):
    out = invoke("import", "claimreview", feed).out
    assert "names that look alike" in out
    names = ("oduya", "tamsel-k-oduya-5a818a3c922f")
    ran = invoke("resolve", "--different", *names, "--why", "cousins", "--by", "desk")
    assert ran.status == 0
    assert "names that look alike" not in invoke("import", "claimreview", feed).out


def test_a_ledger_that_is_one_file(feed, clean, invoke):
    (clean / "claimtrack.toml").write_text('ledger = ["claims/a.yaml"]\n', encoding="utf-8")
    ran = invoke("import", "claimreview", feed)
    assert (ran.status, "name a folder of the ledger with --into" in ran.err) == (2, True)

"""The tables hold all of a ledger, whatever it refers to, and SQLite, CSV and Parquet agree."""

import asyncio
import csv
import io
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack.interop.exporting import Context
from claimtrack.interop.tables.sheets import sheets
from claimtrack.interop.tables.sqlite import SQLITE
from claimtrack.interop.tables.table import tables
from claimtrack.model import Ledger
from claimtrack.model.content import content
from claimtrack.testing.strategies import actors, articles, claims, decisions, propositions

RECORDS = st.one_of(actors(), articles(), claims(), decisions(), propositions())


def database(ledger):
    (file,) = SQLITE.export(ledger, Context())
    opened = sqlite3.connect(":memory:")
    opened.deserialize(b"".join(file.pieces))
    return opened


def table(opened, name):
    """Every row of a table or view."""
    return opened.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - our own name


def leaves(plain):
    """Every text of a record as a claim file has it."""
    if isinstance(plain, dict):
        for value in plain.values():
            yield from leaves(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from leaves(value)
    else:
        yield plain


@settings(max_examples=10)
@given(st.lists(RECORDS, min_size=1, max_size=6))
def test_nothing_is_lost_and_nothing_dangles(records):
    left_out = []
    ledger = Ledger(records=tuple(records))
    rows = [
        (sheet.table, row)
        for sheet in sheets(ledger, Context(leave_out=left_out.append))
        for row in sheet.rows
    ]
    cells = {cell for _, row in rows for cell in row}
    first = {record.ref: record for record in reversed(records) if record.KIND != "decision"}
    kept = [*first.values(), *ledger.decisions]
    assert len(left_out) == len(records) - len(kept)
    assert set().union(*(leaves(content(record)) for record in kept)) <= cells
    opened = database(ledger)
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    for one in tables():
        assert len(table(opened, one.name)) == sum(of is one for of, _ in rows)


def test_references_that_lead_nowhere(hard):
    opened = database(hard)
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    assert opened.execute("SELECT * FROM dangling ORDER BY record, path").fetchall() == [
        ("article:a", "/cites/1", "actor or article", "gone"),
        ("article:a", "/outlet", "actor", "nobody"),
        ("claim:d", "/article", "article", "missing"),
        ("claim:d", "/attribution/chain/0/actor", "actor", "ghost"),
        ("claim:d", "/based_on/2", "claim or article", "missing"),
        ("claim:d", "/speaker", "actor", "ghost"),
        ("proposition:toll", "/contradicts/0", "proposition", "no-such"),
    ]
    assert opened.execute("SELECT speaker, speaker_word FROM claims ORDER BY id").fetchall() == [
        (None, "article"),
        (None, None),
    ]


def test_the_second_of_two_is_left_out(hard, exported):
    for name in ("sqlite", "csv"):
        _, left_out = exported(name, hard)
        assert [(one.ref, "stands before it" in one.reason) for one in left_out] == [
            ("actor:twice", True)
        ]


def test_dates_are_ordered_by_what_they_mean(hard):
    opened = database(hard)
    article = "SELECT published, published_earliest, published_latest FROM articles"
    assert opened.execute(article).fetchone() == (
        "2031-05-02T01:00+03:00",
        "2031-05-01T22:00",
        "2031-05-01T22:00",
    )
    claim = "SELECT said, said_earliest, said_latest FROM claims WHERE id = 'c'"
    assert opened.execute(claim).fetchone() == ("2031-05/..", "2031-05-01T00:00", None)


SEARCH = """
SELECT DISTINCT passages.record FROM passages_fts JOIN passages ON passages.id = passages_fts.rowid
WHERE passages_fts MATCH ? ORDER BY 1
"""
FOLDED = """
WITH RECURSIVE folding (done, words) AS (
    SELECT 0, ?
    UNION ALL
    SELECT done + 1, replace(words, character, plain)
    FROM folding JOIN foldings ON number = done + 1
)
SELECT words FROM folding ORDER BY done DESC LIMIT 1
"""


@pytest.mark.parametrize(
    ("words", "records"),
    [
        ("عباس", ["c", "oduya"]),
        ("٢٠", ["c", "toll"]),
        ("20", ["c", "toll"]),
        ("DIED", ["toll"]),
        ("أودويا", ["oduya"]),
        ("twenty", ["c"]),
        ("the", ["twice"]),
        ("nothing", ["d"]),
    ],
)
def test_words_are_found_in_any_spelling(hard, words, records):
    assert [row[0] for row in database(hard).execute(SEARCH, (words,))] == records


@pytest.mark.parametrize("words", ["عبّاس", "اودويا", "أُودويا", "۲۰", "عـبـاس"])
def test_sql_folds_what_is_looked_for(hard, words):
    opened = database(hard)
    (folded,) = opened.execute(FOLDED, (words,)).fetchone()
    assert opened.execute(SEARCH, (f'"{folded}"',)).fetchall()


def test_equal_ledgers_give_equal_bytes(demo, exported):
    assert exported("sqlite", demo) == exported("sqlite", demo)


def test_every_view_answers(demo):
    opened = database(demo)
    views = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type='view'")]
    counts = {view: len(table(opened, view)) for view in views}
    assert counts["claim_overview"] == len(demo.claims)
    assert counts["quote_overview"] == sum(len(claim.quotes) for claim in demo.claims.values())
    assert counts["verdict_overview"] == sum(len(p.verdicts) for p in demo.propositions.values())
    assert all(counts.values()), counts


def test_cells_of_csv_are_those_of_sqlite(hard, exported):
    opened = database(hard)
    files, _ = exported("csv", hard)
    for one in tables():
        text = files[f"{one.name}.csv"].decode("utf-8")
        head, *rows = csv.reader(io.StringIO(text, newline=""))
        assert head == [column.name for column in one.columns]
        kinds = [column.type for column in one.columns]
        expected = table(opened, one.name)
        assert [list(map(cell_back, kinds, row)) for row in rows] == list(map(list, expected))


@pytest.mark.parametrize(
    ("printed", "lower", "upper", "unit"),
    [
        ("٣٥ جثة", 35, 35, "جثة"),
        ("more than 30", 30, None, "bodies"),
        ("0.4 t", 0.4, 0.4, "t"),
        ("about 400 kg", 350, 450, "kg"),
        ("363.869", 363.869, 363869, "bodies"),
        ("many", None, None, None),
    ],
)
def test_values_are_numbers_as_their_propositions_have_them_read(printed, lower, upper, unit):
    text = f"""\
propositions:
  - {{id: toll, text: Bodies found, value: {{type: quantity, unit: bodies}}}}
  - {{id: free, text: Words}}
claims:
  - {{id: a, article: x, speaker: article, proposition: toll, value: {printed}}}
  - {{id: b, article: x, speaker: article, proposition: free, value: {printed}}}
"""
    asked = "SELECT value, value_lower, value_upper, value_unit FROM claims"
    rows = database(claimtrack.loads(text)).execute(asked).fetchall()
    assert rows == [(printed, lower, upper, unit), (printed, None, None, None)]


def cell_back(kind, cell):
    """What a program reads that follows the page: one apostrophe is taken away."""
    if kind == "boolean":
        return {"true": 1, "false": 0, "": None}[cell]
    if kind == "integer":
        return int(cell) if cell else None
    if kind == "number":
        return float(cell) if cell else None
    return cell.removeprefix("'") or None


def test_a_spreadsheet_runs_no_cell(hard, exported):
    files, _ = exported("csv", hard)
    assert b"'=HYPERLINK(1)" in files["actor_aliases.csv"]
    assert "'-٢٠".encode() in files["claims.csv"]
    assert b",''," in files["claim_quotes.csv"]


def test_parquet_has_the_rows_with_types(hard, exported):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    files, _ = exported("parquet", hard)
    opened = database(hard)
    for one in tables():
        found = parquet.read_table(io.BytesIO(files[f"{one.name}.parquet"]))
        assert found.schema.names == [column.name for column in one.columns]
        rows = [tuple(map(as_sqlite, row.values())) for row in found.to_pylist()]
        assert rows == table(opened, one.name)
    published = parquet.read_schema(io.BytesIO(files["articles.parquet"])).field("published_latest")
    assert str(published.type) == "timestamp[ms]"


def as_sqlite(cell):
    return cell.isoformat(timespec="minutes") if hasattr(cell, "isoformat") else cell


def test_it_opens_in_datasette(demo, exported, tmp_path):
    app = pytest.importorskip("datasette.app", reason="datasette is not installed (dev group)")
    files, _ = exported("sqlite", demo)
    (tmp_path / "ledger.db").write_bytes(files["ledger.sqlite"])

    async def asked():
        datasette = app.Datasette([tmp_path / "ledger.db"])
        await datasette.invoke_startup()
        rows = await datasette.client.get("/ledger/passages.json?_search=السد&_shape=array")
        view = await datasette.client.get("/ledger/claim_overview.json?_shape=array&_size=1000")
        page = await datasette.client.get("/ledger/claims")
        return rows.json(), view.json(), page

    rows, view, page = asyncio.run(asked())
    assert rows
    assert all("سد" in row["folded"] for row in rows)
    assert len(view) == len(demo.claims)
    assert page.status_code == 200
    assert 'href="/ledger/articles/' in page.text, "foreign keys are links"


def test_no_name_is_taken_twice():
    names = [one.name for one in tables()]
    assert len(set(names)) == len(names)
    for one in tables():
        columns = [column.name for column in one.columns]
        assert len(set(columns)) == len(columns), one.name

"""`claimtrack serve`: this machine alone, GET alone, and what the files say now."""

import http.client
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from claimtrack.cli import live
from claimtrack.cli.report import asked_for
from claimtrack.text.dates import parse_date

LEDGER = "actors:\n  - {id: a, kind: person, name: Mayor}\n"


@pytest.fixture
def served(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(live, "_REST", 0.0)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/a.yaml").write_text(LEDGER, encoding="utf-8")
    ask = partial(
        asked_for,
        paths=("claims",),
        config_file=None,
        as_of=parse_date("2031-06-01"),
        title="T",
        language="en",
    )
    with live.server("127.0.0.1", 0, live.Edition(ask)) as httpd:
        Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield httpd.server_address[1]
        httpd.shutdown()


def ask(port, path="/", method="GET", host=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{port}"})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_it_shows_the_pages(served):
    assert "Ledger" not in ask(served)[1]
    assert ask(served)[0] == 200
    status, page = ask(served, "/speakers/a.html")
    assert status == 200
    assert "Mayor" in page
    assert "connect-src &#39;self&#39;" in page


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1"])
def test_another_host_is_not_answered(served, host):
    status, text = ask(served, host=host)
    assert status == 421
    assert "<" not in text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS"])
def test_only_get_is_answered(served, method):
    assert ask(served, method=method)[0] == 405


NOWHERE = [
    "/../a.yaml",
    "/claims/a.yaml",
    "/%2e%2e/etc",
    "/nowhere.html",
    "//x/index.html",
    "http://[",
]


@pytest.mark.parametrize("path", NOWHERE)
def test_only_pages_of_the_report_are_shown(served, path):
    assert ask(served, path)[0] == 404


def test_it_is_live(served):
    before = ask(served, "/.state")[1]
    assert ask(served, "/.state")[1] == before
    text = LEDGER.replace("Mayor", "Governor")
    Path("claims/a.yaml").write_text(text, encoding="utf-8")
    assert ask(served, "/.state")[1] != before
    assert "Governor" in ask(served, "/speakers/a.html")[1]


def test_a_ledger_that_breaks_is_shown_broken(served):
    Path("claims/a.yaml").write_text(LEDGER + '  - {id: "x\n', encoding="utf-8")
    assert "yaml-syntax" in ask(served)[1]


def test_a_change_of_the_configuration_is_live(served):
    twice = LEDGER + "  - {id: a, kind: person, name: Governor}\n"
    Path("claims/a.yaml").write_text(twice, encoding="utf-8")
    assert "have the identifier" in ask(served)[1]
    before = ask(served, "/.state")[1]
    Path("claimtrack.toml").write_text('ignore = ["CT005"]\n', encoding="utf-8")
    assert ask(served, "/.state")[1] != before
    assert "have the identifier" not in ask(served)[1]


def test_a_bad_configuration_is_said_until_it_is_mended(served):
    Path("claimtrack.toml").write_text("leger = 1\n", encoding="utf-8")
    for path in ("/", "/.state"):
        status, text = ask(served, path)
        assert (status, "unknown key 'leger'" in text) == (409, True)
    Path("claimtrack.toml").unlink()
    assert ask(served)[0] == 200

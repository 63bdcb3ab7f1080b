"""Formats of other packages: the page's own is found, and each way to be wrong is reported."""

import re
import sys
from pathlib import Path

import pytest

from claimtrack import plugins
from claimtrack.__main__ import main

PAGE = (Path(__file__).parents[1] / "docs" / "exports.md").read_text(encoding="utf-8")
CODE = re.search(r"```python desk_formats/speakers.py\n(.*?)```", PAGE, re.DOTALL)[1]
LEDGER = """\
actors:
  - {id: o, kind: outlet, name: Outlet}
  - {id: a, kind: person, name: تامسل أودويا}
articles: [{id: p, outlet: o, title: T, language: en, published: 2031-05-02}]
claims: [{id: c, article: p, speaker: a, statement: It is so}]
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Makes what looks like an installed package with one entry point for formats."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(LEDGER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def make(code, value="desk_speakers:SPEAKERS"):
        site = tmp_path / "site"
        information = site / "desk_formats-1.dist-info"
        information.mkdir(parents=True)
        (site / "desk_speakers.py").write_text(code, encoding="utf-8")
        (information / "METADATA").write_text("Metadata-Version: 2.1\nName: desk-formats\n")
        (information / "entry_points.txt").write_text(f"[claimtrack.formats]\nx = {value}\n")
        monkeypatch.syspath_prepend(str(site))
        monkeypatch.delitem(sys.modules, "desk_speakers", raising=False)
        plugins.all_exporters.cache_clear()
        plugins.all_importers.cache_clear()

    yield make
    plugins.all_exporters.cache_clear()
    plugins.all_importers.cache_clear()


def test_the_format_of_the_page_is_written(installed, capfd):
    installed(CODE)
    assert main(["export", "speakers"]) == 0
    out, err = capfd.readouterr()
    assert out == "تامسل أودويا\n"
    assert err == "claimtrack: left out, 1: says nothing: actor:o\n"
    assert main(["export", "--help"]) == 0
    assert "speakers     Those who say something." in capfd.readouterr().out


@pytest.mark.parametrize(
    ("code", "value", "says"),
    [
        (CODE, "desk_speakers:NOBODY", "AttributeError"),
        ("1 / 0", "desk_speakers:SPEAKERS", "ZeroDivisionError"),
        ("SPEAKERS = [3]", "desk_speakers:SPEAKERS", "3 is no claimtrack Exporter"),
        (CODE.replace('"speakers"', '"Two Words"'), "desk_speakers:SPEAKERS", "is no name of a"),
        (CODE.replace('"speakers"', '"jsonl"'), "desk_speakers:SPEAKERS", "names are never shared"),
    ],
)
def test_a_plug_in_that_cannot_be_used(installed, capfd, code, value, says):
    installed(code, value)
    assert main(["export", "jsonl"]) == 2
    out, err = capfd.readouterr()
    assert (out, len(err.splitlines())) == ("", 1) or "Usage:" in err
    assert says in err


READER = """
from claimtrack.interop.importing import Imported, Importer, Refused
from claimtrack.interop.feeds.window import Place
from claimtrack.model import Actor, Localized

def prepare(settings):
    def read(pieces, known):
        for number, name in enumerate("".join(pieces).split(), 1):
            place = Place(number, 1, number)
            if known.get(f"actor:{name}") is not None:
                yield Refused(place, "is there already")
                continue
            actor = Actor(id=name, kind="person", name=Localized.of(name))
            yield Imported(place=place, claims=(), records=(actor,))
    return read

SPEAKERS = [Importer(name="names", summary="A name on each line.", prepare=prepare)]
"""


def test_a_format_to_read(installed, tmp_path, capfd):
    installed(READER)
    (tmp_path / "names.txt").write_text("oduya\na\n", encoding="utf-8")
    assert main(["import", "names", "names.txt"]) == 1
    assert "names.txt:2:1 (record 2): refused: is there already" in capfd.readouterr().out
    assert "oduya" in (tmp_path / "claims/imported/actors/o.yaml").read_text(encoding="utf-8")
    assert main(["import", "--help"]) == 0
    assert "names        A name on each line." in capfd.readouterr().out

import sys
import zipfile
from importlib.machinery import PathFinder
from importlib.metadata import MetadataPathFinder, entry_points

import pytest

from claimtrack.cache import code


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """A folder that is all of the path, beside one that is not there, and Python's own finders."""
    # The backport importlib_metadata, which another test may load, takes Python's place.
    own = MetadataPathFinder.find_distributions
    monkeypatch.setattr(PathFinder, "find_distributions", own, raising=False)
    monkeypatch.setattr(sys, "meta_path", [PathFinder])
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "nowhere")])
    return tmp_path


def test_a_program_is_the_same_until_a_file_of_it_or_a_package_changes(tmp_path, monkeypatch):
    before = code.program()
    assert code.program() == before
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "plain.py").write_text("")
    assert code.program() == before
    metadata = tmp_path / "plugin-1.0.dist-info"
    metadata.mkdir()
    installed = code.program()
    assert installed != before
    (metadata / "entry_points.txt").write_text("[claimtrack.rules]\na = b\n")
    assert code.program() not in (before, installed)


def test_states_tell_a_changed_and_a_missing_file(tmp_path):
    path = tmp_path / "plugin.py"
    path.write_text("a = 1")
    states = code.states([str(path), str(tmp_path / "no")])
    assert states[1] == [str(tmp_path / "no"), -1, 0]
    path.write_text("a = 12")
    assert code.states([str(path)]) != states[:1]


POINTS = "[claimtrack.rules]\na = b\n"


@pytest.mark.parametrize(
    "place",
    [
        "plugin-1.0.dist-info",
        "Plugin-1.0.DIST-INFO",
        "plugin-1.0-py3.11.egg-info",
        "plugin-1.0-py3.11.egg/EGG-INFO",
    ],
)
@pytest.mark.parametrize("text", [POINTS, "[other]\na = b\n", None])
def test_whether_a_package_declares_a_group_is_what_importlib_finds(alone, place, text):
    folder = alone / place
    folder.mkdir(parents=True)
    if text is not None:
        (folder / "entry_points.txt").write_text(text)
    if place.endswith("EGG-INFO"):
        sys.path.append(str(folder.parent))
    (folder / "PKG-INFO").write_text("Name: plugin\n")
    (folder / "METADATA").write_text("Name: plugin\n")
    found = entry_points(group="claimtrack.rules")
    assert bool(found) is (text is POINTS)
    assert code.declares("claimtrack.rules") is bool(found)
    assert not entry_points(group="claimtrack.formats")
    assert not code.declares("claimtrack.formats")


def test_what_cannot_be_seen_may_declare_anything(alone, monkeypatch):
    assert not code.declares("claimtrack.rules")
    packed = alone / "packed.zip"
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("plugin-1.0.dist-info/entry_points.txt", POINTS)
        file.writestr("plugin-1.0.dist-info/METADATA", "Name: plugin\n")
    sys.path.append(str(packed))
    assert entry_points(group="claimtrack.rules")
    assert code.declares("claimtrack.rules")
    sys.path.remove(str(packed))
    assert not code.declares("claimtrack.rules")

    class Finder:
        find_spec = find_distributions = staticmethod(lambda *_: None)

    monkeypatch.setattr(sys, "meta_path", [Finder, *sys.meta_path])
    assert code.declares("claimtrack.rules")

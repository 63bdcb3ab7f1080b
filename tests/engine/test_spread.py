"""The parts of a run in partitions, each for itself."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.config import Config
from claimtrack.engine.grouping import Joined
from claimtrack.engine.spread import Loaded, Plan, Processes, stars
from claimtrack.engine.spread.emitting import member_line, member_of
from claimtrack.engine.spread.facts import Known, Lookup
from claimtrack.engine.spread.naming import LEDGER, Homes, build_names
from claimtrack.engine.spread.segments import Segments, lines_of
from claimtrack.model import Actor, Holding, Identifiers, Localized, Origin, SameActors
from claimtrack.model.rows import row_of
from claimtrack.model.words import ActorKind
from claimtrack.rule import Key
from claimtrack.text.dates import parse_date


def plan_in(folder, partitions=3):
    return Plan(
        folder=str(folder),
        partitions=partitions,
        rules=[],
        config=Config(),
        as_of=parse_date("2031-06-01"),
        load=lambda _: Loaded([]),
    )


a_line = st.text(st.characters(exclude_characters="\n"))


@given(st.dictionaries(st.integers(0, 6), st.lists(a_line, min_size=1)))
def test_a_slot_gives_its_lines_in_their_order(tmp_path_factory, lines):
    folder = tmp_path_factory.mktemp("segments")
    path = str(folder / "file")
    segments = Segments(7)
    for slot, found in lines.items():
        for line in found:
            segments.add(slot, line)
    segments.write(path)
    segments.write(path)  # a task that is done again
    assert [[*lines_of(path, slot, 7)] for slot in range(7)] == [lines.get(n, []) for n in range(7)]
    assert segments.used == sum(1 << slot for slot in lines)
    assert [one.name for one in folder.iterdir()] == ["file"]


def test_a_file_that_cannot_be_written_leaves_none(tmp_path, monkeypatch):
    def full_disk(*_):
        raise OSError("no space left on device")

    monkeypatch.setattr("claimtrack.engine.spread.segments.os.replace", full_disk)
    with pytest.raises(OSError, match="no space"):
        Segments(1).write(str(tmp_path / "file"))
    assert not [*tmp_path.iterdir()]


def test_a_member_is_as_it_was_written():
    entries = [(0, Key("a\tb", ("ق", "\n"))), (12, Key("", ()))]
    assert member_of(member_line(7, '["x"]', entries)) == (7, '["x"]', entries)


def roots_of(folder, pairs, partitions):
    """The least key of each key that is not its own, by stars."""
    plan = plan_in(folder, partitions)
    segments = Segments(plan.slots)
    for one, other in pairs:
        if one != other:
            stars.add_edge(plan, segments, 0, (0, *one), (0, *other))
    plan.enlist("all", [plan.write("edges", segments)])
    start = stars.Edges("all", 0, plan.slots)
    found, _ = stars.components(plan, 0, start, segments.used, Processes(1))
    every = {}
    for partition in range(partitions):
        every.update(stars.roots(plan, found, partition))
    return {key: root for (_, key), root in every.items()}


def joined_of(pairs):
    joined = Joined()
    for pair in pairs:
        joined.join(*pair)
    keys = {key for pair in pairs for key in pair}
    return {key: joined.root(key) for key in keys if joined.root(key) != key}


# One name may begin another, and comes first whatever stands after it in the other key.
keys = st.builds(Key, st.sampled_from(["k", "k2"]), st.tuples(st.sampled_from("abcdefghق")))


@given(st.lists(st.tuples(keys, keys), max_size=25), st.integers(1, 4))
def test_stars_are_components(tmp_path_factory, pairs, partitions):
    folder = tmp_path_factory.mktemp("stars")
    assert roots_of(folder, pairs, partitions) == joined_of(pairs)


@pytest.mark.parametrize("shape", ["chain", "scattered chain", "ring", "star", "tree"])
def test_one_large_component_over_many_partitions(tmp_path, shape):
    size = 300

    def key(number):
        place = number * 97 % size if shape == "scattered chain" else number % size
        return Key("n", (f"{place:04}",))

    to = {"star": lambda _: 0, "tree": lambda n: n // 2, "ring": lambda n: n + 1}
    follow = to.get(shape, lambda n: min(n + 1, size - 1))
    pairs = [(key(n), key(follow(n))) for n in range(size)]
    found = roots_of(tmp_path, pairs, 5)
    assert found == joined_of(pairs)
    assert len(found) == size - 1


def actor(name, file, words="N"):
    origin = Origin(file, "/actors/0")
    return Actor(id=name, kind=ActorKind.PERSON, name=Localized.of(words), origin=origin)


def test_a_name_is_the_first_place_that_has_it(tmp_path):
    plan = plan_in(tmp_path, 1)
    segments = Segments(plan.slots)
    known = {2: actor("x", "b.yaml"), 1: actor("x", "c.yaml"), 3: actor("x", "a.yaml", "\ud800")}
    for number, one in known.items():
        segments.add(plan.names, f'{number}\t["actor", "x"]\t{row_of(one)}')
    broken = json.dumps(["actor", "\ud800"])
    segments.add(plan.names, f"-1\t{broken}\t")
    plan.enlist("all", [plan.write("map-0", segments)])
    kinds = build_names(plan, LEDGER, "all", 0)
    build_names(plan, LEDGER, "all", 0)  # a task that is done again
    lookup = Lookup(plan, Known([Homes(LEDGER, kinds, 1)], SameActors(ones={})))
    assert lookup(Actor, "x") == known[3]
    here = {3: known[3]}
    lookup.look_at(here)
    assert lookup(Actor, "x") is here[3]
    assert lookup(Actor, "\ud800") is None
    found = lookup(Identifiers, "actor")
    assert isinstance(found, Identifiers)
    assert found.names == ("x", "\ud800")
    assert lookup(Identifiers, "claim") == Identifiers(kind="claim", names=())
    for ref, is_held in (("actor:x", True), ("actor:\ud800", True), ("actor:y", False)):
        assert (lookup(Holding, ref) is not None) == is_held
    assert lookup(Holding, "claim:x") is None
    lookup.close()

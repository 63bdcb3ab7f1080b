"""Records come together by their keys and by links between keys, in whatever order they come."""

from itertools import combinations
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.engine.grouping import Joined, assemble
from claimtrack.findings import Severity, Skip
from claimtrack.model import Actor, Proposition
from claimtrack.model.localized import Localized
from claimtrack.rule import Key, Rule

NAMES = st.sampled_from("abcdefgh")
LINKS = st.lists(st.tuples(NAMES, NAMES), max_size=12)


def key(name):
    return Key("letter", (name,))


def proposition(name, **fields):
    return Proposition(id=name, text=Localized.of({"en": name}), **fields)


class Linked(Rule[Proposition]):
    code, name, severity = "EX001", "linked", Severity.INFO
    reads: ClassVar = (Proposition,)

    def keys(self, record):
        yield key(record.id)

    def links(self, record):
        for other in record.same_as:
            yield key(record.id), key(other)

    def check(self, group):
        return ()


def components(names, links):
    """Brute force: merge sets that share a member until none do."""
    sets = [{name} for name in names] + [set(link) for link in links]
    while True:
        meeting = next(((a, b) for a, b in combinations(sets, 2) if a & b), None)
        if meeting is None:
            return {frozenset(found) for found in sets}
        sets = [found for found in sets if found not in meeting] + [meeting[0] | meeting[1]]


@given(LINKS, st.randoms(use_true_random=False))
def test_joining_is_the_same_as_merging_sets_in_any_order(links, random):
    shuffled = [link if random.random() < 0.5 else link[::-1] for link in links]
    random.shuffle(shuffled)
    joined = Joined()
    for one, other in shuffled:
        joined.join(key(one), key(other))
    names = {name for link in links for name in link}
    found = {}
    for name in names:
        found.setdefault(joined.root(key(name)), set()).add(name)
    assert {frozenset(members) for members in found.values()} == components(names, links)
    # The least key stands for its group, so a fingerprint does not depend on the order of reading.
    assert all(root == min(map(key, members)) for root, members in found.items())


def test_a_long_chain_of_links_needs_no_recursion():
    joined = Joined()
    for number in range(50_000, 0, -1):
        joined.join(key(f"{number:05}"), key(f"{number - 1:05}"))
    assert joined.root(key("50000")) == key("00000")


@given(LINKS, st.randoms(use_true_random=False))
def test_linked_records_stand_in_one_group(links, random):
    records = [
        proposition(name, same_as=tuple(b for a, b in links if a == name)) for name in "abcdefgh"
    ]
    random.shuffle(records)
    (groups,) = assemble([Linked()], records).groups
    assert {frozenset(record.id for record in group) for group in groups.values()} == components(
        "abcdefgh", links
    )


def test_a_record_with_several_joined_keys_stands_in_its_group_once():
    class TwoKeys(Linked):
        def keys(self, record):
            return [key(record.id), key("x"), key(record.id)]

        def links(self, record):
            yield key(record.id), key("x")

    (groups,) = assemble([TwoKeys()], [proposition("a"), proposition("b")]).groups
    assert [[record.id for record in group] for group in groups.values()] == [["a", "b"]]


def test_groups_of_two_rules_are_kept_apart():
    groups = assemble([Linked(), Linked()], [proposition("a")]).groups
    assert [[*found] for found in groups] == [[key("a")], [key("a")]]


def test_a_rule_sees_only_the_kinds_that_it_reads():
    actor = Actor(id="a", kind="person", name=Localized.of({"en": "a"}))
    assert assemble([Linked()], [actor]).groups == [{}]


def test_skips_are_counted_by_reason():
    class Skipping(Linked):
        def keys(self, record):
            yield Skip("too-short") if len(record.id) < 3 else key(record.id)

    assembly = assemble([Skipping()], [proposition(name) for name in ("a", "bb", "long")])
    assert assembly.skipped == {"too-short": 2}
    assert [[*found] for found in assembly.groups] == [[key("long")]]


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "a text",
        ("letter", ("a",)),
        Key("letter", "a"),
        Key("letter", (1,)),
        Key("letter", ["a"]),
        Key(None, ("a",)),
        Skip(3),
        object(),
    ],
    ids=lambda wrong: repr(wrong).partition(" at ")[0],
)
@pytest.mark.parametrize("place", ["keys", "links"])
def test_what_is_no_key_is_a_crash_of_that_rule_and_record(wrong, place):
    class Wrong(Linked):
        def keys(self, record):
            return [key("fine"), wrong] if place == "keys" else [key("fine")]

        def links(self, record):
            return [(key("fine"), wrong)] if place == "links" else ()

    assembly = assemble([Wrong(), Linked()], [proposition("a")])
    assert [crash.rule for crash in assembly.crashes] == ["EX001"]
    assert [[*found] for found in assembly.groups] == [[], [key("a")]], "half a record was kept"

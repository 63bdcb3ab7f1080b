"""Walks over graphs, against what can be reached at all."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.rules.loops import knots, shortest_loop

GRAPHS = st.lists(st.lists(st.integers(0, 7), max_size=3), min_size=8, max_size=8)


def reached(graph, start):
    found, waiting = set(), [start]
    while waiting:
        for other in graph[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


@given(GRAPHS)
def test_two_nodes_are_in_one_knot_where_each_leads_to_the_other(graph):
    found = list(knots(range(8), graph.__getitem__))
    assert sorted(node for knot in found for node in knot) == list(range(8))
    place = {node: number for number, knot in enumerate(found) for node in knot}
    for one in range(8):
        for other in reached(graph, one):
            assert (place[one] == place[other]) is (one == other or one in reached(graph, other))
            assert place[other] <= place[one], "what is led to comes first"


@given(GRAPHS)
def test_a_shortest_loop_is_one_and_none_is_shorter(graph):
    found = shortest_loop(0, set(range(8)), graph.__getitem__)
    assert (found is not None) is (0 in reached(graph, 0))
    if found is not None:
        assert found[0] == 0
        assert all(b in graph[a] for a, b in zip(found, [*found[1:], 0], strict=True))
        near, steps = set(graph[0]), 1
        while 0 not in near:
            near, steps = {b for a in near for b in graph[a]}, steps + 1
        assert len(found) == steps


def breadth_first(start, following):
    """The first loop that a walk outwards from a node comes upon."""
    before, waiting = {}, [start]
    for node in waiting:
        for other in following(node):
            if other == start:
                loop = [node]
                while loop[-1] != start:
                    loop.append(before[loop[-1]])
                return loop[::-1]
            if other not in before:
                before[other] = node
                waiting.append(other)
    return None


@given(GRAPHS, st.lists(st.integers(1, 4), min_size=8, max_size=8))
def test_of_several_shortest_loops_it_is_the_one_met_first(graph, lengths):
    def each_step(node):
        name, step = node
        if step + 1 < lengths[name]:
            return [(name, step + 1)]
        return [(other, 0) for other in graph[name]]

    met = breadth_first((0, 0), each_step)
    found = shortest_loop(0, range(8), graph.__getitem__, lengths.__getitem__)
    assert found == (met and [name for name, step in met if step == 0])


def test_a_chain_of_a_hundred_thousand_is_walked():
    size = 100_000
    found = list(knots([0], lambda node: [node + 1] if node < size else [size // 2]))
    assert len(found) == size // 2 + 1

"""Lines of reprints: what one search finds, against a walk step by step."""

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.reprints import Reprints, Stretch, lines

NAMES = "abcdefgh"
PARENTS = st.fixed_dictionaries(dict.fromkeys(NAMES, st.none() | st.sampled_from(NAMES)))
SAYING = st.sets(st.sampled_from(NAMES), max_size=4)


def walked(parents, saying, start):
    """Up to what says it, else to where the line ends, or has begun again."""
    name, line = parents[start], [start]
    while name is not None and name not in saying and name not in line:
        line.append(name)
        name = parents[name]
    if name in saying:
        return Stretch(name, len(line))
    if name is None:
        return Stretch(line[-1], len(line) - 1) if line[1:] else None
    top = min(line[line.index(name) :])
    return Stretch(top, line.index(top) or len(line))


def places(parents):
    return {line.article: line for line in lines(parents)}


@given(PARENTS, SAYING)
def test_a_search_finds_what_a_walk_does(parents, saying):
    reprints = Reprints(places(parents).get, {"it": saying}.__getitem__)
    for start in NAMES:
        if start not in saying:
            assert met(reprints, start, saying) == walked(parents, saying, start)


def met(reprints, start, saying):
    """The walk by as many searches as it takes: round a ring one stops at its top as well."""
    found = reprints.up(start, "it")
    if found is None or found.end in saying or found.end == start:
        return found
    more = reprints.up(found.end, "it")
    if more is None or more.end not in saying:
        return found
    return Stretch(more.end, found.steps + more.steps)


def test_a_line_of_a_hundred_thousand_is_searched():
    size = 100_000
    parents = {str(n): str(n - 1) if n else None for n in range(size)}
    reprints = Reprints(places(parents).get, lambda said: [said])
    for n in range(0, size - 1, 9):
        assert reprints.up(str(size - 1), str(n)) == (str(n), size - 1 - n)

import io
import re

import pytest
import ruamel.yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack.store.compose import compose
from claimtrack.store.nodes import plain
from claimtrack.store.problems import Problems
from claimtrack.store.scalars import folded, is_plain, quoted, scalar
from claimtrack.testing.vocabulary import ODD_TEXTS

ANY = st.sampled_from(ODD_TEXTS) | st.text(st.characters(exclude_categories=("Cs",)))


def read(text, *, pure):
    problems = Problems("test.yaml")
    root = compose(text, problems, pure=pure)
    assert problems.found == []
    return plain(root)


@given(ANY, ANY.filter(bool), st.booleans())
def test_a_text_is_read_back_from_block_and_flow_style(text, key, pure):
    assert read(f"key: {scalar(text)}\n", pure=pure) == {"key": text}
    line = f"key: {{{scalar(key, flow=True)}: [{scalar(text, flow=True)}]}}\n"
    assert read(line, pure=pure) == {"key": {key: [text]}}


@given(ANY)
def test_other_readers_of_yaml_1_2_see_the_same_text(text):
    # Without quotes a date is text in the core schema; ruamel.yaml still makes a date of it.
    assume(not re.match("[0-9]{4}-[0-9]", text))
    yaml = ruamel.yaml.YAML(typ="safe", pure=True)
    document = f"a: {scalar(text)}\nb: [{scalar(text, flow=True)}]\nc: {quoted(text)}\n"
    found = yaml.load(io.StringIO(document))
    assert found == {"a": text, "b": [text], "c": text}


@given(st.lists(ANY, max_size=30).map(" ".join), st.integers(0, 12), st.booleans())
def test_folded_lines_are_read_back(text, indent, pure):
    lines = folded(text, indent + 2, 30)
    assert read(f"{' ' * indent}key: " + "\n".join(lines) + "\n", pure=pure) == {"key": text}


@pytest.mark.parametrize(
    "text",
    ["no", "010 letters", "2025-04-17", "2031-05-02T16:40+02:00", "Q11", "سد", "4٫8%", "🌊"],
)
def test_harmless_texts_stand_plain(text):
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["TBD", "-", "null", "True", "010", "1.10", "<<", "a: b", ""])
def test_others_are_quoted(text):
    assert not is_plain(text)
    assert scalar(text) == f'"{text}"'


def test_what_cannot_be_seen_is_escaped():
    assert scalar("a\u200eb\u00a0c\U000e0041") == '"a\\u200Eb\\xA0c\\U000E0041"'


def test_a_lone_surrogate_is_refused():
    with pytest.raises(ValueError, match=r"U\+D800"):
        scalar("\ud800")

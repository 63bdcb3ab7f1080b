"""An expression that is compiled at its first use does what one does that is compiled at once."""

import copy
import pickle
import re

import pytest

from claimtrack.text.regex import regex

SOURCE = r"(?P<word>[^\W\d_]+)|\d+"
TEXT = "Bridge 12 جسر ١٢"


@pytest.mark.parametrize("flags", [0, re.ASCII])
def test_it_is_the_expression(flags):
    lazy, plain = regex(SOURCE, flags), re.compile(SOURCE, flags)
    for method in ("search", "match", "fullmatch"):
        assert str(getattr(lazy, method)(TEXT)) == str(getattr(plain, method)(TEXT))
    assert [*map(str, lazy.finditer(TEXT))] == [*map(str, plain.finditer(TEXT))]
    assert lazy.findall(TEXT) == plain.findall(TEXT)
    assert lazy.split(TEXT) == plain.split(TEXT)
    assert lazy.sub("_", TEXT) == plain.sub("_", TEXT)
    assert (lazy.pattern, lazy.flags) == (plain.pattern, plain.flags)
    assert lazy.groupindex == plain.groupindex


def test_it_is_compiled_once_and_late(monkeypatch):
    made = []
    plain = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: made.append(given) or plain(*given))
    lazy = regex(SOURCE)
    assert not made
    assert [lazy.findall("a 1"), lazy.findall("b")] == [["a", ""], ["b"]]
    assert made == [(SOURCE, 0)]


def test_what_is_no_expression_is_refused_when_it_is_used():
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("a")
    with pytest.raises(AttributeError):
        regex("a").seek  # noqa: B018


def test_it_is_copied_and_sent_before_it_is_made():
    lazy = regex(SOURCE)
    for again in (copy.copy(lazy), copy.deepcopy(lazy), pickle.loads(pickle.dumps(lazy))):  # noqa: S301
        assert again.findall("a 1") == ["a", ""]

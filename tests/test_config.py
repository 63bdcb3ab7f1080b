"""The configuration as a value: every key, what is refused, what is suggested."""

import pytest

from claimtrack import Config, ConfigError, Severity
from claimtrack.config import _READERS
from claimtrack.text.force import Force

GOOD = {
    "ledger": (["a", "b"], ("a", "b")),
    "exclude": (["drafts/*"], ("drafts/*",)),
    "texts": ("texts", "texts"),
    "house": (["our-desk"], ("our-desk",)),
    "language": ("ar", "ar"),
    "select": (["CT3", "quote-absent"], ("CT3", "quote-absent")),
    "ignore": (["CT301"], ("CT301",)),
    "severity": (
        {"CT301": "warning", "CT4": "off"},
        {"CT301": Severity.WARNING, "CT4": None},
    ),
    "per-path": ({"old/*": ["CT3"]}, {"old/*": ("CT3",)}),
    "cues": (
        {"EN": {"floated": "speculative"}, "ar": {"سرّب": "factive"}},
        {"en": {"floated": Force.SPECULATIVE}, "ar": {"سرّب": Force.FACTIVE}},
    ),
    "baseline": ("accepted.json", "accepted.json"),
    "fail-on": ("warning", Severity.WARNING),
    "respelled": ("refuse", "refuse"),
    "supported-roots": (3, 3),
    "parties-count": (False, False),
    "unnamed-count": (True, True),
    "max-file-bytes": (1000, 1000),
}
WRONG = {
    "ledger": [3, "", [3], [""], {}, True],
    "exclude": ["drafts", [1], {}, [""]],
    "texts": [1, "", ["texts"]],
    "house": ["our-desk", [None]],
    "language": ["", 1, ["en"]],
    "select": ["CT3", [3], {}],
    "ignore": ["CT3", [3]],
    "severity": ["error", ["CT301"], {"CT301": 3}, {"CT301": "loud"}, {"CT301": ""}],
    "per-path": [["CT3"], {"old/*": "CT3"}, {"old/*": [3]}],
    "cues": [
        ["floated"],
        {"en": ["floated"]},
        {"en": {"floated": "loud"}},
        {"en": {"floated": 3}},
        {"en": {"…": "factive"}},
        {"en-GB": {}},
    ],
    "baseline": [3, "", []],
    "fail-on": ["always", 3, "", []],
    "respelled": ["yes", True, ["accept"], ""],
    "supported-roots": [0, -1, "2", True, 1.5],
    "parties-count": ["true", 1, []],
    "unnamed-count": ["false", 0, None],
    "max-file-bytes": [0, -1, "16", True, 1.5],
}


@pytest.mark.parametrize("key", GOOD)
def test_a_key_is_read(key):
    given, read = GOOD[key]
    assert getattr(Config.parse({key: given}), key.replace("-", "_")) == read


@pytest.mark.parametrize(("key", "value"), [(key, value) for key in WRONG for value in WRONG[key]])
def test_a_wrong_value_is_refused_and_both_key_and_file_are_named(key, value):
    with pytest.raises(ConfigError) as refusal:
        Config.parse({key: value}, "desk/claimtrack.toml")
    assert str(refusal.value).startswith(f"desk/claimtrack.toml: {key}: ")


def test_every_key_is_tested_here():
    assert set(GOOD) == set(WRONG) == {name.replace("_", "-") for name in _READERS}


def test_nothing_given_is_the_defaults():
    assert Config.parse({}) == Config()
    assert Config().ledger == ("claims",)
    assert Config().fail_on is Severity.ERROR


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("selct", "did you mean 'select'?"),
        ("per_path", "did you mean 'per-path'?"),
        ("max_file_bytes", "did you mean 'max-file-bytes'?"),
        ("Language", "did you mean 'language'?"),
        ("zzz", "known keys are baseline, cues, exclude"),
        ("folder", "known keys are"),
        ("", "known keys are"),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest(key, hint):
    with pytest.raises(ConfigError) as refusal:
        Config.parse({key: "x"})
    assert f"unknown key {key!r}" in str(refusal.value)
    assert hint in str(refusal.value)


@pytest.mark.parametrize("table", [3, "text", [], None, True])
def test_what_is_no_table_is_refused(table):
    with pytest.raises(ConfigError, match="expected a table"):
        Config.parse(table)


def test_one_ledger_may_be_a_plain_text():
    assert Config.parse({"ledger": "claims"}).ledger == ("claims",)


def test_never_fails():
    assert Config.parse({"fail-on": "never"}).fail_on is None


@pytest.mark.parametrize(("key", "words"), [("severity", "or off"), ("fail-on", "or never")])
def test_all_words_for_a_severity_are_named(key, words):
    value = "loud" if key == "fail-on" else {"CT1": "loud"}
    with pytest.raises(ConfigError, match=f"expected error, warning or info, {words}"):
        Config.parse({key: value})

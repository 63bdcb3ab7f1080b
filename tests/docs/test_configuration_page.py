"""The configuration page names every key, with its default and an example that is read."""

import json
import re
import tomllib

import page_outputs
import pytest
from attrs import fields

from claimtrack import Config, ConfigError, Severity

PAGE = (page_outputs.DOCS / "configuration.md").read_text(encoding="utf-8")


def is_key(key):
    """Whether a configuration file may hold it."""
    try:
        Config.parse({key: None})
    except ConfigError as error:
        return "unknown key" not in str(error)
    return True


NAMES = {field.name.replace("_", "-"): field.name for field in fields(Config)}
KEYS = {key: name for key, name in NAMES.items() if is_key(key)}
EXAMPLES = dict(re.findall(r"^### (\S+)$.*?```toml\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL))
DEFAULTS = dict(re.findall(r"^\| \[`(\S+)`\]\(#\1\) \| [^|]+ \| (.+) \|$", PAGE, re.MULTILINE))


def as_toml(value):
    """A default as the page writes it."""
    if value is None:
        return "none"
    if isinstance(value, Severity):
        value = str(value)
    return f"`{json.dumps(list(value) if isinstance(value, tuple) else value)}`"


def test_every_key_is_there_once():
    assert EXAMPLES.keys() == KEYS.keys()
    assert DEFAULTS.keys() == KEYS.keys()


@pytest.mark.parametrize("key", KEYS)
def test_default(key):
    assert DEFAULTS[key] == as_toml(getattr(Config(), KEYS[key]))


@pytest.mark.parametrize("key", KEYS)
def test_example_sets_that_key_alone(key):
    config = Config.parse(tomllib.loads(EXAMPLES[key]))
    differing = {name for name in KEYS.values() if getattr(config, name) != getattr(Config(), name)}
    assert differing == {KEYS[key]}

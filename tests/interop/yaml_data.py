"""Claim files as other tools see them: YAML 1.2 read into data, with types."""

import json

import pytest

from claimtrack.store.scalars import scalar

parsers = pytest.importorskip("check_jsonschema.parsers.yaml", reason="needs check-jsonschema")


def read(text):
    """What `check-jsonschema` makes of a text."""
    return parsers.construct_yaml_implementation().load(text)


def write(data):
    """Data on one line, of which a reader with types makes the same again."""
    if isinstance(data, dict):
        pairs = (f"{scalar(key, flow=True)}: {write(value)}" for key, value in data.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(data, list):
        return f"[{', '.join(map(write, data))}]"
    # Where ruamel.yaml.clib is installed, check-jsonschema reads with it, and that takes a plain
    # `https:` in brackets for an error.
    if isinstance(data, str) and ":" not in data:
        return scalar(data, flow=True)
    return json.dumps(data, ensure_ascii=False)

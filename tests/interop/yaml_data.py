"""Claim files as other tools see them: YAML 1.2 read into data, with types."""

import json

import pytest

from claimtrack.store.scalars import scalar

parsers = pytest.importorskip("check_jsonschema.parsers.yaml", reason="needs check-jsonschema")


def read(text):
    """What `check-jsonschema` makes of a text."""
    # The reader in C, where ruamel.yaml.clib is installed, is one of YAML 1.1: in brackets it takes
    # `https:` without quotes for an error.
    return parsers.construct_yaml_implementation(pure=True).load(text)


def write(data):
    """Data on one line, of which a reader with types makes the same again."""
    if isinstance(data, dict):
        pairs = (f"{scalar(key, flow=True)}: {write(value)}" for key, value in data.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(data, list):
        return f"[{', '.join(map(write, data))}]"
    return scalar(data, flow=True) if isinstance(data, str) else json.dumps(data)

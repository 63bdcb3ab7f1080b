"""JSON as other programs read it best: UTF-8, and nothing in a text that ends a line or acts."""

from __future__ import annotations

import json
import re
from typing import Any

_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
"""Controls, other line ends, byte order marks and halves of characters, which UTF-8 cannot hold."""

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def json_bytes(value: Any) -> bytes:
    """A value as one line of JSON in UTF-8, without its end."""
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", _encode(value)).encode("utf-8")

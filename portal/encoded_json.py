"""A value as the text of JSON, for columns and for what is put aside.

An import encodes every entry several times: `json` alone took a tenth of the time in
which it is read, orjson takes a seventh of that.
"""

import json
from typing import Any

import orjson

# Dates and dataclasses are refused, as `json` does: what reads them back would not know.
STRICT = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def encoded(value: Any) -> str:
    """Signs outside ASCII stay as they are, unless half a surrogate is among them."""
    try:
        return orjson.dumps(value, option=STRICT).decode()
    except TypeError:
        # Half a surrogate, a number of more than 64 bits, a key that is no text.
        return json.dumps(value)

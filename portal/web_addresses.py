"""Addresses that may become links: http or https, and nothing that runs."""

import re
from urllib.parse import urlsplit

HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]\.?")
LOCAL_HOST = re.compile(r"localhost|[0-9.]+|\[[0-9a-fA-F:.]+\]|[^\W_][\w-]*")
UNSAFE = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\\<>\"\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
SCHEME = re.compile(r"https?://", re.IGNORECASE)


def web_address(text: str) -> str:
    """Give the address if it is one on the web, else "".

    A bare "github.com/x" gets its https://. Refused are other schemes (javascript:,
    data:), addresses without a host, and whitespace or control characters anywhere
    inside, which browsers drop before they read the scheme.
    """
    address = text.strip()
    if not address or UNSAFE.search(address):
        return ""
    if SCHEME.match(address):
        return address if _host_fits(address, LOCAL_HOST) else ""
    bare = f"https://{address}"
    return bare if _host_fits(bare, HOST) else ""


def _host_fits(address: str, also: re.Pattern[str]) -> bool:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if "@" in parts.netloc:
        return False  # https://github.com@evil.example leads to evil.example
    shown = f"[{host}]" if ":" in host else host
    return bool(HOST.fullmatch(shown) or also.fullmatch(shown))

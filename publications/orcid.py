"""ORCID iDs: sixteen characters, the last of them a check digit (ISO 7064, 11,2)."""

import re

ORCID = re.compile(
    r"(?:https?://)?(?:www\.)?(?:orcid\.org/|orcid:?\s*)?"
    r"([0-9]{4})[-‐‑–\s]?([0-9]{4})[-‐‑–\s]?([0-9]{4})[-‐‑–\s]?([0-9]{3}[0-9x])/?",
    re.IGNORECASE,
)


def normalise_orcid(text: str) -> str:
    """Give 0000-0002-1825-0097 for the iD or its address, "" when it is not one."""
    match = ORCID.fullmatch(text.strip())
    if not match:
        return ""
    orcid = "-".join(match.groups()).upper()
    return orcid if orcid[-1] == check_digit(orcid[:-1]) else ""


def check_digit(digits: str) -> str:
    """Compute the check digit of fifteen digits; hyphens are passed over."""
    total = 0
    for digit in digits.replace("-", ""):
        total = (total + int(digit)) * 2
    result = (12 - total % 11) % 11
    return "X" if result == 10 else str(result)


def explain_orcid(text: str) -> str:
    """Say in a sentence why this is not an ORCID iD; "" when it is one."""
    if normalise_orcid(text):
        return ""
    return (
        f"'{text}' is not an ORCID iD. An ORCID iD looks like 0000-0002-1825-0097, "
        "and its last character checks the others."
    )

"""Numbers of books and serials, with their check digits (ISO 2108, ISO 3297)."""

import re


def isbn13(text: str) -> str:
    """Give thirteen digits for an ISBN-10 or ISBN-13 that checks, else ""."""
    digits = re.sub(r"[\s‐‑–-]", "", text).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits) and digits[9] == _modulo_11(digits[:9]):
        digits = "978" + digits[:9]
        return digits + _check_13(digits)
    if re.fullmatch(r"97[89][0-9]{10}", digits) and digits[12] == _check_13(
        digits[:12]
    ):
        return digits
    return ""


def issn(text: str) -> str:
    """Give 2049-3630 for an ISSN that checks, else ""."""
    digits = re.sub(r"[\s‐‑–-]", "", text).upper()
    if re.fullmatch(r"[0-9]{7}[0-9X]", digits) and digits[7] == _modulo_11(digits[:7]):
        return f"{digits[:4]}-{digits[4:]}"
    return ""


def _check_13(digits: str) -> str:
    total = sum(
        int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)
    )
    return str(-total % 10)


def _modulo_11(digits: str) -> str:
    weights = range(len(digits) + 1, 1, -1)
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, weights, strict=True)
    )
    return "0123456789X"[-total % 11]

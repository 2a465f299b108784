"""The language of a work as BCP 47 has it, from what bibliographies write."""

import re

FIELDS = ("language", "langid", "hyphenation", "ris.la", "csl.language")
TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}", re.IGNORECASE)
# The names that BibTeX styles and babel use, and MEDLINE's codes of three letters.
TAGS = {
    "english": "en",
    "american": "en-US",
    "usenglish": "en-US",
    "british": "en-GB",
    "ukenglish": "en-GB",
    "eng": "en",
    "german": "de",
    "ngerman": "de",
    "ger": "de",
    "deu": "de",
    "french": "fr",
    "fre": "fr",
    "fra": "fr",
    "spanish": "es",
    "spa": "es",
    "italian": "it",
    "ita": "it",
    "portuguese": "pt",
    "por": "pt",
    "dutch": "nl",
    "dut": "nl",
    "nld": "nl",
    "korean": "ko",
    "kor": "ko",
    "chinese": "zh",
    "chi": "zh",
    "zho": "zh",
    "japanese": "ja",
    "jpn": "ja",
    "russian": "ru",
    "rus": "ru",
    "turkish": "tr",
    "tur": "tr",
    "polish": "pl",
    "pol": "pl",
    "danish": "da",
    "dan": "da",
    "swedish": "sv",
    "swe": "sv",
    "norwegian": "no",
    "nor": "no",
    "finnish": "fi",
    "fin": "fi",
}


def language_tag(extra: dict[str, str]) -> str:
    """The tag of the first language that the source names; "" where it names none."""
    if not extra:
        return ""
    stated = next((extra[name] for name in FIELDS if extra.get(name)), "")
    word = stated.strip().casefold()
    if word in TAGS:
        return TAGS[word]
    return stated.strip() if TAG.fullmatch(word) else ""

"""How far a work has come, read from the words that people use for it."""

import re

STATUSES = (
    "in-preparation",
    "submitted",
    "under-review",
    "accepted",
    "published",
    "rejected",
    "withdrawn",
)
WORDS = {
    **{status: status for status in STATUSES},
    "inpreparation": "in-preparation",
    "to-be-submitted": "in-preparation",
    "draft": "in-preparation",
    "in-review": "under-review",
    "under-revision": "under-review",
    "in-revision": "under-review",
    "forthcoming": "accepted",
    "inpress": "accepted",
    "in-press": "accepted",
    "to-appear": "accepted",
    "prepublished": "accepted",
}
WHOLE_NOTE = re.compile(r"[^\w]*([\w\- ]+?)[^\w]*")


def read_status(text: str) -> str:
    """The status that these words are, or ""; the words must say nothing else."""
    match = text and WHOLE_NOTE.fullmatch(text)
    word = "-".join(match[1].casefold().split()) if match else ""
    return WORDS.get(word, "")

"""A person's works in the public register of ORCID (API v3.0).

A record often leaves out who else has written. So a work with a DOI is left to doi.org,
which knows; only of the others the record's own details are taken.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from publications.formats.orcid_works import identifiers_of, preferred_summaries
from publications.sources.client import Client
from publications.sources.failures import NotKnown, Unanswered

JSON = "application/json"
AT_A_TIME = 100
# What comes of JSON of another shape.
NO_LIST = (ValueError, RecursionError, LookupError, TypeError, AttributeError)


@dataclass(frozen=True)
class Listed:
    """A work that the record lists; `doi` may be "", `code` is its put-code."""

    code: int
    doi: str


def list_works(client: Client, orcid: str) -> list[Listed]:
    content = client.get("orcid", f"/v3.0/{orcid}/works", accept=JSON)
    try:
        answer = json.loads(content)
        works = [
            Listed(each["put-code"], identifiers_of(each).get("doi", ""))
            for each in preferred_summaries(answer)
        ]
    except NO_LIST as error:
        raise Unanswered(
            "ORCID answers with something that is no list of works."
        ) from error
    if not works:
        raise NotKnown("The ORCID record shows no works to the public.")
    return works


def fetch_details(client: Client, orcid: str, codes: list[int]) -> Iterator[bytes]:
    """The works with these put-codes, a hundred in each answer."""
    for start in range(0, len(codes), AT_A_TIME):
        some = ",".join(map(str, codes[start : start + AT_A_TIME]))
        yield client.get("orcid", f"/v3.0/{orcid}/works/{some}", accept=JSON)

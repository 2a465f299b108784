"""An author's works in OpenAlex, or one work by its PubMed identifier, as its JSON."""

import json
from collections.abc import Iterator

from django.conf import settings

from publications.sources.client import Client
from publications.sources.failures import NotKnown, Unanswered

JSON = "application/json"
# A work of a hundred authors has some 200 kB: a page must stay below what is taken.
PAGE = 25
MOST_PAGES = 200


def fetch_works(client: Client, author: str) -> Iterator[bytes]:
    """Pages of lists of works, as long as the cursor leads on."""
    cursor = "*"
    for _ in range(MOST_PAGES):
        about = {"filter": f"author.id:{author}", "per_page": PAGE, "cursor": cursor}
        content = client.get("openalex", "/works", accept=JSON, params=_signed(about))
        works, cursor = _understood(content)
        if not works and cursor in {"*", None}:
            raise NotKnown("OpenAlex has no works of this author.")
        if works:
            yield content
        if not works or not cursor:
            return


def fetch_by_pmid(client: Client, pmid: str) -> Iterator[bytes]:
    path = f"/works/pmid:{pmid}"
    content = client.get("openalex", path, accept=JSON, params=_signed({}))
    if not _decoded(content).get("id"):
        raise Unanswered("OpenAlex gives no work for it.")
    yield content


def _signed(params):
    key = settings.OPENALEX_API_KEY
    return {**params, "api_key": key} if key else params


def _understood(content):
    answer = _decoded(content)
    works, meta = answer.get("results"), answer.get("meta")
    if not isinstance(works, list) or not isinstance(meta, dict):
        raise Unanswered("OpenAlex gives no list of works for it.")
    return works, meta.get("next_cursor")


def _decoded(content):
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise Unanswered("OpenAlex answers with something that is not its JSON.")
    return answer

"""Works by DOI, as CSL-JSON from whichever agency registered it (content negotiation)."""

import json
from collections.abc import Iterator
from urllib.parse import quote

from publications.sources.client import Client
from publications.sources.failures import Unanswered

CSL_JSON = "application/vnd.citationstyles.csl+json"


def fetch(client: Client, doi: str) -> Iterator[bytes]:
    """One CSL-JSON item. doi.org sends the request on to Crossref, DataCite or another."""
    path = "/" + quote(doi, safe="/:;()._-")
    content = client.get("doi", path, accept=CSL_JSON)
    try:
        item = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Unanswered("doi.org gives no CSL-JSON for it.") from error
    if not isinstance(item, dict) or not item.get("title"):
        raise Unanswered("doi.org knows it, but gives no title.")
    yield content

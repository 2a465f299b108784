"""A person's works in DBLP, as BibTeX with each entry whole."""

from collections.abc import Iterator

from publications.formats import bibtex
from publications.sources.client import Client
from publications.sources.failures import Unanswered


def fetch(client: Client, pid: str) -> Iterator[bytes]:
    path, params = f"/pid/{pid}.bib", {"param": "1"}
    content = client.get("dblp", path, accept="application/x-bibtex", params=params)
    if not any(bibtex.read(content.decode("utf-8", "replace"), "")):
        raise Unanswered("DBLP gives no BibTeX for this person.")
    yield content

"""Works by arXiv identifier: Atom feeds of the arXiv API, a hundred entries in each."""

from collections.abc import Iterator

from publications.formats import arxiv_atom
from publications.sources.client import Client
from publications.sources.failures import Unanswered

AT_A_TIME = 100


def fetch(client: Client, numbers: list[str]) -> Iterator[tuple[bytes, list[str]]]:
    """Feeds, each with those of the identifiers asked for that stand in it."""
    for start in range(0, len(numbers), AT_A_TIME):
        wanted = numbers[start : start + AT_A_TIME]
        params = {"id_list": ",".join(wanted), "max_results": len(wanted)}
        content = client.get(
            "arxiv", "/api/query", accept="application/atom+xml", params=params
        )
        held = _held(content)
        yield content, [number for number in wanted if number in held]


def _held(content):
    entries = list(arxiv_atom.read(content.decode("utf-8", "replace"), "arXiv"))
    held = {each.fields["eprint"] for each in entries if each.fields.get("title")}
    if entries and not held:
        raise Unanswered("arXiv gives no Atom feed for it.")
    return held

"""From a list of identifiers to the files that the sources give for them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import count

from portal.imports.files import SourceFile
from publications.identifiers import normalise
from publications.sources import arxiv, dblp, doi, openalex, orcid
from publications.sources.client import Client
from publications.sources.failures import NotKnown, Unanswered
from publications.sources.identify import Wanted, identify_all

MOST_NAMED = 5


def gather(
    options: dict, client: Client | None = None
) -> tuple[list[SourceFile], list[str]]:
    """Ask for options["identifiers"], texts as people type them.

    Gives the answers as they came, and sentences about what could not be had, one for
    all that failed for one reason. Never raises: a failure costs the others nothing.
    """
    if "identifiers" not in options:
        return [], []
    wanted, problems = identify_all(options["identifiers"])
    if not wanted:
        return [], problems or ["There is no identifier to ask for."]
    gathering = _Gathering(client or Client())
    gathering.ask_for(wanted)
    return gathering.files, [*problems, *gathering.notes()]


class _Gathering:
    """What has come so far, and which identifiers failed with which sentence."""

    def __init__(self, client: Client):
        self.files: list[SourceFile] = []
        self._client = client
        self._failed: dict[str, list[str]] = defaultdict(list)
        # DOIs in ORCID records, with the record and the put-code of the work.
        self._listed: dict[str, tuple[str, int]] = {}
        # Preprints in ORCID records: arXiv knows more of them than their DOIs do.
        self._preprints: list[str] = []

    def ask_for(self, wanted: list[Wanted]) -> None:
        values = defaultdict(list)
        for each in wanted:
            values[each.kind].append(each.value)
        for each in values["orcid"]:
            self._ask_orcid(each)
        for each in values["openalex"]:
            self._keep(f"openalex-{each}.json", each, openalex.fetch_works)
        for each in values["dblp"]:
            self._keep(f"dblp-{each}.bib", each, dblp.fetch)
        for each in values["pmid"]:
            self._keep(f"pmid-{each}.json", each, openalex.fetch_by_pmid)
        self._ask_dois(dict.fromkeys([*values["doi"], *self._listed]))
        self._ask_arxiv(list(dict.fromkeys([*values["arxiv"], *self._preprints])))

    def notes(self) -> list[str]:
        return [f"{_listing(names)}: {why}" for why, names in self._failed.items()]

    def _keep(self, name: str, value: str, fetch, *more) -> bool:
        """Keep all that this fetches for a value; False and a note when it fails."""
        try:
            for content in fetch(self._client, value, *more):
                self._add(name, content)
        except Unanswered as error:
            self._failed[str(error)].append(value)
            return False
        return True

    def _add(self, name, content):
        stem, ending = re.sub(r"[^\w.-]+", "-", name)[:120].rsplit(".", 1)
        taken = {file.name for file in self.files}
        names = (
            f"{stem}-{n}.{ending}" if n > 1 else f"{stem}.{ending}" for n in count(1)
        )
        free = next(name for name in names if name not in taken)
        self.files.append(SourceFile(free, content))

    def _ask_orcid(self, value):
        """Works with a DOI wait for doi.org, which knows who else has written them."""
        try:
            listed = orcid.list_works(self._client, value)
        except Unanswered as error:
            self._failed[str(error)].append(value)
            return
        for each in listed:
            if number := normalise("arxiv", each.doi):
                self._preprints.append(number)
            elif each.doi:
                self._listed[each.doi] = value, each.code
        self._ask_for_details(value, [each.code for each in listed if not each.doi])

    def _ask_for_details(self, value, codes):
        if codes:
            self._keep(f"orcid-{value}.json", value, orcid.fetch_details, codes)

    def _ask_dois(self, dois: Iterable[str]):
        left = defaultdict(list)
        for each in dois:
            if (
                not self._keep(f"doi-{each}.json", each, doi.fetch)
                and each in self._listed
            ):
                record, code = self._listed[each]
                left[record].append(code)
        for record, codes in left.items():
            self._ask_for_details(record, codes)

    def _ask_arxiv(self, numbers):
        left, why = list(numbers), NotKnown("arXiv does not know it.")
        try:
            for content, held in arxiv.fetch(self._client, numbers):
                left = [number for number in left if number not in held]
                if held:
                    self._add(f"arxiv-{held[0]}.xml", content)
        except Unanswered as error:
            why = error
        if left:
            self._failed[str(why)] += left


def _listing(names):
    if len(names) == 1:
        return names[0]
    some, more = names[:MOST_NAMED], len(names) - MOST_NAMED
    if more > 0:
        return f"{', '.join(some)} and {more} more"
    return f"{', '.join(some[:-1])} and {some[-1]}"

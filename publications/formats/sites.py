"""Which files of a site's archive hold its papers, and who made the site."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portal.imports.archives import Archive
from portal.imports.files import Unreadable, decode
from portal.imports.yaml_values import Malformed, read_front_matter, read_yaml, text_of
from publications.formats import hugoblox
from publications.values import Entry

HUGOBLOX_PAPER = re.compile(
    r"(?:^|/)content/(?:[\w-]+/)*?publications?/[^/]+/index\.md$"
)
HUGOBLOX_PERSON = re.compile(
    r"(?:^|/)content/(?:[\w-]+/)*?authors/([^/]+)/_?index\.md$"
)
HUGOBLOX_PROFILE = re.compile(r"(?:^|/)data/authors/([^/]+)\.ya?ml$")
NOT_LOADED = re.compile(r"\.(?:pdf|png|jpe?g|gif|webp|avif|svg|mp4|mov|webm)$", re.I)
VENUES = re.compile(r"(?:^|/)_data/venues\.ya?ml$")


@dataclass(frozen=True)
class Site:
    """A kind of site: `papers` are the paths that hold papers, the best kind first."""

    name: str
    papers: tuple[re.Pattern[str], ...]


SITES = (
    Site("al-folio", (re.compile(r"(?:^|/)_bibliography/.+\.bib(?:tex)?$"),)),
    Site("HugoBlox", (HUGOBLOX_PAPER,)),
    Site(
        "greenelab",
        (
            re.compile(r"(?:^|/)_data/citations\.ya?ml$"),
            re.compile(r"(?:^|/)_data/sources\.ya?ml$"),
        ),
    ),
    Site(
        "academicpages",
        (
            re.compile(r"(?:^|/)_publications/[^/]+\.md$"),
            re.compile(r"(?:^|/)publications\.tsv$"),
        ),
    ),
)
# A folder of files that is no site that we know.
FOLDER = Site(
    "",
    (re.compile(r"\.(?:bib|bibtex|ris|nbib|ciw|enw|xml|csv|tsv|xlsx|json)$", re.I),),
)


def site_of(paths: list[str]) -> tuple[Site, list[str]]:
    """The site that these are the files of, and its files with papers."""
    for site in (*SITES, FOLDER):
        for pattern in site.papers:
            found = sorted(path for path in paths if pattern.search(path))
            if found:
                return site, found
    return FOLDER, []


def read_hugoblox(archive: Archive, paths: list[str]) -> Iterator[Entry]:
    """An entry for each folder of a paper; a file that is damaged is one with an error."""
    people = dict(_profiles(archive))
    for path in paths:
        file = f"{archive.name}/{path}"
        beside = f"{path.removesuffix('index.md')}cite.bib"
        try:
            text = decode(archive.file(path)).text
            cite = decode(archive.file(beside)).text if beside in archive else ""
        except Unreadable as error:
            yield Entry(file, 1, "hugoblox", error=str(error))
        else:
            yield from hugoblox.read(text, file, cite, people)


def _profiles(archive: Archive) -> Iterator[tuple[str, str]]:
    """The names of a site's own people by the slugs that its papers give as authors."""
    readers: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
        (
            HUGOBLOX_PERSON,
            lambda text: text_of(read_front_matter(text)[0].get("title", "")),
        ),
        (HUGOBLOX_PROFILE, _display_name),
    )
    for path in archive.paths:
        for pattern, name_in in readers:
            if found := pattern.search(path):
                try:
                    name = name_in(decode(archive.file(path)).text)
                except (Malformed, Unreadable):
                    continue
                if name:
                    yield found[1], name


def _display_name(text: str) -> str:
    profile = read_yaml(text)
    name = profile.get("name", "") if isinstance(profile, dict) else ""
    return text_of(name.get("display", "")) if isinstance(name, dict) else text_of(name)


def notes_about(archive: Archive) -> list[str]:
    """Sentences about what is in the archive and is not brought in."""
    notes = []
    left = sum(bool(NOT_LOADED.search(path)) for path in archive.paths)
    if left:
        notes.append(
            f"'{archive.name}' also holds {left} PDFs, pictures and videos: they are not "
            "loaded. Add those you need in the admin."
        )
    if any(map(VENUES.search, archive.paths)):
        notes.append(
            f"The venues' addresses and colours in '{archive.name}' (_data/venues.yml) "
            "are kept with the file."
        )
    return notes

"""Papers as files: for the web and for commands, which may have what is private too.

Only `private` files, the admin's own, have the fields of reference managers: with them
no field is lost between import and export (`interface.md` §3).
"""

import json

from django.http import Http404, HttpResponse

from portal.imports.tables import write_csv, write_xlsx
from publications.formats.biblatex_writer import write_biblatex
from publications.formats.bibtex_writer import bibtex_key, write_bibtex
from publications.formats.csl_writer import csl_item
from publications.formats.long_cells import split_long
from publications.formats.publications_table import columns_of, table_row
from publications.formats.ris_writer import write_ris
from publications.full_json import write_full_json
from publications.querysets import next_free
from publications.records import loaded, record_of
from publications.verbatim import untouched_source
from publications.verbatim_files import Provenance

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    "bib": ("application/x-bibtex", "bibtex"),
    "ris": ("application/x-research-info-systems", "ris"),
    "json": ("application/vnd.citationstyles.csl+json", "csl-json"),
    "csv": ("text/csv", "csv"),
    "xlsx": (XLSX, "xlsx"),
    "biblatex": ("application/x-bibtex", "biblatex"),
}
# The name's ending, where it is not that of the address.
ENDINGS = {"biblatex": "biblatex.bib"}


def papers_response(papers, extension, name, private=False):
    """The papers as a file to be saved; 404 for a format that we do not write.

    A queryset is written newest first, a list of ids in its own order.
    """
    if extension not in FORMATS:
        raise Http404(f"There is no format “{extension}”.")
    content_type, format = FORMATS[extension]
    ordered = papers if isinstance(papers, list) else papers.newest_first()
    content = WRITERS[format](ordered, private=private)
    if isinstance(content, str):
        content_type += "; charset=utf-8"
    response = HttpResponse(content, content_type=content_type)
    ending = ENDINGS.get(extension, extension)
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def write_bibtex_file(papers, private=False, verbatim=False):
    """`verbatim`: what nobody has changed since its import is as its file had it."""
    return _entries(papers, write_bibtex, private, verbatim)


def write_biblatex_file(papers, private=False):
    return _entries(papers, write_biblatex, private)


def _entries(papers, write, private, verbatim=False):
    """Each under a key of its own, or as its file had it, with what it needs of that."""
    taken, entries, provenance = set(), [], Provenance()
    for paper in loaded(papers):
        if verbatim and (source := untouched_source(paper)):
            needed = provenance.before(paper, source)
            entries += [f"{text}\n" for text in (*needed, source)]
            taken.add(paper.citation_key)
            continue
        key = bibtex_key(paper.citation_key, paper.slug, private)
        key = next_free(key, taken)
        taken.add(key)
        entries.append(write(record_of(paper), key, private))
    entries += [f"{text}\n" for text in provenance.parents(taken, private)]
    return "\n".join(entries)


def write_ris_file(papers, private=False):
    return "\r\n".join(write_ris(record_of(each), private) for each in loaded(papers))


def write_csl_json(papers, private=False):
    items = [csl_item(record_of(each), each.slug, private) for each in loaded(papers)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def write_papers_csv(papers, private=False):
    return write_csv(*_table(papers, private))


def write_papers_xlsx(papers, private=False):
    return write_xlsx(*split_long(*_table(papers, private)))


def _table(papers, private):
    records = [record_of(each) for each in loaded(papers)]
    columns = columns_of(records, private)
    return columns, [table_row(record, columns, private) for record in records]


WRITERS = {
    "bibtex": write_bibtex_file,
    "biblatex": write_biblatex_file,
    "ris": write_ris_file,
    "csl-json": write_csl_json,
    "csv": write_papers_csv,
    "xlsx": write_papers_xlsx,
    "json": write_full_json,
}

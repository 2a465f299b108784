"""How the files of a run were understood, in words."""

from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import intcomma

from portal.desk.course import address
from portal.desk.forms import ENCODINGS
from portal.imports.importers import Reading
from portal.models import ImportRun

ENCODING_NAMES = {**dict(ENCODINGS), "utf-8-sig": "UTF-8", "ascii": "ASCII"}


@dataclass(frozen=True)
class ReadingShown:
    """`url` leads to the file as it was sent; one in an archive has none."""

    name: str
    about: str
    samples: tuple[str, ...]
    url: str


def readings_of(run, kind):
    """Of each file of the run, or of each in its archives."""
    files = {file.name: file for file in run.files.all()}
    # A discarded run has the names of its files, and no longer what was in them.
    kept = {} if run.state == ImportRun.State.DISCARDED else files
    stored = [Reading(**each) for each in run.options.get("readings", [])]
    readings = stored or [Reading(name) for name in files]
    return [_shown(each, run, kept.get(each.name), kind) for each in readings]


def _shown(reading, run, file, kind):
    return ReadingShown(
        name=reading.name,
        about=_about(reading, kind),
        samples=tuple(reading.samples),
        url=f"{address(run, 'run')}files/{file.pk}/" if file else "",
    )


def _about(reading, kind):
    """ "BibTeX from Zotero · UTF-8 · 2,048 entries"."""
    format_ = kind.formats.get(reading.format, reading.format)
    if reading.dialect:
        format_ = f"{format_} from {reading.dialect}" if format_ else reading.dialect
    entries = (
        "1 entry" if reading.entries == 1 else f"{intcomma(reading.entries)} entries"
    )
    parts = [
        format_,
        reading.encoding
        and ENCODING_NAMES.get(reading.encoding.lower(), reading.encoding),
        entries if reading.format or reading.entries else "",
    ]
    return " · ".join(part for part in parts if part)

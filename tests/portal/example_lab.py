"""The example lab's files, and their import as `demo` does it."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

EXAMPLE = Path(__file__).parents[2] / "portal" / "example"
CVS = ("gyuseok-lee", "sungyong-seo")


def import_all():
    files = [
        ("import_people", EXAMPLE / "people.csv"),
        ("import_publications", EXAMPLE / "publications.bib"),
        *(("import_cv", EXAMPLE / "cv" / f"{slug}.json") for slug in CVS),
    ]
    return [report_of(command, path) for command, path in files]


def report_of(command, path):
    output = StringIO()
    with pytest.raises(SystemExit):
        call_command(command, str(path), "--json", stdout=output)
    return json.loads(output.getvalue())

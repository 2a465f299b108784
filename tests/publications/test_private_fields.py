"""What reference managers note beside a paper is not for everybody."""

import json

import pytest
from django.core.management import call_command

from tests.factories import make_paper

pytestmark = pytest.mark.django_db

INTERNALS = {
    "file": ":/home/jo/a.pdf:PDF",
    "annote": "weak",
    "comment-jo": "no",
    "date-added": "2020",
    "bdsk-file-1": "x",
    "usera": "x",
    "__markedentry": "x",
    "mendeley-tags": "x",
    "keywords-private": "x",
    "local_url": "x",
    "pdf": "file:///home/jo/a.pdf",
}


def export(path, *options):
    call_command("export_publications", "--output", path, *options)
    return path


def test_internals_of_reference_managers_are_in_no_public_file(client, tmp_path):
    make_paper("Open", ["Jo Doe"], extra=INTERNALS | {"annotation": "Kept"})
    paths = ("/publications.bib", "/publications/open.bib", "/publications/open/")
    public = [client.get(path).content.decode() for path in paths]
    public.append(export(tmp_path / "public.bib").read_text(encoding="utf-8"))

    for text in public:
        assert "annotation   = {Kept}" in text
        assert [name for name in INTERNALS if f"  {name:<12} =" in text] == []


def test_internals_of_reference_managers_are_in_the_export_of_all(tmp_path):
    make_paper("Open", ["Jo Doe"], extra=INTERNALS | {"annotation": "Kept"})
    full = ("--format", "json")

    everything = export(tmp_path / "all.bib", "--all").read_text(encoding="utf-8")
    (shown,) = json.loads(export(tmp_path / "a", *full).read_text())
    (whole,) = json.loads(export(tmp_path / "b", *full, "--all").read_text())

    assert all(
        f"  {name:<12} = {{{INTERNALS[name]}}}" in everything for name in INTERNALS
    )
    assert shown["extra"] == {"annotation": "Kept"}
    assert whole["extra"] == INTERNALS | {"annotation": "Kept"}

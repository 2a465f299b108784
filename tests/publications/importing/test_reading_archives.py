from io import BytesIO
from zipfile import ZipFile

import pytest

from portal.imports.files import SourceFile, Unreadable
from portal.imports.importers import Reading
from publications.formats.coauthors import Coauthor
from publications.importing.reading import read

PAPER = "@article{%s, title={On Engines}, author={Seo*, Sungyong and Liu, Yan}}"
HUGO = """---
title: On Engines
authors: [admin, Yan Liu]
author_notes: [Equal contribution, Corresponding author]
date: '2020-01-01'
publication_types: ['1']
publication: In *Conference on Engines*
publication_short: ''
tags: [physics]
featured: true
url_code: https://github.com/x/y
url_pdf: '#'
links: [{name: Poster, url: https://x.org/p}]
projects: [p]
---
"""


def zipped(files):
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return SourceFile("site.zip", written.getvalue())


def read_zip(files):
    entries, found = [], []
    for each in read(zipped(files)):
        entries += each.entries
        found.append(each)
    return entries, found


def test_papers_of_an_al_folio_site():
    entries, found = read_zip(
        {
            "s/_bibliography/papers.bib": f"---\n---\n\n{PAPER % 'a'}\n{PAPER % 'b'}\n",
            "s/_data/coauthors.yml": '"liu":\n  - firstname: [Yan, Y.]\n    url: u\n',
            "s/assets/pdf/a.pdf": "%PDF",
            "s/other.bib": PAPER % "c",
        }
    )
    path = "site.zip/s/_bibliography/papers.bib"

    assert [(each.file, each.line, each.key) for each in entries] == [
        (path, 4, "a"),
        (path, 5, "b"),
    ]
    names = ("Seo*, Sungyong", "Liu, Yan")
    assert [each.reading for each in found] == [
        Reading(path, "bibtex", "al-folio", "utf-8", 2, names),
        Reading("site.zip", "zip", "al-folio", "", 2, names),
    ]
    assert found[-1].notes == [
        "'site.zip' also holds 1 PDFs, pictures and videos: they are not loaded. Add "
        "those you need in the admin.",
        "The web pages of coauthors in 'site.zip/s/_data/coauthors.yml' are kept with "
        "it, but not shown.",
    ]
    assert found[0].coauthors == [Coauthor("liu", ("Yan", "Y."), "u")]


def test_what_is_wrong_about_coauthors_is_said():
    said = [
        read_zip({"_bibliography/p.bib": PAPER % "a", "_data/coauthors.yml": text})
        for text in ("a: [b", "- x", "a:\n- firstname: E.\n- 5\n- {firstname: [[x]]}\n")
    ]

    where, right = "'site.zip/_data/coauthors.yml'", 'firstname: ["Edwin", "E."]'
    nobody = f"{where}: under “a” stands somebody without first names; right would be"
    assert [found[-1].notes for _, found in said] == [
        [f"{where} is not used for names. Line 2: did not find expected ',' or ']'."],
        [
            f'{where} is not used for names. It is no mapping such as “"adams": '
            "[{firstname: [E.]}]”."
        ],
        [f"{nobody} “{right}”."],
    ]
    assert said[2][1][0].coauthors == [Coauthor("a", ("E.",))]


def test_papers_of_a_hugoblox_site_take_what_only_the_front_matter_knows():
    (entry, alone), _ = read_zip(
        {
            "content/publication/a/index.md": HUGO,
            "content/publication/a/cite.bib": PAPER % "seo2020",
            "content/publication/b/index.md": HUGO,
            "content/authors/admin/_index.md": "---\ntitle: Sungyong Seo\n---\n",
        }
    )

    assert (entry.format, entry.key, entry.fields) == (
        "bibtex",
        "seo2020",
        {
            "title": "On Engines",
            "author": "Seo*, Sungyong and Liu, Yan",
            "date": "2020",
            "venue": "Conference on Engines",
            "keywords": "physics",
            "selected": "true",
            "links": "[Poster](https://x.org/p)",
            "code": "https://github.com/x/y",
            "hugoblox_projects": "p",
        },
    )
    assert (alone.format, alone.key, alone.fields["author"], alone.fields["type"]) == (
        "hugoblox",
        "b",
        "Sungyong Seo*; Yan Liu‡",
        "paper-conference",
    )


def test_papers_of_greenelab_have_the_lines_of_their_items():
    (entry, removed), _ = read_zip(
        {
            "_data/citations.yaml": (
                "- id: doi:10.1000/x\n  title: T\n  authors: [Vincent\u00a0P Rubinetti]\n"
                "  publisher: J\n  date: '2020-01-01'\n  repo: a/b\n"
                "  buttons: [{type: website, link: 'https://x.org/'}]\n"
                "- id: doi:10.1000/y\n  remove: true\n"
            ),
            "_data/sources.yaml": "- id: doi:10.1000/x\n",
        }
    )

    assert (entry.line, entry.key, entry.fields) == (
        1,
        "doi:10.1000/x",
        {
            "doi": "10.1000/x",
            "title": "T",
            "author": "Vincent P Rubinetti",
            "venue": "J",
            "date": "2020",
            "code": "https://github.com/a/b",
            "links": "[website](https://x.org/)",
        },
    )
    assert (removed.line, removed.error) == (
        8,
        "Line 8: the site removes this citation (“remove: true”).",
    )


def test_papers_of_academicpages_take_their_authors_from_the_citation():
    (entry,), _ = read_zip(
        {
            "_publications/2018-t.md": (
                "---\ntitle: T\ncollection: publications\npermalink: /publication/2018-t\n"
                "date: 2018-03-27\nvenue: J\npaperurl: https://x.org/t.pdf\n"
                "citation: 'Seo, S., &amp; Liu, Y. (2018). T.'\n---\n"
            )
        }
    )

    assert (entry.key, entry.fields, entry.problems) == (
        "2018-t",
        {
            "title": "T",
            "author": "Seo, S.; Liu, Y.",
            "date": "2018-03-27",
            "venue": "J",
            "url": "https://x.org/t.pdf",
            "academicpages_citation": "Seo, S., &amp; Liu, Y. (2018). T.",
        },
        (),
    )


def test_folder_of_files_is_read_file_by_file_and_a_bad_one_is_named():
    entries, found = read_zip(
        {"a.bib": PAPER % "a", "b.csv": "title\nT\n", "c.csv": "colour\nred\n"}
    )

    assert [each.file for each in entries] == ["site.zip/a.bib", "site.zip/b.csv"]
    assert found[-1].notes == [
        "“site.zip/c.csv” is no bibliography: it has no BibTeX entry, and as a table it "
        "has no column “title”."
    ]


def test_archive_without_papers_is_refused():
    with pytest.raises(Unreadable, match=r"^“site\.zip” holds no papers"):
        read_zip({"readme.md": "Hello"})

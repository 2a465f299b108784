import csv
import json
import re
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from publications.facts import facts_of
from publications.models import Appearance, Author, Publication, Topic, Venue
from publications.records import loaded, record_of
from publications.writing import Draft, create_papers
from tests.factories import make_member, make_paper
from tests.factories.records import FULL

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    keys = {each.name.key for each in FULL.contributors}
    ids = [None] * len(FULL.contributors)
    draft = Draft(slug="deep", record=FULL, author_ids=ids, new_keys=keys)
    return create_papers([draft]).papers[0]


def exported(path, *options):
    call_command("export_publications", "--output", path, *options)
    return path


def stored_facts():
    (paper,) = Publication.objects.with_rows()
    return facts_of(record_of(paper))


def empty_the_site():
    for model in (Publication, Author, Venue, Topic):
        model.objects.all().delete()


def test_paper_is_read_from_its_rows_as_it_was_written(full):
    assert stored_facts() == facts_of(FULL)


FILES = [
    ("bibtex", "out.bib"),
    ("ris", "out.ris"),
    ("csl-json", "out.json"),
    ("csv", "out.csv"),
    ("xlsx", "out.xlsx"),
]


@pytest.mark.parametrize(("format", "name"), FILES)
def test_full_paper_is_unchanged_on_import(run_command, full, tmp_path, format, name):
    path = exported(tmp_path / name, "--all", "--format", format)

    status, report = run_command("import_publications", path)

    entry = report["entries"][0]
    assert (entry["action"], entry["changes"], entry["reason"]) == ("unchanged", {}, "")
    assert status == 0


@pytest.mark.parametrize(("format", "name"), FILES)
def test_full_paper_makes_the_same_paper_elsewhere(
    run_command, full, tmp_path, format, name
):
    path = exported(tmp_path / name, "--all", "--format", format)
    empty_the_site()

    status, _ = run_command("import_publications", path)

    assert status == 0
    assert stored_facts() == facts_of(FULL)


@pytest.mark.parametrize(
    "type_",
    ["article-journal", "article", "chapter", "book", "thesis", "report", "dataset"]
    + ["software", "patent", "speech", "webpage", "document"],
)
def test_type_survives_bibtex(run_command, tmp_path, type_):
    make_paper("Any Title", ["Jo Doe"], type=type_, venue="Some Venue", key="k")
    before = stored_facts()
    path = exported(tmp_path / "out.bib")
    empty_the_site()

    run_command("import_publications", path)

    after = stored_facts()
    before.setdefault("kind", after.get("kind"))
    before.setdefault("visibility", "public")
    assert after == before


def test_full_json_has_every_field(full, tmp_path):
    member = make_member("Johanna Doe", author=Author.objects.get(family_name="Doe"))
    path = exported(tmp_path / "out.json", "--format", "json", "--all")

    (paper,) = json.loads(path.read_text(encoding="utf-8"))

    plain = {"equal_contribution": False, "corresponding": False, "person": None}
    first, *_, editor = [*paper.pop("authors"), *paper.pop("editors")]
    assert first == plain | {
        "name": "Johanna Doe",
        "printed": "Jo Doe",
        "person": member.slug,
        "equal_contribution": True,
    }
    assert editor == plain | {"name": "Ed Itor", "printed": "Ed Itor"}
    assert paper == FULL_JSON


FULL_JSON = {
    "notices": [],
    "slug": "deep",
    "key": FULL.key,
    "type": FULL.type,
    "title": FULL.title,
    "year": 2020,
    "month": 6,
    "status": "accepted",
    "visibility": "private",
    "doi": "10.1000/xyz_1%2",
    "arxiv": "2001.00559",
    "venue": "Conference on Things & Others",
    "identifiers": {"doi": "10.1000/xyz_1%2", "arxiv": "2001.00559"},
    "authors_truncated": True,
    "appearances": [
        {
            "venue": "Conference on Things & Others",
            "venue_short": "CTO",
            "label": "CTO'20 Short",
            "kind": "conference",
            "status": "accepted",
            "presentation": "oral",
            "award": "Best Paper, 2nd",
            "date": "2020-06",
            "volume": "12",
            "number": "3a",
            "pages": "1–9",
            "publisher": "Müller & Söhne",
            "title": "Deep Graphs",
        },
        {
            "venue": "Workshop, on; [Other] Things",
            "venue_short": "WOT",
            "label": "",
            "kind": "workshop",
            "status": "published",
            "presentation": "",
            "award": "",
            "date": "2019-12",
            "volume": "",
            "number": "",
            "pages": "",
            "publisher": "",
            "title": 'An "Earlier" Study',
        },
    ],
    "links": [
        {"kind": "code", "label": "Code", "url": FULL.links[0].url},
        {"kind": "pdf", "label": "PDF", "url": FULL.links[1].url},
        {"kind": "press", "label": "Fortune [Eye] on AI", "url": FULL.links[2].url},
        {"kind": "pdf", "label": "Old version", "url": FULL.links[3].url},
    ],
    "topics": ["Graphs", "Time, and Space"],
    "abstract": FULL.abstract,
    "note": FULL.note,
    "featured": True,
    "extra": FULL.extra,
}


def test_export_holds_what_is_public_unless_all_is_asked_for(full, tmp_path):
    make_paper("Open", ["Jo Doe"], key="open")

    public = exported(tmp_path / "public.bib").read_text(encoding="utf-8")
    everything = exported(tmp_path / "all.bib", "--all").read_text(encoding="utf-8")

    assert [public.count("@"), everything.count("@inproceedings{")] == [1, 2]
    assert "doe2020deep" not in public


def test_export_of_one_person_holds_their_papers(tmp_path):
    member = make_member("Yan Liu")
    make_paper("Hers", [member.author])
    make_paper("Not hers", ["Jo Doe"])
    options = ("--format", "json", "--person", "yan-liu")

    papers = json.loads(exported(tmp_path / "out.json", *options).read_text())

    assert [paper["title"] for paper in papers] == ["Hers"]


def test_export_of_nobody_is_an_error():
    with pytest.raises(CommandError, match="There is no member “nobody”."):
        call_command("export_publications", "--person", "nobody")


def test_keys_are_unique_in_one_file(tmp_path):
    for title in ("One Thing", "Other Matter"):
        make_paper(title, ["Jo Doe"], key="doe2020")

    text = exported(tmp_path / "out.bib").read_text()

    assert "{doe2020," in text
    assert "{doe2020-2," in text


@pytest.mark.parametrize(
    ("key", "everybodys", "own"),
    [
        ("seo@www", "seo-www", "seo@www"),
        ("R:1:D'Arcy~(ed)", "R:1:D-Arcy-ed", "R:1:D'Arcy~(ed)"),
        ("A Key, {of} 100%", "A-Key-of-100", "A-Key-of-100"),
    ],
)
def test_own_files_keep_what_keys_may_hold(tmp_path, key, everybodys, own):
    make_paper("One Thing", ["Jo Doe"], key=key)

    texts = [
        exported(tmp_path / "out.bib", *private).read_text()
        for private in ((), ("--all",))
    ]

    assert [re.match(r"@\w+\{(.*),", each)[1] for each in texts] == [everybodys, own]


def test_papers_with_one_key_are_unchanged_on_import(run_command, tmp_path):
    for title in ("One Thing of Beauty", "Other Matter Entirely"):
        make_paper(title, ["Jo Doe"], key="doe2020", venue="V", kind="other")

    _, report = run_command("import_publications", exported(tmp_path / "out.bib"))

    assert [entry["action"] for entry in report["entries"]] == ["unchanged"] * 2


def test_paper_made_in_the_admin_is_unchanged_on_import(run_command, tmp_path):
    venue = Venue.objects.create(name="A Journal")
    paper = Publication.objects.create(title="A Title", slug="a-title")
    Appearance.objects.create(publication=paper, venue=venue, date="2020")

    _, report = run_command("import_publications", exported(tmp_path / "out.bib"))

    (entry,) = report["entries"]
    assert (entry["action"], entry["changes"]) == ("unchanged", {})


def test_empty_site_exports_empty_files(client):
    assert client.get("/publications.bib").content == b""
    assert json.loads(client.get("/publications.json").content) == []


SOURCE = """\
@Article{doe2020,
  Author = "Doe, Jo",   title={On {G}raphs},
    journal = {Journal of Things}, YEAR = 2020,
  file = {paper.pdf:PDF} }"""


def imported_source(run_command, tmp_path, text):
    path = tmp_path / "in.bib"
    path.write_text(f"% ours\n{text}\n")
    return run_command("import_publications", path)


def test_verbatim_gives_back_what_nobody_has_changed(run_command, tmp_path):
    imported_source(run_command, tmp_path, SOURCE)

    text = exported(tmp_path / "out.bib", "--verbatim").read_text()

    assert text == f"{SOURCE}\n"


def test_verbatim_writes_anew_what_somebody_has_changed(run_command, tmp_path):
    imported_source(run_command, tmp_path, SOURCE)
    Publication.objects.update(title="Other")

    text = exported(tmp_path / "out.bib", "--verbatim").read_text()

    assert (SOURCE in text, "{Other}" in text, "paper.pdf" in text) == (
        False,
        True,
        False,
    )


def test_verbatim_gives_the_source_of_the_last_import(run_command, tmp_path):
    imported_source(run_command, tmp_path, SOURCE)
    later = SOURCE.replace("YEAR = 2020", "YEAR = 2021")
    _, report = imported_source(run_command, tmp_path, later)

    text = exported(tmp_path / "out.bib", "--verbatim").read_text()

    assert report["entries"][0]["changes"] == {"date": ["2020", "2021"]}
    assert text == f"{later}\n"


MACROS = """\
@string{aps = "American Physical " # soc}
@string{soc = {Society,}, unused = "x"}
@string{other = {Other}}
@article{doe2020, title = {On Waves}, author = {Doe, Jo}, journal = aps, year = 2020}
@inproceedings{doe2021, title = {On Tides}, author = {Doe, Jo}, crossref = {Sea2021}}
@proceedings{sea2021, title = {Seas}, publisher = other, year = 2021}
"""


def test_verbatim_entries_come_with_their_macros_and_parents(run_command, tmp_path):
    imported_source(run_command, tmp_path, MACROS)

    path = exported(tmp_path / "out.bib", "--verbatim")
    _, report = run_command("import_publications", path)

    strings, entries = MACROS.splitlines()[:3], MACROS.splitlines()[3:]
    text = path.read_text()
    assert {line for line in text.splitlines() if line} == {*strings, *entries}
    assert text.index(strings[1]) < text.index(strings[0]) < text.index(entries[0])
    actions = [entry["action"] for entry in report["entries"]]
    assert actions == ["unchanged"] * 3


def test_a_parent_comes_with_its_child_unless_it_is_private(run_command, tmp_path):
    make_member("Jo Doe")
    imported_source(run_command, tmp_path, MACROS)
    options = ("--verbatim", "--person", "jo-doe")

    shown = exported(tmp_path / "shown.bib", *options).read_text()
    Publication.objects.filter(citation_key="sea2021").update(visibility="private")
    hidden = exported(tmp_path / "hidden.bib", *options).read_text()

    assert shown.rstrip().endswith(MACROS.splitlines()[-1])
    assert (hidden.count("@inproceedings"), hidden.count("@proceedings")) == (1, 0)


def test_macros_of_two_files_are_told_apart(run_command, tmp_path):
    for name, year in (("First", 2020), ("Second", 2021)):
        imported_source(
            run_command,
            tmp_path,
            f"@string{{j = {{{name} Journal}}}}\n"
            f"@article{{k{year}, title = {{{name} of All}}, journal = j, year = {year}}}",
        )

    path = exported(tmp_path / "out.bib", "--verbatim")
    _, report = run_command("import_publications", path)

    assert [entry["action"] for entry in report["entries"]] == ["unchanged"] * 2


def test_macros_of_an_archive_are_found(run_command, tmp_path):
    path = tmp_path / "site.zip"
    with ZipFile(path, "w") as site:
        site.writestr("_bibliography/papers.bib", MACROS)
    run_command("import_publications", path)

    text = exported(tmp_path / "out.bib", "--verbatim").read_text()

    assert MACROS.splitlines()[0] in text


def test_verbatim_is_for_bibtex_only():
    with pytest.raises(
        CommandError, match="--verbatim goes with --format bibtex only."
    ):
        call_command("export_publications", "--format", "ris", "--verbatim")


@pytest.mark.parametrize("extension", ["bib", "ris", "json", "csv"])
def test_public_files_hold_nothing_private(client, extension):
    extra = {"annote": "my secret", "file": "/home/me/secret.pdf"}
    make_paper("Open", ["Jo Doe"], extra=extra)
    make_paper("Hidden secret", ["Jo Doe"], visibility="private")

    for address in (f"/publications.{extension}", f"/publications/open.{extension}"):
        text = client.get(address).content.decode()
        assert ("Open" in text, "secret" in text) == (True, False)


def test_csv_of_the_web_is_a_table_with_our_columns(client):
    make_paper("=1+1", ["Jo Doe"], key="k", venue="V", kind="journal")

    response = client.get("/publications.csv")

    header, row = csv.reader(response.content.decode().splitlines())
    cells = {name: text for name, text in zip(header, row, strict=True) if text}
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert cells == {
        "key": "k",
        "type": "paper-conference",
        "title": "'=1+1",
        "authors": "Doe, Jo",
        "year": "2020",
        "venue": "V",
        "venue_kind": "journal",
        "status": "published",
        "visibility": "public",
    }


def test_paper_that_is_deleted_meanwhile_is_left_out():
    kept, gone = make_paper("Kept"), make_paper("Gone")
    ids = [gone.pk, kept.pk]
    gone.delete()

    assert [paper.title for paper in loaded(ids)] == ["Kept"]

"""A name is linked silently only where nothing speaks against it, in any order."""

import json

import pytest

from publications.importing.open_names import questions_of_site, undecided_keys
from publications.models import Authorship
from tests.factories import make_member

pytestmark = pytest.mark.django_db

ORCID, OTHER_ORCID = "0000-0002-1825-0097", "0000-0001-5109-3700"


@pytest.fixture
def read(run_command, tmp_path):
    """Import papers, each by these authors (BibTeX), as one file; gives its report."""
    count = iter(range(100))

    def import_papers(*authors):
        number = next(count)
        path = tmp_path / f"{number}.bib"
        path.write_text(
            "\n".join(
                f"@article{{k{number}x{at}, title={{{_title(number, at)}}}, "
                f"author={{{names}}}, year={{2020}}}}"
                for at, names in enumerate(authors)
            )
        )
        return run_command("import_publications", path)[1]

    return import_papers


def _title(number, at):
    """Of which no two are alike."""
    titles = [
        ["Parsing Trees", "Heat Kernels"],
        ["Looms Revisited", "Wet Rivers"],
        ["Bird Song", "Lamp Design"],
    ]
    return titles[number][at]


@pytest.fixture
def read_csl(run_command, tmp_path):
    """The same for CSL-JSON: (given name, family name, ORCID iD) of each paper."""
    count = iter(range(100))

    def import_papers(*authors):
        number = next(count)
        path = tmp_path / f"{number}.json"
        entries = [
            {
                "id": f"c{number}x{at}",
                "type": "article-journal",
                "title": _title(number, at),
                "author": [{"given": given, "family": family, "ORCID": orcid}],
                "issued": {"date-parts": [[2020]]},
            }
            for at, (given, family, orcid) in enumerate(authors)
        ]
        path.write_text(json.dumps(entries))
        return run_command("import_publications", path)[1]

    return import_papers


def links():
    rows = Authorship.objects.order_by("publication__citation_key")
    return list(rows.values_list("printed_name", "author__person_page__slug"))


def proposed(report):
    return [
        (each["person"], each["proposed"])
        for entry in report["entries"]
        for each in entry["authors"]
    ]


def test_two_orcids_in_one_file_link_neither(read_csl):
    make_member("Wei Wang")

    report = read_csl(("Wei", "Wang", ORCID), ("Wei", "Wang", OTHER_ORCID))

    assert proposed(report) == [(None, "wei-wang")] * 2


def test_second_orcid_is_proposed_in_a_later_file(read_csl):
    make_member("Wei Wang")

    reports = [read_csl(("Wei", "Wang", each)) for each in (ORCID, OTHER_ORCID, ORCID)]

    assert [proposed(report) for report in reports] == [
        [("wei-wang", None)],
        [(None, "wei-wang")],
        [("wei-wang", None)],
    ]


def test_orcid_that_is_not_the_members_is_proposed(read_csl):
    page = make_member("Wei Wang")
    page.author.orcid = ORCID
    page.author.save()

    report = read_csl(("Wei", "Wang", OTHER_ORCID))

    assert proposed(report) == [(None, "wei-wang")]


def test_two_orcids_of_nobody_we_know_are_no_one_author(read_csl):
    read_csl(("Wei", "Wang", ORCID), ("Wei", "Wang", OTHER_ORCID))

    assert list(Authorship.objects.values_list("author", flat=True)) == [None, None]


def test_orcid_beside_another_name_is_proposed(read_csl):
    page = make_member("Wei Wang")
    page.author.orcid = ORCID
    page.author.save()

    report = read_csl(("Zoe", "Quine", ORCID), ("W.", "Wang", ORCID))

    assert proposed(report) == [(None, "wei-wang"), ("wei-wang", None)]
    assert report["entries"][0]["authors"][0]["evidence"] == (
        "The ORCID iD is that of “Wei Wang”; the names have nothing in common."
    )


def test_numbered_namesakes_wait_for_a_person(read, run_command, people_csv):
    read("Wei Zhang 0001", "Wei Zhang 0002")

    run_command("import_people", people_csv("name", "Wei Zhang"))

    assert links() == [("Wei Zhang", None)] * 2
    keys = list(undecided_keys().values_list("name_key", flat=True))
    printed = [each.printed for each in questions_of_site(keys)]
    assert printed == ["Wei Zhang 0001", "Wei Zhang 0002"]


@pytest.mark.parametrize(
    "names",
    [
        ("Sungyong Albert Seo", "Sungyong Boris Seo"),
        ("Sungyong Q. Seo", "Sungyong Z. Seo"),
    ],
)
def test_other_middle_name_is_proposed_in_a_later_file(read, names):
    make_member("Sungyong Seo")

    reports = [read(each) for each in (*names, names[0])]

    assert [proposed(report) for report in reports] == [
        [("sungyong-seo", None)],
        [(None, "sungyong-seo")],
        # By now the other one stands on the site, undecided.
        [(None, "sungyong-seo")],
    ]


@pytest.mark.parametrize(
    ("names", "linked"),
    [
        (["Torvald Xavier Reed"], ["torvald-reed"]),
        (["Torvald X. Reed", "Torvald Xavier Reed"], ["torvald-reed"] * 2),
        (["Torvald Xavier Reed", "Torvald Boris Reed"], [None, None]),
        (["T. Reed", "Torvald Reed, Jr."], [None, None]),
    ],
)
@pytest.mark.parametrize("papers_first", [True, False])
def test_the_order_makes_no_difference_to_middle_names(
    read, run_command, people_csv, names, linked, papers_first
):
    people = people_csv("name", "Torvald Reed")
    steps = [lambda: run_command("import_people", people), lambda: read(*names)]
    for step in reversed(steps) if papers_first else steps:
        step()

    assert [slug for _, slug in links()] == linked


def test_middle_name_that_fits_two_members_is_nobodys(read, run_command, people_csv):
    read("Torvald Xavier Reed")

    people = people_csv("name", "Torvald Reed", "T. Xavier Reed", "Torvald X. Y. Reed")
    run_command("import_people", people)

    assert links() == [("Torvald Xavier Reed", None)]


def test_names_taken_with_a_middle_name_can_be_given_back(
    read, run_command, people_csv
):
    read("Torvald Xavier Reed")
    before = list(Authorship.objects.values_list("author", "author__given_name"))
    _, report = run_command("import_people", people_csv("name", "Torvald Reed"))
    linked = links()

    run_command("undo_import", report["run"])

    assert linked == [("Torvald Xavier Reed", "torvald-reed")]
    assert (
        list(Authorship.objects.values_list("author", "author__given_name")) == before
    )


def test_new_member_leaves_alone_what_two_orcids_tell_apart(
    read_csl, run_command, people_csv
):
    read_csl(("Wei", "Wang", ORCID))
    read_csl(("Wei", "Wang", OTHER_ORCID))

    path = people_csv("name,orcid", f"Wei Wang,{OTHER_ORCID}")
    run_command("import_people", path)

    assert links() == [("Wei Wang", None), ("Wei Wang", "wei-wang")]

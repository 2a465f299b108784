"""Papers first or members first: the names lead to the same members."""

import pytest

from people.models import PersonPage
from publications.models import Author, Authorship
from tests.factories import make_author, make_member, make_paper

pytestmark = pytest.mark.django_db

PEOPLE = """given_name,family_name,name_variants,orcid
Sungyong,Seo,Sungong Seo,0000-0002-1825-0097
Yan,Liu,,
George,Ban-Weiss,G. Ban-Weiss,
"""
PAPERS = """
@inproceedings{a, title={First Paper}, author={Seo, Sungong and Liu, Yan}, year={2018}}
@inproceedings{b, title={Second Work}, author={Ban-Weiss, George and Seo, Sungyong}, year={2019}}
@inproceedings{c, title={Third Thing}, author={Liu, Yan and Doe, Jane and Ban-Weiss, G.}, year={2020}}
"""
LINKS = [
    ("Sungong Seo", "sungyong-seo"),
    ("Yan Liu", "yan-liu"),
    ("George Ban-Weiss", "george-ban-weiss"),
    ("Sungyong Seo", "sungyong-seo"),
    ("Yan Liu", "yan-liu"),
    ("Jane Doe", None),
    ("G. Ban-Weiss", "george-ban-weiss"),
]


def links():
    places = Authorship.objects.order_by("publication__citation_key", "position")
    return list(places.values_list("printed_name", "author__person_page__slug"))


@pytest.mark.parametrize("order", ["members first", "papers first"])
def test_the_order_of_the_files_makes_no_difference(run_command, tmp_path, order):
    (tmp_path / "people.csv").write_text(PEOPLE)
    (tmp_path / "papers.bib").write_text(PAPERS)
    steps = [
        ("import_people", tmp_path / "people.csv"),
        ("import_publications", tmp_path / "papers.bib"),
    ]
    for step in steps if order == "members first" else reversed(steps):
        run_command(*step)

    assert links() == LINKS
    names = sorted(author.display_name for author in Author.objects.all())
    assert names == ["George Ban-Weiss", "Jane Doe", "Sungyong Seo", "Yan Liu"]


def test_papers_are_unchanged_after_the_members_came(run_command, tmp_path):
    (tmp_path / "people.csv").write_text(PEOPLE)
    (tmp_path / "papers.bib").write_text(PAPERS)
    run_command("import_publications", tmp_path / "papers.bib")
    run_command("import_people", tmp_path / "people.csv")

    _, report = run_command("import_publications", tmp_path / "papers.bib")

    assert report["unchanged"] == 3


def test_new_member_takes_undecided_names_that_are_exactly_theirs(
    run_command, people_csv
):
    make_member("Sungyong Seo")
    paper = make_paper("One", ["Jo Doe"])
    paper.authorships.update(author=None)

    run_command("import_people", people_csv("name", "Jo Doe"))

    assert links() == [("Jo Doe", "jo-doe")]


def test_name_that_two_members_bear_is_taken_by_neither(run_command, people_csv):
    member = make_member("Yan Liu", author=make_author("Yan Liu"))
    paper = make_paper("One", ["Yan Liu"])
    paper.authorships.update(author=None)

    path = people_csv("slug,name,orcid", "yan-liu-2,Yan Liu,0000-0002-1825-0097")
    _, report = run_command("import_people", path)

    assert report["created"] == 1
    assert PersonPage.objects.exclude(pk=member.pk).get().author != member.author
    assert links() == [("Yan Liu", None)]


def test_author_with_an_orcid_of_their_own_is_not_absorbed(run_command, people_csv):
    other = make_author("Sungong Seo", orcid="0000-0001-5109-3700")
    make_paper("One", [other])

    path = people_csv("name,name_variants", "Sungyong Seo,Sungong Seo")
    run_command("import_people", path)

    assert links() == [("Sungong Seo", None)]
    assert Author.objects.filter(pk=other.pk).exists()


def test_name_that_two_new_members_bear_goes_to_neither(run_command, people_csv):
    make_paper("One", ["A. Shared"])
    make_paper("Two", ["Yan Liu"])

    run_command(
        "import_people",
        people_csv(
            "slug,given_name,family_name,name_variants",
            "ann-a,Ann,Alpha,A. Shared",
            "bob-b,Bob,Beta,A. Shared",
            "yl1,Yan,Liu,",
            "yl2,Yan,Liu,",
        ),
    )

    members = PersonPage.objects.values("author")
    assert not Authorship.objects.filter(author__in=members).exists()

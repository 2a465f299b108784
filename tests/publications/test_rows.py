import pytest

from publications.models import Publication
from publications.rows import Place, Row, meanings, rows
from tests.factories import make_member, make_paper


def long_row():
    places = [Place(f"Author {number}") for number in range(40)]
    return Row(Publication(title="A paper"), tuple(places), ())


def test_long_line_is_folded_to_its_head_and_its_last_name():
    names = [place and place.name for place in long_row().short_line]

    assert names == [*(f"Author {number}" for number in range(6)), None, "Author 39"]


@pytest.mark.django_db
def test_long_line_never_hides_a_member():
    member = make_member("Ada Lovelace").author
    names = [f"N{number} Name" for number in range(50)]
    paper = make_paper("Long", [*names[:30], member, *names[30:]])

    (row,) = rows([paper])

    shown = [place.name for place in row.short_line if place]
    assert shown == [*names[:6], "Ada Lovelace", names[-1]]
    assert row.is_long


@pytest.mark.django_db
def test_member_without_a_public_page_lends_it_to_no_name():
    shown, hidden = make_member("Ada Lovelace"), make_member("Eve Hidden", live=False)
    paper = make_paper("A paper", [shown.author, hidden.author, "Jo Doe"])

    (row,) = rows([paper])

    urls = [place.member and place.member.url for place in row.authors]
    assert urls == ["/people/ada-lovelace/", None, None]


@pytest.mark.django_db
def test_rows_take_one_query_for_any_number_of_papers(django_assert_num_queries):
    member = make_member("Ada Lovelace").author
    for number in range(3):
        make_paper(f"Paper {number}", [member, "Jo Doe"])
    papers = list(Publication.objects.with_rows())

    with django_assert_num_queries(1):
        assert len(rows(papers)) == 3


def test_marks_are_explained_in_their_usual_order():
    assert meanings("✉*✉") == [
        ("*", "Equal contribution"),
        ("✉", "Corresponding author"),
    ]

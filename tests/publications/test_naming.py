"""What people decide about names, and take back."""

import pytest

from publications.models import Author, AuthorName, Authorship, Decision
from publications.naming import decide_person, decide_stranger, reopen_name
from tests.factories import make_author, make_paper

pytestmark = pytest.mark.django_db


def make_undecided(name, *, papers=1):
    """Papers that print the name, linked to nobody."""
    made = [make_paper(f"Paper {number}", [name]) for number in range(papers)]
    Author.objects.filter(authorships__publication__in=made).delete()
    return made


def authors():
    rows = Authorship.objects.order_by("publication", "position")
    return [row.author and str(row.author) for row in rows.select_related("author")]


def decisions():
    return sorted(str(each) for each in Decision.objects.all())


def test_second_thought_moves_what_the_first_one_linked():
    make_undecided("S. Seo", papers=2)
    first, second = make_author("Sungyong Seo"), make_author("Sangwoo Seo")

    decide_person(printed="S. Seo", author=first)
    decide_person(printed="S. Seo", author=second)

    assert authors() == ["Sangwoo Seo", "Sangwoo Seo"]
    assert decisions() == ["S. Seo is Sangwoo Seo"]


def test_somebody_new_is_made_and_linked_on_every_paper():
    make_undecided("S. Seo", papers=2)
    member = make_author("Sungyong Seo")

    decide_stranger(printed="S. Seo", candidates=[member.pk])

    assert authors() == ["S. Seo", "S. Seo"]
    assert decisions() == ["S. Seo is S. Seo", "S. Seo is not Sungyong Seo"]


def test_nobody_new_is_made_before_a_paper_prints_the_name():
    member = make_author("Sungyong Seo")

    assert decide_stranger(printed="S. Seo", candidates=[member.pk]) is None
    assert decisions() == ["S. Seo is not Sungyong Seo"]


def test_new_author_is_linked_once_a_paper():
    paper = make_paper("Twice", ["S. Seo", "S. Seo"])
    Authorship.objects.update(author=None)
    Author.objects.all().delete()

    decide_stranger(printed="S. Seo", candidates=[])

    assert [row.author for row in paper.authorships.all()] == [None, None]
    assert not Author.objects.exists()


def test_reopened_name_is_undecided_and_its_stranger_gone():
    make_undecided("S. Seo")
    member = make_author("Sungyong Seo")
    decide_stranger(printed="S. Seo", candidates=[member.pk])

    reopen_name(printed="S. Seo")

    assert (authors(), decisions()) == ([None], [])
    assert [str(each) for each in Author.objects.all()] == ["Sungyong Seo"]


def test_name_that_the_author_bears_stays_linked_when_it_is_reopened():
    make_undecided("S. Seo")
    member = make_author("Sungyong Seo")
    decide_person(printed="S. Seo", author=member)
    AuthorName.objects.create(author=member, text="S. Seo")

    reopen_name(printed="Seo, S.")

    assert (authors(), decisions()) == (["Sungyong Seo"], [])

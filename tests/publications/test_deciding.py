import pytest

from publications.deciding import decide_name, needs_decision
from publications.models import Author, AuthorName, Authorship, Decision
from tests.factories import make_author, make_paper

pytestmark = pytest.mark.django_db


def test_decided_name_leaves_alone_a_paper_that_has_the_author():
    author = make_author("Sungyong Seo")
    one = make_paper("One", ["S. Seo"])
    both = make_paper("Both", [author, "S. Seo"])
    Author.objects.exclude(pk=author.pk).delete()

    decide_name(printed="S. Seo", author=author)

    assert one.authorships.get().author == author
    assert [row.author for row in both.authorships.all()] == [author, None]


def test_later_decision_takes_the_place_of_the_earlier():
    first, second = make_author("Sungyong Seo"), make_author("Sangwoo Seo")
    Decision.objects.create(name="S. Seo", author=second, same=False)

    decide_name(printed="S. Seo", author=first)
    decide_name(printed="Seo, S.", author=second)

    kept = Decision.objects.values_list("name", "author", "same")
    assert list(kept) == [("Seo, S.", second.pk, True)]
    assert not Authorship.objects.exists()


def test_name_that_somebody_bears_needs_no_decision():
    author = make_author("Sungyong Seo")
    AuthorName.objects.create(author=author, text="Sung Seo")

    printed = ["Sungyong Seo", "Sung Seo", "S. Seo"]
    needed = [needs_decision(name) for name in printed]

    assert needed == [False, False, True]


def test_decided_name_leaves_alone_a_paper_that_prints_it_twice():
    author = make_author("Sungyong Seo")
    paper = make_paper("Twice", ["S. Seo", "S. Seo"])
    Author.objects.exclude(pk=author.pk).delete()

    decide_name(printed="S. Seo", author=author)

    assert [row.author for row in paper.authorships.all()] == [None, None]


def test_decision_does_not_overrule_another_orcid_id():
    author = make_author("Sungyong Seo", orcid="0000-0002-1825-0097")
    for title, orcid in (("One", ""), ("Two", "0000-0001-5109-3700")):
        paper = make_paper(title, ["S. Seo"])
        paper.authorships.update(author=None, orcid=orcid)

    decide_name(printed="S. Seo", author=author)

    linked = Authorship.objects.filter(author=author)
    assert list(linked.values_list("publication__title", flat=True)) == ["One"]

"""Looking up thousands of rows at once takes an index, or a hash of what is looked for."""

import pytest
from django.db import connection

from publications.models import Authorship, Publication
from publications.querysets import each_among
from tests.factories import make_paper

pytestmark = pytest.mark.django_db


def test_rows_are_found_by_numbers_of_any_size_and_by_texts():
    papers = [make_paper(title, ["Ann Doe"]) for title in ("Alpha", "Beta", "Gamma")]
    keys = [papers[0].pk, papers[2].pk, 40_000, 2**40]
    slugs = {paper.slug for paper in papers[:2]} | {"no-such-paper"}

    found = each_among(Publication.objects.order_by("pk"), "pk", keys)
    named = each_among(Publication.objects.order_by("pk"), "slug", slugs)

    assert list(found) == [papers[0], papers[2]]
    assert list(named) == papers[:2]
    assert list(each_among(Publication.objects, "pk", [])) == []
    assert list(Publication.objects.filter(pk__among=[])) == []
    # As the keys of an object in JSON.
    assert list(each_among(Publication.objects, "pk", [str(keys[0])])) == papers[:1]


AWKWARD = ["", "NULL", 'a "b"', "a\\b\\", "{a,b}", "it's", "%s", "ä", 'x","y']


def test_texts_are_looked_up_to_the_letter():
    keys = [*AWKWARD, "a" * 200]
    for key in keys:
        paper = make_paper("Alpha", ["Ann Doe"])
        Publication.objects.filter(pk=paper.pk).update(citation_key=key)

    def found(texts):
        rows = Publication.objects.values_list("citation_key", flat=True)
        return sorted(each_among(rows, "citation_key", texts))

    assert found(keys) == sorted(keys)
    assert found(["null", "a b", "a", "x", "a" * 999, "{a"]) == []


@pytest.mark.parametrize("column", ["pk", "publication", "author"])
def test_numbers_are_sent_in_the_type_of_their_column(column):
    rows = Authorship.objects.filter(**{f"{column}__among": [1, 2]})

    expected = {"postgresql": "::bigint[]", "sqlite": "json_each"}[connection.vendor]
    assert expected in str(rows.query)

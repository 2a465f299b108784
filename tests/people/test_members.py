"""Which authors have a page, as the bibliography asks for them."""

import pytest

from publications import members
from tests.factories import make_author, make_member

pytestmark = pytest.mark.django_db


def test_members_are_found_among_any_number_of_authors(django_assert_num_queries):
    ada, bo = make_member("Ada Lovelace").author, make_author("Bo Roe")
    authors = {ada.pk, bo.pk, None, *range(10**6, 10**6 + 5000)}

    with django_assert_num_queries(1):
        found = members.of_authors(authors)

    assert {key: member.url for key, member in found.items()} == {
        ada.pk: "/people/ada-lovelace/"
    }


def test_nobody_is_asked_for_in_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert members.of_authors([]) == {}

"""Members and roles in the Wagtail admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.models import PeopleIndexPage, Role
from publications.models import AuthorName
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db


def listed(client, **parameters):
    response = client.get(reverse("members:index"), parameters)
    return [page.title for page in response.context["object_list"]]


def test_members_are_listed_with_their_number_of_papers(admin_client):
    member = make_member("Yan Liu")
    make_paper("One", [member.author])
    make_paper("Two", [member.author])

    response = admin_client.get(reverse("members:index"))

    assert [(page.title, page.papers) for page in response.context["object_list"]] == [
        ("Yan Liu", 2)
    ]


def test_members_are_found_by_other_spellings(admin_client):
    member = make_member("Sercan Arık")
    AuthorName.objects.create(author=member.author, text="S. Ö. Arık")
    make_member("Yan Liu")

    assert listed(admin_client, q="arik o") == ["Sercan Arık"]


def test_members_are_told_from_alumni(admin_client):
    make_member("Ada Present")
    make_member("Bo Former", left="2019")
    make_member("Cy Later", left="2999")

    assert listed(admin_client, standing="present") == ["Ada Present", "Cy Later"]
    assert listed(admin_client, standing="alumni") == ["Bo Former"]


def test_members_are_narrowed_down_to_roles_and_drafts(admin_client):
    role = Role.objects.create(name="Postdoc")
    make_member("Ada Postdoc", role=role)
    make_member("Bo Draft", live=False)

    assert listed(admin_client, role=role.pk) == ["Ada Postdoc"]
    assert listed(admin_client, live="False") == ["Bo Draft"]


def test_members_list_asks_as_often_for_three_as_for_one(admin_client):
    url, counts = reverse("members:index"), []
    for names in (["Ada One"], ["Bo Two", "Cy Three"]):
        for name in names:
            make_paper(f"By {name}", [make_member(name).author])
        admin_client.get(url)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(url)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_new_member_goes_under_the_directory(admin_client):
    directory = PeopleIndexPage.objects.get()

    response = admin_client.get(reverse("members:choose_parent"))

    assert response.url == reverse(
        "wagtailadmin_pages:add", args=["people", "personpage", directory.pk]
    )


def test_new_role_comes_last(admin_client):
    Role.objects.create(name="Professor", position=4)

    admin_client.post(reverse("roles:add"), {"name": "Postdoc", "plural": "Postdocs"})

    roles = list(Role.objects.values_list("name", "position"))
    assert roles == [("Professor", 4), ("Postdoc", 5)]


def test_roles_are_dragged_into_order_even_from_equal_positions(admin_client):
    Role.objects.all().delete()
    one, two, three = (Role.objects.create(name=name) for name in "ABC")

    url = reverse("roles:reorder", args=[three.pk])
    admin_client.post(f"{url}?position=0")

    assert list(Role.objects.all()) == [three, one, two]

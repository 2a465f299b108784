import pytest

from people.models import PeopleIndexPage, Role
from portal.dates import PartialDate
from tests.factories import make_member
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db


def groups(client, **parameters):
    """{heading: names} as the directory shows them, alumni last."""
    response = client.get("/people/", parameters)
    directory = response.context["directory"]
    shown = {
        heading: [each.title for each in people] for heading, people in directory.groups
    }
    return shown | {"Alumni": [each.title for each in directory.alumni]}


@pytest.fixture
def lab():
    student = Role.objects.create(name="PhD Student", plural="PhD Students", position=1)
    faculty = Role.objects.create(name="Faculty", position=0)
    make_member("Zoë Ünal", role=student, interests="Graphs\nTime series")
    make_member("Anna Berg", role=student, interests="Time series")
    make_member("Yan Liu", role=faculty)
    make_member("Jo Doe", role=student, left=PartialDate("2018"))
    make_member("Al Bo", left=PartialDate("2020-05"))
    make_member("No Role")


def test_directory_lists_members_by_role_and_alumni_apart(client, lab):
    assert groups(client) == {
        "Faculty": ["Yan Liu"],
        "PhD Students": ["Anna Berg", "Zoë Ünal"],
        "Members": ["No Role"],
        "Alumni": ["Al Bo", "Jo Doe"],
    }


def test_directory_shows_each_member_and_heading(client, lab):
    text = text_of(client.get("/people/"))

    wanted = ["PhD Students", "Faculty", "Alumni", "Zoë Ünal", "Jo Doe", "No Role"]
    assert [each for each in wanted if each not in text] == []


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"name": "zoe"}, ["Zoë Ünal"]),
        ({"name": "UNAL zo"}, ["Zoë Ünal"]),
        ({"topic": "time series"}, ["Anna Berg", "Zoë Ünal"]),
        ({"topic": "Time series", "name": "berg"}, ["Anna Berg"]),
        ({"topic": "cooking"}, []),
        ({"name": "\x00"}, []),
        ({"name": "%"}, []),
        ({"name": "x" * 5000}, []),
    ],
    ids=str,
)
def test_directory_is_narrowed_by_name_and_topic(client, lab, parameters, found):
    shown = groups(client, **parameters)

    names = sorted(name for people in shown.values() for name in people)
    assert names == sorted(found)


def test_empty_directory_says_so(client):
    response = client.get("/people/")

    assert response.status_code == 200
    assert "No member has a page yet" in text_of(response)


def test_directory_of_a_site_is_there_after_migrate():
    assert PeopleIndexPage.objects.get().get_url() == "/people/"

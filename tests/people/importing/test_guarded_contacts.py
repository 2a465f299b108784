"""Who sees a contact is an editor's choice, whatever a later file says of the value."""

import pytest

from people.models import ContactPoint, PersonPage
from tests.factories import make_member

pytestmark = pytest.mark.django_db

HEADER = "slug,given_name,family_name,email,email_visibility"


def contacts():
    return list(
        PersonPage.objects.get().contacts.values_list("value", "visibility", "label")
    )


@pytest.mark.parametrize(
    ("said", "set_by_hand"), [("public", "private"), ("private", "public")]
)
def test_new_address_keeps_the_visibility_set_by_hand(
    run_command, people_csv, said, set_by_hand
):
    run_command("import_people", people_csv(HEADER, f"jo,Jo,Doe,old@x.org,{said}"))
    ContactPoint.objects.update(visibility=set_by_hand)

    path = people_csv(HEADER, f"jo,Jo,Doe,new@x.org,{said}")
    _, report = run_command("import_people", path)

    assert (report["updated"], contacts()) == (1, [("new@x.org", set_by_hand, "")])


def test_contacts_that_stay_keep_what_an_editor_set(run_command, people_csv):
    run_command("import_people", people_csv(HEADER, "jo,Jo,Doe,a@x.org; b@x.org,"))
    ContactPoint.objects.filter(value="b@x.org").update(
        visibility="public", label="Work"
    )

    path = people_csv(HEADER, "jo,Jo,Doe,a@x.org; b@x.org; c@x.org,")
    run_command("import_people", path)

    assert contacts() == [
        ("a@x.org", "private", ""),
        ("b@x.org", "public", "Work"),
        ("c@x.org", "private", ""),
    ]


def test_stated_visibility_is_set_where_nobody_was_in_between(run_command, people_csv):
    run_command("import_people", people_csv(HEADER, "jo,Jo,Doe,a@x.org,public"))

    run_command("import_people", people_csv(HEADER, "jo,Jo,Doe,a@x.org,members"))

    assert contacts() == [("a@x.org", "members", "")]


def test_undo_gives_each_contact_its_own_visibility_back(run_command, people_csv):
    page = make_member(
        "Jo Doe",
        slug="jo",
        contacts=[
            ContactPoint(kind="email", value="a@x.org", visibility="public"),
            ContactPoint(kind="other", value="Room 3", visibility="members"),
        ],
    )
    page.imported = {"said": {"email": "a@x.org"}}
    page.save()
    before = contacts()
    _, report = run_command("import_people", people_csv(HEADER, "jo,Jo,Doe,b@x.org,"))

    run_command("undo_import", report["run"])

    assert contacts() == before

"""The table of roles: imported at the desk, and exported as a file that comes back."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from people.models import Role
from portal.imports.files import SourceFile
from portal.imports.run import apply, prepare, redo, undo
from tests.factories import make_member

pytestmark = pytest.mark.django_db


def make_run(text):
    return prepare(kind="roles", sources=[SourceFile("roles.csv", text.encode())])


def roles():
    return list(Role.objects.values_list("name", "plural", "position"))


@pytest.fixture(autouse=True)
def held():
    Role.objects.all().delete()
    return Role.objects.create(name="Student", plural="Students", position=1)


def test_table_of_roles_is_applied_undone_and_redone():
    run = make_run("name,heading,position\nSTUDENT,,2\nProfessor,Professors,0\n")
    apply(run=run)
    after = [("Professor", "Professors", 0), ("STUDENT", "Students", 2)]
    assert roles() == after
    undo(run=run)
    assert roles() == [("Student", "Students", 1)]
    redo(run=run)
    assert roles() == after


def test_wrong_rows_say_what_would_be_right():
    run = make_run(f"name,position\nA,first\n{'B' * 81},1\n")

    assert [row.reason for row in run.rows.all()] == [
        "Line 2, position: “first” is no whole number. Write 0, 1, 2 …",
        "Line 3, name: Ensure this value has at most 80 characters (it has 81).",
    ]


def test_role_that_a_member_has_stays():
    run = make_run("name\nGuest\n")
    apply(run=run)
    make_member("Ann Smith", role=Role.objects.get(name="Guest"))
    _, [row] = undo(run=run)

    assert row.reason == "It stays: 1 of the members have it."


def test_export_of_roles_comes_back_unchanged(admin_client):
    response = admin_client.get(reverse("roles:index"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()

    assert text.splitlines() == ["name,heading,position", "Student,Students,1"]
    assert [row.action for row in make_run(text).rows.all()] == ["unchanged"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_members_are_exported_from_their_list(admin_client, kind):
    make_member("Ann Smith")
    response = admin_client.get(reverse("members:index"), {"export": kind})
    run = prepare(
        kind="people", sources=[SourceFile(f"members.{kind}", response.content)]
    )

    assert [(row.key, row.action) for row in run.rows.all()] == [
        ("Ann Smith", "unchanged")
    ]


def test_members_are_exported_only_to_who_may_see_their_private_contacts(
    client, django_user_model
):
    user = django_user_model.objects.create_user("somebody")
    names = ["access_admin", "change_role"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    response = client.get(reverse("members:index"), {"export": "csv"})

    assert response.status_code == 302

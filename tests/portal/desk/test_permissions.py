"""Who may see what the desk holds, and who may act."""

import pytest
from django.urls import reverse

from portal.imports.files import SourceFile
from portal.imports.run import prepare
from portal.models import ImportRun

pytestmark = pytest.mark.django_db

ENTRY = b"@article{apples, title={Apples}, author={Liu, Yan}, year={2020}}\n"
LOOK = ("view_importrun", "view_publication")
ACT = ("change_importrun", "add_publication", "change_publication")


@pytest.fixture
def run():
    return prepare(kind="publications", sources=[SourceFile("papers.bib", ENTRY)])


def statuses(client, run):
    """Of looking, of taking the file away, of starting an import."""
    urls = [
        reverse("imports:read", args=[run.pk]),
        reverse("imports:original", args=[run.pk, run.files.get().pk]),
        reverse("imports:new", args=["publications"]),
    ]
    return [client.get(url).status_code for url in urls]


@pytest.mark.parametrize(
    ("codenames", "expected"),
    [
        ((), [302, 302, 302]),
        (("view_importrun",), [302, 302, 302]),
        (("add_publication", "change_publication"), [302, 302, 302]),
        (LOOK, [200, 200, 302]),
        (ACT, [200, 200, 200]),
    ],
    ids=["nothing", "imports alone", "papers alone", "looking", "acting"],
)
def test_desk_asks_for_the_rights_to_imports_and_to_papers(
    run, member_of, codenames, expected
):
    assert statuses(member_of(*codenames), run) == expected


def test_lab_admins_may_do_everything_of_the_desk(run, member_of):
    client = member_of(group="Lab admins")

    new = [
        client.get(reverse("imports:new", args=[kind])).status_code
        for kind in ("people", "cv")
    ]
    assert (statuses(client, run), new) == ([200, 200, 200], [200, 200])


@pytest.mark.parametrize("act", ["apply", "undo", "redo", "settle", "discard", "read"])
def test_who_may_only_look_cannot_act(run, member_of, act):
    client = member_of(*LOOK)

    response = client.post(reverse(f"imports:{act}", args=[run.pk]))

    run.refresh_from_db()
    assert (response.url, run.state, run.act) == ("/admin/", "planned", "")


def test_list_leaves_out_what_an_account_may_not_see(run, member_of):
    ImportRun.objects.create(kind="people", state="planned")

    client = member_of(*LOOK)
    listed = client.get(reverse("imports:index")).context["object_list"]

    assert [each.kind for each in listed] == ["publications"]

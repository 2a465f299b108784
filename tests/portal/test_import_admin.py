"""Imports in the Wagtail admin: looked at, and undone."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.imports.files import SourceFile
from portal.imports.run import apply, prepare
from portal.models import ImportRun
from publications.models import Publication

pytestmark = pytest.mark.django_db

ENTRY = b"@article{%s, title={%s}, author={Liu, Yan}, year={2020}}\n"


def make_run(*keys):
    content = b"".join(ENTRY % (key.encode(), key.encode()) for key in keys)
    run = prepare(kind="publications", sources=[SourceFile("papers.bib", content)])
    apply(run=run)
    return run


def test_imports_are_listed_with_their_files_and_counts(admin_client):
    run = make_run("apples", "bridges")

    listed = admin_client.get(reverse("imports:index")).context["object_list"]

    assert [(each.pk, each.file_names, each.counts) for each in listed] == [
        (run.pk, "papers.bib", "2 created")
    ]


def test_imports_list_asks_as_often_for_three_as_for_one(admin_client):
    url, counts = reverse("imports:index"), []
    for keys in (["apples"], ["bridges", "clouds"]):
        for key in keys:
            make_run(key)
        admin_client.get(url)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(url)
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert not any('"content"' in query["sql"] for query in queries)


def test_import_shows_its_entries(admin_client):
    run = make_run("apples", "bridges")

    url = reverse("imports:inspect", args=[run.pk])
    rows = admin_client.get(url, {"action": "created"}).context["object_list"]

    assert [(row.key, row.target) for row in rows] == [
        ("apples", "apples"),
        ("bridges", "bridges"),
    ]
    assert not admin_client.get(url, {"action": "rejected"}).context["object_list"]


def test_undo_asks_before_it_takes_an_import_back(admin_client):
    run = make_run("apples")
    url = reverse("imports:undo", args=[run.pk])

    admin_client.get(url)
    assert Publication.objects.count() == 1
    admin_client.post(url)

    run.refresh_from_db()
    assert (run.state, Publication.objects.count()) == ("undone", 0)


def test_undo_says_that_edited_papers_stay(admin_client):
    run = make_run("apples", "bridges")
    paper = Publication.objects.get(citation_key="apples")
    paper.title = "Edited since"
    paper.save()

    url = reverse("imports:undo", args=[run.pk])
    response = admin_client.post(url, follow=True)

    assert [paper.title for paper in Publication.objects.all()] == ["Edited since"]
    assert "1 of its entries stays" in response.content.decode()


def test_undo_twice_says_that_it_is_undone(admin_client):
    run = make_run("apples")
    url = reverse("imports:undo", args=[run.pk])
    admin_client.post(url)

    response = admin_client.post(url, follow=True)

    assert f"Import {run.pk} is undone already." in response.content.decode()


@pytest.mark.parametrize("permissions", [[], ["view_importrun"]])
def test_undo_is_closed_to_who_may_not_change_imports(
    client, django_user_model, permissions
):
    run = make_run("apples")
    user = django_user_model.objects.create_user("member", password="x")
    names = ["access_admin", *permissions]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)

    client.post(reverse("imports:undo", args=[run.pk]))

    seen = client.get(reverse("imports:inspect", args=[run.pk])).status_code
    assert (seen, ImportRun.objects.get().state) == (
        200 if permissions else 302,
        "applied",
    )

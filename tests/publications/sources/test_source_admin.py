"""Watched sources in the admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from portal.models import ImportRun
from publications.models import Source
from publications.sources import pace
from publications.tasks import look_up
from tests.factories import make_author
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db
VALUE = "A5023888391"


def make_source(name="Ada Lovelace", value=VALUE, **fields):
    author = make_author(name)
    return Source.objects.create(author=author, kind="openalex", value=value, **fields)


def queued():
    return list(DBTaskResult.objects.values_list("task_path", "args_kwargs__args"))


def test_the_list_asks_as_often_for_three_sources_as_for_one(admin_client):
    run = ImportRun.objects.create(kind="publications")
    url = reverse("sources:index")
    make_source("Ann 1", "A1001", run=run)
    admin_client.get(url)
    with CaptureQueriesContext(connection) as one:
        admin_client.get(url)
    make_source("Ann 2", "A1002", run=run)
    make_source("Ann 3", "A1003", run=run)
    with CaptureQueriesContext(connection) as three:
        admin_client.get(url)

    assert len(three) == len(one)


def test_the_list_says_what_came_of_each(admin_client):
    make_source(last_result="Nothing new: 3 papers are here as they are there.")

    page = text_of(admin_client.get(reverse("sources:index")))

    assert "Nothing new: 3 papers are here as they are there." in page


def test_a_new_source_is_looked_up_at_once(admin_client):
    ada = make_author("Ada Lovelace")
    typed = {
        "author": ada.pk,
        "kind": "openalex",
        "value": f"https://openalex.org/{VALUE}",
        "every": 7,
        "enabled": "on",
    }

    admin_client.post(reverse("sources:add"), typed)

    source = Source.objects.get()
    assert (source.author, source.value) == (ada, VALUE)
    assert queued() == [("publications.tasks.look_up", [source.pk])]


def test_a_wrong_identifier_is_told(admin_client):
    typed = {"author": make_author("A").pk, "kind": "dblp", "value": "x", "every": 7}

    page = text_of(admin_client.post(reverse("sources:add"), typed))

    assert "'x' is nobody in DBLP." in page
    assert (Source.objects.count(), queued()) == (0, [])


def test_an_address_fills_the_form(admin_client):
    ada = make_author("Ada Lovelace")

    page = admin_client.get(
        f"{reverse('sources:add')}?author={ada.pk}&kind=openalex&value={VALUE}"
    )

    assert page.context["form"].initial == {
        "author": str(ada.pk),
        "kind": "openalex",
        "value": VALUE,
    }


def test_somebody_may_look_now(admin_client):
    source = make_source()
    url = reverse("sources:check", args=[source.pk])

    assert (
        url
        in admin_client.get(reverse("sources:edit", args=[source.pk])).content.decode()
    )
    assert "Look up OpenAlex A5023888391 now?" in text_of(admin_client.get(url))
    assert queued() == []
    assert admin_client.post(url).url == reverse("sources:index")
    assert queued() == [("publications.tasks.look_up", [source.pk])]


def test_who_may_not_change_sources_may_not_look(client, django_user_model):
    source = make_source()
    user = django_user_model.objects.create_user("ed", is_staff=True)
    client.force_login(user)

    response = client.post(reverse("sources:check", args=[source.pk]))

    assert (response.status_code, queued()) == (302, [])


def test_lab_admins_watch_sources(django_user_model):
    user = django_user_model.objects.create_user("ed")
    user.groups.set(user.groups.model.objects.filter(name="Lab admins"))

    assert {
        act: user.has_perm(f"publications.{act}_source")
        for act in ("add", "change", "delete", "view")
    } == {"add": True, "change": True, "delete": True, "view": True}


def test_the_worker_looks_up_what_still_is_a_source(web, monkeypatch):
    monkeypatch.setattr(pace.PACE, "sleep", lambda seconds: None)
    source = make_source()

    look_up.call(source.pk)
    look_up.call(source.pk + 1)

    source.refresh_from_db()
    assert source.last_result == "OpenAlex does not know it."


def test_an_author_s_form_holds_the_sources(admin_client):
    source = make_source(last_result="Nothing new.")

    page = text_of(admin_client.get(reverse("authors:edit", args=[source.author_id])))

    assert "Watched sources" in page
    assert "Nothing new." in page


def test_an_author_s_orcid_id_is_offered_to_be_watched(admin_client):
    ada = make_author("Ada Lovelace", orcid="0000-0002-1825-0097")
    url = reverse("authors:edit", args=[ada.pk])
    form = (
        f"{reverse('sources:add')}?author={ada.pk}&amp;kind=orcid&amp;"
        "value=0000-0002-1825-0097"
    )

    before = admin_client.get(url).content.decode()
    Source.objects.create(author=ada, kind="orcid", value=ada.orcid)
    after = admin_client.get(url).content.decode()

    assert (form in before, form in after) == (True, False)

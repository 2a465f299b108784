import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from portal.imports.tasks import work
from portal.models import ImportRun


@pytest.fixture
def worker():
    """Do whatever is asked for, as the worker would."""

    def do_all():
        for run in ImportRun.objects.exclude(act=""):
            work.call(run.pk, run.act)

    return do_all


@pytest.fixture
def send(admin_client):
    """Send files, or a form's other fields, to the desk; gives the run."""

    def post(kind="publications", client=admin_client, **form):
        client.post(reverse("imports:new", args=[kind]), form)
        return ImportRun.objects.first()

    return post


@pytest.fixture
def screen(admin_client):
    """Look at a screen of a run; gives the response."""

    def get(run, name="run", client=admin_client, **parameters):
        url = reverse(f"imports:{name}", args=[run.pk])
        return client.get(url, parameters, follow=True)

    return get


@pytest.fixture
def member_of(client, django_user_model):
    """Sign in an account of the group, or with these permissions; gives its client."""

    def sign_in(*codenames, group=""):
        user = django_user_model.objects.create_user("somebody", password="x")
        names = ["access_admin", *codenames]
        user.user_permissions.set(Permission.objects.filter(codename__in=names))
        user.groups.set(Group.objects.filter(name=group))
        client.force_login(user)
        return client

    return sign_in

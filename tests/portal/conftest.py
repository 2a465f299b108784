import pytest
from django.db import transaction
from django.test import Client

from tests.portal.browsing import walk
from tests.portal.example_lab import import_all


@pytest.fixture(scope="module")
def lab(django_db_setup, django_db_blocker):
    """The reports of the imports, as `demo` runs them; gone with the module."""
    with django_db_blocker.unblock():
        undone = transaction.atomic()
        undone.__enter__()
        yield import_all()
        transaction.set_rollback(True)
        undone.__exit__(None, None, None)


@pytest.fixture(scope="module")
def site(lab):
    """{address: response} of the whole public site."""
    return walk(Client())

import pytest
from django.test import Client

from tests.portal.browsing import walk
from tests.portal.example_lab import import_all


@pytest.fixture(scope="module")
def lab(until_the_module_ends):
    """The reports of the imports, as `demo` runs them."""
    return import_all()


@pytest.fixture(scope="module")
def site(lab):
    """{address: response} of the whole public site."""
    return walk(Client())

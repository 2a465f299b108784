import gc
import json
import os
from io import StringIO
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from tests.factories.pages import make_first_pages
from tests.migrated_once import migrated_once

HERE = Path(__file__).parent
# A busy machine is no fault of what is tested. In CI the examples are the same ones each
# time, so that what fails there fails here too, and nothing else does.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile(
    "ci", deadline=None, derandomize=True, database=None, print_blob=True
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_finish():
    """What is loaded by now stays: the garbage collector need not look it through again."""
    gc.collect()
    gc.freeze()


# What takes a worker longest, longest first: begun last, one of these would keep it at
# work when the others have nothing left to do.
LONG = (
    "portal/test_cold_queries.py",
    "portal/test_example_lab.py",
    "portal/imports/test_kills.py",
    "portal/test_privacy.py",
    "browser/test_axe.py",
    "browser/test_desk.py",
    "browser/test_list.py",
    "browser/test_paper_row.py",
    "browser/test_visitor.py",
    "browser/test_merging.py",
)
NEEDS_DATABASE = {"db", "django_db_setup"}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Whole files are given to the workers, in this order.

    Tests that end with a flush come last: it takes the migrations' pages away. So a file
    has such tests alone or none of them. While one worker migrates for all, the others
    have the files that need no database.
    """
    flushing = {item.path for item in items if _flushes(item)}
    mixed = {
        item.path for item in items if item.path in flushing and not _flushes(item)
    }
    if mixed:
        raise pytest.UsageError(
            f"{', '.join(map(str, mixed))}: tests that flush the database "
            "(transaction=True) stand in a file of their own."
        )
    asking = {item.path for item in items if _needs_database(item)}
    first = min(sorted(asking - flushing), key=_place, default=None)
    items.sort(
        key=lambda item: (
            item.path in flushing,
            item.path != first,
            item.path in asking,
            _place(item.path),
        )
    )


def _place(path):
    name = path.as_posix().removeprefix(f"{HERE.as_posix()}/")
    return LONG.index(name) if name in LONG else len(LONG)


def _needs_database(item):
    marked = item.get_closest_marker("django_db")
    return marked is not None or bool(NEEDS_DATABASE & set(item.fixturenames))


def _flushes(item):
    marks = item.iter_markers("django_db")
    transactional = any(mark.kwargs.get("transaction") for mark in marks)
    return transactional or "transactional_db" in item.fixturenames


@pytest.fixture(scope="session")
def django_db_setup(request, tmp_path_factory, django_db_blocker):
    """As pytest-django does it, but the workers migrate once between them."""
    folder = tmp_path_factory.getbasetemp().parent
    with django_db_blocker.unblock(), migrated_once(folder):
        request.getfixturevalue("django_db_setup")


@pytest.fixture(scope="session", autouse=True)
def _quick_settings():
    """Static files as they lie in the tree, and passwords that cost nothing."""
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    with override_settings(
        STORAGES={**settings.STORAGES, "staticfiles": {"BACKEND": plain}},
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(autouse=True)
def _own_media(request, settings, tmp_path):
    if "until_the_module_ends" not in request.fixturenames:
        settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()


@pytest.fixture(scope="module")
def until_the_module_ends(django_db_setup, django_db_blocker, tmp_path_factory):
    """What a module's fixtures that ask for this one store is gone with the module."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def run_command():
    """Call a command with --json: gives (exit status, the object it printed)."""
    return _run_command


def _run_command(name, *arguments):
    output = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command(name, *map(str, arguments), "--json", stdout=output)
    return end.value.code, json.loads(output.getvalue())


@pytest.fixture
def first_pages(transactional_db):
    """The pages that the migrations made, which a flush after a test takes away."""
    make_first_pages()

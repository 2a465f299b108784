import pytest
from django.db import connection

from portal.imports import thrift

pytestmark = pytest.mark.django_db(transaction=True)


def shown():
    names = [*thrift.SETTINGS, *thrift.UNREAD_LISTS]
    if connection.vendor != "postgresql":
        return [thrift._pragma(name, None) for name in thrift.PRAGMAS]
    with connection.cursor() as cursor:
        return [cursor.execute(f"SHOW {name}").fetchone()[0] for name in names]


def test_session_is_afterwards_as_it_was():
    before = shown()
    with thrift.thrift():
        meanwhile = shown()

    assert shown() == before
    if connection.vendor == "postgresql":
        assert meanwhile == ["off", "lz4", "32MB", "256MB"]

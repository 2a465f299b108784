import gc

import pytest
from django.db import InterfaceError, OperationalError

from portal.imports import thrift

pytestmark = pytest.mark.django_db


def failing_at_the_end(monkeypatch, error):
    def lost(statement, values):
        if statement == thrift._RESET:
            raise error

    monkeypatch.setattr(thrift, "_on_postgresql", lost)


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_why_a_connection_was_lost_comes_through(monkeypatch, error):
    usual = gc.get_threshold()
    failing_at_the_end(monkeypatch, error("the connection is closed"))

    with pytest.raises(OperationalError, match="^server closed$"), thrift.thrift():
        raise OperationalError("server closed")
    assert gc.get_threshold() == usual


def test_other_errors_of_the_reset_are_not_hidden(monkeypatch):
    failing_at_the_end(monkeypatch, TypeError("no list"))

    with pytest.raises(TypeError), thrift.thrift():
        pass

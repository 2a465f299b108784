"""What is searched. Without a database."""

from portal import search
from portal.search.pages import PageSearch


def test_what_is_registered_again_is_searched_once(monkeypatch):
    monkeypatch.setattr(search, "_searchers", dict(search._searchers))
    before = [type(each) for each in search.searchers()]

    search.register(PageSearch())

    assert [type(each) for each in search.searchers()] == before

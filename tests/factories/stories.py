"""News and projects below the home page, with nothing in them but what a test says."""

from portal.models import (
    HomePage,
    NewsIndexPage,
    NewsPage,
    ProjectIndexPage,
    ProjectPage,
)


def make_news(title, **fields):
    return _make(NewsPage, _list(NewsIndexPage, "News"), title, **fields)


def make_project(title, **fields):
    return _make(ProjectPage, _list(ProjectIndexPage, "Projects"), title, **fields)


def _make(model, parent, title, *, people=(), papers=(), **fields):
    page = model(title=title, **fields)
    page.mention(
        people=[each.pk for each in people], papers=[each.pk for each in papers]
    )
    return parent.add_child(instance=page)


def _list(model, title):
    return model.objects.first() or HomePage.objects.get().add_section(model, title)

"""News and projects below the home page, with nothing in them but what a test says."""

from portal.models import (
    HomePage,
    NewsIndexPage,
    NewsPage,
    NewsPaper,
    NewsPerson,
    ProjectIndexPage,
    ProjectPage,
    ProjectPaper,
    ProjectPerson,
)


def make_news(title, *, people=(), papers=(), **fields):
    page = NewsPage(title=title, **fields)
    page.people.add(*(NewsPerson(person=each) for each in people))
    page.papers.add(*(NewsPaper(publication=each) for each in papers))
    return _list(NewsIndexPage, "News").add_child(instance=page)


def make_project(title, *, people=(), papers=(), **fields):
    page = ProjectPage(title=title, **fields)
    page.people.add(*(ProjectPerson(person=each) for each in people))
    page.papers.add(*(ProjectPaper(publication=each) for each in papers))
    return _list(ProjectIndexPage, "Projects").add_child(instance=page)


def _list(model, title):
    page = model.objects.first()
    if page is None:
        page = model(title=title, slug=title.lower(), show_in_menus=True)
        HomePage.objects.get().add_child(instance=page)
    return page

"""The example lab's news and projects, from a file that names members and papers."""

import datetime
import json

from django.apps import apps
from wagtail.models import Page

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


def tell_stories(path):
    """Publish the stories of the file below new lists of news and projects."""
    stories = json.loads(path.read_text())
    news = _list(NewsIndexPage, "News")
    for each in stories["news"]:
        date = datetime.date.fromisoformat(each["date"])
        item = NewsPage(title=each["title"], intro=each["intro"], date=date)
        _publish(item, news, each, NewsPerson, NewsPaper)
    projects = _list(ProjectIndexPage, "Projects")
    for each in stories["projects"]:
        fields = {name: each[name] for name in ("title", "intro", "starts", "ends")}
        _publish(ProjectPage(**fields), projects, each, ProjectPerson, ProjectPaper)


def _list(model, title):
    page = model(title=title, slug=title.lower(), show_in_menus=True)
    return HomePage.objects.get().add_child(instance=page)


def _publish(page, parent, story, person_model, paper_model):
    """Whom the lab does not have by then is left out."""
    papers = apps.get_model("publications", "Publication").objects
    members = dict(
        Page.objects.filter(slug__in=story["people"]).values_list("slug", "pk")
    )
    known = dict(papers.filter(slug__in=story["papers"]).values_list("slug", "pk"))
    people = [members[slug] for slug in story["people"] if slug in members]
    page.people.add(*(person_model(person_id=pk) for pk in people))
    chosen = [known[slug] for slug in story["papers"] if slug in known]
    page.papers.add(*(paper_model(publication_id=pk) for pk in chosen))
    parent.add_child(instance=page)
    page.save_revision().publish()

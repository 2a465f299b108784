"""The example lab's news and projects, from a file that names members and papers."""

import datetime
import json

from django.apps import apps
from wagtail.models import Page

from portal.models import (
    HomePage,
    NewsIndexPage,
    NewsPage,
    ProjectIndexPage,
    ProjectPage,
)


def tell_stories(path):
    """Publish the stories of the file below new lists of news and projects."""
    stories, home = json.loads(path.read_text()), HomePage.objects.get()
    news = home.add_section(NewsIndexPage, "News")
    for each in stories["news"]:
        date = datetime.date.fromisoformat(each["date"])
        item = NewsPage(title=each["title"], intro=each["intro"], date=date)
        _publish(item, news, each)
    projects = home.add_section(ProjectIndexPage, "Projects")
    for each in stories["projects"]:
        fields = {name: each[name] for name in ("title", "intro", "starts", "ends")}
        _publish(ProjectPage(**fields), projects, each)


def _publish(page, parent, story):
    papers = apps.get_model("publications", "Publication")
    page.mention(
        people=_keys(Page, story["people"]), papers=_keys(papers, story["papers"])
    )
    parent.add_child(instance=page)
    page.save_revision().publish()


def _keys(model, slugs):
    """In this order; whom the lab does not have by then is left out."""
    known = dict(model.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    return [known[slug] for slug in slugs if slug in known]

"""The pages of an empty site, for tests that run after a flush of the database."""

from wagtail.models import Locale, Page, Site

from people.models import PeopleIndexPage
from portal.models import HomePage
from publications.models import PublicationIndexPage


def make_first_pages():
    if PeopleIndexPage.objects.exists():
        return
    Locale.objects.get_or_create(language_code="en-gb")
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        title="Root", slug="root"
    )
    home = root.add_child(instance=HomePage(title="Home", slug="home"))
    for model, title in (
        (PublicationIndexPage, "Publications"),
        (PeopleIndexPage, "People"),
    ):
        page = model(title=title, slug=title.lower(), show_in_menus=True)
        home.add_child(instance=page)
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)

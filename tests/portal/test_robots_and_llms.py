import re
from urllib.robotparser import RobotFileParser

import pytest
from wagtail.models import Page, PageViewRestriction, Site

from portal.models import ContentPage, HomePage, SiteSettings

pytestmark = pytest.mark.django_db


def disallowed(client):
    """The rules as patterns, as Google reads them: * is anything."""
    lines = client.get("/robots.txt").content.decode().splitlines()
    rules = [line.split(": ", 1)[1] for line in lines if line.startswith("Disallow")]
    return [re.compile(re.escape(rule).replace(r"\*", ".*")) for rule in rules]


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("/", True),
        ("/people/ada-lovelace/", True),
        ("/publications/on-engines/", True),
        ("/publications/on-engines/paper.pdf", True),
        ("/publications/on-engines.bib", True),
        ("/publications/?page=7", True),
        ("/publications/?year=2020", True),
        ("/publications/?year=2020&topic=engines", False),
        ("/publications.bib?year=2020", False),
        ("/search/?q=engines", False),
        ("/admin/", False),
    ],
)
def test_crawlers_reach_every_paper_and_no_maze_of_filters(client, address, allowed):
    stopped = any(rule.match(address) for rule in disallowed(client))

    assert stopped is not allowed


def test_robots_is_read_by_a_plain_parser_too(client):
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").content.decode().splitlines())

    assert parser.can_fetch("*", "/publications/on-engines/")
    assert not parser.can_fetch("*", "/admin/")
    assert parser.site_maps() == ["http://127.0.0.1:8000/sitemap.xml"]


def test_llms_tells_what_the_site_is_and_where_its_data_are(client):
    site = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    site.lab_name, site.description = "Sea\nLab [x]", "We study the sea."
    site.save()
    secret = HomePage.objects.get().add_child(instance=ContentPage(title="Secret"))
    PageViewRestriction.objects.create(
        page=Page.objects.get(pk=secret.pk), restriction_type="login"
    )

    text = client.get("/llms.txt").content.decode()

    assert text.startswith("# Sea Lab x\n\n> We study the sea.\n")
    assert "- [People](http://127.0.0.1:8000/people/)" in text
    assert "Secret" not in text
    links = re.findall(r"\]\(http://127\.0\.0\.1:8000(/[^)]*)\)", text)
    assert [path for path in links if client.get(path).status_code != 200] == []

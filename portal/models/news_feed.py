"""The news as an Atom feed (RFC 4287)."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.utils.timezone import make_aware

from portal.atom import AtomFeed, tag_uri
from portal.metadata import absolute
from portal.models.site_settings import SiteSettings

NEWEST = 30


class NewsFeed(Feed):
    feed_type = AtomFeed

    def __init__(self, page):
        self.page = page

    def get_object(self, request):
        self.lab_name = SiteSettings.for_request(request).lab_name
        return self.page

    def title(self, page):
        return page.title

    def subtitle(self, page):
        return page.intro

    def link(self, page):
        return absolute(page.url)

    def feed_url(self, page):
        return absolute(page.url + "feed/")

    def author_name(self, page):
        return self.lab_name

    def items(self, page):
        return page.items()[:NEWEST]

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.intro

    def item_link(self, item):
        return absolute(item.url)

    def item_guid(self, item):
        return tag_uri(item.first_published_at or item.date, f"news/{item.pk}")

    def item_pubdate(self, item):
        return make_aware(datetime.combine(item.date, time.min))

    def item_updateddate(self, item):
        return item.last_published_at or self.item_pubdate(item)

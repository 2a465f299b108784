"""New papers as an Atom feed: of the lab, or of whatever the list can select."""

from django.contrib.syndication.views import Feed
from django.utils.decorators import method_decorator
from django.utils.html import format_html, linebreaks
from django.views.decorators.http import conditional_page

from portal.atom import AtomFeed, tag_uri
from portal.metadata import absolute
from portal.models import SiteSettings
from portal.request_site import site_of
from publications import members
from publications.listing import Listing
from publications.models import Publication
from publications.public_list import require_list
from publications.whole import whole_papers

NEWEST = 50


class PapersFeed(Feed):
    """`/publications/feed/`; takes the parameters of the list."""

    feed_type = AtomFeed

    @method_decorator(conditional_page)
    def __call__(self, request, *args, **kwargs):
        return super().__call__(request, *args, **kwargs)

    def get_object(self, request):
        require_list()
        listing = Listing(request.GET)
        end = listing.address.selection
        chosen = ", ".join(chip.text for chip in listing.chips)
        lab = lab_name(request)
        return Subscription(
            title=f"{lab}: papers" + (f" ({chosen})" if chosen else ""),
            publisher=lab,
            page=f"/publications/{end}",
            feed=f"/publications/feed/{end}",
            listing=listing,
        )

    def title(self, subscription):
        return subscription.title

    def link(self, subscription):
        return absolute(subscription.page)

    def feed_url(self, subscription):
        return absolute(subscription.feed)

    def feed_guid(self, subscription):
        return absolute(subscription.feed)

    def author_name(self, subscription):
        return subscription.publisher

    def items(self, subscription):
        return subscription.entries

    def item_title(self, entry):
        return " ".join(entry.paper.title.split())

    def item_description(self, entry):
        return entry.html

    def item_link(self, entry):
        return absolute(entry.paper.get_absolute_url())

    def item_guid(self, entry):
        return tag_uri(entry.paper.created_at, f"paper/{entry.paper.pk}")

    def item_pubdate(self, entry):
        return entry.paper.created_at

    def item_updateddate(self, entry):
        return entry.paper.updated_at

    def item_categories(self, entry):
        return [topic.name for topic in entry.paper.topics.all()]

    def item_extra_kwargs(self, entry):
        return {"authors": entry.authors}


class Subscription:
    """What a feed is of: its title, its page, its own address and its newest papers."""

    def __init__(self, *, title, publisher, page, feed, listing):
        self.title, self.publisher = title, publisher
        self.page, self.feed = page, feed
        self.listing = listing

    @property
    def entries(self):
        ids = self.listing.selection.ids(0, NEWEST)
        shown = Publication.objects.public().filter(pk__in=ids)
        found = {paper.pk: paper for paper in whole_papers(shown)}
        papers = [found[pk] for pk in ids if pk in found]
        writers = {each.author_id for paper in papers for each in paper.authors}
        known = members.of_authors(writers - {None})
        return [Entry(paper, known) for paper in papers]


class Entry:
    def __init__(self, paper, known):
        self.paper, self.known = paper, known

    @property
    def authors(self):
        """(printed name, address of the member's page or "")."""
        pairs = []
        for each in self.paper.authors:
            member = self.known.get(each.author_id)
            url = absolute(member.url) if member and member.url else ""
            pairs.append((each.printed_name, url))
        return pairs

    @property
    def html(self):
        primary = self.paper.primary
        venue = str(primary) if primary else ""
        parts = [", ".join(name for name, _ in self.authors), venue]
        lines = [format_html("<p>{}</p>", part) for part in parts if part]
        abstract = self.paper.abstract.strip()
        lines += [linebreaks(abstract, autoescape=True)] if abstract else []
        return "".join(lines)


def lab_name(request):
    site = site_of(request)
    return SiteSettings.for_request(request).lab_name if site else "Papers"

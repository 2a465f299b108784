"""The address of what several members wrote together: "/people/A/with/B+C/"."""

import re

from django.conf import settings
from django.http import Http404

from people.models import PersonPage

# A member and eight others: no address asks the database for more at once.
MOST_OTHERS = 8
BETWEEN = re.compile(r"[+\s]+")
SLUG = re.compile(r"[-\w]+")


class JointAddress:
    """`slug` is the member below whom the page stands, `others` as they were typed.

    The others stand in one order and each once; the member is none of them. 404 where
    that leaves nobody, or more than a page is for.
    """

    def __init__(self, slug, others):
        found = {*BETWEEN.split(others)} - {"", slug}
        if not all(map(SLUG.fullmatch, found)):
            raise Http404("No member's page has such an address.")
        if not 1 <= len(found) <= MOST_OTHERS:
            raise Http404(f"Name one to {MOST_OTHERS} members besides this one.")
        self.slug, self.others = slug, sorted(found)

    @property
    def path(self):
        return f"/people/{self.slug}/with/{'+'.join(self.others)}/"

    @property
    def canonical(self):
        """The page stands below each of the members; machines are told of one place."""
        first, *others = sorted([self.slug, *self.others])
        return f"{settings.BASE_URL}{JointAddress(first, '+'.join(others)).path}"

    @property
    def has_room(self):
        return len(self.others) < MOST_OTHERS

    def and_with(self, slug):
        """The path of those papers that this member wrote too."""
        return JointAddress(self.slug, "+".join([*self.others, slug])).path

    def people(self):
        """Their pages, the one whose address it is first; 404 unless all are public."""
        slugs = [self.slug, *self.others]
        pages = PersonPage.objects.visible().filter(slug__in=slugs)
        found = {page.slug: page for page in pages.for_cards()}
        if len(found) < len(slugs):
            raise Http404("Not all of them are members with a public page.")
        return [found[slug] for slug in slugs]

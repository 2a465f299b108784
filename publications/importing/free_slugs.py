"""Slugs for the new papers of a run, that no other paper has or had."""

from publications.models import FormerSlug, Publication
from publications.querysets import RESERVED, each_among

AT_A_TIME = 20


class FreeSlugs:
    """Gives out each slug once; what the site has is looked up a chunk at a time."""

    def __init__(self):
        self._taken = set(RESERVED)
        self._known = set()
        self._next = {}

    def expect(self, slugs):
        """Look up which of these are taken, before they are asked for one by one."""
        new = set(slugs) - self._known
        if not new:
            return
        self._known |= new
        for model in (Publication, FormerSlug):
            held = model.objects.order_by().values_list("slug", flat=True)
            self._taken.update(each_among(held, "slug", sorted(new)))

    def take(self, slug):
        """`slug`, or `slug-2`, `slug-3` … when it is taken."""
        self.expect([slug])
        number, free = self._next.get(slug, 2), slug
        while free in self._taken:
            free = f"{slug}-{number}"
            if free not in self._known:
                self.expect(f"{slug}-{number + more}" for more in range(AT_A_TIME))
            number += 1
        self._next[slug] = number
        self._taken.add(free)
        return free

"""The pairs of members that the stored papers make, kept until a paper or a page changes."""

from people.joint import persons
from people.network.pairs import Tally
from publications import members
from publications.models import ListedPaper, ListingVersion

# The key and the tally in one: another thread may put a later pair in its place.
_kept = (None, None)


def current():
    """(the tally, the members with a public page by their author's number).

    Whoever has no public page is in neither: the picture must not hint at them.
    """
    global _kept
    version = ListingVersion.objects.values_list("tokens", flat=True).first()
    shown = {each.author_id: each for each in members.everyone() if each.url}
    key = (version, frozenset(shown))
    held, tally = _kept
    if held != key or version is None:
        tally = Tally(_papers(shown.keys()))
        _kept = key, tally
    return tally, shown


def _papers(shown):
    """Of each public paper by two members or more its year and these members."""
    public = ListedPaper.objects.filter(publication__visibility="public")
    rows = public.filter(facets__contains="person:").order_by()
    for year, facets in rows.values_list("year", "facets").iterator():
        writers = persons(facets) & shown
        if len(writers) > 1:
            yield year, writers

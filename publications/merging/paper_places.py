"""Where a paper that is merged into another appeared: further appearances of it."""

from publications.likeness import title_key
from publications.models import Appearance, Venue

PREPRINTS = "arXiv"


def add_places(ledger, keep, gone, further):
    """Move the appearances that `keep` does not have; the first one only if `further`."""
    ours, theirs = list(keep.appearances.all()), list(gone.appearances.all())
    if not ours:
        moving = theirs
    else:
        held = {_place(each) for each in ours}
        others = theirs if further else theirs[1:]
        moving = [each for each in others if _place(each) not in held]
    last = max((each.position for each in [*ours, *theirs]), default=-1)
    for position, each in enumerate(moving, last + 1 if ours else 0):
        row = Appearance.objects.filter(pk=each.pk)
        if ours:
            ledger.change(row, "position", position)
        ledger.change(row, "publication", keep.pk)
        if further and each is gone.primary:
            _stand_alone(ledger, row, keep, gone)


def _stand_alone(ledger, row, keep, gone):
    """Say what the paper that goes said for it: its title, and a preprint's server."""
    primary = gone.primary
    if not primary.title and gone.title_key != keep.title_key:
        ledger.change(row, "title", gone.title)
    if not primary.venue_name and gone.identifier("arxiv"):
        venue = Venue.objects.filter(key=title_key(PREPRINTS)).first()
        if venue:
            ledger.change(row, "venue", venue.pk)
        else:
            ledger.change(row, "venue_printed", PREPRINTS)
        ledger.change(row, "kind", "preprint")


def _place(appearance):
    return title_key(appearance.venue_name), appearance.date.year

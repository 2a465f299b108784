"""Two records of one venue."""

from publications.merging.refusal import CannotMerge
from publications.models import Venue, VenueName


def merge_venues(ledger, *, keep, gone):
    """Give the papers and the names of the venue `gone` to `keep`, and remove `gone`.

    What a paper prints stays: an appearance that showed the name of the venue that goes
    keeps it as printed.
    """
    if keep.pk == gone.pk:
        raise CannotMerge(
            "Choose another venue; this one cannot be merged with itself."
        )
    unprinted = gone.appearances.filter(venue_printed="")
    ledger.change(unprinted, "venue_printed", gone.name)
    ledger.change(gone.appearances.all(), "venue", keep.pk)
    for name in ("acronym", "url", "colour"):
        if getattr(gone, name) and not getattr(keep, name):
            ledger.change(Venue.objects.filter(pk=keep.pk), name, getattr(gone, name))
    ledger.change(gone.names.all(), "venue", keep.pk)
    name = gone.name
    ledger.remove(Venue.objects.filter(pk=gone.pk))
    ledger.make(VenueName(venue=keep, text=name))

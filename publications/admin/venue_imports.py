"""Venues at the import desk."""

from portal.desk.table_kind import TableKind
from publications.models import Venue


class VenueTableKind(TableKind):
    name = "venues"
    label = "Import venues"
    order = 4
    one, many = "venue", "venues"
    model = Venue
    columns = (
        "name, acronym, kind, url, colour and other_names (separated by semicolons)"
    )

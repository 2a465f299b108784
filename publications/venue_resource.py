"""The table of venues as django-import-export knows it, and the importer of it."""

from import_export.fields import Field

from portal.imports.resource_cells import ChoiceCell, ListCell
from portal.imports.resource_importer import ResourceImporter
from portal.imports.table_resource import TableResource
from publications.likeness import title_key
from publications.models import Venue, VenueName
from publications.models.venue import VenueKind
from publications.renewal import renew_venues, together


class VenueResource(TableResource):
    kind = Field("kind", "kind", widget=ChoiceCell(VenueKind), default=VenueKind.OTHER)
    other_names = Field("other_names", "other_names", widget=ListCell())

    class Meta(TableResource.Meta):
        model = Venue
        fields = ("name", "acronym", "kind", "url", "colour", "other_names")
        import_id_fields = ("name",)

    fold = staticmethod(title_key)

    def get_queryset(self):
        return Venue.objects.prefetch_related("names")

    def spellings(self, venue):
        return [venue.name, *venue.other_names]

    claims = spellings

    def used(self, venue):
        papers = venue.appearances.values("publication").distinct().count()
        return f"It stays: {papers} of the papers appeared there." if papers else ""

    def after_save_instance(self, instance, row, **kwargs):
        if kwargs.get("dry_run") or "other_names" not in row:
            return
        wanted = self.fields["other_names"].clean(row)
        rows = VenueName.objects.filter(venue=instance)
        rows.exclude(text__in=wanted).delete()
        held = set(rows.values_list("text", flat=True))
        for text in wanted:
            if text not in held:
                VenueName.objects.create(venue=instance, text=text)


class VenueImporter(ResourceImporter):
    kind = "venues"
    label = "venues"
    subject = "venue"
    resource_class = VenueResource

    def apply(self, rows):
        with together():
            written = super().apply(rows)
            renew_venues(row.after.get("pk") for row in rows)
        return written

    def undo(self, row):
        with together():
            kept = super().undo(row)
            renew_venues([row.after.get("pk")])
        return kept

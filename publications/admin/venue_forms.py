"""The forms of a venue: no two may go by one name, in whatever spelling."""

from collections import Counter

from wagtail.admin.forms import WagtailAdminModelForm

from publications.admin.row_forms import UniqueRowsForm
from publications.likeness import title_key
from publications.models import Venue, VenueName


def _bearer(text, but):
    """The venue, other than the one with the id `but`, that has this name already."""
    key = title_key(text)
    venue = Venue.objects.filter(key=key).exclude(pk=but).first()
    if venue:
        return venue
    name = VenueName.objects.filter(key=key).exclude(venue=but).first()
    return name.venue if name else None


class VenueNameForm(WagtailAdminModelForm):
    def clean_text(self):
        text = self.cleaned_data["text"]
        if bearer := _bearer(text, but=self.instance.venue_id):
            self.add_error("text", f"“{text}” is already a name of {bearer}.")
        return text


class NewVenueForm(WagtailAdminModelForm):
    """What an editor says of a venue that a paper needs at once."""

    class Meta(WagtailAdminModelForm.Meta):
        model = Venue
        fields = ["name", "acronym", "kind"]

    def clean_name(self):
        name = self.cleaned_data["name"]
        if bearer := _bearer(name, but=self.instance.pk):
            self.add_error("name", f"“{name}” is already a name of {bearer}.")
        return name


class VenueForm(UniqueRowsForm):
    unique_rows = ("names",)
    clean_name = NewVenueForm.clean_name

    def clean(self):
        cleaned = super().clean()
        names = self.formsets["names"]
        kept = [form for form in names.forms if form not in names.deleted_forms]
        texts = [form.cleaned_data.get("text", "") for form in kept if form.is_valid()]
        for key, count in Counter(map(title_key, filter(None, texts))).items():
            if count > 1:
                self.add_error(None, f"The other name “{key}” is given {count} times.")
        return cleaned

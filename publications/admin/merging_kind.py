"""Merges and splits in the history of imports: what they are called, where they lead."""

from django.urls import reverse

from portal.desk.kinds import Kind, Subject
from publications.models import Author, Publication, Venue

PLACES = {
    "author": (Author, "authors:edit"),
    "venue": (Venue, "venues:edit"),
    "publication": (Publication, "papers:edit"),
}


class MergeKind(Kind):
    """It has no form: a merge starts at the records themselves."""

    name = "merge"
    order = 9
    one, many = "record", "records"
    what = "a merge"
    model = Publication
    needs = ("change", "delete")
    form_class = None

    def title(self, run):
        return f"Merge {run.pk}: {run.options.get('title', '')}".removesuffix(": ")

    def subjects(self, targets):
        """A target is "author/12": a merge is about one of several models."""
        found = {}
        for subject, (model, edit) in PLACES.items():
            pks = [each.split("/")[1] for each in targets if _is_of(each, subject)]
            for pk, row in (model.objects.in_bulk(pks) if pks else {}).items():
                url = row.get_absolute_url() if getattr(row, "is_public", False) else ""
                found[f"{subject}/{pk}"] = Subject(
                    str(row), url, reverse(edit, args=[pk])
                )
        return found


def _is_of(target, subject):
    return target.startswith(f"{subject}/")

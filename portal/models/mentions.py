"""Whom and what a news item or a project names: the members' pages and the papers.

The other apps are named as strings only. A page that may not be shown is left out by
the tags of its own app, so a mention gives nothing away.
"""

from django.db import models
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable


class PersonMention(Orderable):
    person = models.ForeignKey(
        "people.PersonPage", on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("person")]

    class Meta(Orderable.Meta):
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["page", "person"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="This member is named already.",
            )
        ]

    def __str__(self):
        return str(self.person)


class PaperMention(Orderable):
    publication = models.ForeignKey(
        "publications.Publication", on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("publication", heading="Paper")]

    class Meta(Orderable.Meta):
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["page", "publication"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="This paper is named already.",
            )
        ]

    def __str__(self):
        return str(self.publication)


MENTION_PANELS = [
    InlinePanel("people", heading="Members", label="member"),
    InlinePanel("papers", heading="Papers", label="paper"),
]


class NamesPeopleAndPapers:
    """A page with `people` and `papers`; they are named and asked for by their keys."""

    def mention(self, *, people=(), papers=()):
        for position, pk in enumerate(people):
            self.people.add(self.people.model(person_id=pk, sort_order=position))
        for position, pk in enumerate(papers):
            self.papers.add(self.papers.model(publication_id=pk, sort_order=position))

    @property
    def person_ids(self):
        return [each.person_id for each in self.people.all()]

    @property
    def publication_ids(self):
        return [each.publication_id for each in self.papers.all()]

"""The list of publications as its address asks for it."""

from functools import cached_property

from django.core.paginator import Paginator

from publications import members
from publications.models.appearance import Appearance
from publications.models.publication import Publication, PublicationType, Topic
from publications.names import fold
from publications.rows import rows, with_years

PER_PAGE = 50
PARAMETERS = ("q", "year", "type", "person", "topic", "venue")
LONGEST_QUERY = 200
MOST_WORDS = 8


class Listing:
    """What ?q= &year= &type= &person= &topic= &venue= &page= select, and for forms.

    A value that cannot be (a year that is no number, a person whom nobody knows)
    selects nothing; it is never an error.
    """

    def __init__(self, parameters):
        for name in PARAMETERS:
            text = parameters.get(name, "").replace("\x00", "\ufffd").strip()
            setattr(self, name, text[:LONGEST_QUERY])
        self.page = parameters.get("page", "1")

    @cached_property
    def papers(self):
        """Every paper that is selected, newest first, on all pages."""
        papers = Publication.objects.public()
        if self.q:
            papers = papers.mentioning(fold(self.q).split()[:MOST_WORDS])
        return self._by_facets(papers).newest_first()

    def _by_facets(self, papers):
        if self.year:
            papers = papers.in_year(int(self.year)) if self._is_year else papers.none()
        if self.type:
            papers = papers.filter(type=self.type)
        if self.person:
            member = self.member
            papers = papers.by(member.author_id) if member else papers.none()
        if self.topic:
            topics = Topic.objects.filter(slug=self.topic)
            papers = papers.filter(topics__in=topics)
        if self.venue:
            at_venue = Appearance.objects.filter(venue__acronym__iexact=self.venue)
            papers = papers.filter(pk__in=at_venue.values("publication"))
        return papers

    @property
    def _is_year(self):
        return self.year.isascii() and self.year.isdigit() and len(self.year) == 4

    @cached_property
    def paginator(self):
        return Paginator(self.papers.with_rows(), PER_PAGE)

    @cached_property
    def page_shown(self):
        return self.paginator.get_page(self.page[:9])

    @cached_property
    def by_year(self):
        own = {self.member.author_id} if self.member else set()
        return with_years(rows(self.page_shown.object_list, own))

    @cached_property
    def member(self):
        """Whose papers are asked for, when that is somebody with a public page."""
        member = members.with_slug(self.person) if self.person else None
        return member if member and member.url else None

    @cached_property
    def years(self):
        """The years that have papers, for the filter; newest first."""
        dates = Appearance.objects.filter(
            position=0, publication__visibility="public"
        ).values_list("date", flat=True)
        return sorted(
            {date.year for date in dates.distinct() if date.year}, reverse=True
        )

    @cached_property
    def types(self):
        found = Publication.objects.public().order_by("type")
        present = set(found.values_list("type", flat=True).distinct())
        return [
            (value, label)
            for value, label in PublicationType.choices
            if value in present
        ]

    @cached_property
    def people(self):
        people = [member for member in members.everyone() if member.url]
        return sorted(people, key=lambda member: fold(member.name))

    @property
    def active(self):
        """The parameters that select, without the page, as they stand in the address."""
        return {name: getattr(self, name) for name in PARAMETERS if getattr(self, name)}

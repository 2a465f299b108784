"""By what the admin's lists of papers, authors and venues can be narrowed down."""

import django_filters
from django import forms
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import BooleanRadioSelect

from publications import members
from publications.models import Appearance, Author, Decision, Publication, Venue
from publications.models.publication import PublicationType
from publications.models.venue import VenueKind


def years(request=None):
    dates = Appearance.objects.filter(position=0).values_list("date", flat=True)
    found = {date.year for date in dates.distinct() if date.year}
    return [(each, each) for each in sorted(found, reverse=True)]


def member_choices(request=None):
    return sorted(
        ((each.author_id, each.name) for each in members.everyone()),
        key=lambda choice: choice[1].casefold(),
    )


def several(label, choices, **options):
    """A filter of which several values may be ticked."""
    return django_filters.MultipleChoiceFilter(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **options
    )


def yes_or_no(label, **options):
    return django_filters.BooleanFilter(
        label=label, widget=BooleanRadioSelect, **options
    )


class PaperFilterSet(WagtailFilterSet):
    type = several("Type", PublicationType.choices)
    status = several(
        "Status", Appearance.Status.choices, field_name="first_appearance__status"
    )
    visibility = several("Visibility", Publication.Visibility.choices)
    year = django_filters.ChoiceFilter(label="Year", choices=years, method="in_year")
    member = django_filters.ChoiceFilter(
        label="Member", choices=member_choices, method="by_member"
    )
    featured = yes_or_no("Featured")
    undecided = yes_or_no("Has undecided names", method="with_undecided")

    class Meta:
        model = Publication
        fields = []

    def in_year(self, papers, name, value):
        return papers.in_year(int(value))

    def by_member(self, papers, name, value):
        return papers.by(value)

    def with_undecided(self, papers, name, value):
        return papers.filter(undecided__gt=0) if value else papers.filter(undecided=0)


class AuthorFilterSet(WagtailFilterSet):
    member = yes_or_no(
        "Has a member's page",
        field_name="person_page",
        lookup_expr="isnull",
        exclude=True,
    )
    papers = yes_or_no("Has papers", method="with_papers")
    is_group = yes_or_no("Is a group")

    class Meta:
        model = Author
        fields = []

    def with_papers(self, authors, name, value):
        return authors.filter(papers__gt=0) if value else authors.filter(papers=0)


class VenueFilterSet(WagtailFilterSet):
    kind = several("Kind", VenueKind.choices)
    papers = yes_or_no("Has papers", method="with_papers")

    class Meta:
        model = Venue
        fields = []

    with_papers = AuthorFilterSet.with_papers


class DecisionFilterSet(WagtailFilterSet):
    about = django_filters.ChoiceFilter(
        label="About",
        choices=[("name", "a name"), ("work", "a paper")],
        widget=forms.RadioSelect,
        empty_label="All",
        method="about_thing",
    )
    same = yes_or_no("Is the same")

    class Meta:
        model = Decision
        fields = []

    def about_thing(self, decisions, name, value):
        return decisions.filter(author__isnull=value != "name")

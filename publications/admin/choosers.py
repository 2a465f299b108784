"""Choosers: how an editor finds one author, venue or paper among thousands."""

from django import forms
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    ChooseResultsView,
    ChooseView,
    ChosenMultipleView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.permissions import policy_registry

from publications.admin.counts import papers_at_venue, papers_of_author
from publications.admin.search import (
    authors_matching,
    papers_matching,
    venues_matching,
)
from publications.admin.venue_forms import NewVenueForm
from publications.models import Author, Publication, Venue

LONGEST_KEY = 18


class SearchForm(BaseFilterForm):
    """The search field of a chooser; subclasses say what it finds in `matching`."""

    q = forms.CharField(
        label="Search term",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "Search"}),
    )

    def filter(self, objects):
        self.search_query = self.cleaned_data["q"].strip()
        self.is_searching = bool(self.search_query)
        return self.matching(super().filter(objects), self.search_query)


class AuthorSearchForm(SearchForm):
    matching = staticmethod(authors_matching)


class VenueSearchForm(SearchForm):
    matching = staticmethod(venues_matching)


class PaperSearchForm(SearchForm):
    matching = staticmethod(papers_matching)


def _named(column):
    column.label = "Name"
    return column


class AuthorList:
    """Namesakes are told apart by their page, their ORCID iD and their papers."""

    filter_form_class = AuthorSearchForm
    # Members first, and then who has written most of what is here.
    ordering = (F("member").asc(nulls_last=True), "-papers", "family_name", "pk")

    def get_object_list(self):
        return Author.objects.annotate(
            papers=papers_of_author(), member=F("person_page__title")
        )

    @property
    def columns(self):
        return [
            _named(self.title_column),
            Column("member", label="Member"),
            Column("papers", label="Papers"),
            Column("orcid", label="ORCID iD"),
        ]


class ChooseAuthorView(AuthorList, ChooseView):
    pass


class ChooseAuthorResultsView(AuthorList, ChooseResultsView):
    pass


class VenueList:
    filter_form_class = VenueSearchForm
    ordering = ("-papers", "name", "pk")

    def get_object_list(self):
        return Venue.objects.annotate(papers=papers_at_venue())

    @property
    def columns(self):
        kind = Column("kind", label="Kind", accessor="get_kind_display")
        return [_named(self.title_column), kind, Column("papers", label="Papers")]


class ChooseVenueView(VenueList, ChooseView):
    pass


class ChooseVenueResultsView(VenueList, ChooseResultsView):
    pass


def papers_shown_to(user):
    """Every paper for who may edit papers; for any other the public ones."""
    policy = policy_registry.get_by_type(Publication)
    if policy.user_has_any_permission(user, ["add", "change", "delete", "view"]):
        return Publication.objects.all()
    return Publication.objects.public()


class PaperList:
    filter_form_class = PaperSearchForm

    def get_object_list(self):
        papers = papers_shown_to(self.request.user).prefetch_related("appearances")
        return papers.newest_first()

    @property
    def columns(self):
        year = Column("year", label="Year", accessor="primary.date.year")
        return [self.title_column, year]


class ChoosePaperView(PaperList, ChooseView):
    pass


class ChoosePaperResultsView(PaperList, ChooseResultsView):
    pass


def may_be_key(text):
    """Whether a database takes it for a number of a row: no form sends another, but an
    address may: `?other=abc`."""
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY


class ChosenRecordView(ChosenView):
    def get_object(self, pk):
        if not may_be_key(pk):
            raise Http404
        return super().get_object(pk)


class ChosenRecordsView(ChosenMultipleView):
    def get_objects(self, pks):
        return super().get_objects(list(filter(may_be_key, pks)))


class ChosenPaperView(ChosenRecordView):
    def get_object(self, pk):
        return get_object_or_404(
            papers_shown_to(self.request.user), pk=super().get_object(pk).pk
        )


class ChosenPapersView(ChosenRecordsView):
    def get_objects(self, pks):
        return papers_shown_to(self.request.user).filter(
            pk__in=super().get_objects(pks)
        )


class RecordChooser(BaseChooser):
    def get_instance(self, value):
        if isinstance(value, str) and not may_be_key(value):
            return None
        return super().get_instance(value)


class AuthorChooser(RecordChooser):
    """`known`: the author to show, when the form has fetched it already."""

    known = None

    def get_instance(self, value):
        if self.known and str(self.known.pk) == str(value):
            return self.known
        return super().get_instance(value)


class AuthorChooserViewSet(ChooserViewSet):
    model = Author
    icon = "user"
    choose_one_text = "Choose an author"
    choose_another_text = "Choose another author"
    edit_item_text = "Edit this author"
    creation_tab_label = "New author"
    create_action_label = "Add author"
    form_fields = ["given_name", "family_name", "suffix", "orcid", "is_group"]
    base_widget_class = AuthorChooser
    choose_view_class = ChooseAuthorView
    choose_results_view_class = ChooseAuthorResultsView
    chosen_view_class = ChosenRecordView
    chosen_multiple_view_class = ChosenRecordsView


class VenueChooserViewSet(ChooserViewSet):
    model = Venue
    icon = "calendar-alt"
    choose_one_text = "Choose a venue"
    choose_another_text = "Choose another venue"
    edit_item_text = "Edit this venue"
    creation_tab_label = "New venue"
    create_action_label = "Add venue"
    creation_form_class = NewVenueForm
    base_widget_class = RecordChooser
    choose_view_class = ChooseVenueView
    choose_results_view_class = ChooseVenueResultsView
    chosen_view_class = ChosenRecordView
    chosen_multiple_view_class = ChosenRecordsView


class PublicationChooserViewSet(ChooserViewSet):
    model = Publication
    icon = "doc-full"
    choose_one_text = "Choose a paper"
    choose_another_text = "Choose another paper"
    edit_item_text = "Edit this paper"
    base_widget_class = RecordChooser
    choose_view_class = ChoosePaperView
    choose_results_view_class = ChoosePaperResultsView
    chosen_view_class = ChosenPaperView
    chosen_multiple_view_class = ChosenPapersView

"""What the admin's screens of the bibliography do beyond Wagtail's own."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.views.generic import (
    DeleteView,
    EditView,
    IndexView,
)
from wagtail.admin.widgets.button import Button

from publications.admin_columns import PAPER_EXPORT, PaperTitleColumn
from publications.admin_counts import (
    papers_at_venue,
    papers_of_author,
    papers_on_topic,
    undecided_names,
)
from publications.admin_search import (
    authors_matching,
    papers_matching,
    venues_matching,
)
from publications.models import Author, Decision, Publication, Topic, Venue


class SearchedIndexView(IndexView):
    """A list whose search folds what is typed; `matching` says where it looks."""

    is_searchable = True

    def search_queryset(self, queryset):
        return self.matching(queryset, self.search_query)


class PaperIndexView(SearchedIndexView):
    page_title = "Papers"
    add_item_label = "Add paper"
    verbose_name = "paper"
    verbose_name_plural = "papers"
    matching = staticmethod(papers_matching)
    queryset = (
        Publication.objects.with_primary()
        .annotate(undecided=undecided_names())
        .prefetch_related("authorships", "appearances__venue")
    )

    def _get_title_column(self, field_name, column_class=PaperTitleColumn, **options):
        return super()._get_title_column(field_name, column_class, **options)

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if instance.is_public:
            live = MenuItem(
                "View live", instance.get_absolute_url(), icon_name="view", priority=15
            )
            buttons.append(live)
        return buttons

    def get_base_queryset(self):
        papers = super().get_base_queryset()
        return papers.prefetch_related("identifiers") if self.is_export else papers

    def to_row_dict(self, item):
        return {heading: value(item) for heading, value in PAPER_EXPORT.items()}

    def get_heading(self, queryset, field):
        return field


class PaperEditView(EditView):
    # One query for the authors of all rows, not one for each row's chooser.
    queryset = Publication.objects.prefetch_related(
        "authorships__author", "appearances__venue"
    )

    @property
    def header_buttons(self):
        if not self.object.is_public:
            return []
        url = self.object.get_absolute_url()
        return [Button("View live", url=url, icon_name="view", priority=5)]


class AuthorIndexView(SearchedIndexView):
    matching = staticmethod(authors_matching)
    queryset = Author.objects.annotate(
        papers=papers_of_author(),
        member=F("person_page__title"),
        member_page=F("person_page__pk"),
    ).prefetch_related("names")


class AuthorEditView(EditView):
    def get_success_message(self):
        message = super().get_success_message()
        if self.form.linked:
            message += (
                f" {self.form.linked} printed names are linked to this author now."
            )
        return message


class AuthorDeleteView(DeleteView):
    """An author with a member's page stays; the names of others become unlinked."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.papers = self.object.authorships.values("publication").distinct().count()

    @property
    def is_member(self):
        return hasattr(self.object, "person_page")

    @property
    def confirmation_message(self):
        if self.is_member:
            return "This author has a member's page. Delete or change that page first."
        if self.papers:
            return (
                f"{self.object} stands on {self.papers} papers. They keep the name as "
                "printed, but it will be linked to nobody. Delete the author?"
            )
        return super().confirmation_message

    def form_valid(self, form):
        if self.is_member:
            raise PermissionDenied
        return super().form_valid(form)


class VenueIndexView(SearchedIndexView):
    matching = staticmethod(venues_matching)
    queryset = Venue.objects.annotate(papers=papers_at_venue()).prefetch_related(
        "names"
    )


class VenueDeleteView(DeleteView):
    """Papers keep the name of a deleted venue as they would one that was never known."""

    @property
    def confirmation_message(self):
        papers = self.object.appearances.values("publication").distinct().count()
        if not papers:
            return super().confirmation_message
        return (
            f"{papers} papers appeared at {self.object}. They keep its name as printed, "
            "but lose its badge and its colour. Delete the venue?"
        )

    @transaction.atomic
    def delete_action(self):
        unprinted = self.object.appearances.filter(venue_printed="")
        unprinted.update(venue_printed=self.object.name)
        super().delete_action()


class TopicIndexView(IndexView):
    queryset = Topic.objects.annotate(papers=papers_on_topic())


class DecisionIndexView(IndexView):
    page_title = "Decisions"
    queryset = Decision.objects.select_related("author", "publication", "decided_by")


class DecisionDeleteView(DeleteView):
    page_title = "Forget"
    success_message = "“%(object)s” is forgotten."

    @property
    def confirmation_message(self):
        return (
            f"Forget that “{self.object}”? Later imports will ask again. What is linked "
            "already stays linked."
        )

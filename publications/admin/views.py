"""What the admin's screens of authors, venues, topics and decisions do themselves."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.template.defaultfilters import pluralize
from django.utils.functional import cached_property
from wagtail.admin.views.generic import DeleteView, IndexView

from portal.desk.history import import_buttons
from portal.guarded_export import ResourceExport
from publications.admin.counts import (
    papers_at_venue,
    papers_of_author,
    papers_on_topic,
)
from publications.admin.merging_views import act_button
from publications.admin.renewing_views import RenewingDeleteView, RenewingEditView
from publications.admin.search import (
    authors_matching,
    venues_matching,
)
from publications.admin.source_views import watch_buttons
from publications.models import (
    Author,
    Decision,
    Topic,
    Venue,
)
from publications.venue_resource import VenueResource


def _author_acts(user, author):
    return [
        *act_button(user, author, "authors:merge", "Merge with …"),
        *act_button(user, author, "authors:split", "Split …", priority=45),
    ]


def _venue_acts(user, venue):
    return act_button(user, venue, "venues:merge", "Merge with …")


def _papers(count):
    return f"{count} paper{pluralize(count)}"


class SearchedIndexView(IndexView):
    """A list whose search folds what is typed; `matching` says where it looks."""

    is_searchable = True

    def search_queryset(self, queryset):
        return self.matching(queryset, self.search_query)


class AuthorIndexView(SearchedIndexView):
    matching = staticmethod(authors_matching)
    queryset = Author.objects.annotate(
        papers=papers_of_author(),
        member=F("person_page__title"),
        member_page=F("person_page__pk"),
    ).prefetch_related("names")

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        return [*buttons, *_author_acts(self.request.user, instance)]


class AuthorEditView(RenewingEditView):
    @cached_property
    def header_buttons(self):
        offers = watch_buttons(self.object, self.request.user)
        return [*super().header_buttons, *offers]

    @cached_property
    def header_more_buttons(self):
        acts = _author_acts(self.request.user, self.object)
        return [*super().header_more_buttons, *acts]

    def get_success_message(self):
        message = super().get_success_message()
        if self.form.linked:
            message += (
                f" {self.form.linked} printed names are linked to this author now."
            )
        return message


class AuthorDeleteView(RenewingDeleteView):
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
                f"{self.object} stands on {_papers(self.papers)}, where the name as "
                "printed stays, but will be linked to nobody. Delete the author?"
            )
        return super().confirmation_message

    def form_valid(self, form):
        if self.is_member:
            raise PermissionDenied
        return super().form_valid(form)


class VenueIndexView(ResourceExport, SearchedIndexView):
    resource_class = VenueResource
    export_filename = "venues"
    matching = staticmethod(venues_matching)
    queryset = Venue.objects.annotate(papers=papers_at_venue()).prefetch_related(
        "names"
    )

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        return [*buttons, *_venue_acts(self.request.user, instance)]

    @cached_property
    def header_buttons(self):
        imports = import_buttons(self.request.user, "venues")
        return [*super().header_buttons, *imports]


class VenueEditView(RenewingEditView):
    @cached_property
    def header_more_buttons(self):
        acts = _venue_acts(self.request.user, self.object)
        return [*super().header_more_buttons, *acts]


class VenueDeleteView(RenewingDeleteView):
    """Papers keep the name of a deleted venue as they would one that was never known."""

    @property
    def confirmation_message(self):
        papers = self.object.appearances.values("publication").distinct().count()
        if not papers:
            return super().confirmation_message
        return (
            f"{_papers(papers)} appeared at {self.object}. The name stays there as "
            "printed, without badge and colour. Delete the venue?"
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

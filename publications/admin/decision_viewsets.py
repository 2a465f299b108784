"""What people decide about names and papers, in the admin's menu and lists."""

from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, UserColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permissions import policy_registry

from portal.viewsets import RecordViewSet
from publications.admin.duplicates_view import DuplicatesView
from publications.admin.filters import DecisionFilterSet
from publications.admin.undecided_names import SiteNamesView
from publications.admin.views import DecisionDeleteView, DecisionIndexView
from publications.models import Decision, Publication


class PapersMenuItem(MenuItem):
    """For who may edit papers."""

    def is_shown(self, request):
        policy = policy_registry.get_by_type(Publication)
        return policy.user_has_permission(request.user, "change")


class UndecidedNamesViewSet(ViewSet):
    name = "undecided_names"
    url_prefix = "papers/names"
    icon = "help"
    menu_label = "Names to decide"
    menu_item_class = PapersMenuItem

    def get_urlpatterns(self):
        return [path("", SiteNamesView.as_view(), name="index")]


class DuplicatesViewSet(ViewSet):
    name = "duplicates"
    url_prefix = "papers/duplicates"
    icon = "copy"
    menu_label = "Possible duplicates"
    menu_item_class = PapersMenuItem

    def get_urlpatterns(self):
        return [path("", DuplicatesView.as_view(), name="index")]


class DecisionViewSet(RecordViewSet):
    model = Decision
    name = "decisions"
    icon = "circle-check"
    menu_label = "Decisions"
    views = ("index", "index_results", "delete")
    index_view_class = DecisionIndexView
    delete_view_class = DecisionDeleteView
    filterset_class = DecisionFilterSet
    search_fields = ["name", "work_title"]
    list_display = [
        Column(
            "subject",
            label="Printed",
            accessor=lambda each: each.name or each.work_title,
        ),
        StatusTagColumn(
            "same",
            label="Verdict",
            accessor="verdict",
            primary=lambda each: each.same,
        ),
        Column(
            "object",
            label="Whom or what",
            accessor=lambda each: each.author or each.publication,
        ),
        UserColumn("decided_by", label="Who"),
        DateColumn("decided_at", label="When", sort_key="decided_at"),
    ]

"""The admin's lists of members and of roles."""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.generic import IndexView, ReorderView
from wagtail.admin.views.pages.listing import IndexView as PageIndexView
from wagtail.admin.widgets.button import HeaderButton

from people.exports import WRITERS
from people.models import PersonPage, Role
from people.role_resource import RoleResource
from portal.desk.downloads import attachment
from portal.desk.history import import_buttons
from portal.desk.kinds import kind_named
from portal.guarded_export import ResourceExport
from publications.admin.counts import papers_of_author
from publications.admin.search import authors_matching
from publications.models import Author


class MemberFilterSet(WagtailFilterSet):
    role = django_filters.ModelMultipleChoiceFilter(
        label="Role", queryset=Role.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    standing = django_filters.ChoiceFilter(
        label="Present or alumni",
        choices=[("present", "present"), ("alumni", "alumni")],
        widget=forms.RadioSelect,
        empty_label="All",
        method="by_standing",
    )
    live = django_filters.ChoiceFilter(
        label="Page",
        choices=[("True", "live"), ("False", "draft")],
        widget=forms.RadioSelect,
        empty_label="All",
    )

    class Meta:
        model = PersonPage
        fields = []

    def by_standing(self, pages, name, value):
        # "2026" is past only when the year is over: the words decide, not the column.
        today = timezone.localdate()
        left = PersonPage.objects.exclude(left="").values_list("pk", "left")
        alumni = [pk for pk, date in left if date.is_past(today)]
        return (
            pages.filter(pk__in=alumni)
            if value == "alumni"
            else pages.exclude(pk__in=alumni)
        )


class MemberIndexView(PageIndexView):
    page_title = "Members"
    add_item_label = "Add member"
    default_ordering = "title"

    def annotate_queryset(self, pages):
        pages = pages.select_related("role").annotate(papers=papers_of_author("author"))
        return super().annotate_queryset(pages)

    def search_queryset(self, queryset):
        """By name and other spellings of it, folded, as the list of authors does."""
        if not self.is_searching:
            return queryset
        authors = authors_matching(Author.objects.all(), self.search_query)
        return queryset.filter(author__in=authors.values("pk"))

    def get_ordering(self):
        ordering = self.request.GET.get("ordering", self.default_ordering)
        known = ordering in self.get_valid_orderings()
        return ordering if known else self.default_ordering

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "pk")

    @cached_property
    def header_buttons(self):
        imports = import_buttons(self.request.user, "people", "cv")
        return [*super().header_buttons, *imports]

    @cached_property
    def show_export_buttons(self):
        """The file has private contacts, too: it is for who may import such a one."""
        return kind_named("people").may_look(self.request.user)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if not self.show_export_buttons:
            raise PermissionDenied
        pages = PersonPage.objects.filter(pk__in=queryset.order_by().values("pk"))
        content = WRITERS[spreadsheet_format](pages)
        return attachment(content, f"members.{spreadsheet_format}")

    @cached_property
    def add_button(self):
        return HeaderButton(self.add_item_label, url=self.add_url, icon_name="plus")


class RoleIndexView(ResourceExport, IndexView):
    queryset = Role.objects.annotate(members=Count("people"))
    resource_class = RoleResource
    export_filename = "roles"

    @cached_property
    def header_buttons(self):
        imports = import_buttons(self.request.user, "roles")
        return [*super().header_buttons, *imports]


class RoleReorderView(ReorderView):
    """Numbers the roles first: Wagtail cannot move among equal positions."""

    def post(self, request, *args, **kwargs):
        roles = list(Role.objects.all())
        for position, role in enumerate(roles):
            role.position = position
        Role.objects.bulk_update(roles, ["position"])
        return super().post(request, *args, **kwargs)

"""Members and their roles in the admin."""

from django.db.models import Max
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
)
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.permissions import policy_registry

from people.admin_views import (
    MemberFilterSet,
    MemberIndexView,
    RoleIndexView,
    RoleReorderView,
)
from people.models import PersonPage, Role


def left(page):
    return f"{page.left} (alumni)" if page.is_alumni else page.left


class MembersMenuItem(MenuItem):
    def is_shown(self, request):
        policy = policy_registry.get_by_type(PersonPage)
        needed = MemberIndexView.any_permission_required
        return policy.user_has_any_permission(request.user, needed)


class MemberViewSet(PageListingViewSet):
    model = PersonPage
    name = "members"
    icon = "group"
    menu_label = "Members"
    menu_item_class = MembersMenuItem
    menu_order = 150
    add_to_admin_menu = True
    index_view_class = MemberIndexView
    filterset_class = MemberFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Name", sort_key="title", classname="title"),
        Column("role", label="Role", sort_key="role__position"),
        Column("job_title", label="Title", sort_key="job_title"),
        Column("joined", label="Joined", sort_key="joined"),
        Column("left", label="Left", accessor=left, sort_key="left"),
        Column("papers", label="Papers", sort_key="papers"),
        PageStatusColumn("status", label="Page", sort_key="live"),
    ]


class NewRoleView(CreateView):
    def get_initial_form_instance(self):
        last = Role.objects.aggregate(last=Max("position"))["last"]
        return Role(position=0 if last is None else last + 1)


class RoleViewSet(ModelViewSet):
    model = Role
    name = "roles"
    icon = "tag"
    menu_label = "Members' roles"
    add_to_settings_menu = True
    copy_view_enabled = False
    index_view_class = RoleIndexView
    add_view_class = NewRoleView
    reorder_view_class = RoleReorderView
    panels = [FieldPanel("name"), FieldPanel("plural")]
    sort_order_field = "position"
    ordering = "position"
    list_display = ["name", "plural", Column("members", label="Members")]

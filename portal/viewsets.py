"""Screens of the admin for what the site writes down itself."""

from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, UserColumn
from wagtail.admin.viewsets.model import ModelViewSet

from portal.import_views import (
    ImportRunIndexView,
    ImportRunView,
    UndoImportView,
    run_title,
)
from portal.models import ImportRun


class RecordViewSet(ModelViewSet):
    """Rows that people may read, but that nobody writes by hand.

    `views`: the names of the views that there are.
    """

    views = ("index", "index_results")
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = []

    def get_common_view_kwargs(self, **kwargs):
        absent = {
            f"{name}_url_name": None
            for name in ("add", "edit", "delete", "history", "usage")
            if name not in self.views
        }
        return super().get_common_view_kwargs(**absent, **kwargs)

    def get_urlpatterns(self):
        return [each for each in super().get_urlpatterns() if each.name in self.views]


class ImportRunViewSet(RecordViewSet):
    model = ImportRun
    name = "imports"
    icon = "upload"
    menu_label = "Imports"
    menu_order = 190
    add_to_admin_menu = True
    views = ("index", "index_results", "inspect", "inspect_results", "undo")
    inspect_view_enabled = True
    index_view_class = ImportRunIndexView
    list_filter = ["kind", "state"]
    list_display = [
        "__str__",
        Column("files", label="Files", accessor="file_names"),
        DateColumn("created_at", label="When", sort_key="created_at"),
        UserColumn("started_by", label="Who", blank_display_name="a command"),
        Column("counts", label="Entries"),
        StatusTagColumn(
            "state",
            label="State",
            accessor="get_state_display",
            primary=lambda run: run.state == ImportRun.State.APPLIED,
        ),
    ]

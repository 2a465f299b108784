"""Screens of the admin for what the site writes down itself."""

from django.urls import path
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, UserColumn
from wagtail.admin.viewsets.model import ModelViewSet

from portal.import_views import ImportRunIndexView, ImportRunView, UndoImportView
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

    def register_admin_url_finder(self):
        # There is no form whose address could be found.
        pass


class ImportRunViewSet(RecordViewSet):
    model = ImportRun
    name = "imports"
    icon = "upload"
    menu_label = "Imports"
    menu_order = 190
    add_to_admin_menu = True
    inspect_view_enabled = True
    views = ("index", "index_results", "inspect")
    index_view_class = ImportRunIndexView
    inspect_view_class = ImportRunView
    inspect_template_name = ImportRunView.template_name
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

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(
            inspect_results_url_name=self.get_url_name("inspect_results"),
            undo_url_name=self.get_url_name("undo"),
            **kwargs,
        )

    def get_urlpatterns(self):
        results = self.construct_view(ImportRunView, results_only=True)
        undo = self.construct_view(UndoImportView)
        return [
            *super().get_urlpatterns(),
            path("inspect-results/<int:pk>/", results, name="inspect_results"),
            path("undo/<int:pk>/", undo, name="undo"),
        ]

"""The import desk in the admin: its place in the menu, its list, its addresses."""

from django.urls import path

from portal.desk import act_views, downloads, plan_view, progress_view
from portal.desk.history import RUN_COLUMNS, HistoryView, ImportFilterSet
from portal.desk.new_view import NewImportView
from portal.desk.read_view import ReadView
from portal.desk.report_view import ReportView
from portal.desk.run_view import RunHomeView
from portal.models import ImportRun
from portal.viewsets import RecordViewSet

RUN_VIEWS = {
    "": ("run", RunHomeView),
    "read/": ("read", ReadView),
    "plan/": ("plan", plan_view.PlanView),
    "plan.csv": ("table", plan_view.PlanTableView),
    "apply/": ("apply", act_views.ApplyView),
    "progress/": ("progress", progress_view.ProgressView),
    "progress.json": ("progress_data", progress_view.ProgressDataView),
    "report/": ("report", ReportView),
    "report.json": ("report_data", downloads.ReportDataView),
    "rejected/": ("rejected", downloads.RejectedView),
    "files/<int:file>/": ("original", downloads.OriginalView),
    "settle/": ("settle", act_views.SettleView),
    "undo/": ("undo", act_views.UndoView),
    "redo/": ("redo", act_views.RedoView),
    "discard/": ("discard", act_views.DiscardView),
}


class ImportRunViewSet(RecordViewSet):
    model = ImportRun
    name = "imports"
    icon = "upload"
    menu_label = "Imports"
    menu_order = 190
    add_to_admin_menu = True
    views = ("index", "index_results")
    index_view_class = HistoryView
    filterset_class = ImportFilterSet
    list_display = RUN_COLUMNS

    def get_urlpatterns(self):
        new = path("new/<slug:kind>/", NewImportView.as_view(), name="new")
        of_run = [
            path(f"<int:pk>/{route}", view.as_view(), name=name)
            for route, (name, view) in RUN_VIEWS.items()
        ]
        return [*super().get_urlpatterns(), new, *of_run]

"""The admin's screens about imports: what came in, what became of it, and undo."""

from collections import Counter, defaultdict

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import Count, Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from portal.imports.run import NotNow, undo
from portal.models import ImportFile, ImportRow, ImportRun

# The bytes of the files stay where they are.
NAMES_OF_FILES = Prefetch("files", ImportFile.objects.only("run", "name"))
IN_WORDS = {
    "created": "created",
    "updated": "updated",
    "unchanged": "unchanged",
    "review": "in review",
    "rejected": "rejected",
}
UNDOABLE = {ImportRun.State.APPLYING, ImportRun.State.APPLIED}


def counts_of(runs):
    """For each run's id, how many of its rows have which action; in one query."""
    counted = defaultdict(Counter)
    rows = ImportRow.objects.filter(run__in=runs).order_by()
    for run, action, count in rows.values_list("run", "action").annotate(Count("pk")):
        counted[run][action] = count
    return counted


def in_words(counts):
    """ "12 created, 3 in review"; in the order in which reports name them."""
    return ", ".join(
        f"{intcomma(counts[action])} {IN_WORDS[action]}"
        for action in IN_WORDS
        if counts[action]
    )


class ImportRunIndexView(IndexView):
    page_title = "Imports"
    queryset = ImportRun.objects.select_related("started_by").prefetch_related(
        NAMES_OF_FILES
    )

    def paginate_queryset(self, queryset, page_size):
        paginator, page, runs, is_paginated = super().paginate_queryset(
            queryset, page_size
        )
        counted = counts_of(list(runs))
        for run in runs:
            run.counts = in_words(counted[run.pk])
            run.file_names = ", ".join(file.name for file in run.files.all())
        return paginator, page, runs, is_paginated


def since_then(row):
    done = row.state == ImportRow.State.DONE
    return "" if done else row.get_state_display()


class ImportRowFilterSet(WagtailFilterSet):
    class Meta:
        model = ImportRow
        fields = ["action", "state"]


class ImportRunView(PermissionCheckedMixin, BaseListingView):
    """One import, row by row. `model` is the run: who may see it may see its rows."""

    model = ImportRun
    any_permission_required = ["add", "change", "delete", "view"]
    template_name = "admin/import_run.html"
    inspect_url_name = inspect_results_url_name = undo_url_name = ""
    filterset_class = ImportRowFilterSet
    paginate_by = 50
    verbose_name_plural = "entries"
    columns = [
        Column("key", label="Entry", accessor=lambda row: row.key or row.target),
        Column("line", label="Where", accessor=lambda row: f"{row.file}:{row.line}"),
        StatusTagColumn(
            "action",
            label="What",
            accessor=lambda row: IN_WORDS[row.action],
            primary=lambda row: row.action in {"created", "updated"},
        ),
        Column("target", label="Paper or person"),
        Column("changes", label="Changed", accessor=lambda row: ", ".join(row.changes)),
        Column("reason", label="Why"),
        Column("state", label="Since then", accessor=since_then),
    ]

    @cached_property
    def run(self):
        runs = ImportRun.objects.prefetch_related(NAMES_OF_FILES)
        return get_object_or_404(runs, pk=self.kwargs["pk"])

    def get_page_title(self):
        return str(self.run)

    def get_breadcrumbs_items(self):
        imports = {"url": reverse(self.index_url_name), "label": "Imports"}
        return [*self.breadcrumbs_items, imports, {"url": "", "label": str(self.run)}]

    def get_base_queryset(self):
        return self.run.rows.defer("plan", "before", "after", "authors")

    def get_index_url(self):
        return reverse(self.inspect_url_name, args=[self.run.pk])

    def get_index_results_url(self):
        return reverse(self.inspect_results_url_name, args=[self.run.pk])

    @property
    def header_buttons(self):
        if self.run.state not in UNDOABLE or not self.user_has_permission("change"):
            return []
        url = reverse(self.undo_url_name, args=[self.run.pk])
        return [HeaderButton("Undo this import", url=url, icon_name="history")]

    def get_context_data(self, **kwargs):
        counts = in_words(counts_of([self.run])[self.run.pk])
        return super().get_context_data(run=self.run, counts=counts, **kwargs)


class UndoImportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks first; takes the import back when the form is sent."""

    model = ImportRun
    permission_required = "change"
    template_name = "admin/import_undo.html"
    page_title = "Undo"
    header_icon = "history"
    inspect_url_name = ""

    @cached_property
    def run(self):
        return get_object_or_404(ImportRun, pk=self.kwargs["pk"])

    @property
    def run_url(self):
        return reverse(self.inspect_url_name, args=[self.run.pk])

    def get_breadcrumbs_items(self):
        return []

    def get_page_subtitle(self):
        return str(self.run)

    def get_context_data(self, **kwargs):
        counts = counts_of([self.run])[self.run.pk]
        return super().get_context_data(run=self.run, counts=counts, **kwargs)

    def post(self, request, pk):
        try:
            _, kept = undo(run=self.run)
        except NotNow as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"{self.run} is undone.")
            if kept:
                messages.warning(
                    request,
                    f"{len(kept)} of its entries {'stay' if kept[1:] else 'stays'} "
                    "because of edits since. The list says which.",
                )
        return redirect(self.run_url)

"""All imports that an account may see: who brought what, when, and what became of it."""

import django_filters
from django.db.models import Prefetch
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import Button, HeaderButton

from portal.desk.counts import counts_of, in_words
from portal.desk.course import address
from portal.desk.kinds import every_kind, kind_named
from portal.models import ImportFile, ImportRun

# The bytes of the files stay where they are.
NAMES_OF_FILES = Prefetch("files", ImportFile.objects.only("run", "name"))
SHOWN_FILES = 3
# Buttons of all kinds side by side are wider than a telephone.
FOREMOST = ("publications", "people")


def import_buttons(user, *names, button=HeaderButton):
    """A button for each of these kinds that the account may import."""
    return [
        button(
            kind.label,
            url=reverse("imports:new", args=[kind.name]),
            icon_name="upload",
            priority=1100 + kind.order,
        )
        for kind in every_kind()
        if kind.name in names and kind.form_class and kind.may_import(user)
    ]


def file_names(run):
    """The first files, or what stands for them."""
    names = [file.name for file in run.files.all()]
    more = len(names) - SHOWN_FILES
    if not names and run.options.get("identifiers"):
        return "from the web"
    shown = ", ".join(names[:SHOWN_FILES])
    return f"{shown} and {more} more" if more > 0 else shown


class RunColumn(TitleColumn):
    """Number and kind of a run, and its files below."""

    cell_template_name = "admin/desk/run_cell.html"


RUN_COLUMNS = [
    RunColumn(
        "name",
        label="Import",
        classname="desk-column",
        accessor=lambda run: kind_named(run.kind).title(run),
        get_url=lambda run: address(run, "run"),
        width="35%",
    ),
    Column("entries", label="Entries", classname="desk-column"),
    DateColumn(
        "created_at", label="When", sort_key="created_at", classname="desk-column"
    ),
    Column(
        "started_by",
        label="Who",
        accessor=lambda run: run.started_by or "a command",
        classname="desk-column",
    ),
    StatusTagColumn(
        "state",
        label="State",
        accessor="get_state_display",
        primary=lambda run: run.state == ImportRun.State.APPLIED,
        classname="desk-column",
    ),
]


def _kinds(request=None):
    return [(kind.name, kind.many) for kind in every_kind()]


class ImportFilterSet(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label="What", choices=_kinds)

    class Meta:
        model = ImportRun
        fields = ["kind", "state", "started_by"]


class HistoryView(IndexView):
    page_title = "Imports"
    verbose_name_plural = "imports"

    @property
    def header_buttons(self):
        return import_buttons(self.request.user, *FOREMOST)

    @property
    def header_more_buttons(self):
        others = [kind.name for kind in every_kind() if kind.name not in FOREMOST]
        buttons = import_buttons(self.request.user, *others, button=Button)
        return [*super().header_more_buttons, *buttons]

    def get_base_queryset(self):
        seen = [kind.name for kind in every_kind() if kind.may_look(self.request.user)]
        runs = ImportRun.objects.filter(kind__in=seen).select_related("started_by")
        return runs.prefetch_related(NAMES_OF_FILES)

    def paginate_queryset(self, queryset, page_size):
        paginator, page, runs, is_paginated = super().paginate_queryset(
            queryset, page_size
        )
        counted = counts_of(list(runs))
        for run in runs:
            run.entries = in_words(run, counted[run.pk])
            run.file_names = file_names(run)
        return paginator, page, runs, is_paginated

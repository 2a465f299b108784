"""What every screen of one import has in common."""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.desk.course import home_of, is_under_way, stages
from portal.desk.kinds import kind_named
from portal.imports.run import NotNow
from portal.models import ImportFile, ImportRun

# The bytes of the files stay where they are.
WITHOUT_BYTES = Prefetch("files", ImportFile.objects.defer("content"))


class RunView(WagtailAdminTemplateMixin, TemplateView):
    """A screen of one run; its template extends admin/desk/run_base.html.

    `step`: the name of its step in the course. `states`: the states of a run that it
    is for; who comes with a run in another state is sent to the screen that fits.
    `changes`: whether already looking needs the right to import.
    """

    step = ""
    states = frozenset(ImportRun.State)
    changes = False
    header_icon = "upload"

    @cached_property
    def run(self):
        runs = ImportRun.objects.select_related("started_by")
        return get_object_or_404(
            runs.prefetch_related(WITHOUT_BYTES), pk=self.kwargs["pk"]
        )

    @cached_property
    def kind(self):
        kind = kind_named(self.run.kind)
        if kind is None:
            raise Http404(f"Nothing imports {self.run.kind!r} here.")
        return kind

    @cached_property
    def may_import(self):
        return self.kind.may_import(self.request.user)

    def dispatch(self, request, *args, **kwargs):
        changes = self.changes or request.method == "POST"
        if not (self.may_import if changes else self.kind.may_look(request.user)):
            raise PermissionDenied
        if not self.fits():
            return redirect(home_of(self.run))
        try:
            return super().dispatch(request, *args, **kwargs)
        except NotNow as refusal:
            messages.error(request, str(refusal))
            return redirect(home_of(ImportRun.objects.get(pk=self.run.pk)))

    def fits(self):
        """Whether the screen is for what the run is at."""
        return self.run.state in self.states and not is_under_way(self.run)

    def get_page_subtitle(self):
        return self.name

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("imports:index"), "label": "Imports"},
            {"url": "", "label": self.name},
        ]

    @property
    def name(self):
        return self.kind.title(self.run)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            run=self.run,
            kind=self.kind,
            name=self.name,
            files=list(self.run.files.all()),
            stages=stages(self.run, self.step),
            may_import=self.may_import,
            **kwargs,
        )


class RunHomeView(RunView):
    """Leads to the screen that fits the run, whatever it is at."""

    def fits(self):
        return False

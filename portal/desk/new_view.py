"""Where an import starts: files are sent, kept as a run, and read."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.desk.course import home_of
from portal.desk.kinds import kind_named
from portal.desk.starting import start_reading
from portal.imports.files import Unreadable
from portal.imports.run import NotNow, store


class NewImportView(WagtailAdminTemplateMixin, FormView):
    template_name = "admin/desk/new.html"
    header_icon = "upload"

    @cached_property
    def kind(self):
        kind = kind_named(self.kwargs["kind"])
        if kind is None or kind.form_class is None:
            raise Http404(f"Nothing imports {self.kwargs['kind']!r} here.")
        return kind

    def dispatch(self, request, *args, **kwargs):
        if not self.kind.may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return self.kind.label

    def get_form_class(self):
        return self.kind.form_class

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("imports:index"), "label": "Imports"},
            {"url": "", "label": self.kind.label},
        ]

    def form_valid(self, form):
        try:
            run = store(
                kind=self.kind.name,
                sources=form.sources(),
                options=form.options(),
                user=self.request.user,
            )
        except Unreadable as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        try:
            start_reading(run)
        except NotNow as refusal:
            messages.error(self.request, str(refusal))
        run.refresh_from_db()
        return redirect(home_of(run))

    def get_context_data(self, **kwargs):
        return super().get_context_data(kind=self.kind, **kwargs)

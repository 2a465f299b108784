"""The admin's list of watched sources, and looking one up when somebody asks."""

from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from portal.desk.course import home_of
from publications.models import Source
from publications.sources.identify import Wanted, identify
from publications.tasks import look_up

WILL_LOOK = "{} will be looked up in a moment; what comes of it stands in this list."


def address(source):
    return format_html('<a href="{}">{}</a>', source.url, source.value)


def result(source):
    """The sentence, leading to the import that waits."""
    if not source.run:
        return source.last_result
    return format_html(
        '{} <a href="{}">See it</a>', source.last_result, home_of(source.run)
    )


def _can_be_watched(wanted):
    return isinstance(wanted, Wanted) and wanted.kind in Source.Kind


def watch_buttons(author, user):
    """Offers to watch where the author is known to be listed, and is not watched yet."""
    if not user.has_perm("publications.add_source"):
        return
    watched = set(author.sources.values_list("kind", "value"))
    for text in filter(None, [author.orcid, author.website]):
        wanted = identify(text)
        if _can_be_watched(wanted) and (wanted.kind, wanted.value) not in watched:
            about = {"author": author.pk, "kind": wanted.kind, "value": wanted.value}
            yield HeaderButton(
                f"Watch {Source.Kind(wanted.kind).label}",
                url=f"{reverse('sources:add')}?{urlencode(about)}",
                icon_name="view",
            )


class SourceIndexView(IndexView):
    queryset = Source.objects.select_related("author", "run")


class SourceAddView(CreateView):
    """`?author=1&kind=orcid&value=…` fills the form."""

    def get_initial(self):
        asked = ("author", "kind", "value")
        given = {name: self.request.GET.get(name) for name in asked}
        return {name: value for name, value in given.items() if value}

    def save_instance(self):
        source = super().save_instance()
        look_up.enqueue(source.pk)
        return source

    def get_success_message(self, instance):
        return WILL_LOOK.format(instance)


class SourceEditView(EditView):
    check_url_name = ""

    @cached_property
    def header_buttons(self):
        url = reverse(self.check_url_name, args=[self.object.pk])
        look = HeaderButton("Look now", url=url, icon_name="rotate")
        return [*super().header_buttons, look]


class CheckSourceView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks first; has the worker look the source up when the form is sent."""

    model = Source
    permission_required = "change"
    template_name = "admin/source_check.html"
    page_title = "Look now"
    header_icon = "rotate"
    index_url_name = ""

    @cached_property
    def source(self):
        return get_object_or_404(Source, pk=self.kwargs["pk"])

    @property
    def index_url(self):
        return reverse(self.index_url_name)

    def get_breadcrumbs_items(self):
        listed = {"url": self.index_url, "label": "Watched sources"}
        return [listed, {"url": "", "label": f"Look up {self.source} now"}]

    def post(self, request, pk):
        look_up.enqueue(self.source.pk)
        messages.success(request, WILL_LOOK.format(self.source))
        return redirect(self.index_url)

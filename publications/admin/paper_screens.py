"""Screens about all papers of the site that are no list of them."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from publications.models import Publication


class PapersScreen(WagtailAdminTemplateMixin, TemplateView):
    """For whoever may change papers; it stands below their list."""

    def dispatch(self, request, *args, **kwargs):
        policy = policy_registry.get_by_type(Publication)
        if not policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        papers = {"url": reverse("papers:index"), "label": "Papers"}
        here = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, papers, here]

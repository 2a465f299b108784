"""Where the admin offers to draft a news item about an accepted paper."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import HeaderButton

from publications.admin.paper_screens import PapersScreen
from publications.models import Publication
from publications.news_drafts import (
    draft_news,
    is_accepted,
    news_list_for,
    news_title,
    not_in_the_news,
)

SHOWN = 5


class DraftNewsView(PapersScreen):
    page_title = "Draft a news item"
    header_icon = "edit"
    template_name = "admin/draft_news.html"

    @cached_property
    def paper(self):
        papers = Publication.objects.public().with_rows()
        return get_object_or_404(papers, pk=self.kwargs["pk"])

    @cached_property
    def news_list(self):
        return news_list_for(self.request.user)

    def dispatch(self, request, *args, **kwargs):
        if self.news_list is None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        accepted = is_accepted(self.paper)
        title = news_title(self.paper) if accepted else ""
        return super().get_context_data(paper=self.paper, title=title, **kwargs)

    def post(self, request, pk):
        if not is_accepted(self.paper):
            messages.error(request, "No appearance of this paper is accepted.")
            return redirect("papers:edit", pk)
        page = draft_news(paper=self.paper, news_list=self.news_list, user=request.user)
        messages.success(
            request, "Here is a draft. Nobody sees it before you publish it."
        )
        return redirect("wagtailadmin_pages:edit", page.pk)


def news_buttons(user, paper):
    """[a button that leads to the draft] for a public paper that is accepted."""
    if not paper.is_public or not is_accepted(paper) or news_list_for(user) is None:
        return []
    url = reverse("papers:news", args=[paper.pk])
    return [HeaderButton("Draft a news item", url=url, icon_name="edit")]


class AcceptedPapersPanel(Component):
    """On the admin's first page: what was accepted and is not in the news."""

    order = 150

    def __init__(self, user):
        self.user = user

    def render_html(self, parent_context=None):
        papers = list(not_in_the_news()[:SHOWN])
        if not papers or news_list_for(self.user) is None:
            return ""
        return render_to_string("admin/accepted_papers.html", {"papers": papers})

from django.urls import path
from wagtail import hooks
from wagtail.documents import get_document_model

from portal.desk import kinds
from publications.admin.choosers import (
    AuthorChooserViewSet,
    PublicationChooserViewSet,
    VenueChooserViewSet,
)
from publications.admin.desk_names import RunNamesView
from publications.admin.desk_works import RunWorksView
from publications.admin.merging_kind import MergeKind
from publications.admin.news_drafts import AcceptedPapersPanel
from publications.admin.paper_imports import PaperKind
from publications.admin.venue_imports import VenueTableKind
from publications.admin.viewsets import BibliographyGroup, PublicationViewSet
from publications.file_events import documents_moved

kinds.register(PaperKind())
kinds.register(MergeKind())
kinds.register(VenueTableKind())


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [
        AuthorChooserViewSet("author_chooser"),
        VenueChooserViewSet("venue_chooser"),
        PublicationChooserViewSet("paper_chooser"),
        PublicationViewSet(),
        BibliographyGroup(),
    ]


@hooks.register("construct_homepage_panels")
def show_accepted_papers(request, panels):
    panels.append(AcceptedPapersPanel(request.user))


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path("imports/<int:pk>/names/", RunNamesView.as_view(), name="import_names"),
        path("imports/<int:pk>/works/", RunWorksView.as_view(), name="import_works"),
    ]


@hooks.register("after_bulk_action")
def show_papers_of_moved_documents(request, action_type, objects, action):
    if action_type == "add_to_collection" and action.model is get_document_model():
        documents_moved(objects)

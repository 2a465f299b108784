"""The bibliography in the admin: its lists and forms, and where the menu has them."""

from django.urls import path
from wagtail.admin.panels import FieldPanel, FieldRowPanel, TitleFieldPanel
from wagtail.admin.ui.tables import (
    Column,
    DateColumn,
    StatusTagColumn,
)
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from publications.admin.choosers import AuthorChooserViewSet
from publications.admin.columns import PAPER_COLUMNS, PAPER_EXPORT, member_link
from publications.admin.decision_viewsets import (
    DecisionViewSet,
    DuplicatesViewSet,
    UndecidedNamesViewSet,
)
from publications.admin.export_view import ExportPapersView
from publications.admin.filters import (
    AuthorFilterSet,
    PaperFilterSet,
    VenueFilterSet,
)
from publications.admin.merging_papers import PaperMergeView
from publications.admin.merging_split import SplitAuthorView
from publications.admin.merging_views import AuthorMergeView, VenueMergeView
from publications.admin.news_drafts import DraftNewsView
from publications.admin.panels import AUTHOR_FORM, PUBLICATION_FORM, VENUE_FORM
from publications.admin.paper_views import PaperEditView, PaperIndexView
from publications.admin.renewing_views import RenewingDeleteView, RenewingEditView
from publications.admin.source_views import (
    CheckSourceView,
    SourceAddView,
    SourceEditView,
    SourceIndexView,
    address,
    result,
)
from publications.admin.views import (
    AuthorDeleteView,
    AuthorEditView,
    AuthorIndexView,
    TopicIndexView,
    VenueDeleteView,
    VenueEditView,
    VenueIndexView,
)
from publications.models import Author, Publication, Source, Topic, Venue


def merge_path(view):
    return path("merge/<int:pk>/", view.as_view(), name="merge")


class BibliographyViewSet(ModelViewSet):
    """Not in Wagtail's index of references: an import would write it row by row."""

    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 50
    edit_view_class = RenewingEditView
    delete_view_class = RenewingDeleteView

    def get_common_view_kwargs(self, **kwargs):
        # Without the index Wagtail would say of everything that nothing uses it.
        return super().get_common_view_kwargs(usage_url_name=None, **kwargs)


class PublicationViewSet(BibliographyViewSet):
    model = Publication
    name = "papers"
    icon = "doc-full"
    menu_label = "Papers"
    menu_order = 160
    add_to_admin_menu = True
    index_view_class = PaperIndexView
    edit_view_class = PaperEditView
    edit_handler = PUBLICATION_FORM
    filterset_class = PaperFilterSet
    ordering = ("-first_appearance__date", "-pk")
    list_display = ["title", *PAPER_COLUMNS]
    list_export = list(PAPER_EXPORT)
    export_filename = "papers"

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            merge_path(PaperMergeView),
            path("news/<int:pk>/", DraftNewsView.as_view(), name="news"),
            path("files/", ExportPapersView.as_view(), name="files"),
        ]


class AuthorViewSet(BibliographyViewSet):
    model = Author
    name = "authors"
    icon = "user"
    menu_label = "Authors"
    index_view_class = AuthorIndexView
    edit_view_class = AuthorEditView
    delete_view_class = AuthorDeleteView
    delete_template_name = "admin/author_delete.html"
    edit_handler = AUTHOR_FORM
    filterset_class = AuthorFilterSet
    ordering = ("family_name", "given_name", "pk")
    list_display = [
        "__str__",
        Column("member", label="Member", accessor=member_link, sort_key="member"),
        Column("papers", label="Papers", sort_key="papers"),
        Column("orcid", label="ORCID iD", sort_key="orcid"),
        Column(
            "names",
            label="Other names",
            accessor=lambda author: ", ".join(each.text for each in author.names.all()),
        ),
    ]

    def get_urlpatterns(self):
        split = path("split/<int:pk>/", SplitAuthorView.as_view(), name="split")
        return [*super().get_urlpatterns(), merge_path(AuthorMergeView), split]


class VenueViewSet(BibliographyViewSet):
    model = Venue
    name = "venues"
    icon = "calendar-alt"
    menu_label = "Venues"
    index_view_class = VenueIndexView
    edit_view_class = VenueEditView
    delete_view_class = VenueDeleteView
    edit_handler = VENUE_FORM
    filterset_class = VenueFilterSet
    ordering = "name"
    list_display = [
        "name",
        "acronym",
        "kind",
        Column("papers", label="Papers", sort_key="papers"),
        "colour",
    ]

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), merge_path(VenueMergeView)]


class TopicViewSet(BibliographyViewSet):
    model = Topic
    name = "topics"
    icon = "tag"
    menu_label = "Topics"
    index_view_class = TopicIndexView
    panels = [TitleFieldPanel("name", targets=["slug"]), FieldPanel("slug")]
    search_fields = ["name"]
    ordering = "name"
    list_display = ["name", "slug", Column("papers", label="Papers", sort_key="papers")]


class SourceViewSet(BibliographyViewSet):
    model = Source
    name = "sources"
    icon = "site"
    menu_label = "Watched sources"
    index_view_class = SourceIndexView
    add_view_class = SourceAddView
    edit_view_class = SourceEditView
    panels = [
        # A ParentalKey gets no chooser by itself.
        FieldPanel(
            "author", widget=AuthorChooserViewSet("author_chooser").widget_class
        ),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("value")]),
        FieldRowPanel([FieldPanel("every"), FieldPanel("enabled")]),
        FieldPanel("last_result", read_only=True),
    ]
    list_filter = ["kind", "enabled", "failed"]
    search_fields = ["value", "author__family_name", "author__given_name"]
    ordering = ("author__family_name", "author__given_name", "pk")
    list_display = [
        "author",
        Column("kind", label="Where", accessor="get_kind_display"),
        Column("value", label="Identifier", accessor=address),
        DateColumn("last_checked_at", label="Looked up", sort_key="last_checked_at"),
        Column("last_result", label="What came of it", accessor=result),
        StatusTagColumn(
            "enabled",
            label="Watched",
            accessor=lambda each: f"every {each.every} days" if each.enabled else "no",
            primary=lambda each: each.enabled,
        ),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(
            check_url_name=self.get_url_name("check"), **kwargs
        )

    def get_urlpatterns(self):
        view = self.construct_view(CheckSourceView)
        return [*super().get_urlpatterns(), path("check/<int:pk>/", view, name="check")]


class BibliographyGroup(ViewSetGroup):
    menu_label = "Bibliography"
    menu_icon = "list-ul"
    menu_order = 170
    items = (
        AuthorViewSet,
        SourceViewSet,
        VenueViewSet,
        TopicViewSet,
        UndecidedNamesViewSet,
        DuplicatesViewSet,
        DecisionViewSet,
    )

"""The bibliography in the admin: its lists and forms, and where the menu has them."""

from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.ui.tables import (
    Column,
    DateColumn,
    StatusTagColumn,
    UserColumn,
)
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from portal.viewsets import RecordViewSet
from publications.admin.columns import PAPER_COLUMNS, PAPER_EXPORT, member_link
from publications.admin.filters import (
    AuthorFilterSet,
    DecisionFilterSet,
    PaperFilterSet,
    VenueFilterSet,
)
from publications.admin.panels import AUTHOR_FORM, PUBLICATION_FORM, VENUE_FORM
from publications.admin.paper_views import PaperEditView, PaperIndexView
from publications.admin.views import (
    AuthorDeleteView,
    AuthorEditView,
    AuthorIndexView,
    DecisionDeleteView,
    DecisionIndexView,
    TopicIndexView,
    VenueDeleteView,
    VenueIndexView,
)
from publications.models import Author, Decision, Publication, Topic, Venue


class BibliographyViewSet(ModelViewSet):
    """Not in Wagtail's index of references: an import would write it row by row."""

    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 50

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


class VenueViewSet(BibliographyViewSet):
    model = Venue
    name = "venues"
    icon = "calendar-alt"
    menu_label = "Venues"
    index_view_class = VenueIndexView
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


class DecisionViewSet(RecordViewSet):
    model = Decision
    name = "decisions"
    icon = "circle-check"
    menu_label = "Decisions"
    views = ("index", "index_results", "delete")
    index_view_class = DecisionIndexView
    delete_view_class = DecisionDeleteView
    filterset_class = DecisionFilterSet
    search_fields = ["name", "work_title"]
    list_display = [
        Column(
            "subject",
            label="Printed",
            accessor=lambda each: each.name or each.work_title,
        ),
        StatusTagColumn(
            "same",
            label="Verdict",
            accessor=lambda each: "is" if each.same else "is not",
            primary=lambda each: each.same,
        ),
        Column(
            "object",
            label="Whom or what",
            accessor=lambda each: each.author or each.publication,
        ),
        UserColumn("decided_by", label="Who"),
        DateColumn("decided_at", label="When", sort_key="decided_at"),
    ]


class BibliographyGroup(ViewSetGroup):
    menu_label = "Bibliography"
    menu_icon = "list-ul"
    menu_order = 170
    items = (AuthorViewSet, VenueViewSet, TopicViewSet, DecisionViewSet)

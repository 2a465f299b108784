"""The admin's list of papers, and what its form of a paper does beyond Wagtail's."""

from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.views.generic import EditView
from wagtail.admin.widgets.button import HeaderButton

from publications.admin.columns import PAPER_EXPORT, PaperTitleColumn
from publications.admin.counts import undecided_names
from publications.admin.search import papers_matching
from publications.admin.views import SearchedIndexView
from publications.models import Authorship, Publication


class PaperIndexView(SearchedIndexView):
    page_title = "Papers"
    add_item_label = "Add paper"
    verbose_name = "paper"
    verbose_name_plural = "papers"
    matching = staticmethod(papers_matching)
    queryset = (
        Publication.objects.with_primary()
        .annotate(undecided=undecided_names())
        .prefetch_related("authorships", "appearances")
    )

    def _get_title_column(self, field_name, column_class=PaperTitleColumn, **options):
        return super()._get_title_column(
            field_name, column_class, width="40%", **options
        )

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if instance.is_public:
            live = MenuItem(
                "View live", instance.get_absolute_url(), icon_name="view", priority=15
            )
            buttons.append(live)
        return buttons

    def get_base_queryset(self):
        papers = super().get_base_queryset()
        return papers.prefetch_related("identifiers") if self.is_export else papers

    def to_row_dict(self, item):
        return {heading: value(item) for heading, value in PAPER_EXPORT.items()}

    def get_heading(self, queryset, field):
        return field


class PaperEditView(EditView):
    def get_object(self):
        """With the authors of all rows in one query, not one for each row's chooser.

        Joined, for SQLite takes no list of 3,000 ids; and not as a Prefetch: a copy of
        what modelcluster makes of one holds the rows of every paper (on Django 6.1).
        """
        paper = super().get_object()
        rows = Authorship.objects.filter(publication=paper).select_related("author")
        paper.authorships.set(rows)
        return paper

    @property
    def header_buttons(self):
        if not self.object.is_public:
            return []
        url = self.object.get_absolute_url()
        return [HeaderButton("View live", url=url, icon_name="view")]

"""The admin's list of papers, and what its form of a paper does beyond Wagtail's."""

from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.widgets.button import Button, HeaderButton

from portal.desk.history import import_buttons
from portal.guarded_export import GuardedExport
from publications.admin.columns import PAPER_EXPORT, PaperTitleColumn
from publications.admin.counts import undecided_names
from publications.admin.merging_views import act_button
from publications.admin.news_drafts import news_buttons
from publications.admin.renewing_views import RenewingEditView
from publications.admin.search import papers_matching
from publications.admin.views import SearchedIndexView
from publications.models import Authorship, Publication
from publications.news_drafts import is_accepted


def _acts(user, paper):
    return act_button(user, paper, "papers:merge", "Merge with …")


class PaperIndexView(GuardedExport, SearchedIndexView):
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

    @cached_property
    def header_buttons(self):
        imports = import_buttons(self.request.user, "publications")
        return [*super().header_buttons, *imports]

    @cached_property
    def header_more_buttons(self):
        url = reverse("duplicates:index")
        alike = Button("Possible duplicates", url=url, icon_name="copy", priority=80)
        url = reverse("papers:files")
        files = Button("Export papers …", url=url, icon_name="download", priority=85)
        return [*super().header_more_buttons, alike, files]

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
        return [*buttons, *_acts(self.request.user, instance)]

    def get_base_queryset(self):
        papers = super().get_base_queryset()
        return papers.prefetch_related("identifiers") if self.is_export else papers

    def to_row_dict(self, item):
        return {heading: value(item) for heading, value in PAPER_EXPORT.items()}


class PaperEditView(RenewingEditView):
    def get_object(self):
        """With the authors of all rows in one query, not one for each row's chooser.

        Joined, for SQLite takes no list of 3,000 ids; and not as a Prefetch: a copy of
        what modelcluster makes of one holds the rows of every paper (on Django 6.1).
        """
        paper = super().get_object()
        rows = Authorship.objects.filter(publication=paper).select_related("author")
        paper.authorships.set(rows)
        return paper

    @cached_property
    def header_more_buttons(self):
        acts = _acts(self.request.user, self.object)
        return [*super().header_more_buttons, *acts]

    @property
    def header_buttons(self):
        if not self.object.is_public:
            return []
        url = self.object.get_absolute_url()
        live = HeaderButton("View live", url=url, icon_name="view")
        return [live, *news_buttons(self.request.user, self.object)]

    def get_success_buttons(self):
        """What was accepted by this very change is news: the message offers a draft."""
        buttons = super().get_success_buttons()
        if self.was_accepted:
            return buttons
        news = news_buttons(self.request.user, self.object)
        return [*buttons, *(messages.button(each.url, each.label) for each in news)]

    @cached_property
    def was_accepted(self):
        return is_accepted(Publication.objects.get(pk=self.object.pk))

    def save_instance(self):
        self.was_accepted  # noqa: B018  asked before the change is written
        return super().save_instance()

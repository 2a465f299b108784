"""Whose names are these? The standing screen, for papers that came in without the desk."""

from django.shortcuts import redirect
from django.utils.functional import cached_property
from wagtail.admin import messages

from publications.admin.desk_names import MOST_AT_ONCE, NamesScreen
from publications.admin.paper_screens import PapersScreen
from publications.importing.open_names import questions_of_site, undecided_keys
from publications.models import Publication


class SiteNamesView(NamesScreen, PapersScreen):
    """Every undecided name of the site, whichever way it came in; or one paper's."""

    page_title = "Names to decide"
    header_icon = "user"
    template_name = "admin/desk/names_of_site.html"

    @cached_property
    def paper(self):
        pk = self.request.GET.get("paper", "")
        return Publication.objects.filter(pk=pk).first() if pk.isdecimal() else None

    @property
    def keys(self):
        return undecided_keys(self.paper)

    def page_of_questions(self, keys=None):
        page = self.page_of(self.keys)
        shown = keys or [each["name_key"] for each in page.object_list]
        page.object_list = questions_of_site(shown)
        return page

    def questions_named(self, keys):
        return questions_of_site(keys)

    def all_questions(self):
        keys = self.keys.values_list("name_key", flat=True)
        return questions_of_site(list(keys[:MOST_AT_ONCE]))

    def go_on(self, sentence):
        if sentence:
            messages.success(self.request, sentence)
        return redirect(self.request.get_full_path())

    def get_context_data(self, **kwargs):
        return super().get_context_data(paper=self.paper, **kwargs)

"""Whose names are these? The step of an import at which people decide."""

from itertools import groupby

from django.http import Http404
from django.shortcuts import redirect
from django.template.defaultfilters import pluralize
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator

from portal.desk.run_view import RunView
from portal.desk.starting import read_on
from portal.models import ImportRun
from publications.admin.name_choices import SentChoices, accept_likely
from publications.importing.open_names import (
    complete_for_run,
    decided_since,
    names_of_run,
)
from publications.naming import reopen_name

PER_PAGE = 20
MOST_AT_ONCE = 500
State = ImportRun.State


class NamesScreen:
    """What a screen of names does with its form: search, save, accept, open again.

    Subclasses give `page_of_questions()`, `questions_named(keys)`, `all_questions()`
    and `go_on(sentence)`, which answers the request once something was decided.
    """

    def post(self, request, *args, **kwargs):
        sent = SentChoices(request.POST)
        if "search" in request.POST:
            return self.render_to_response(self.get_context_data(sent=sent))
        if printed := request.POST.get("reopen", "").replace("\0", ""):
            reopen_name(printed=printed)
            return self.go_on(f"“{printed}” is open again.")
        if "accept" in request.POST:
            decided = accept_likely(self.all_questions(), request.user)
        else:
            decided = sent.decide(self.questions_named(sent.keys), request.user)
        names = f"{decided} name{pluralize(decided)} {pluralize(decided, 'is,are')}"
        return self.go_on(f"{names} decided." if decided else "")

    def get_context_data(self, sent=None, **kwargs):
        page = self.page_of_questions(sent.keys if sent else None)
        cards = (sent or SentChoices({})).cards(page.object_list)
        return super().get_context_data(page=page, cards=cards, **kwargs)

    def page_of(self, rows):
        return WagtailPaginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))


class RunNamesView(NamesScreen, RunView):
    step = "names"
    page_title = "Names to decide"
    template_name = "admin/desk/names.html"
    states = frozenset({State.PLANNED, State.APPLIED})

    @cached_property
    def open_names(self):
        if self.run.kind != "publications":
            raise Http404("Only papers bring names that have to be decided.")
        return names_of_run(self.run)

    def page_of_questions(self, keys=None):
        asked = self.open_names
        page = self.page_of(asked)
        if keys is not None:
            page.object_list = [each for each in asked if each[0].key in keys]
        page.object_list = complete_for_run(self.run, page.object_list)
        return page

    def questions_named(self, keys):
        asked = [each for each in self.open_names if each[0].key in keys]
        return complete_for_run(self.run, asked)

    def all_questions(self):
        return complete_for_run(self.run, self.open_names[:MOST_AT_ONCE])

    def go_on(self, sentence):
        """The files are read again: who is known now speaks for others."""
        if sentence:
            messages.success(self.request, sentence)
        if self.run.state != State.PLANNED or "later" in self.request.POST:
            return redirect(self.request.get_full_path())
        if sentence or "again" in self.request.POST:
            return redirect(read_on(self.run))
        return redirect(self.request.get_full_path())

    def get_context_data(self, **kwargs):
        decisions = decided_since(self.run.created_at)
        return super().get_context_data(decided=_by_name(decisions), **kwargs)


def _by_name(decisions):
    """[(printed, Decision or None for somebody new, latest Decision)] of each name."""
    ordered = sorted(decisions, key=lambda each: each.name_key)
    names = []
    for _, group in groupby(ordered, key=lambda each: each.name_key):
        group = list(group)
        same = next((each for each in group if each.same), None)
        names.append((group[0].name, same, group[0]))
    return names

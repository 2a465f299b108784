"""Splitting an author: tick the papers that are somebody else's, and say whose."""

from django import forms
from django.template.defaultfilters import pluralize
from django.utils.functional import cached_property

from publications.admin.choosers import AuthorChooserViewSet
from publications.admin.merging_views import ActView
from publications.merging.camps import camps_of
from publications.models import Author


class SplitForm(forms.Form):
    """`rows` are the author's places on the papers; `into` is empty for a namesake."""

    rows = forms.ModelMultipleChoiceField(
        queryset=None,
        error_messages={"required": "Choose the papers that are somebody else's."},
    )
    into = forms.ModelChoiceField(
        queryset=Author.objects.all(),
        required=False,
        label="Whose they are",
        widget=AuthorChooserViewSet("author_chooser").widget_class,
    )

    def __init__(self, *args, author, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rows"].queryset = author.authorships.all()


class SplitAuthorView(ActView):
    model = Author
    lists = "authors"
    page_title = "Split"
    template_name = "admin/merging/split.html"

    @cached_property
    def form(self):
        return SplitForm(self.request.POST or None, author=self.one)

    def post(self, request, pk):
        if not self.form.is_valid():
            return self.get(request, pk=pk)
        chosen, into = self.form.cleaned_data["rows"], self.form.cleaned_data["into"]
        papers = f"{len(chosen)} paper{pluralize(len(chosen))}"
        whose = f"“{into}”" if into else f"another “{self.one}”"
        plan = {"act": "split", "author": self.one.pk}
        plan["authorships"] = [row.pk for row in chosen]
        return self.carry_out(
            {**plan, "into": into and into.pk},
            title=f"{papers} of “{self.one}” to {whose}",
            sentence=f"{papers} of “{self.one}” {pluralize(len(chosen), 'is,are')} "
            f"now by {whose}.",
            stays=into or self.one,
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            form=self.form,
            camps=camps_of(self.one),
            cancel_url=self.edit_url(self.one),
            **kwargs,
        )

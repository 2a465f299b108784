"""All papers as a file, from the admin: private ones and fields too, if that is asked."""

from django import forms
from wagtail.admin import messages

from publications import members
from publications.admin.paper_screens import PapersScreen
from publications.exports import FORMATS, papers_response
from publications.models import Publication

LABELS = {
    "bib": "BibTeX",
    "biblatex": "biblatex",
    "ris": "RIS",
    "json": "CSL-JSON",
    "csv": "CSV",
    "xlsx": "Excel (XLSX)",
}


class ExportForm(forms.Form):
    format = forms.ChoiceField(
        choices=[(each, LABELS[each]) for each in FORMATS],
        widget=forms.RadioSelect,
        initial="bib",
    )
    scope = forms.ChoiceField(
        label="Which papers",
        choices=[
            (
                "all",
                "Everything, private papers and fields too, so that an import reads "
                "the same site back",
            ),
            ("public", "What everybody may see"),
        ],
        widget=forms.RadioSelect,
        initial="all",
    )
    person = forms.ChoiceField(label="Of whom", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        everyone = sorted(members.everyone(), key=lambda member: member.name)
        self.fields["person"].choices = [
            ("", "The whole group"),
            *((member.slug, member.name) for member in everyone),
        ]

    @property
    def papers(self):
        papers = Publication.objects.all()
        if self.cleaned_data["scope"] == "public":
            papers = papers.public()
        if slug := self.cleaned_data["person"]:
            papers = papers.by(members.with_slug(slug).author_id)
        return papers


class ExportPapersView(PapersScreen):
    page_title = "Export papers"
    header_icon = "download"
    template_name = "admin/export_papers.html"

    def get(self, request, *args, **kwargs):
        asked = ExportForm(request.GET or None)
        if not asked.is_valid():
            if asked.is_bound:
                messages.error(request, "Choose a format and which papers.")
            return self.render_to_response(self.get_context_data(form=ExportForm()))
        name = asked.cleaned_data["person"] or "papers"
        return papers_response(
            asked.papers,
            asked.cleaned_data["format"],
            name,
            private=asked.cleaned_data["scope"] == "all",
        )

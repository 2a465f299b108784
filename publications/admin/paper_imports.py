"""Papers at the import desk: the form that brings them, and where a row leads."""

from django import forms
from django.urls import reverse

from portal.desk.forms import ImportForm
from portal.desk.kinds import Kind, Subject
from portal.imports.files import decode
from publications import members
from publications.formats.bibtex_blocks import scan
from publications.importing.text_formats import FORMATS
from publications.models import Publication

FORMAT_LABELS = {
    "bibtex": "BibTeX or biblatex",
    "ris": "RIS",
    "csl-json": "CSL-JSON",
    "csv": "CSV table",
    "xlsx": "Excel table",
    "openalex": "OpenAlex",
    "orcid": "ORCID",
    "arxiv": "arXiv",
    "crossref": "Crossref",
    "medline": "PubMed (MEDLINE)",
    "wos": "Web of Science",
    "refworks": "RefWorks",
    "enw": "EndNote (.enw)",
    "endnote": "EndNote (XML)",
    "greenelab": "Greene Lab website",
    "hugoblox": "Hugo Blox website",
    "academicpages": "Academic Pages website",
}
# What a sign beside a name means when nobody says otherwise.
MARKS = {
    "*": "equal contribution",
    "†": "equal contribution, a second group",
    "‡": "corresponding author",
    "#": "equal contribution",
}
MEANINGS = [
    ("equal", "equal contribution"),
    ("corresponding", "corresponding author"),
    ("none", "nothing"),
]
# What stands around the entries of a file, and between them, by how an entry begins.
AROUND = (
    ("{", "[\n", ",\n", "\n]\n"),
    ("<record", "<xml><records>\n", "\n", "\n</records></xml>\n"),
    (
        "<entry",
        '<feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:arxiv="http://arxiv.org/schemas/atom">\n',
        "\n",
        "\n</feed>\n",
    ),
)
MARK_FIELDS = {f"mark_{number}": mark for number, mark in enumerate(MARKS)}


class PaperImportForm(ImportForm):
    accept = ".bib,.bibtex,.ris,.nbib,.ciw,.enw,.xml,.json,.yaml,.yml,.csv,.tsv,.xlsx,.txt,.zip"
    pasted_names = (
        ("@", "pasted.bib"),
        ("%", "pasted.bib"),
        ("TY  -", "pasted.ris"),
        ("PMID-", "pasted.nbib"),
        ("[", "pasted.json"),
        ("{", "pasted.json"),
        ("", "pasted.txt"),
    )
    advanced = ("format", "encoding", *MARK_FIELDS)
    nothing_given = "Choose a file, paste its text, or give identifiers."

    identifiers = forms.CharField(
        required=False,
        label="Or fetch from the web",
        max_length=100_000,
        widget=forms.Textarea(
            attrs={
                "rows": 4,
                "spellcheck": "false",
                "placeholder": "10.1145/3292500.3330701\narXiv:1706.03762\n0000-0002-1825-0097",
            }
        ),
        help_text="One a line: DOIs, arXiv numbers, ORCID iDs, OpenAlex authors or DBLP "
        "people; their addresses will do. Of a person all papers come.",
    )
    format = forms.ChoiceField(
        required=False,
        label="Format",
        choices=[
            ("", "found out from the file"),
            *((name, FORMAT_LABELS.get(name, name)) for name in FORMATS),
        ],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, mark in MARK_FIELDS.items():
            usual = ("", f"as usual: {MARKS[mark]}")
            self.fields[name] = forms.ChoiceField(
                required=False,
                label=f"{mark} at a name means",
                choices=[usual, *MEANINGS],
            )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("identifiers", "").strip() and self.sources():
            raise forms.ValidationError(
                "Files and identifiers are two imports: send one of them first."
            )
        return cleaned

    def options(self):
        named = {
            mark: self.cleaned_data.get(name) for name, mark in MARK_FIELDS.items()
        }
        return {
            **super().options(),
            "format": self.cleaned_data.get("format", ""),
            "marks": {mark: meaning for mark, meaning in named.items() if meaning},
            **self.options_without_files(),
        }

    def options_without_files(self):
        lines = self.cleaned_data.get("identifiers", "").splitlines()
        identifiers = [line.strip() for line in lines if line.strip()]
        return {"identifiers": identifiers} if identifiers else {}


class PaperKind(Kind):
    name = "publications"
    label = "Import papers"
    order = 1
    one, many = "paper", "papers"
    model = Publication
    form_class = PaperImportForm
    formats = FORMAT_LABELS
    intro = (
        "BibTeX, RIS, CSL-JSON, CSV or Excel, or a ZIP archive of these. Nothing is "
        "changed on the site before you have seen the plan."
    )

    def subjects(self, slugs):
        papers = Publication.objects.filter(slug__in=slugs)
        return {paper.slug: _subject(paper) for paper in papers}

    def joined(self, sources, file):
        """Of BibTeX with its macros, of JSON as a list, of XML within its root."""
        for start, opening, between, closing in AROUND:
            if sources and sources[0].startswith(start):
                return opening + between.join(sources) + closing
        text = super().joined(sources, file)
        if file is None or not text.startswith("@"):
            return text
        blocks = scan(decode(file).text)
        macros = [block.raw for block in blocks if block.type == "string"]
        return super().joined(macros, file) + text

    def members(self, slugs):
        return {
            each.slug: Subject(each.name, each.url)
            for each in members.everyone()
            if each.slug in slugs
        }


def _subject(paper):
    return Subject(
        paper.title,
        paper.get_absolute_url() if paper.is_public else "",
        reverse("papers:edit", args=[paper.pk]),
    )

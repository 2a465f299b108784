"""The form that starts an import: files, or their text, and how to read them."""

from dataclasses import replace

from django import forms
from django.template.defaultfilters import filesizeformat

from portal.imports.files import LARGEST, SourceFile

MOST_FILES = 100
# With more a request would be refused before anybody could say why.
LONGEST_TEXT = 500_000
ENCODINGS = [
    ("", "found out from the file"),
    ("utf-8", "UTF-8"),
    ("windows-1252", "Windows-1252 (Western Europe)"),
    ("iso-8859-15", "ISO 8859-15 (Western Europe, with €)"),
    ("mac_roman", "Mac Roman"),
    ("windows-1250", "Windows-1250 (Central Europe)"),
    ("iso-8859-2", "ISO 8859-2 (Central Europe)"),
    ("windows-1251", "Windows-1251 (Cyrillic)"),
    ("koi8-r", "KOI8-R (Cyrillic)"),
    ("windows-1253", "Windows-1253 (Greek)"),
    ("windows-1254", "Windows-1254 (Turkish)"),
    ("gb18030", "GB 18030 (Chinese)"),
    ("big5", "Big5 (Chinese)"),
    ("shift_jis", "Shift JIS (Japanese)"),
    ("euc_kr", "EUC-KR (Korean)"),
    ("utf-16", "UTF-16"),
]


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; the value is a list of SourceFiles."""

    widget = FilesInput(attrs={"multiple": True})

    def clean(self, data, initial=None):
        uploads = data or []
        if len(uploads) > MOST_FILES:
            raise forms.ValidationError(
                f"These are {len(uploads)} files; up to {MOST_FILES} are read at once. "
                "Pack them in one ZIP archive, or send them in parts."
            )
        refusals = [_refusal(upload) for upload in uploads]
        if any(refusals):
            raise forms.ValidationError([each for each in refusals if each])
        return [SourceFile(each.name[-200:], each.read()) for each in uploads]


def _refusal(upload):
    if not upload.size:
        return f"“{upload.name}” is empty."
    if upload.size > LARGEST:
        return (
            f"“{upload.name}” has {filesizeformat(upload.size)}; up to "
            f"{filesizeformat(LARGEST)} are read. Split it in parts."
        )
    return ""


def _named_apart(sources):
    """Rows name their file, so two files of one run have two names."""
    apart, taken = [], set()
    for source in sources:
        stem, dot, ending = source.name.rpartition(".")
        name, number = source.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem} ({number}){dot}{ending}" if dot else f"{ending} ({number})"
        taken.add(name.casefold())
        apart.append(replace(source, name=name))
    return apart


class ImportForm(forms.Form):
    """Subclasses add what their importer wants to know.

    `accept` are the endings that the file dialogue offers; `pasted_names` pairs the
    beginning of a pasted text with the name of the file that it becomes.
    """

    accept = ""
    pasted_names = (("", "pasted.csv"),)
    advanced = ("encoding",)

    files = FilesField(required=False, label="Files")
    pasted = forms.CharField(
        required=False,
        label="Or paste the text",
        strip=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        error_messages={
            "max_length": "This is too long to be pasted; save it as a file and send that."
        },
    )
    encoding = forms.ChoiceField(
        required=False,
        choices=ENCODINGS,
        label="Encoding",
        help_text="Only when names come out wrong.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "files" in self.fields:
            self.fields["files"].widget.attrs["accept"] = self.accept

    @property
    def advanced_fields(self):
        return [self[name] for name in self.advanced if name in self.fields]

    @property
    def further_fields(self):
        """What stands below the box for files."""
        apart = {"files", *self.advanced}
        return [self[name] for name in self.fields if name not in apart]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (self.sources() or self.options_without_files()):
            raise forms.ValidationError(self.nothing_given)
        return cleaned

    nothing_given = "Choose a file, or paste its text."

    def sources(self):
        """The SourceFiles that were sent, the pasted one last."""
        pasted = self.cleaned_data.get("pasted", "")
        sources = list(self.cleaned_data.get("files") or [])
        if pasted.strip():
            sources.append(SourceFile(self._name_of(pasted), pasted.encode()))
        return _named_apart(sources)

    def options(self):
        """What the run's importer is told; what is pasted or fetched is in UTF-8."""
        has_files = self.cleaned_data.get("files")
        return {"encoding": self.cleaned_data["encoding"] if has_files else ""}

    def options_without_files(self):
        """Options by which the importer fetches its files itself, if it can."""
        return {}

    def _name_of(self, text):
        start = text.lstrip()
        return next(name for sign, name in self.pasted_names if start.startswith(sign))


class ReadAgainForm(forms.Form):
    """Another encoding or format for the files of a run that is not applied yet."""

    encoding = forms.ChoiceField(required=False, choices=ENCODINGS, label="Encoding")

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        if field := kind.form_class.base_fields.get("format"):
            self.fields["format"] = field

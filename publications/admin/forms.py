"""The forms in which editors write a paper and an author."""

from django import forms
from django.db import transaction
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from publications.admin.row_forms import UniqueRowsForm
from publications.adoption import adopt_names
from publications.deciding import decide_name, needs_decision
from publications.former_slugs import keep_former_slug
from publications.identifiers import normalise
from publications.models import Authorship, Publication, Topic
from publications.names import PersonName, make_slug, parse_name
from publications.renewal import renew, together
from publications.sheets import default_visibility

BY_STATUS = "by its status"
BY_STATUS_HELP = (
    "A private paper appears nowhere outside this admin. By its status: private when it "
    "is in preparation or submitted as you save, else public."
)

NAME_MISSING = "Type the name as the paper prints it, or choose an author."


class TopicsField(forms.CharField):
    """Names of topics, one a line; the value is a list of names."""

    widget = AdminAutoHeightTextInput

    def clean(self, value):
        lines = (" ".join(line.split()) for line in super().clean(value).splitlines())
        return list(dict.fromkeys(line[:150] for line in lines if line))

    def prepare_value(self, value):
        return value if isinstance(value, str) else "\n".join(map(str, value or ()))

    def has_changed(self, initial, data):
        return self.prepare_value(initial).split("\n") != (data or "").splitlines()


def topics_named(names):
    """The topics of these names, made where they are missing."""
    slugs = {make_slug(name, 150): name for name in names}
    return [
        Topic.objects.get_or_create(slug=slug, defaults={"name": name})[0]
        for slug, name in slugs.items()
    ]


class AuthorshipForm(WagtailAdminModelForm):
    """One author of a paper: a printed name, somebody from the list, or both."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["printed_name"].required = False
        for field in self.fields.values():
            field.help_text = ""  # said once, above the rows
        if self.instance.author_id and Authorship.author.is_cached(self.instance):
            self.fields["author"].widget.known = self.instance.author

    def clean(self):
        cleaned = super().clean()
        author = cleaned.get("author")
        if not cleaned.get("printed_name"):
            if author is None:
                self.add_error("printed_name", NAME_MISSING)
            else:
                # "Family, Given" keeps the parts of the name where they belong.
                cleaned["printed_name"] = author.name.inverted
        return cleaned

    def _post_clean(self):
        former = PersonName(literal=self.instance.printed_name)
        was_literal = self.instance.pk and self.instance.name == former
        super()._post_clean()
        printed = self.cleaned_data.get("printed_name", "")
        stays_literal = was_literal and "," not in printed
        if printed and printed != former.literal and not stays_literal:
            self.instance.set_name(parse_name(printed))

    @property
    def is_decided_now(self):
        """Whether an undecided name has just been given its author."""
        known = self.instance.pk and not self.initial.get("author")
        return bool(known and self.cleaned_data.get("author"))


class IdentifierForm(WagtailAdminModelForm):
    def clean(self):
        cleaned = super().clean()
        scheme, value = cleaned.get("scheme"), cleaned.get("value")
        if scheme and value:
            # Two spellings of one DOI are one identifier, which a paper has once.
            cleaned["value"] = normalise(scheme, value) or value
        return cleaned


class PublicationForm(UniqueRowsForm):
    unique_rows = ("authorships", "appearances", "identifiers")
    ordered_rows = ("authorships", "appearances")

    topics = TopicsField(
        required=False,
        help_text="One topic a line, for example “Recommender systems”. A topic that "
        "is new is added to the list of topics.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        if not self.instance.pk:
            visibility = self.fields["visibility"]
            visibility.required = False
            visibility.help_text = BY_STATUS_HELP
            visibility.choices = [("", BY_STATUS), *self.instance.Visibility.choices]
            self.initial["visibility"] = ""

    def clean_slug(self):
        slug = self.cleaned_data["slug"] or self.instance.slug
        other = Publication.objects.once_at(slug).exclude(pk=self.instance.pk).first()
        if other:
            raise forms.ValidationError(
                f"“{slug}” was the address of “{other}” and still leads there."
            )
        return slug

    def clean_visibility(self):
        return self.cleaned_data["visibility"] or default_visibility(self._status())

    @transaction.atomic
    def save(self, commit=True):
        self.cleaned_data["topics"] = topics_named(self.cleaned_data["topics"])
        authorships = self.formsets["authorships"].ordered_forms
        decided = [form.instance for form in authorships if form.is_decided_now]
        with together():
            paper = super().save(commit)
            if commit:
                self._remember(decided)
                keep_former_slug(paper, self.initial.get("slug", ""))
                renew(ids=[paper.pk])
        return paper

    def _status(self):
        appearances = self.formsets["appearances"]
        forms = appearances.ordered_forms if appearances.is_valid() else []
        return forms[0].cleaned_data["status"] if forms else ""

    def _remember(self, decided):
        for row in decided:
            if needs_decision(row.printed_name):
                decide_name(
                    printed=row.printed_name, author=row.author, by=self.for_user
                )


class AuthorForm(UniqueRowsForm):
    """`linked` is, once saved, how many printed names became this author's."""

    unique_rows = ("names",)
    linked = 0

    @transaction.atomic
    def save(self, commit=True):
        known = self.instance.pk is not None
        author = super().save(commit)
        spelt_anew = self.formsets["names"].has_changed()
        # A new author of an old name is somebody else of that name: nothing to adopt.
        if commit and known and (spelt_anew or hasattr(author, "person_page")):
            self.linked = len(adopt_names(author=author)["authorships"])
        return author

"""Members and their CVs at the import desk."""

from django import forms
from django.urls import reverse

from people.models import PersonPage
from portal.desk.forms import ImportForm
from portal.desk.kinds import Kind, Subject


class MemberImportForm(ImportForm):
    accept = ".csv,.tsv,.xlsx,.zip"


def members_by_name():
    return [
        ("", "whom the file names"),
        *PersonPage.objects.order_by("title").values_list("slug", "title"),
    ]


class CVImportForm(ImportForm):
    accept = ".json"
    pasted_names = (("", "pasted.json"),)
    advanced = ()
    encoding = None

    person = forms.ChoiceField(
        required=False,
        choices=members_by_name,
        label="Whose CV it is",
        help_text="Needed only when the name in the file is not enough.",
    )

    def clean(self):
        cleaned = super().clean()
        if len(self.sources()) > 1:
            raise forms.ValidationError("Send one CV at a time.")
        return cleaned

    def options(self):
        return {"person": self.cleaned_data.get("person", "")}


class MemberKind(Kind):
    name = "people"
    label = "Import members"
    order = 2
    one, many = "member", "members"
    model = PersonPage
    needs = ("add", "change", "publish")
    form_class = MemberImportForm
    intro = (
        "A table in CSV or Excel with a name a row, or a ZIP archive of it with the "
        "photos. Nothing is changed on the site before you have seen the plan."
    )

    def subjects(self, slugs):
        pages = PersonPage.objects.with_visibility().filter(slug__in=slugs)
        return {page.slug: _subject(page) for page in pages}


class CVKind(MemberKind):
    name = "cv"
    label = "Import a CV"
    order = 3
    one, many = "part of a CV", "parts of a CV"
    what = "a CV"
    form_class = CVImportForm
    intro = (
        "One person's CV as a JSON Resume. Grades and private contacts stay private "
        "whatever the file says."
    )


def _subject(page):
    return Subject(
        page.title,
        f"/people/{page.slug}/" if page.is_visible else "",
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
    )

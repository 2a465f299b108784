from wagtail.admin.forms import WagtailAdminPageForm

from publications.adoption import authors_for_member, make_author


class PersonPageForm(WagtailAdminPageForm):
    """A new member needs only a name: the author of that name is taken, or made."""

    def clean(self):
        cleaned = super().clean()
        if self._needs_author(cleaned) and cleaned.get("title"):
            namesakes = authors_for_member(cleaned["title"]).count()
            if namesakes > 1:
                self.add_error(
                    "author",
                    f"{namesakes} authors are called “{cleaned['title']}”. "
                    "Choose the one whose page this is.",
                )
        return cleaned

    def save(self, commit=True):
        if self._needs_author(self.cleaned_data):
            name = self.cleaned_data["title"]
            self.instance.author = authors_for_member(name).first() or make_author(name)
        return super().save(commit)

    def _needs_author(self, cleaned):
        return "author" in self.fields and not cleaned.get("author")

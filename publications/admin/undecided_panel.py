"""In a paper's form: its names that nobody has decided, and whom they may mean."""

from wagtail.admin.panels import Panel

from publications.importing.open_names import questions_of_site

MOST = 20


class UndecidedNamesPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/undecided_names_panel.html"

        def is_shown(self):
            return super().is_shown() and bool(self._keys())

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            questions = questions_of_site(self._keys()[:MOST])
            return {**context, "questions": questions, "paper": self.instance}

        def _keys(self):
            if not self.instance.pk:
                return []
            rows = self.instance.authorships.all()
            undecided = (row.name_key for row in rows if row.author_id is None)
            return list(dict.fromkeys(undecided))

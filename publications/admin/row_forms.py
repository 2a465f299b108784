"""Forms with rows of which no two may be alike: places, names, identifiers."""

from django.db import transaction
from wagtail.admin.forms import WagtailAdminModelForm


class UniqueRowsForm(WagtailAdminModelForm):
    """Saves rows that the database wants unique, whatever the editor did with them.

    Rows are saved one by one: when two change places, the first would clash with the
    second, which has not moved yet. So all are taken out first; they come back with
    their ids. Rows in `ordered_rows` get the positions 0, 1, 2 … without gaps.
    """

    unique_rows = ()
    ordered_rows = ()

    @transaction.atomic
    def save(self, commit=True):
        instance = super().save(commit=False)
        for relation in self.ordered_rows:
            self._number(relation)
        if commit:
            self._take_out()
            instance.save()
            self._save_m2m()
        return instance

    def _number(self, relation):
        rows = [form.instance for form in self.formsets[relation].ordered_forms]
        for position, row in enumerate(rows):
            setattr(row, row.sort_order_field, position)
        # All of them: a row that the editor left alone may have to move up.
        getattr(self.instance, relation).set(rows)

    def _take_out(self):
        if self.instance.pk:
            for relation in self.unique_rows:
                formset = self.formsets[relation]
                rows = formset.model.objects.filter(**{formset.fk.name: self.instance})
                rows.delete()

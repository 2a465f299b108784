"""A small table of the site as a django-import-export resource: a column a fact."""

from django.core.exceptions import ValidationError
from import_export.resources import ModelResource


class TableResource(ModelResource):
    """Rows are found by the folded text of their first column; `held` has them all.

    Subclasses give `fold(text)`, `spellings(row)` (the texts by which a row of the
    site is found) and `claims(row)` (the texts that no other row may have), and
    in `used(row)` why it cannot be removed.
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = {}
        for row in self.get_queryset():
            self.note(row)

    def note(self, row):
        for text in self.spellings(row):
            self.held.setdefault(self.fold(text), row)

    def find(self, cells):
        return self.held.get(self.fold(cells[self.columns[0]]))

    @property
    def columns(self):
        return [self.fields[name].column_name for name in self.get_export_order()]

    def facts(self, row):
        """What the row says, by column, as cells; what is empty is left out."""
        cells = {each.column_name: each.export(row) for each in self.fields.values()}
        return {column: cell for column, cell in cells.items() if cell}

    def read(self, cells, row=None, *, write=False):
        """The row as the cells have it, checked, and written if so; ValidationError."""
        result = self.import_row(cells, _Found(row), dry_run=not write)
        if result.validation_error:
            raise result.validation_error
        if result.errors:
            raise ValidationError([str(each.error) for each in result.errors])
        return result.instance

    def get_instance(self, instance_loader, row):
        return instance_loader.row

    class Meta:
        store_instance = True
        skip_diff = True
        clean_model_instances = True


class _Found:
    """What the resource takes for a loader: the row was found before."""

    def __init__(self, row):
        self.row = row

"""Lists of the admin as files in CSV and XLSX that no spreadsheet runs."""

from portal.imports.tables import guarded


class GuardedExport:
    """For an IndexView: what looks like a formula gets an apostrophe, as in our tables."""

    def preprocess_field_value(self, field, value, export_format):
        cell = super().preprocess_field_value(field, value, export_format)
        return guarded(cell) if isinstance(cell, str) else cell

    def get_heading(self, queryset, field):
        """The columns are called as imports know them."""
        return field


class ResourceExport(GuardedExport):
    """Of the columns of `resource_class`, which reads the file back as unchanged."""

    resource_class = None

    @property
    def list_export(self):
        fields = self.resource_class.fields
        return [fields[name].column_name for name in self.resource_class._meta.fields]

    def to_row_dict(self, item):
        fields = self.resource_class.fields
        named = (fields[name] for name in self.resource_class._meta.fields)
        return {each.column_name: each.export(item) for each in named}

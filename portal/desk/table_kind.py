"""Kinds of records that come as rows of a table and are told apart by their ids."""

from django.urls import reverse

from portal.desk.forms import ImportForm
from portal.desk.kinds import Kind, Subject


class TableImportForm(ImportForm):
    accept = ".csv,.tsv,.xlsx"


class TableKind(Kind):
    """`name` is also that of the addresses under which the records are edited.

    `columns`: the names of the columns, in words.
    """

    form_class = TableImportForm
    formats = {"csv": "CSV table", "xlsx": "Excel table"}
    columns = ""

    @property
    def intro(self):
        return (
            f"A table in CSV or Excel with the columns {self.columns}. An empty cell "
            "leaves what is there. Nothing is changed on the site before you have seen "
            "the plan."
        )

    def subjects(self, targets):
        records = self.model.objects.in_bulk(list(targets))
        return {
            str(pk): Subject(str(record), "", reverse(f"{self.name}:edit", args=[pk]))
            for pk, record in records.items()
        }

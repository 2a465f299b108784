"""The table of members as django-import-export knows it: a column a fact."""

from import_export.fields import Field
from import_export.resources import Resource

from people.facts import COLUMNS, facts_of


class PersonResource(Resource):
    """Columns of people.csv, and behind them what imports kept without a place."""

    def __init__(self, further=(), **kwargs):
        super().__init__(**kwargs)
        columns = (*COLUMNS, *further)
        self.fields = {name: Field(column_name=name) for name in columns}

    def export_resource(self, instance, selected_fields=None, **kwargs):
        # A table cannot hold a photo, and the name of its file would promise one.
        facts = {**facts_of(instance), "photo": ""}
        cells = {name.removeprefix("extra."): fact for name, fact in facts.items()}
        return [cells.get(name, "") for name in self.fields]

    def get_export_order(self):
        return list(self.fields)

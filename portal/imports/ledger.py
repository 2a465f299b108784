"""What an act did to single rows of the database, so that it can be taken back.

An import knows what it planned; a merge of two authors does not: it moves whatever
points at the one to the other. So it writes down each row that it changes, makes or
removes, and undoing it goes through that list backwards.
"""

from dataclasses import dataclass, field

from django.db import IntegrityError, models, transaction

from portal.imports.ledger_undo import UNDO
from portal.imports.rows_in_place import (
    plain_value,
    pointing,
    pointing_relations,
    serialised,
    write_column,
)

# A paper may have 3,000 authors; SQLite takes no such list at once.
AT_A_TIME = 500


@dataclass
class Ledger:
    """`entries` are JSON: {"did": "changed", "model", "pk", "field", "old", "new"},
    {"did": "made", "model", "pk", "row"} or {"did": "removed", "row"}; in the order of
    the acts. A row is a list of rows as Django's serializer writes them.
    """

    entries: list[dict] = field(default_factory=list)

    def change(self, queryset, attribute, value):
        """Give a column of each of these rows another value; keys stand for rows."""
        column = queryset.model._meta.get_field(attribute)
        new = plain_value(column, value)
        rows = queryset.order_by("pk").values_list("pk", column.attname)
        for pk, old in list(rows):
            entry = {"did": "changed", "model": queryset.model._meta.label, "pk": pk}
            old = plain_value(column, old)
            self.entries.append(
                {**entry, "field": column.attname, "old": old, "new": new}
            )
            write_column(queryset.model, pk, column, old, new)

    def make(self, instance):
        instance.save(force_insert=True)
        about = {"model": instance._meta.label, "pk": instance.pk}
        stored = type(instance)._base_manager.get(pk=instance.pk)
        self.entries.append({"did": "made", **about, "row": serialised([stored])})
        return instance

    def move_all(self, gone, keep):
        """Let whatever points at the one row point at the other.

        What would then stand there twice stays behind, to go with the row that goes.
        """
        for relation in pointing_relations(type(gone)):
            for pk in pointing(relation, gone).values_list("pk", flat=True):
                one = relation.related_model._base_manager.filter(pk=pk)
                noted = len(self.entries)
                try:
                    with transaction.atomic():
                        self.change(one, relation.field.name, keep.pk)
                except IntegrityError:
                    del self.entries[noted:]

    def remove(self, queryset):
        """Delete rows, and write down what goes with them or loses sight of them."""
        instances = list(queryset.order_by("pk"))
        relations = pointing_relations(queryset.model)
        for instance in instances if relations else ():
            for relation in relations:
                theirs = pointing(relation, instance)
                if relation.on_delete is models.CASCADE:
                    self.remove(theirs)
                elif relation.on_delete is models.SET_NULL:
                    self.change(theirs, relation.field.name, None)
        if instances:
            self.entries.append({"did": "removed", "row": serialised(instances)})
        for place in range(0, len(instances), AT_A_TIME):
            pks = [each.pk for each in instances[place : place + AT_A_TIME]]
            queryset.model._base_manager.filter(pk__in=pks).delete()

    def take_back(self):
        """Undo the entries, last first; returns a sentence for each that had to stay."""
        kept = [UNDO[entry["did"]](entry) for entry in reversed(self.entries)]
        return list(dict.fromkeys(each for each in reversed(kept) if each))

"""Rows as a ledger handles them: who points at them, their columns one by one, as JSON.

A column is written past `save()`, so what hangs on it is seen to here: the columns that
are made from it, and the draft of a page, which repeats the rows that belong to it.
"""

from datetime import datetime

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.fields import ParentalKey


class ExactEncoder(DjangoJSONEncoder):
    """Django's cuts a moment to milliseconds; a row that comes back has all of it."""

    def default(self, value):
        if isinstance(value, datetime):
            return value.isoformat()
        return super().default(value)


def pointing_relations(model):
    """Relations by which others point at a model; those without a name, too.

    A paper that a member has selected knows nothing of it, and a topic is tied to its
    papers by a table that has no model of ours. What is made of other rows
    (`is_derived`) is no part of an act: it is made anew after it.
    """
    return [
        each
        for each in model._meta.get_fields(include_hidden=True)
        if each.auto_created
        and not each.concrete
        and not each.many_to_many
        and not getattr(each.related_model, "is_derived", False)
    ]


def pointing(relation, instance):
    rows = relation.related_model._base_manager
    return rows.filter(**{relation.field.name: instance.pk})


def serialised(instances):
    """Rows of one model with all their columns. What is many-to-many has its own rows."""
    columns = [each.name for each in instances[0]._meta.concrete_fields]
    return serializers.serialize("json", instances, fields=columns, cls=ExactEncoder)


def plain_value(column, value):
    """The value of a column as JSON has it; the database takes it back as it is."""
    if value is None or isinstance(value, (str, int, float, list, dict)):
        return value
    return column.value_to_string(column.model(**{column.attname: value}))


def write_column(model, pk, column, old, new):
    """Write one value, and what follows from it."""
    model._base_manager.filter(pk=pk).update(**{column.attname: new})
    if column.is_relation:
        _write_into_draft(model, pk, column, old, new)
    else:
        _make_anew(model, pk)


def _make_anew(model, pk):
    """Fill in the columns that are made from others as a row is saved."""
    made = [each for each in model._meta.concrete_fields if _is_made(each)]
    if made:
        row = model._base_manager.get(pk=pk)
        values = {each.attname: each.pre_save(row, add=False) for each in made}
        model._base_manager.filter(pk=pk).update(**values)


def _is_made(column):
    usual = {models.Field.pre_save, models.DateField.pre_save}
    usual |= {models.DateTimeField.pre_save, models.FileField.pre_save}
    return type(column).pre_save not in usual and not column.is_relation


def _write_into_draft(model, pk, column, old, new):
    """An editor who opens the page is given its last revision, not its rows."""
    owners = [each for each in model._meta.concrete_fields if _is_of_page(each)]
    for owner in owners:
        row = model._base_manager.select_related(owner.name).get(pk=pk)
        revision = getattr(row, owner.name).get_latest_revision()
        children = owner.remote_field.get_accessor_name()
        for child in (revision.content if revision else {}).get(children, []):
            if child.get("pk") == pk and child.get(column.name) == old:
                child[column.name] = new
                revision.save(update_fields=["content"])


def _is_of_page(column):
    return isinstance(column, ParentalKey) and hasattr(
        column.related_model, "get_latest_revision"
    )

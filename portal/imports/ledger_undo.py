"""The entries of a ledger, taken back one by one.

Each gives a sentence when it had to stay: what people have done since is theirs.
"""

from functools import cache

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, transaction

from portal.imports.rows_in_place import (
    pointing,
    pointing_relations,
    serialised,
    write_column,
)

# SQLite takes no list of thousands.
AT_A_TIME = 500


def _change_back(entry):
    model = apps.get_model(entry["model"])
    column = _column(model, entry["field"])
    rows = model._base_manager.filter(pk=entry["pk"])
    row = rows.first()
    if row is None:
        return f"A {model._meta.verbose_name} that it changed was removed since."
    if not rows.filter(**{entry["field"]: entry["new"]}).exists():
        return f"“{row}” was changed since: {column.verbose_name}."
    if _is_lost(column, entry["old"]):
        return f"“{row}” stays: the {column.verbose_name} it had was removed since."
    try:
        with transaction.atomic():
            write_column(model, row.pk, column, entry["new"], entry["old"])
    except IntegrityError:
        return f"“{row}” stays: another one has its {column.verbose_name} by now."
    return ""


def _remove_again(entry):
    model = apps.get_model(entry["model"])
    row = model._base_manager.filter(pk=entry["pk"]).first()
    if row is None:
        return ""
    if name := _still_used(row):
        return f"“{row}” stays, for {name} use it now."
    if serialised([row]) != entry["row"]:
        return f"“{row}” stays, for it was changed since."
    row.delete()
    return ""


def _still_used(row):
    for relation in pointing_relations(type(row)):
        if pointing(relation, row).exists():
            return str(relation.related_model._meta.verbose_name_plural)
    return ""


def _restore(entry):
    restored = list(serializers.deserialize("json", entry["row"]))
    there = _present([each.object for each in restored])
    missing = [each for each in restored if each.object.pk not in there]
    is_lost = cache(_is_lost)
    kept = [_unfit(each.object, is_lost) for each in missing]
    fit = [each for each, reason in zip(missing, kept, strict=True) if not reason]
    kept += _insert(fit)
    return " ".join(dict.fromkeys(filter(None, kept)))


def _present(rows):
    """The keys of those that are on the site again."""
    pks, there = [each.pk for each in rows], set()
    for place in range(0, len(pks), AT_A_TIME):
        held = type(rows[0])._base_manager.filter(pk__in=pks[place : place + AT_A_TIME])
        there.update(held.values_list("pk", flat=True))
    return there


def _unfit(row, is_lost):
    """Why the row cannot come back; a reference that may be empty is emptied."""
    references = (each for each in row._meta.concrete_fields if each.is_relation)
    for column in references:
        if is_lost(column, getattr(row, column.attname)):
            if not column.null:
                about = f"{row._meta.verbose_name} “{row}”"
                return (
                    f"The {about} cannot come back: its {column.verbose_name} is gone."
                )
            setattr(row, column.attname, None)
    return ""


def _insert(restored):
    """Insert the rows, or, where one of them has no place any more, one by one."""
    try:
        with transaction.atomic():
            for each in restored:
                each.save(force_insert=True)
    except IntegrityError:
        if len(restored) > 1:
            return [reason for each in restored for reason in _insert([each])]
        row = restored[0].object
        return [f"“{row}” cannot come back: another one has its place by now."]
    return []


def _is_lost(column, value):
    """Whether a key leads to a row that is no longer there.

    The database would say so too late, when the whole act is done.
    """
    if not column.is_relation or value is None:
        return False
    there = {column.target_field.attname: value}
    return not column.related_model._base_manager.filter(**there).exists()


def _column(model, attname):
    found = (each for each in model._meta.concrete_fields if each.attname == attname)
    return next(found)


UNDO = {"changed": _change_back, "made": _remove_again, "removed": _restore}

"""Rows in bulk, past the ORM's machinery, which costs more than the database itself.

Instances are made and read without `__init__` and its signals, and written by one
`executemany` (SQLite) or COPY (PostgreSQL). What a field fills in as a row is saved
(`pre_save`) is filled in here too, and every constraint of the database holds.
"""

import json
from functools import cache, lru_cache, partial
from operator import itemgetter

from django.db import connection, models, transaction
from django.db.models.base import ModelState
from django.db.models.functions import Cast
from django.utils import timezone

from portal.encoded_json import encoded

# Their values go to the database as they are.
_AS_IT_IS = {
    kind.get_prep_value
    for kind in (
        models.BooleanField,
        models.CharField,
        models.IntegerField,
        models.TextField,
    )
}


class Json(str):
    """The text of a value for a JSON column, encoded already."""

    @staticmethod
    def plain(value):
        """The value itself, whichever of the two is given."""
        return json.loads(value) if isinstance(value, Json) else value

    @staticmethod
    def text(value):
        return value if isinstance(value, Json) else encoded(value)


def light(model, /, **values):
    """An instance of the model with these values, by the names of its columns.

    The others have their defaults. It is meant for `insert`.
    """
    instance = model.__new__(model)
    constant, made = _defaults(model)
    instance.__dict__.update(constant)
    for name, make in made.items():
        if name not in values:
            instance.__dict__[name] = make()
    instance.__dict__.update(values, _state=ModelState())
    return instance


def check_at_once():
    """Let foreign keys be checked as rows are written, until the transaction ends.

    PostgreSQL keeps a list of a million of them else, to go through it at the end: a
    tenth of the time that writing takes, and too late to say which rows are wrong.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def insert(instances):
    """Write new rows of one model, whose instances have their keys afterwards."""
    instances = list(instances)
    if not instances:
        return instances
    model = type(instances[0])
    with transaction.atomic(savepoint=False):
        for instance, key in zip(
            instances, _new_keys(model, len(instances)), strict=True
        ):
            instance.__dict__[model._meta.pk.attname] = key
        _write(model, _rows(model, instances))
    return _stored(instances)


def write(instances):
    """Write new rows that have their keys already, such as those of a one-to-one."""
    instances = list(instances)
    if instances:
        model = type(instances[0])
        with transaction.atomic(savepoint=False):
            _write(model, _rows(model, instances))
    return _stored(instances)


def ready_rows(model, instances):
    """What `write` would write of new rows with keys, for `write_ready`: tuples by the
    columns of the model. Another process may make them.
    """
    return list(map(tuple, _rows(model, list(instances))))


def write_ready(model, rows):
    with transaction.atomic(savepoint=False):
        _write(model, rows)


def _stored(instances):
    database = connection.alias
    for instance in instances:
        instance._state.adding, instance._state.db = False, database
    return instances


def insert_values(model, columns, rows):
    """Write new rows whose values for these columns are as the database takes them.

    JSON is text there. Other columns have their defaults. Returns the rows' new keys.
    """
    if not rows:
        return []
    with transaction.atomic(savepoint=False):
        keys = _new_keys(model, len(rows))
        names, constant = _other_columns(model, columns)
        rows = ((key, *row, *constant) for key, row in zip(keys, rows, strict=True))
        _write(model, rows, [model._meta.pk.attname, *columns, *names])
    return list(keys)


def _other_columns(model, columns):
    """(names of the columns that are not given, their values in every new row)."""
    now = timezone.now()
    others = {}
    for each in model._meta.concrete_fields:
        if each.attname not in columns and not each.primary_key:
            value = now if _is_date_of_writing(each) else each.get_default()
            others[each.attname] = each.get_db_prep_save(value, connection)
    return list(others), tuple(others.values())


def read(queryset, *, defer=(), as_text=()):
    """The rows of a queryset as instances; columns in `defer` are had when asked for.

    Those in `as_text` hold JSON, which is not decoded.
    """
    model, database = queryset.model, queryset.db
    names = [each.attname for each in model._meta.concrete_fields]
    names = [name for name in names if name not in {*defer, *as_text}]
    texts = [Cast(name, models.TextField()) for name in as_text]
    for values in queryset.values_list(*names, *texts):
        instance = model.__new__(model)
        state = ModelState()
        state.adding, state.db = False, database
        instance.__dict__.update(zip(names, values, strict=False), _state=state)
        for name, text in zip(as_text, values[len(names) :], strict=True):
            instance.__dict__[name] = Json(text)
        yield instance


@cache
def _defaults(model):
    """({column: value}, {column: function}), the latter for values that are not shared."""
    fields = model._meta.concrete_fields
    constant = {each.attname: each.get_default() for each in fields}
    made = {
        each.attname: each.default
        for each in fields
        if each.has_default() and callable(each.default)
    }
    return constant, made


def _rows(model, instances):
    fields = model._meta.concrete_fields
    now = timezone.now()
    dated = {field.attname: now for field in fields if _is_date_of_writing(field)}
    filled = [field for field in fields if _fills_itself_in(field)]
    for instance in instances:
        instance.__dict__.update(dated)
        for field in filled:
            field.pre_save(instance, add=True)
    values_of = itemgetter(*(field.attname for field in fields))
    rows = (values_of(instance.__dict__) for instance in instances)
    prepared = [
        (place, prepare)
        for place, field in enumerate(fields)
        if (prepare := _preparation(field))
    ]
    return (_prepared(row, prepared) for row in rows) if prepared else rows


def _is_date_of_writing(field):
    return getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)


def _fills_itself_in(field):
    kinds = (models.Field, models.DateField, models.DateTimeField)
    return type(field).pre_save not in {kind.pre_save for kind in kinds}


def _preparation(field):
    """What makes a value of the field ready for the database, or None."""
    kind = type(field)
    if kind is models.JSONField and field.encoder is None:
        return _as_json
    if isinstance(field, (models.ForeignKey, models.IntegerField)):
        return None
    if kind.get_db_prep_value is models.Field.get_db_prep_value:
        return None if kind.get_prep_value in _AS_IT_IS else field.get_prep_value
    # Dates of writing, and the same one stands in many rows.
    return lru_cache(maxsize=8)(partial(field.get_db_prep_save, connection=connection))


def _as_json(value):
    if isinstance(value, Json):
        return str(value)
    if value == {} or value == []:
        return "[]" if isinstance(value, list) else "{}"
    return None if value is None else encoded(value)


def _prepared(row, prepared):
    row = list(row)
    for place, prepare in prepared:
        row[place] = prepare(row[place])
    return row


def _new_keys(model, count):
    """As many keys as there are new rows; nobody else will get one of them."""
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                # With OFFSET it looks the sequence up once, not for each key.
                "SELECT nextval(name) FROM (SELECT pg_get_serial_sequence(%s, %s)"
                "::regclass AS name OFFSET 0) AS sequence, generate_series(1, %s)",
                [connection.ops.quote_name(table), column, count],
            )
            return [key for (key,) in cursor.fetchall()]
        # The transaction has SQLite's only write lock.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        (last,) = cursor.fetchone() or (0,)
    return range(last + 1, last + 1 + count)


def _write(model, rows, names=None):
    quote = connection.ops.quote_name
    fields = model._meta.concrete_fields
    if names:
        fields = [model._meta.get_field(name) for name in names]
    columns = [quote(field.column) for field in fields]
    target = f"{quote(model._meta.db_table)} ({', '.join(columns)})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with (
                connection.wrap_database_errors,
                cursor.copy(f"COPY {target} FROM STDIN") as copy,
            ):
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {target} VALUES ({marks})", rows)

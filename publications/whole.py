"""Papers with everything that belongs to them, in one query.

A page or a file would spend more queries on the eight kinds of rows than on all the
rest of it. So the database hands out the rows of each kind as one JSON list.
"""

from functools import cache, partial

from django.db import connection, models
from django.db.models import JSONField, OuterRef, Subquery
from django.db.models.base import ModelState

from portal.json_rows import JSONList, JSONRow
from portal.private_places import in_private_collection
from publications.models import Publication, Topic

# What belongs to a paper, and what a row of it needs beside its own columns.
PARTS = {
    "authorships": None,
    "appearances": "venue",
    "links": "document",
    "identifiers": None,
    "notices": None,
}
# Whether not everybody may open the document of a link.
IS_HIDDEN = "document_is_hidden"
# Their values are the same in JSON.
AS_IN_JSON = (
    models.CharField,
    models.TextField,
    models.IntegerField,
    models.ForeignKey,
)


def whole_papers(papers):
    """The papers of a queryset, their rows as good as prefetched."""
    through = Publication.topics.through
    lists = {f"{name}_as_json": _part(name, beside) for name, beside in PARTS.items()}
    lists["topics_as_json"] = _list(through, "publication", ["topic"], "topic__")
    found = list(papers.annotate(**lists))
    for paper in found:
        held = paper._prefetched_objects_cache = {}
        for name, beside in PARTS.items():
            model = _model(name)
            rows = _rows(paper, name)
            made = [_row(model, each, beside, paper) for each in rows]
            held[name] = _fetched(model, made)
        topics = [_instance(Topic, each, "topic__") for each in _rows(paper, "topics")]
        held["topics"] = _fetched(Topic, topics)
    return found


def _model(name):
    return Publication._meta.get_field(name).related_model


def _part(name, beside):
    return _list(_model(name), "publication", [beside] if beside else [])


def _list(model, owner, joins, only=""):
    """The rows of the model as a list of objects, in a subquery."""
    columns = list(_names(model))
    for join in joins:
        other = model._meta.get_field(join).related_model
        columns += [f"{join}__{name}" for name in _names(other)]
    columns = [each for each in columns if each.startswith(only)]
    rows = model.objects.order_by().filter(**{owner: OuterRef("pk")})
    more = (
        {IS_HIDDEN: in_private_collection("document__")} if "document" in joins else {}
    )
    as_object = JSONRow(**{each: each for each in columns}, **more)
    grouped = rows.values(owner).annotate(rows=JSONList(as_object))
    return Subquery(grouped.values("rows"), output_field=JSONField())


def _rows(paper, name):
    return getattr(paper, f"{name}_as_json") or []


def _row(model, values, beside, paper):
    row = _instance(model, values)
    row._state.fields_cache["publication"] = paper
    if beside:
        related = model._meta.get_field(beside).related_model
        is_there = values[f"{beside}_id"] is not None
        other = _instance(related, values, f"{beside}__") if is_there else None
        if other and IS_HIDDEN in values:
            other.is_hidden = bool(values[IS_HIDDEN])
        setattr(row, beside, other)
    return row


def _instance(model, values, prefix=""):
    found = {name: values[prefix + name] for name in _names(model)}
    for name, convert in _conversions(model):
        found[name] = convert(found[name])
    row = model.__new__(model)
    row.__dict__.update(found, _state=ModelState())
    row._state.adding, row._state.db = False, connection.alias
    return row


@cache
def _names(model):
    return [each.attname for each in model._meta.concrete_fields]


@cache
def _conversions(model):
    """How a value of JSON becomes what the database itself would have given."""
    conversions = []
    for column in model._meta.concrete_fields:
        if hasattr(column, "from_db_value"):
            read = partial(column.from_db_value, expression=None, connection=connection)
            conversions.append((column.attname, read))
        elif not isinstance(column, AS_IN_JSON):
            conversions.append((column.attname, column.to_python))
    return conversions


def _fetched(model, rows):
    """A queryset that has its rows, in the model's order."""
    for name in reversed(model._meta.ordering):
        rows.sort(key=lambda row, name=name: getattr(row, name))
    queryset = model.objects.all()
    queryset._result_cache, queryset._prefetch_done = rows, True
    return queryset

"""Rows that the database hands out as one JSON list, within another query."""

from django.db.models import Func, JSONField, Subquery
from django.db.models.functions import JSONObject


class JSONList(Func):
    """The rows of a group as one list."""

    output_field = JSONField()
    contains_aggregate = True
    template = "JSONB_AGG(%(expressions)s)"

    def as_sqlite(self, compiler, connection, **context):
        template = "JSON_GROUP_ARRAY(JSON(%(expressions)s))"
        return self.as_sql(compiler, connection, template=template, **context)

    def get_group_by_cols(self):
        return []


class JSONRow(JSONObject):
    """Without Django's question, in each new thread, whether SQLite knows of JSON."""

    def as_sqlite(self, compiler, connection, **context):
        return Func.as_sql(self, compiler, connection, **context)


class JSONRows(Subquery):
    """What a queryset has as its one column `item`, as one list."""

    output_field = JSONField()
    template = "(SELECT JSONB_AGG(among.item) FROM (%(subquery)s) among)"

    def as_sqlite(self, compiler, connection, **context):
        template = (
            "(SELECT JSON_GROUP_ARRAY(JSON(among.item)) FROM (%(subquery)s) among)"
        )
        return self.as_sql(compiler, connection, template=template, **context)

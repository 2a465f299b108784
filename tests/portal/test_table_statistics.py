import pytest
from django.db import connection

from portal.models import ImportRun
from portal.table_statistics import renew_statistics

KNOWN = {
    "postgresql": "SELECT reltuples FROM pg_class WHERE relname = 'portal_importrun'",
    "sqlite": "SELECT DISTINCT CAST(stat AS INTEGER) FROM sqlite_stat1"
    " WHERE tbl = 'portal_importrun' AND idx LIKE '%started_by%'",
}


@pytest.mark.django_db
def test_planner_learns_that_a_table_has_grown():
    ImportRun.objects.bulk_create(ImportRun(kind="publications") for _ in range(300))
    # SQLite looks at tables that were asked by an index.
    ImportRun.objects.filter(started_by=1).exists()

    renew_statistics([ImportRun])

    with connection.cursor() as cursor:
        cursor.execute(KNOWN[connection.vendor])
        assert cursor.fetchone() == (300,)

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import pre_migrate


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "Portal"

    def ready(self):
        # Models exist only from here on.
        from portal import search  # noqa: PLC0415
        from portal.search.pages import PageSearch  # noqa: PLC0415

        pre_migrate.connect(_put_indexes_back, sender=self)
        search.register(PageSearch())


def _put_indexes_back(**kwargs):
    """A migration finds the database as the last one left it."""
    from portal import dropped_indexes  # noqa: PLC0415
    from portal.models import DroppedIndex  # noqa: PLC0415

    if DroppedIndex._meta.db_table in connection.introspection.table_names():
        dropped_indexes.put_back()

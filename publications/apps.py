from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate


class PublicationsConfig(AppConfig):
    name = "publications"
    verbose_name = "Publications"

    def ready(self):
        # Models exist only from here on.
        from portal import search  # noqa: PLC0415
        from portal.imports import importers  # noqa: PLC0415
        from publications import file_events  # noqa: PLC0415
        from publications.drawing import drawn  # noqa: PLC0415
        from publications.importing.run import PublicationImporter  # noqa: PLC0415
        from publications.listed import shown  # noqa: PLC0415
        from publications.merging.run import MergeImporter  # noqa: PLC0415
        from publications.site_search import PaperSearch  # noqa: PLC0415
        from publications.venue_resource import VenueImporter  # noqa: PLC0415

        file_events.connect()
        post_migrate.connect(_catch_up, sender=self)
        shown.register(drawn)
        search.register(PaperSearch())
        importers.register(PublicationImporter())
        importers.register(MergeImporter())
        importers.register(VenueImporter())


def _catch_up(plan=(), **kwargs):
    from publications import search  # noqa: PLC0415
    from publications.models import ListedPaper, SearchText  # noqa: PLC0415
    from publications.renewal import catch_up  # noqa: PLC0415

    # Whoever migrates to a state of long ago has no such tables.
    tables = connection.introspection.table_names()
    if ListedPaper._meta.db_table in tables:
        catch_up()
    if SearchText._meta.db_table in tables:
        search.as_usual()

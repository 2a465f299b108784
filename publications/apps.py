from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "publications"
    verbose_name = "Publications"

    def ready(self):
        # Models exist only from here on.
        from portal.imports import importers  # noqa: PLC0415
        from publications.importing.run import PublicationImporter  # noqa: PLC0415

        importers.register(PublicationImporter())

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "People"

    def ready(self):
        # Models exist only from here on.
        from people.importing.cv_run import CVImporter  # noqa: PLC0415
        from people.importing.run import PeopleImporter  # noqa: PLC0415
        from people.members import PersonPages  # noqa: PLC0415
        from portal.imports import importers  # noqa: PLC0415
        from publications import members  # noqa: PLC0415

        members.register(PersonPages())
        importers.register(PeopleImporter())
        importers.register(CVImporter())

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "People"

    def ready(self):
        # Models exist only from here on.
        from people import page_events  # noqa: PLC0415
        from people.importing.cv_run import CVImporter  # noqa: PLC0415
        from people.importing.run import PeopleImporter  # noqa: PLC0415
        from people.members import PersonPages  # noqa: PLC0415
        from people.role_resource import RoleImporter  # noqa: PLC0415
        from people.search import MemberSearch  # noqa: PLC0415
        from portal import search  # noqa: PLC0415
        from portal.imports import importers  # noqa: PLC0415
        from publications import members  # noqa: PLC0415

        members.register(PersonPages())
        page_events.connect()
        search.register(MemberSearch())
        importers.register(PeopleImporter())
        importers.register(CVImporter())
        importers.register(RoleImporter())

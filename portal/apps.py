from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "Portal"

    def ready(self):
        # Models exist only from here on.
        from portal import search  # noqa: PLC0415
        from portal.search.pages import PageSearch  # noqa: PLC0415

        search.register(PageSearch())

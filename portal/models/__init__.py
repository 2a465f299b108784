from .images import PortalImage, PortalRendition
from .import_run import ImportFile, ImportRow, ImportRun
from .pages import ContentPage, HomePage
from .site_settings import SiteSettings
from .users import User

__all__ = [
    "ContentPage",
    "HomePage",
    "ImportFile",
    "ImportRow",
    "ImportRun",
    "PortalImage",
    "PortalRendition",
    "SiteSettings",
    "User",
]

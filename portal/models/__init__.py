from .dropped_index import DroppedIndex
from .images import PortalImage, PortalRendition
from .import_run import ImportFile, ImportRow, ImportRun
from .news import NewsIndexPage, NewsPage, NewsPaper, NewsPerson
from .pages import ContentPage, HomePage
from .projects import ProjectIndexPage, ProjectPage, ProjectPaper, ProjectPerson
from .site_settings import SiteSettings
from .users import User

__all__ = [
    "ContentPage",
    "DroppedIndex",
    "HomePage",
    "ImportFile",
    "ImportRow",
    "ImportRun",
    "NewsIndexPage",
    "NewsPage",
    "NewsPaper",
    "NewsPerson",
    "PortalImage",
    "PortalRendition",
    "ProjectIndexPage",
    "ProjectPage",
    "ProjectPaper",
    "ProjectPerson",
    "SiteSettings",
    "User",
]

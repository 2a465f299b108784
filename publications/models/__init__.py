from .appearance import Appearance
from .author import Author, AuthorName
from .authorship import Authorship
from .decision import Decision
from .index_page import PublicationIndexPage
from .publication import Identifier, Link, Publication, Topic
from .venue import Venue, VenueName

__all__ = [
    "Appearance",
    "Author",
    "AuthorName",
    "Authorship",
    "Decision",
    "Identifier",
    "Link",
    "Publication",
    "PublicationIndexPage",
    "Topic",
    "Venue",
    "VenueName",
]

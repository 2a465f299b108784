from .appearance import Appearance
from .author import Author, AuthorName
from .authorship import Authorship
from .decision import Decision
from .former_slug import FormerSlug
from .listed_paper import ListedPaper, ListingVersion
from .notice import Notice
from .publication import Identifier, Link, Publication, Topic
from .relation import Relation
from .search_text import SearchText
from .source import Source
from .venue import Venue, VenueName

# Last: what the page lists is made of all the others.
from .index_page import PublicationIndexPage  # isort: skip

__all__ = [
    "Appearance",
    "Author",
    "AuthorName",
    "Authorship",
    "Decision",
    "FormerSlug",
    "Identifier",
    "Link",
    "ListedPaper",
    "ListingVersion",
    "Notice",
    "Publication",
    "PublicationIndexPage",
    "Relation",
    "SearchText",
    "Source",
    "Topic",
    "Venue",
    "VenueName",
]

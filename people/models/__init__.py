from .directory import PeopleIndexPage
from .person import ContactPoint, PersonPage, SelectedPublication
from .role import Role

__all__ = [
    "ContactPoint",
    "PeopleIndexPage",
    "PersonPage",
    "Role",
    "SelectedPublication",
]

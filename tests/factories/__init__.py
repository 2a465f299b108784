from .members import make_member
from .papers import make_author, make_paper

__all__ = ["make_author", "make_member", "make_paper"]

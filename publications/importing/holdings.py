"""What the site holds, as the stages of an import ask for it."""

from publications.importing.bearers import bearers_of, members_known, strangers
from publications.importing.held_works import works_like
from publications.importing.match import WorkIndex
from publications.importing.match_names import NameIndex
from publications.importing.members_coauthors import members_coauthors
from publications.importing.works_ahead import load_ahead


def load_works(shared=None):
    """An index that finds every work, public or not, as it is asked for it.

    `shared`: the marks that more than one work of the run has.
    """
    return WorkIndex(load=works_like, shared=shared, load_ahead=load_ahead)


def load_names():
    """The members and their coauthors, and whoever else bears a name that is asked for."""
    known = members_known()
    return NameIndex(
        known,
        coauthors=members_coauthors([each.author_id for each in known]),
        load=bearers_of,
        others=lambda: strangers(known),
    )

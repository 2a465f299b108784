"""Which printed names without an owner are a member's, a middle name more or less.

The rules are those by which an import matches names: papers first or members first,
the same names are linked.
"""

from publications.importing.alike_members import (
    HOW_SURE,
    AlikeMembers,
    clashes,
    how_like,
)
from publications.importing.bearers import members_known, strangers
from publications.importing.known_authors import Known
from publications.likeness import same_letters
from publications.names import parse_name


def fuller_names(author):
    """The keys of names that fit this member alone; none for who is no member.

    Where two of the names cannot be one person's, “Yan A. Liu” and “Yan B. Liu”,
    neither is certain.
    """
    others = [parse_name(text) for text in author.names.values_list("text", flat=True)]
    known = Known(author.pk, author.name, other_names=tuple(others))
    names = {each.name for each in strangers([known])}
    if not any(_fits(name, known) for name in names):
        return set()
    members = members_known()
    ours = [each for each in members if each.author_id == author.pk]
    alike = AlikeMembers(members)
    return {
        name.key
        for known in ours
        for name in names
        if _is_certain(name, known, alike) and not clashes(name, known, names)
    }


def _fits(name, known):
    return how_like(name, known) == "middle" or same_letters(name, known.name)


def _is_certain(name, known, alike):
    """Whether it fits, and nobody else is as likely to be meant."""
    hows = {each.author_id: how_like(name, each) for each in alike.of(name)}
    best = next((how for how in HOW_SURE if how in hows.values()), "")
    likeliest = [pk for pk, how in hows.items() if how == best]
    same_suffix = name.suffix == known.name.suffix
    return _fits(name, known) and same_suffix and likeliest == [known.author_id]

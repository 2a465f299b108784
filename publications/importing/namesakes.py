"""Which of several members of one name is meant, and who cannot stand there twice.

They work in one group, so one shared coauthor is no proof, and a paper may come out
years before or after its author was there: both must not speak against it.
"""

from collections import Counter

from publications.importing.values import NameMatch

ENOUGH_SHARED_COAUTHORS = 2
# So far outside of a membership a paper is likelier to be the namesake's.
YEARS_BEFORE, YEARS_AFTER = 3, 3


def told_apart(bearers, shared, known, year):
    """The one who is meant, or None.

    `shared`: how many coauthors of the paper each of them has written with; `known`:
    whether any coauthor of theirs is known at all. `year`: the paper's.
    """
    if not all(each.person for each in bearers):
        return None
    by_coauthors = _by_coauthors(bearers, shared, known)
    by_years = _by_years(bearers, year)
    if by_coauthors and by_years:
        return by_coauthors if by_coauthors is by_years else None
    if by_coauthors:
        possible = _distance(by_coauthors, year) in (None, 0)
        return by_coauthors if possible else None
    if by_years and not _speak_against(by_years, bearers, shared):
        return by_years
    return None


def _by_coauthors(bearers, shared, known):
    most = max(shared)
    if most < ENOUGH_SHARED_COAUTHORS or sorted(shared)[-2] or not all(known):
        return None
    return bearers[shared.index(most)]


def _by_years(bearers, year):
    """The one who was a member then, where all others were long gone or yet to come."""
    distances = [_distance(each, year) for each in bearers]
    if None in distances or distances.count(0) != 1:
        return None
    return bearers[distances.index(0)]


def _distance(bearer, year):
    """0 within the years about a membership, else 1; None when they are not known."""
    if not year or not (bearer.joined or bearer.left):
        return None
    early = bearer.joined and year < bearer.joined - YEARS_BEFORE
    late = bearer.left and year > bearer.left + YEARS_AFTER
    return int(bool(early or late))


def _speak_against(found, bearers, shared):
    theirs = shared[bearers.index(found)]
    return any(
        count > theirs
        for each, count in zip(bearers, shared, strict=True)
        if each is not found
    )


def each_once(matches, names):
    """Nobody writes a paper twice: who would stand there twice is a question."""
    ids = Counter(match.author_id for match in matches if match.author_id)
    new = [
        (match.named or name).key if match.is_new else ""
        for match, name in zip(matches, names, strict=True)
    ]
    keys = Counter(filter(None, new))
    return [
        NameMatch(
            proposed=match.person,
            how=match.how,
            evidence=f"“{name.display}” may be one of two authors of this paper.",
        )
        if ids[match.author_id] > 1 or keys[key] > 1
        else match
        for match, name, key in zip(matches, names, new, strict=True)
    ]

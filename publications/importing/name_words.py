"""Why a name may be somebody's, in the words of whoever has to decide."""

MOST_NAMED = 3


def evidence(name, how, known, coauthors, year, candidates) -> str:
    """`coauthors`: the names that the paper shares; `candidates`: whom it may be."""
    fits = "fits" if how == "initials" else "is like"
    said = [f"“{name.display}” {fits} “{known.name.display}”"]
    if coauthors:
        said.append(_shared(coauthors))
    if _was_member(known, year):
        said.append(f"it is of {year}, within the membership")
    if len(candidates) > 1:
        others = [each.name.display for each in candidates if each is not known]
        said.append(f"it may also be {_listed(others)}")
    return "; ".join(said) + "."


def namesakes_evidence(name, bearers) -> str:
    return f"{len(bearers)} known authors are called “{name.display}”."


def orcid_evidence(known) -> str:
    return (
        f"The ORCID iD is that of “{known.name.display}”; the names have nothing in "
        "common."
    )


def stated_evidence(name, full) -> str:
    return f"The site that was given says that “{name.display}” is “{full.display}”."


def _shared(coauthors):
    names = _listed([each.display for each in coauthors])
    count = len(coauthors)
    return f"{count} {'coauthors are' if count > 1 else 'coauthor is'} shared: {names}"


def _listed(names):
    named = list(dict.fromkeys(names))
    if len(named) > MOST_NAMED:
        more = len(named) - MOST_NAMED + 1
        named = [*named[: MOST_NAMED - 1], f"{more} more"]
    *first, last = named
    return f"{', '.join(first)} and {last}" if first else last


def _was_member(known, year):
    if not (year and known.joined):
        return False
    return known.joined <= year <= (known.left or year)

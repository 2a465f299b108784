"""What the parts of the API have in common: a page of a list, and a refusal."""

from ninja import Schema
from ninja.errors import HttpError

from portal.metadata import absolute


class Problem(Schema):
    """What was wrong, in a sentence."""

    detail: str


def refuse_unknown(request, known):
    """A filter that is misspelt would otherwise give everything."""
    if unknown := sorted(set(request.GET) - set(known)):
        raise HttpError(
            422,
            f"“{unknown[0][:80]}” is no parameter here. There are: {', '.join(known)}.",
        )


def page_of(request, results, count, limit, offset):
    """One page of a list, with the addresses of those before and after it."""
    following, preceding = offset + limit, max(0, offset - limit)
    return {
        "count": count,
        "next": _address(request, following, limit) if following < count else None,
        "previous": _address(request, preceding, limit) if offset else None,
        "results": results,
    }


def _address(request, offset, limit):
    parameters = request.GET.copy()
    parameters["offset"], parameters["limit"] = offset, limit
    return absolute(f"{request.path}?{parameters.urlencode()}")

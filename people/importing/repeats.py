"""Rows of an import that are one too many: their person stands above already."""

from publications.names import fold, name_key


class Repeats:
    """Goes through the rows in their order and remembers which first spoke of whom."""

    def __init__(self):
        self.slugs = {}
        self._names = {}
        self._orcids = {}

    def explain(self, member, target):
        """Why the row cannot be a person of its own, in a sentence; "" when it can.

        `target` is the slug of the page that the row is for.
        """
        first = self._first(member, target)
        if first is not member:
            return f"Line {member.line}: {_one_person(member, first, target)}"
        orcid = member.facts.get("orcid")
        first = self._orcids.setdefault(orcid, member) if orcid else member
        if first is not member:
            return (
                f"Line {member.line}: the ORCID iD {orcid} stands in "
                f"{_place(member, first)} already. Each belongs to one person."
            )
        return ""

    def _first(self, member, target):
        """By the same page; where the row gives no slug, by just the name, too."""
        first = self.slugs.setdefault(target, member)
        if member.facts.get("slug"):
            return first
        return self._names.setdefault(name_key(member.name), first)


def _one_person(member, first, target):
    place = _place(member, first)
    if fold(member.name) == fold(first.name):
        return (
            f"“{member.name}” stands in {place} already. "
            "Two people of one name each need a slug."
        )
    if name_key(member.name) == name_key(first.name):
        return (
            f"“{member.name}” is “{first.name}” of {place} with the parts of the name "
            "swapped. Give each a slug when these are two people; else keep one of them."
        )
    return (
        f"“{member.name}” is for the page “{target}”, and so is “{first.name}” in "
        f"{place}. Each person has one row."
    )


def _place(member, first):
    elsewhere = f" of “{first.file}”" if first.file != member.file else ""
    return f"line {first.line}{elsewhere}"

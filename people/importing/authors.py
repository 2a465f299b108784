"""The authors of imported members: found or made, renamed, and given back at undo."""

from people.facts import split
from publications.adoption import adopt_names, authors_for_member, return_names
from publications.models import Author, AuthorName
from publications.names import PersonName

AUTHOR_FACTS = {"given_name", "family_name", "orcid", "name_variants"}
SET_BY_IMPORT = ("given_name", "family_name", "orcid", "is_group")


def author_for(facts, *, alone=True):
    """The author of that ORCID iD or that name who has no page yet; else a new one.

    By the name only when the member is `alone` with it among those who are imported.

    Returns (author, what the import changes of them), the latter None for a new one.
    """
    free = Author.objects.filter(person_page__isnull=True)
    orcid = facts.get("orcid", "")
    found = free.filter(orcid=orcid).first() if orcid else None
    name = PersonName(facts.get("given_name", ""), facts["family_name"])
    found = found or (_namesakes(name, orcid).first() if alone else None)
    before = {each: getattr(found, each) for each in SET_BY_IMPORT} if found else None
    author = found or Author()
    author.given_name, author.family_name = name.given, name.family
    author.orcid = orcid or author.orcid
    author.is_group = False
    author.save()
    return author, before


def _namesakes(name, orcid):
    """Whoever has another ORCID iD is somebody else of that name."""
    namesakes = authors_for_member(name.display)
    return namesakes.filter(orcid__in=["", orcid]) if orcid else namesakes


def release_author(author, after):
    """Undo what a row, now without its page, did to the author: `after` is the row's."""
    author.names.filter(text__in=after["names"]).delete()
    return_names(moved=after["moved"])
    if after["author_before"]:
        for name, value in after["author_before"].items():
            setattr(author, name, value)
        author.save()
    unused = not author.authorships.exists() and not author.names.exists()
    if after["author_made"] and unused and not author.decisions.exists():
        author.delete()


def rewrite_author(author, facts, names):
    """Let the named facts of the author be these; returns what `adopt_names` moved."""
    for name in names & {"given_name", "family_name", "orcid"}:
        setattr(author, name, facts.get(name, ""))
    author.save()
    if "name_variants" in names:
        author.names.exclude(text__in=split(facts.get("name_variants", ""))).delete()
        add_names(author, facts)
    return adopt_names(author=author)


def add_names(author, facts):
    """Add the variants that are new; returns their texts, for undo."""
    held = set(author.names.values_list("text", flat=True))
    texts = split(facts.get("name_variants", ""))
    new = [text for text in dict.fromkeys(texts) if text not in held]
    for text in new:
        AuthorName.objects.create(author=author, text=text)
    return new


def names_of(author):
    return list(author.names.values("text", "kind", "hidden"))


def restore_names(author, names):
    """Give names that came back with their texts alone what else was said of them."""
    for each in names:
        told = {"kind": each["kind"], "hidden": each["hidden"]}
        AuthorName.objects.filter(author=author, text=each["text"]).update(**told)

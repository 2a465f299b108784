"""Who on the site bears a name: all members, and others as far as they are asked for."""

from collections import defaultdict

from publications import members
from publications.importing.known_authors import Bearers, Known
from publications.models import Author, AuthorName, Authorship, Decision
from publications.names import PersonName, parse_name
from publications.querysets import each_among

LONGEST_KEY = 300


def members_known():
    """Every member, with the other spellings of their names."""
    pages = {each.author_id: each for each in members.everyone()}
    authors = each_among(Author.objects.order_by("pk"), "pk", sorted(pages))
    return _known(list(authors), pages, _printed(sorted(pages)))


def bearers_of(keys, orcids=()):
    """Who bears these name keys or ORCID iDs, and what people have decided about them."""
    cut = sorted({key[:LONGEST_KEY] for key in keys})
    others = AuthorName.objects.values_list("author_id", flat=True)
    ids = set(each_among(others, "key", cut))
    authors = {each.pk: each for each in each_among(Author.objects, "key", cut)}
    authors |= {each.pk: each for each in each_among(Author.objects, "orcid", orcids)}
    missing = each_among(Author.objects, "pk", sorted(ids - set(authors)))
    authors |= {each.pk: each for each in missing}
    decided, excluded = _decisions(cut)
    missing = each_among(
        Author.objects, "pk", sorted(set(decided.values()) - set(authors))
    )
    authors |= {each.pk: each for each in missing}
    pages = members.of_authors(authors) if authors else {}
    known = _known([authors[pk] for pk in sorted(authors)], pages)
    return Bearers(known, decided, excluded)


def strangers(known):
    """Who has a member's family name and no page: authors, and undecided names."""
    ids = {each.author_id for each in known}
    families = {each.name.family for each in known if each.name.family}
    forms = {form for each in families for form in (each, each.upper(), each.lower())}
    found = each_among(Author.objects.order_by("pk"), "family_name", sorted(forms))
    authors = [Known(each.pk, each.name) for each in found if each.pk not in ids]
    open_names = Authorship.objects.filter(author__isnull=True).order_by()
    rows = open_names.values_list("given_name", "family_name", "suffix").distinct()
    undecided = each_among(rows, "family_name", sorted(forms))
    return authors + [Known(0, PersonName(*parts)) for parts in undecided]


def _printed(ids):
    """{author id: the names by which their papers print them}."""
    rows = Authorship.objects.exclude(family_name="").order_by().distinct()
    rows = rows.values_list("author_id", "given_name", "family_name", "suffix")
    printed = defaultdict(list)
    for author_id, *parts in each_among(rows, "author_id", ids):
        printed[author_id].append(PersonName(*parts))
    return printed


def _stated_orcids(ids):
    rows = Authorship.objects.exclude(orcid="").order_by().distinct()
    stated = defaultdict(set)
    for author_id, orcid in each_among(
        rows.values_list("author_id", "orcid"), "author_id", ids
    ):
        stated[author_id].add(orcid)
    return stated


def _known(authors, pages, printed=None):
    spellings, printed = defaultdict(list), printed or {}
    stated = _stated_orcids([author.pk for author in authors])
    rows = AuthorName.objects.values_list("author_id", "text", "key")
    for author_id, *spelling in each_among(
        rows, "author_id", [author.pk for author in authors]
    ):
        spellings[author_id].append(spelling)
    known = []
    for author in authors:
        page = pages.get(author.pk)
        known.append(
            Known(
                author_id=author.pk,
                name=author.name,
                other_keys=frozenset(key for _, key in spellings[author.pk]),
                orcid=author.orcid,
                person=page.slug if page else "",
                other_names=tuple(parse_name(text) for text, _ in spellings[author.pk]),
                joined=page.joined if page else None,
                left=page.left if page else None,
                printed=tuple(printed.get(author.pk, ())),
                stated_orcids=frozenset(stated.get(author.pk, ())),
            )
        )
    return known


def _decisions(keys):
    rows = Decision.objects.filter(author__isnull=False)
    rows = rows.values_list("name_key", "author_id", "same")
    verdicts = list(each_among(rows, "name_key", keys))
    decided = {key: author_id for key, author_id, same in verdicts if same}
    excluded = {(key, author_id) for key, author_id, same in verdicts if not same}
    return decided, frozenset(excluded)

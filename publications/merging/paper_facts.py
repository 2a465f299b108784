"""The facts of a paper that is merged into another: filled in, taken, or joined."""

from collections import defaultdict

from publications.facts import facts_of
from publications.identifiers import SCHEMES
from publications.likeness import compare_names
from publications.models import Appearance, Authorship, Identifier, Link, Publication
from publications.records import record_of
from publications.writing import PRIMARY_COLUMNS

PLAIN = ("type", "title", "abstract", "note", "visibility", "featured")
ROLES = {"authors": "author", "editors": "editor"}
# Both papers' are kept, whatever is ticked.
JOINED = {"links", "topics", "also_at", *SCHEMES}
# Of another place where a work appeared these tell nothing about the work.
OF_THE_PLACE = {*PRIMARY_COLUMNS, *ROLES, "type"}


def fill_in(ledger, keep, gone, take, further):
    """Give `keep` the facts that it lacks, and those that are named in `take`."""
    names = _wanted(keep, gone, take, further)
    rows = Publication.objects.filter(pk=keep.pk)
    for name in PLAIN:
        if name in names:
            ledger.change(rows, name, getattr(gone, name))
    _fill_in_extra(ledger, keep, gone, names)
    for name in ("thumbnail_id", "citation_key"):
        if getattr(gone, name) and not getattr(keep, name):
            ledger.change(rows, name, getattr(gone, name))
    if roles := {ROLES[name] for name in names & ROLES.keys()}:
        _take_names(ledger, keep, gone, roles)
    if keep.primary and gone.primary:
        primary = Appearance.objects.filter(pk=keep.primary.pk)
        for name in names & PRIMARY_COLUMNS.keys():
            for column in PRIMARY_COLUMNS[name]:
                ledger.change(primary, column, getattr(gone.primary, column))


def link_names(ledger, keep, gone):
    """Whose name it is that `gone` knows and `keep` does not."""
    ours, theirs = list(keep.authorships.all()), list(gone.authorships.all())
    taken = {each.author_id for each in ours}
    bearers = defaultdict(set)
    for each in theirs:
        bearers[each.name_key].add(each.author_id)
    beside = theirs if len(theirs) == len(ours) else [None] * len(ours)
    for name, other in zip(ours, beside, strict=True):
        if name.author_id is not None:
            continue
        author = _author_of(name, bearers[name.name_key], other)
        if author and author not in taken:
            row = Authorship.objects.filter(pk=name.pk, publication=keep.pk)
            ledger.change(row, "author", author)
            taken.add(author)


def give_ids(ledger, keep, gone, take):
    """The first one of a scheme is the paper's: ours, unless theirs is taken."""
    ours = [(each.scheme, each.value) for each in keep.identifiers.all()]
    theirs = [(each.scheme, each.value) for each in gone.identifiers.all()]
    moved = [
        pair for pair in ours if pair[0] in take & {scheme for scheme, _ in theirs}
    ]
    for scheme, value in moved:
        rows = Identifier.objects.filter(publication=keep.pk, scheme=scheme)
        ledger.remove(rows.filter(value=value))
    stay = [pair for pair in ours if pair not in moved]
    new = [pair for pair in theirs if pair not in stay]
    for scheme, value in dict.fromkeys([*new, *moved]):
        ledger.make(Identifier(publication_id=keep.pk, scheme=scheme, value=value))


def give_links(ledger, keep, gone):
    held = {(each.kind, each.url, each.document_id) for each in keep.links.all()}
    place = 1 + max((each.position for each in keep.links.all()), default=-1)
    for link in gone.links.all():
        if (link.kind, link.url, link.document_id) not in held:
            row = Link.objects.filter(pk=link.pk)
            ledger.change(row, "publication", keep.pk)
            ledger.change(row, "position", place)
            place += 1


def _wanted(keep, gone, take, further):
    ours, theirs = facts_of(record_of(keep)), facts_of(record_of(gone))
    lacking = {name for name in theirs if name not in ours}
    names = lacking | (take & theirs.keys())
    return names - JOINED - (OF_THE_PLACE if further else set())


def _fill_in_extra(ledger, keep, gone, names):
    taken = {name[6:] for name in names if name.startswith("extra.")}
    if taken:
        extra = {name: each for name, each in gone.extra.items() if name in taken}
        rows = Publication.objects.filter(pk=keep.pk)
        ledger.change(rows, "extra", {**keep.extra, **extra})


def _take_names(ledger, keep, gone, roles):
    """The names of these roles give way to the other paper's; authors come first."""
    ours = [each for each in keep.authorships.all() if each.role not in roles]
    theirs = [each for each in gone.authorships.all() if each.role in roles]
    held = Authorship.objects.filter(publication=keep.pk)
    ledger.remove(held.filter(role__in=roles))
    both = [*keep.authorships.all(), *gone.authorships.all()]
    first = 1 + max(each.position for each in both)
    in_order = sorted([*ours, *theirs], key=lambda each: each.role)
    for place, each in enumerate(in_order, first):
        row = Authorship.objects.filter(pk=each.pk)
        ledger.change(row, "position", place)
        if each.publication_id != keep.pk:
            ledger.change(row, "publication", keep.pk)
    if "author" in roles:
        rows = Publication.objects.filter(pk=keep.pk)
        ledger.change(rows, "authors_truncated", gone.authors_truncated)


def _author_of(name, bearers, other):
    """Who is printed so on the other paper, or alike at the same place of as many."""
    if bearers:
        return next(iter(bearers)) if len(bearers) == 1 else None
    if other is None or other.role != name.role:
        return None
    return other.author_id if compare_names(name.name, other.name) else None

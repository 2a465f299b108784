"""What lists show and search finds, made anew in the transaction that changes papers.

Whatever writes something that a row of a list shows calls one of these functions. The
first thing that they do is to take the next version of the listing: of two writers the
second waits here for the first, and then reads what the first has written.
"""

import secrets
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from portal.bulk_rows import write
from publications import search
from publications.listed.columns import listed
from publications.listed.loading import public_papers
from publications.models import (
    Appearance,
    Author,
    Authorship,
    ListedPaper,
    ListingVersion,
    Publication,
    Topic,
    Venue,
)
from publications.querysets import batched, each_among
from publications.row_markup import markup
from publications.rows import rows

AT_A_TIME = 500
# Of the rows' HTML and facets: the next one when they are made otherwise.
FORM = 2
# How far an index may be behind and still read no more than what changed.
TOKENS_KEPT = 50

_put_off: ContextVar[set | None] = ContextVar("papers to be renewed", default=None)


def renew(*, ids):
    """Make the rows of these papers anew; those that are gone or private have none."""
    ids = set(ids)
    if (put_off := _put_off.get()) is not None:
        put_off |= ids
        return
    with transaction.atomic():
        version = next_version()
        for chunk in batched(sorted(ids), AT_A_TIME):
            _renew(chunk, version)


@contextmanager
def together():
    """Renew what this block asks for once, at its end: an act may write a paper twice."""
    if _put_off.get() is not None:
        yield
        return
    ids = set()
    with transaction.atomic():
        before = _put_off.set(ids)
        try:
            yield
        finally:
            _put_off.reset(before)
        if ids:
            renew(ids=ids)


@contextmanager
def put_off():
    """Give the papers that this block asks for to the caller, who renews them later."""
    ids = set()
    before = _put_off.set(ids)
    try:
        yield ids
    finally:
        _put_off.reset(before)


def renew_authors(author_ids):
    """After a member's page came, went, moved or got another name."""
    renew(ids=papers_by(author_ids))


def renew_venues(venue_ids):
    renew(ids=papers_at(venue_ids))


@transaction.atomic
def renew_all():
    """Every paper of the site; returns how many there are."""
    ids = list(Publication.objects.order_by().values_list("pk", flat=True))
    renew(ids=ids)
    return len(ids)


def catch_up():
    """Renew all where another version of this software made the rows, or none did."""
    version = ListingVersion.objects.first()
    last = version.tokens.rpartition(" ")[2] if version else ""
    if not last.startswith(f"{FORM}.") and Publication.objects.exists():
        renew_all()


def papers_of(row):
    """The ids of the papers whose rows show something of it: a venue, a topic, …"""
    if isinstance(row, Publication):
        return {row.pk}
    if find := _OF_ROWS.get(type(row)):
        return find([row.pk])
    return set()


def papers_by(author_ids):
    """The ids of the papers on which these authors stand, in whatever role."""
    return _papers(Authorship, "author", author_ids)


def papers_at(venue_ids):
    return _papers(Appearance, "venue", venue_ids)


def papers_on(topic_ids):
    return _papers(Publication.topics.through, "topic", topic_ids)


def _papers(model, column, keys):
    rows = each_among(
        model.objects.order_by().values_list("publication_id", flat=True),
        column,
        (key for key in keys if key is not None),
    )
    return set(rows)


_OF_ROWS = {Author: papers_by, Venue: papers_at, Topic: papers_on}


def next_version():
    """The number of the new version, which no other transaction can take now."""
    versions = ListingVersion.objects.select_for_update()
    version, _ = versions.get_or_create(pk=ListingVersion.KEY)
    version.number += 1
    tokens = [*version.tokens.split(), f"{FORM}.{secrets.token_hex(6)}"]
    version.tokens = " ".join(tokens[-TOKENS_KEPT:])
    version.save()
    return version.number


def version_now():
    """The number of the last version that was committed; 0 where there is none."""
    versions = ListingVersion.objects.filter(pk=ListingVersion.KEY)
    return versions.values_list("number", flat=True).first() or 0


def _renew(ids, version):
    made = [listed(row, version, markup(row)) for row in rows(public_papers(ids))]
    former = ListedPaper.objects.filter(publication__among=ids)
    former._raw_delete(former.db)
    write(made)
    search.index(ids)

"""What has changed on the site since rows were planned, or taken back."""

from django.db.models import Q

from portal.bulk_rows import Json
from portal.imports.stamps import stamp_of
from portal.models import ImportRow
from publications.likeness import title_key
from publications.models import Author, AuthorName, Decision, Publication


def stamp():
    """Papers, names and decisions that came or went; an edited paper its row notices."""
    return stamp_of(Publication, Author, AuthorName, Decision)


def hindrances(rows):
    """New papers that were taken back and that somebody has brought in otherwise.

    The other papers of the run are no hindrance: many are titled “Editorial”.
    """
    wanted = {
        row.position: (
            row.target,
            title_key(Json.plain(row.plan)["record"]["title"])[:300],
        )
        for row in rows
        if row.action == ImportRow.Action.CREATED
    }
    if not wanted:
        return {}
    held = _held(rows[0].run, wanted.values())
    found = {}
    for position, (slug, key) in wanted.items():
        there = held.get(slug) or (held.get(key) if key else None)
        if there:
            found[position] = f"The paper is on the site again, as “{there}”."
    return found


def _held(run, wanted):
    """By address and by folded title, the papers that are not this run's own."""
    slugs, keys = zip(*wanted, strict=True)
    papers = Publication.objects.filter(Q(slug__in=slugs) | Q(title_key__in=keys))
    found = list(papers.values_list("slug", "title_key"))
    own = run.rows.filter(target__in=[slug for slug, _ in found], state="done")
    own = set(own.values_list("target", flat=True))
    return {
        name: slug for slug, key in found if slug not in own for name in (key, slug)
    }

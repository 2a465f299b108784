"""Decisions about entries: as rows leave them behind, and as later imports find them."""

from django.db.models import Q

from portal.bulk_rows import Json
from publications.likeness import title_key
from publications.models import Decision, Publication, Relation


def settled_statements():
    """{digest: (slug of the paper, standing)} of entries that ask nothing any more."""
    decisions = Decision.objects.exclude(statement_digest="")
    decisions = decisions.filter(Q(same=True) | Q(standing="left-out"))
    rows = decisions.values_list("statement_digest", "publication__slug", "standing")
    return {digest: (slug, standing) for digest, slug, standing in rows}


def keep(rows):
    """Make the Decisions and Relations that go with rows which were carried out."""
    for row in rows:
        row.plan = Json.plain(row.plan)
    rows = [
        row
        for row in rows
        if row.plan.get("decision") and row.action not in {"review", "rejected"}
    ]
    if not rows:
        return
    slugs = {row.plan["decision"]["slug"] for row in rows} | {
        row.target for row in rows
    }
    papers = dict(Publication.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    for row in rows:
        _keep_one(row, papers)


def _keep_one(row, papers):
    decision = row.plan["decision"]
    paper = papers.get(decision["slug"])
    if paper is None:
        return
    Decision.objects.update_or_create(
        work_key=title_key(decision["title"]),
        publication_id=paper,
        statement_digest=decision["digest"],
        defaults={
            "work_title": decision["title"],
            "same": decision["same"],
            "standing": decision["standing"],
            "decided_by_id": row.run.started_by_id,
        },
    )
    if row.plan.get("version_of"):
        Relation.objects.get_or_create(
            publication_id=papers[row.target],
            kind=Relation.Kind.VERSION,
            other_id=paper,
        )


def forget(row):
    """Undo `keep` for a row that is taken back; a Relation went with its paper."""
    if decision := row.plan.get("decision"):
        Decision.objects.filter(
            publication__slug=decision["slug"],
            statement_digest=decision["digest"],
        ).delete()

"""What a run did to papers, taken back."""

from collections import defaultdict
from itertools import groupby

from portal.models import ImportRow
from publications.facts import facts_of
from publications.importing.apply import author_ids, rewrite
from publications.importing.compare import merged
from publications.importing.defaults import with_defaults
from publications.importing.preparing import named_in
from publications.importing.stored import record_from_json
from publications.models import Author, AuthorName, Publication, Topic, Venue
from publications.querysets import each_among
from publications.records import held_papers, record_of
from publications.renewal import renew, renew_venues

CREATED = ImportRow.Action.CREATED


def undo_rows(rows):
    """Take rows back in their order, runs of new papers at once.

    Returns why some are kept: {key of the row: sentence}.
    """
    kept = {}
    for action, group in groupby(rows, key=lambda row: row.action):
        if action == CREATED:
            kept |= _remove(list(group))
        else:
            kept |= {row.pk: _restore(row) for row in group}
    return {pk: reason for pk, reason in kept.items() if reason}


def _remove(rows):
    papers = held_papers({row.target for row in rows})
    keys = _keys_of_authors(papers.values())
    kept, gone, anew = {}, [], _made_anew(rows[0].run, papers)
    for row in rows:
        if row.target in anew:
            kept[row.pk] = "It was removed, and a later import made it anew."
        elif paper := papers.get(row.target):
            edited = [*sorted(_edited(row, paper)), *_edited_besides(row, paper, keys)]
            if edited:
                kept[row.pk] = f"It was edited since the import: {', '.join(edited)}."
            else:
                gone.append(paper.pk)
    Publication.objects.filter(pk__in=gone).delete()
    renew(ids=gone)
    return kept


def _made_anew(run, papers):
    """The slugs of papers that are no longer those of the run."""
    later = {
        slug
        for slug, paper in papers.items()
        if not run.applied_at or paper.created_at > run.applied_at
    }
    made = ImportRow.objects.filter(
        run__gt=run.pk, action=CREATED, state=ImportRow.State.DONE
    )
    targets = made.filter(subject="publication").order_by().values_list("target")
    return {slug for (slug,) in each_among(targets, "target", sorted(later))}


def _edited(row, paper):
    """The facts of a paper that are not what they were when the row was done."""
    facts, after = facts_of(record_of(paper)), _facts_after(row)
    return {name for name in {*facts, *after} if facts.get(name) != after.get(name)}


def _facts_after(row):
    """What the paper said when the row was done: for a new one, what was planned."""
    planned = row.plan.get("record", {})
    return row.after.get("facts") or facts_of(with_defaults(record_from_json(planned)))


def _edited_besides(row, paper, keys):
    """What an editor has done to a new paper that no fact of it shows."""
    edited = []
    if paper.citation_key != row.plan["record"].get("key", "")[:250]:
        edited.append("citation key")
    if paper.thumbnail_id:
        edited.append("thumbnail")
    if any(link.document_id for link in paper.links.all()):
        edited.append("documents")
    if paper.notices.all():
        edited.append("notices")
    if _linked_by_hand(row, paper, keys):
        edited.append("whose names the authors are")
    return edited


def _linked_by_hand(row, paper, keys):
    """Whether a name is given to somebody whom no rule would have given it to."""
    planned = zip(paper.authorships.all(), row.plan["author_ids"], strict=False)
    named = {key[:300]: name.key[:300] for key, name in named_in(row.plan).items()}
    return any(
        authorship.author_id not in {None, author_id}
        and keys[authorship.author_id].isdisjoint(
            {authorship.name_key, named.get(authorship.name_key)}
        )
        for authorship, author_id in planned
    )


def _keys_of_authors(papers):
    """{author id: the keys of their names} of who is on the papers.

    Django's own prefetch fails on SQLite from a thousand authors on.
    """
    ids = {each.author_id for paper in papers for each in paper.authorships.all()}
    keys = defaultdict(set)
    for model, column in ((Author, "pk"), (AuthorName, "author_id")):
        names = model.objects.order_by().values_list(column, "key")
        for pk, key in each_among(names, column, ids - {None}):
            keys[pk].add(key)
    return keys


def _restore(row):
    """Give a paper back what stood there; or say what had to be kept, and why."""
    paper = held_papers([row.target]).get(row.target)
    if paper is None:
        return ""
    edited = _edited(row, paper)
    restorable = set(row.changes) - edited
    held, before = record_of(paper), record_from_json(row.before["record"])
    record = merged(held, before, restorable)
    same_people = "authors" not in restorable and "editors" not in restorable
    ids = author_ids(paper) if same_people else row.before["author_ids"]
    if len(ids) != len(record.contributors):
        return "Its authors were edited since the import."
    known = set(Author.objects.filter(pk__in=ids).values_list("pk", flat=True))
    ids = [pk if pk in known else None for pk in ids]
    if source := row.before.get("source"):
        paper.source_format, paper.source_text = source
    rewrite(paper, record, ids, set(), row.before["imported"], restorable)
    kept = sorted(set(row.changes) & edited)
    return f"Edited since the import and kept: {', '.join(kept)}." if kept else ""


def remove_unused(rows):
    """Authors, venues and topics that undone rows made and nothing uses any more."""
    made = {"authors": set(), "venues": set(), "topics": set()}
    for row in rows:
        for kind, ids in made.items():
            ids.update(row.after.get(kind, []))
    Author.objects.filter(
        pk__in=made["authors"],
        authorships__isnull=True,
        person_page__isnull=True,
        names__isnull=True,
        decisions__isnull=True,
        orcid="",
    ).delete()
    Venue.objects.filter(
        pk__in=made["venues"], appearances__isnull=True, names__isnull=True
    ).delete()
    Topic.objects.filter(pk__in=made["topics"], publications__isnull=True).delete()
    for row in rows:
        for venue, acronym in row.after.get("acronyms", []):
            if Venue.objects.filter(pk=venue, acronym=acronym).update(acronym=""):
                renew_venues([venue])

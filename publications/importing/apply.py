"""Planned rows → papers; and back, when a run is undone."""

from itertools import groupby

from portal.models import ImportRow
from publications.facts import facts_of
from publications.importing.compare import merged
from publications.importing.stored import record_from_json, record_to_json
from publications.models import Author, Publication, Topic, Venue
from publications.querysets import each_among
from publications.records import held_papers, record_of
from publications.writing import Draft, create_papers, rewrite_paper

CREATED, UPDATED = ImportRow.Action.CREATED, ImportRow.Action.UPDATED


def apply_rows(rows):
    """Carry rows out in their order, runs of new papers at once.

    Returns the rows that now say more than was planned.
    """
    written = []
    for action, group in groupby(rows, key=lambda row: row.action):
        if action == CREATED:
            written += _create(list(group))
        elif action == UPDATED:
            written += [_update(row) for row in group]
    return written


def _create(rows):
    slugs = [row.target for row in rows]
    taken = set(
        Publication.objects.filter(slug__in=slugs).values_list("slug", flat=True)
    )
    renamed = [row for row in rows if row.target in taken]
    for row in renamed:
        row.target = Publication.objects.free_slug(row.target)
    known = _known_authors(row.plan for row in rows)
    rows[0].after = _made_besides(create_papers([_draft(row, known) for row in rows]))
    return list(dict.fromkeys([rows[0], *renamed]))


def _update(row):
    paper = held_papers([row.target]).get(row.target)
    if paper is None:
        return _leave(row, "The paper was removed since the import was planned.")
    held = record_of(paper)
    facts = facts_of(held)
    moved = [
        name for name, (ours, _) in row.changes.items() if facts.get(name, "") != ours
    ]
    if moved:
        return _leave(row, f"Changed since the import was planned: {', '.join(moved)}.")
    row.before = _standing(paper, held)
    draft = _draft(row, _known_authors([row.plan]))
    record = merged(held, draft.record, row.changes)
    ids = _ids_by_name(paper, record, draft)
    imported = _statement(paper.imported, row.plan, paper.statement_digest)
    here = {each.name_key for each in paper.authorships.all()}
    new_keys = {key for key in draft.new_keys if key[:300] not in here}
    written = _rewrite(paper, record, ids, new_keys, imported, row.changes)
    after = held_papers([row.target])[row.target]
    row.after = {"facts": facts_of(record_of(after)), **_made_besides(written)}
    return row


def _statement(former, plan, digest):
    """What imports have said of the paper and made of it; said now is made no longer."""
    made = former.get("made", {})
    return {
        "said": {**former.get("said", {}), **plan["said"]},
        "made": {name: fact for name, fact in made.items() if name not in plan["said"]},
        "digest": plan["digest"] or digest,
    }


def undo_row(row):
    """Remove what the row created, or restore what it changed; or say why not."""
    paper = held_papers([row.target]).get(row.target)
    if paper is None:
        return ""
    facts, after = facts_of(record_of(paper)), _facts_after(row)
    edited = sorted(
        name for name in {*facts, *after} if facts.get(name) != after.get(name)
    )
    if row.action == CREATED:
        edited += _edited_besides(row, paper)
        if edited:
            return f"It was edited since the import: {', '.join(edited)}."
        paper.delete()
        return ""
    return _restore(row, paper, set(edited))


def _edited_besides(row, paper):
    """What an editor has done to a new paper that no fact of it shows."""
    edited = []
    if paper.citation_key != row.plan["record"]["key"][:250]:
        edited.append("citation key")
    if paper.thumbnail_id:
        edited.append("thumbnail")
    if any(link.document_id for link in paper.links.all()):
        edited.append("documents")
    if _linked_by_hand(row, paper):
        edited.append("whose names the authors are")
    return edited


def _linked_by_hand(row, paper):
    """Whether a name is given to somebody whom no rule would have given it to."""
    authorships = paper.authorships.select_related("author").all()
    for authorship, planned in zip(authorships, row.plan["author_ids"], strict=False):
        author = authorship.author
        if author is None or author.pk == planned:
            continue
        keys = {author.key, *author.names.values_list("key", flat=True)}
        if authorship.name_key not in keys:
            return True
    return False


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
            Venue.objects.filter(pk=venue, acronym=acronym).update(acronym="")


def _restore(row, paper, edited):
    restorable = set(row.changes) - edited
    held, before = record_of(paper), record_from_json(row.before["record"])
    record = merged(held, before, restorable)
    same_people = "authors" not in restorable and "editors" not in restorable
    ids = _author_ids(paper) if same_people else row.before["author_ids"]
    if len(ids) != len(record.contributors):
        return "Its authors were edited since the import."
    known = set(Author.objects.filter(pk__in=ids).values_list("pk", flat=True))
    ids = [pk if pk in known else None for pk in ids]
    _rewrite(paper, record, ids, set(), row.before["imported"], restorable)
    kept = sorted(set(row.changes) & edited)
    return f"Edited since the import and kept: {', '.join(kept)}." if kept else ""


def _rewrite(paper, record, ids, new_keys, imported, names):
    draft = Draft(
        slug=paper.slug,
        record=record,
        author_ids=ids,
        new_keys=new_keys,
        source_format=paper.source_format,
        source_text=paper.source_text,
        imported=imported,
    )
    return rewrite_paper(paper, draft, set(names))


def _draft(row, known):
    """`known`: which of the plan's authors are still there; others are undecided."""
    plan = row.plan
    return Draft(
        slug=row.target,
        record=record_from_json(plan["record"]),
        author_ids=[pk if pk in known else None for pk in plan["author_ids"]],
        new_keys=set(plan["new_keys"]),
        source_format=plan["format"],
        source_text=plan["source"],
        imported={name: plan[name] for name in ("said", "made", "digest")},
    )


def _known_authors(plans):
    """A plan may be older than the removal of an author."""
    wanted = {pk for plan in plans for pk in plan["author_ids"] if pk}
    return {author.pk for author in each_among(Author.objects.only("pk"), "pk", wanted)}


def _facts_after(row):
    """What the paper said when the row was done: for a new one, what was planned."""
    return row.after.get("facts") or {**row.plan["said"], **row.plan["made"]}


def _ids_by_name(paper, record, draft):
    """Who is on the paper stays who they are, undecided too; the file names others."""
    stated = [each.name for each in draft.record.contributors]
    known = dict(zip(stated, draft.author_ids, strict=True))
    known |= {each.name: each.author_id for each in paper.authorships.all()}
    return [known.get(each.name) for each in record.contributors]


def _standing(paper, held):
    return {
        "record": record_to_json(held),
        "author_ids": _author_ids(paper),
        "imported": paper.imported,
    }


def _author_ids(paper):
    return [each.author_id for each in paper.authorships.all()]


def _made_besides(written):
    return {
        "authors": written.authors,
        "venues": written.venues,
        "topics": written.topics,
        "acronyms": written.acronyms,
    }


def _leave(row, reason):
    row.action, row.reason, row.changes = ImportRow.Action.REVIEW, reason, {}
    return row

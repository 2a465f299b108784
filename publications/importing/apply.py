"""Planned rows → papers."""

from itertools import groupby

from portal.bulk_rows import check_at_once
from portal.models import ImportRow
from publications.facts import facts_of
from publications.importing.ahead import prepared_of
from publications.importing.compare import merged
from publications.importing.preparing import draft_of
from publications.importing.stored import record_to_json
from publications.models import Author, Publication
from publications.querysets import each_among
from publications.records import held_papers, record_of
from publications.sheets import AUTHORSHIP, PAPER, Draft
from publications.writing import rewrite_paper, write_sheets

CREATED, UPDATED = ImportRow.Action.CREATED, ImportRow.Action.UPDATED
UPDATED_AT_A_TIME = 100
SLUG, AUTHOR = PAPER.index("slug"), AUTHORSHIP.index("author_id")


def apply_rows(rows):
    """Carry rows out in their order, runs of new papers at once.

    Returns the rows that now say more than was planned.
    """
    written = []
    to_do = [row for row in rows if row.action in {CREATED, UPDATED}]
    for action, group in groupby(to_do, key=lambda row: row.action):
        if action == CREATED:
            written += _create(list(group))
        else:
            for rows_of_papers in _once_each(group):
                written += _update(rows_of_papers)
    return written


def _once_each(rows):
    """Lists of rows in which no paper stands twice."""
    some = {}
    for row in rows:
        if row.target in some or len(some) == UPDATED_AT_A_TIME:
            yield list(some.values())
            some = {}
        some[row.target] = row
    if some:
        yield list(some.values())


def _create(rows):
    # To have them in some order, SQLite reads the whole table rather than an index.
    papers = Publication.objects.order_by().values_list("slug", flat=True)
    taken = set(each_among(papers, "slug", [row.target for row in rows]))
    renamed = [row for row in rows if row.target in taken]
    for row in renamed:
        row.target = Publication.objects.free_slug(row.target)
    sheets = [_sheet(row) for row in rows]
    _forget_the_gone(sheets)
    check_at_once()
    rows[0].after = _made_besides(write_sheets(sheets))
    return list(dict.fromkeys([rows[0], *renamed]))


def _sheet(row):
    (prepared,) = prepared_of([row])
    sheet = prepared.sheet
    sheet.paper[SLUG] = row.target
    return sheet


def _forget_the_gone(sheets):
    """A plan may be older than the removal of an author: the name is undecided then."""
    known = _known_authors(row[AUTHOR] for sheet in sheets for row in sheet.authorships)
    for sheet in sheets:
        for row in sheet.authorships:
            if row[AUTHOR] not in known:
                row[AUTHOR] = None


def _update(rows):
    """Rows about papers that are there, each about another one."""
    targets = [row.target for row in rows]
    drafts = {row.target: draft_of(row.target, row.plan, row.source) for row in rows}
    known = _known_authors(pk for each in drafts.values() for pk in each.author_ids)
    papers, changed = held_papers(targets), []
    for row in rows:
        draft = drafts[row.target]
        draft.author_ids = [pk if pk in known else None for pk in draft.author_ids]
        if why := _why_not(row, papers.get(row.target)):
            _leave(row, why)
        else:
            row.after = _made_besides(_change(row, papers[row.target], draft))
            changed.append(row)
    papers = held_papers([row.target for row in changed])
    for row in changed:
        row.after = {"facts": facts_of(record_of(papers[row.target])), **row.after}
    return rows


def _why_not(row, paper):
    if paper is None:
        return "The paper was removed since the import was planned."
    facts = facts_of(record_of(paper))
    moved = [
        name for name, (ours, _) in row.changes.items() if facts.get(name, "") != ours
    ]
    return moved and f"Changed since the import was planned: {', '.join(moved)}."


def _change(row, paper, draft):
    held = record_of(paper)
    row.before = _standing(paper, held)
    if row.plan["digest"]:
        paper.source_format, paper.source_text = draft.source_format, draft.source_text
    record = merged(held, draft.record, row.changes)
    ids = _ids_by_name(paper, record, draft)
    said = draft.imported["said"]
    imported = _statement(paper.imported, said, row.plan["digest"])
    imported["digest"] = imported["digest"] or paper.statement_digest
    here = {each.name_key for each in paper.authorships.all()}
    new_keys = {key for key in draft.new_keys if key[:300] not in here}
    changes, named = row.changes, draft.named
    return rewrite(paper, record, ids, new_keys, imported, changes, named)


def _statement(former, said, digest):
    """What imports have said of the paper and made of it; said now is made no longer."""
    made = former.get("made", {})
    return {
        "said": {**former.get("said", {}), **said},
        "made": {name: fact for name, fact in made.items() if name not in said},
        "digest": digest,
    }


def rewrite(paper, record, ids, new_keys, imported, names, named=None):
    """Let the facts of these names be the record's, by these authors; `named` says how
    new ones are called."""
    draft = Draft(
        slug=paper.slug,
        record=record,
        author_ids=ids,
        new_keys=new_keys,
        named=named or {},
        source_format=paper.source_format,
        source_text=paper.source_text,
        imported=imported,
    )
    return rewrite_paper(paper, draft, set(names))


def _known_authors(ids):
    wanted = {pk for pk in ids if pk}
    return set(each_among(Author.objects.values_list("pk", flat=True), "pk", wanted))


def _ids_by_name(paper, record, draft):
    """Who is on the paper stays who they are, undecided too; the file names others."""
    stated = [each.name for each in draft.record.contributors]
    known = dict(zip(stated, draft.author_ids, strict=True))
    known |= {each.name: each.author_id for each in paper.authorships.all()}
    return [known.get(each.name) for each in record.contributors]


def _standing(paper, held):
    return {
        "record": record_to_json(held),
        "author_ids": author_ids(paper),
        "imported": paper.imported,
        "source": [paper.source_format, paper.source_text],
    }


def author_ids(paper):
    """Of its names in their order; None for an undecided one."""
    return [each.author_id for each in paper.authorships.all()]


def _made_besides(written):
    return {
        "authors": written.authors,
        "venues": written.venues,
        "topics": written.topics,
        "acronyms": written.acronyms,
    }


def _leave(row, reason):
    row.action, row.question = ImportRow.Action.REVIEW, "stale"
    row.reason, row.changes = reason, {}

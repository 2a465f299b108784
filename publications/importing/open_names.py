"""Which printed names wait for a decision: in one import, and on the whole site."""

from collections import Counter, defaultdict
from itertools import islice

from django.db.models import Count, TextField
from django.db.models.functions import Cast

from publications import members
from publications.importing.name_questions import (
    MOST_PAPERS,
    NameQuestion,
    PrintedOn,
    add_candidates,
)
from publications.models import Author, Authorship, Decision, Publication
from publications.names import name_key

# Only what is not certain comes with evidence.
DOUBTFUL = '"evidence":'


def names_of_run(run):
    """The questions of an import without papers and candidates, the widest first.

    Returns [(NameQuestion, positions of its rows)].
    """
    decided, excluded = _decided()
    pages = {member.slug: member.author_id for member in members.everyone()}
    forms, rows = defaultdict(Counter), defaultdict(list)
    for position, authors in _doubtful(run).values_list("position", "authors"):
        for each in authors:
            name = f"{each['name']} {each.get('namesake', '')}".strip()
            key = name_key(name)[:300]
            about = (key, pages.get(each["proposed"]))
            if each.get("evidence") and key not in decided and about not in excluded:
                forms[key][name] += 1
                rows[key].append(position)
    asked = [
        (NameQuestion(key, _ordered(forms[key]), len(set(rows[key]))), rows[key])
        for key in forms
    ]
    return sorted(asked, key=lambda pair: (-pair[0].count, pair[0].key))


def complete_for_run(run, asked):
    """Give the questions of a page their papers and candidates."""
    wanted = {at for _, rows in asked for at in islice(rows, MOST_PAPERS)}
    found = _papers_of_rows(run, wanted)
    for question, rows in asked:
        question.papers = [found[at] for at in dict.fromkeys(rows) if at in found]
    questions = [question for question, _ in asked]
    add_candidates(questions)
    return questions


def undecided_keys(paper=None):
    """The distinct undecided names of the site, or of one paper: (name_key, papers)."""
    rows = Authorship.objects.filter(author__isnull=True).order_by()
    if paper:
        rows = rows.filter(publication=paper)
    counted = rows.values("name_key").annotate(
        papers=Count("publication", distinct=True)
    )
    return counted.order_by("-papers", "name_key")


def questions_of_site(keys):
    """The questions about these undecided names, in the order of the keys."""
    forms, papers = defaultdict(Counter), defaultdict(set)
    rows = Authorship.objects.filter(author__isnull=True, name_key__in=keys)
    for key, printed, number, paper in rows.values_list(
        "name_key", "printed_name", "namesake", "publication_id"
    ):
        forms[key][f"{printed} {number}".strip()] += 1
        papers[key].add(paper)
    shown = {key: sorted(papers[key], reverse=True)[:MOST_PAPERS] for key in forms}
    found = _papers({pk for pks in shown.values() for pk in pks})
    questions = [
        NameQuestion(
            key,
            _ordered(forms[key]),
            len(papers[key]),
            [found[pk] for pk in shown[key]],
        )
        for key in keys
        if key in forms
    ]
    add_candidates(questions)
    return questions


def decided_since(moment):
    """Decisions about names made since then, the newest first."""
    decisions = Decision.objects.filter(author__isnull=False, decided_at__gte=moment)
    return decisions.select_related("author", "decided_by")


def _doubtful(run):
    text = Cast("authors", TextField())
    rows = run.rows.alias(text=text).filter(text__contains=DOUBTFUL)
    return rows.exclude(action="rejected").order_by("position")


def _decided():
    decisions = Decision.objects.filter(author__isnull=False)
    rows = list(decisions.values_list("name_key", "author_id", "same"))
    decided = {key for key, _, same in rows if same}
    excluded = {(key, pk) for key, pk, same in rows if not same}
    # Of a name without a member in question, whoever it was is ruled out.
    return decided, excluded | {(key, None) for key, _ in excluded}


def _papers_of_rows(run, positions):
    rows = run.rows.filter(position__in=positions).values_list(
        "position", "target", "key", "plan__author_ids", "plan__record__title"
    )
    rows = list(rows)
    held = Publication.objects.filter(slug__in=[row[1] for row in rows])
    held = dict(held.values_list("slug", "pk"))
    known = _papers(held.values())
    planned = {pk for row in rows for pk in row[3] or () if pk}
    names = {
        each.pk: each.display_name for each in Author.objects.filter(pk__in=planned)
    }
    papers = {}
    for position, slug, key, ids, title in rows:
        on_site = known.get(held.get(slug))
        beside = {pk: names[pk] for pk in ids or () if pk in names}
        if on_site is None or ids is not None:
            papers[position] = PrintedOn(title or key, held.get(slug, 0), beside)
        else:
            papers[position] = on_site
    return papers


def _papers(pks):
    """{id: PrintedOn} of papers of the site."""
    beside = defaultdict(dict)
    rows = Authorship.objects.filter(publication__in=pks, author__isnull=False)
    for row in rows.select_related("author"):
        beside[row.publication_id][row.author_id] = row.author.display_name
    titles = Publication.objects.filter(pk__in=pks).values_list("pk", "title")
    return {pk: PrintedOn(title, pk, beside[pk]) for pk, title in titles}


def _ordered(forms):
    return [form for form, _ in sorted(forms.items(), key=lambda each: -each[1])]

"""Papers to compare in the admin: the file and the site, side by side."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.imports.files import SourceFile
from portal.imports.run import apply, prepare
from portal.imports.tasks import work
from publications.models import Publication, Relation

pytestmark = pytest.mark.django_db


def entry(key, title, **fields):
    stated = {
        "author": "Ann Smith and Bo Li",
        "year": "2020",
        "pages": "1--9",
        **fields,
    }
    lines = [f"{name} = {{{value}}}" for name, value in stated.items() if value]
    return f"@article{{{key}, title = {{{title}}}, {', '.join(lines)}}}\n"


def make_run(*entries):
    source = SourceFile("papers.bib", "".join(entries).encode())
    return prepare(kind="publications", sources=[source])


def bring_in(*entries):
    run = make_run(*entries)
    apply(run=run)
    return run


def step(run):
    return reverse("import_works", args=[run.pk])


def finish(run):
    """Do what was queued for the worker."""
    run.refresh_from_db()
    if run.act:
        work.func(run.pk, run.act)
        run.refresh_from_db()
    return run


def cards(client, run, **asked):
    return client.get(step(run), asked).context["cards"]


def edited(*keys):
    """Papers whose volume an editor has written, and entries that say another one."""
    bring_in(*(entry(key, key.capitalize()) for key in keys))
    for paper in Publication.objects.all():
        paper.appearances.update(volume="3")
    return make_run(*(entry(key, key.capitalize(), volume="4") for key in keys))


@pytest.fixture
def alike():
    """A run with an entry like a paper of the site."""
    bring_in(entry("held", "Deep learning of road traffic networks"))
    doubtful = entry(
        "new", "Deep learning of traffic networks", doi="10.1000/x", pages="7--9"
    )
    return make_run(doubtful)


def test_question_shows_both_statements_and_ticks_what_the_site_lacks(
    admin_client, alike
):
    [card] = cards(admin_client, alike)

    assert [pair.heading for pair in card.question.offered] == ["Title", "Pages", "DOI"]
    assert card.ticked == {"doi"}
    assert [value for value, _, _ in card.options] == [
        "same",
        "all",
        "appearance",
        "version",
        "new",
        "skip",
    ]


def test_ticked_facts_are_taken(admin_client, alike):
    admin_client.post(step(alike), {"work-0": "same", "take-0": ["doi", "title"]})
    apply(run=finish(alike))

    paper = Publication.objects.with_rows().get()
    assert (paper.title, paper.doi, paper.primary.pages) == (
        "Deep learning of traffic networks",
        "10.1000/x",
        "1–9",
    )


@pytest.mark.parametrize(
    ("choice", "papers", "ties"),
    [("all", 1, 0), ("appearance", 1, 0), ("version", 2, 1), ("new", 2, 0)]
    + [("skip", 1, 0)],
)
def test_answer_is_carried_out_and_can_be_seen_again(
    admin_client, alike, choice, papers, ties
):
    admin_client.post(step(alike), {"work-0": choice, "again": "1"})
    apply(run=finish(alike))

    assert (Publication.objects.count(), Relation.objects.count()) == (papers, ties)
    assert cards(admin_client, alike) == []
    [card] = cards(admin_client, alike, show="all")
    assert (card.choice, card.question.stated) == (
        choice,
        "Deep learning of traffic networks",
    )


def test_answer_can_be_changed_and_withdrawn(admin_client, alike):
    for choice in ("new", "skip", ""):
        admin_client.post(step(alike), {"work-0": choice, "later": "1"})

    alike.refresh_from_db()
    assert alike.answers == {}
    assert len(cards(admin_client, alike)) == 1


def test_answer_to_an_applied_import_is_settled(admin_client, alike):
    apply(run=alike)

    response = admin_client.post(step(alike), {"work-0": "new", "again": "1"})

    assert response.url == reverse("imports:settle", args=[alike.pk])
    admin_client.post(response.url)
    finish(alike)
    assert Publication.objects.count() == 2


def test_rows_that_are_alike_are_answered_at_once(admin_client):
    run = edited("apples", "bridges", "clouds")
    groups = admin_client.get(step(run)).context["alike"]

    admin_client.post(step(run), {"alike": "all|volume"})
    apply(run=finish(run))

    assert groups == [("volume", "volume", 3)]
    volumes = [
        paper.primary.volume for paper in Publication.objects.with_rows().order_by("pk")
    ]
    assert volumes == ["4", "4", "4"]


def test_edited_fact_is_kept_and_the_rest_taken(admin_client):
    bring_in(entry("a", "All about apples"))
    Publication.objects.get().appearances.update(volume="3")
    run = make_run(entry("a", "All about apples", volume="4", pages="1--12"))

    [card] = cards(admin_client, run)
    admin_client.post(step(run), {"work-0": "keep"})
    apply(run=finish(run))

    primary = Publication.objects.with_rows().get().primary
    assert card.ticked == {"pages"}
    assert (primary.volume, primary.pages) == ("3", "1–12")
    assert {
        row.action
        for row in bring_in(
            entry("a", "All about apples", volume="4", pages="1--12")
        ).rows.all()
    } == {"unchanged"}


def test_entries_of_one_run_are_compared_before_they_are_there(admin_client):
    run = make_run(
        entry("a", "All about apples", doi="10.1000/x", journal="Fruit"),
        entry("b", "All about apples", doi="10.1000/x", journal="Fruits"),
    )

    [card] = cards(admin_client, run)
    admin_client.post(step(run), {"work-1": "all"})
    apply(run=finish(run))

    assert (card.question.pk, card.question.title) == (0, "All about apples")
    assert [pair.their_text for pair in card.question.offered] == ["Fruits"]
    paper = Publication.objects.with_rows().get()
    assert paper.primary.venue_name == "Fruits"


def test_paper_that_changed_since_the_plan_is_looked_at_again(admin_client):
    bring_in(entry("a", "All about apples"))
    run = make_run(entry("a", "All about apples", volume="4"))
    Publication.objects.get().appearances.update(volume="3")
    apply(run=run)

    [card] = cards(admin_client, run)
    admin_client.post(step(run), {"work-0": "again", "again": "1"})
    admin_client.post(reverse("imports:settle", args=[run.pk]))
    finish(run)

    assert (card.question.question, card.options[0][0]) == ("stale", "again")
    [card] = cards(admin_client, run)
    assert card.question.question == "protected"


def test_one_question_can_be_asked_for(admin_client):
    run = edited("apples", "bridges")

    asked = [cards(admin_client, run, at=at) for at in (1, 7, "x")]

    keys = [[card.question.key for card in found] for found in asked]
    assert keys == [["bridges"], [], ["apples", "bridges"]]


def test_nonsense_that_is_sent_answers_nothing(admin_client, alike):
    for sent in (
        {"work-0": "everything"},
        {"work-x": "same"},
        {"work-9": "new"},
        {f"work-{9**30}": "new"},
    ):
        admin_client.post(step(alike), sent)
    admin_client.post(step(alike), {"alike": "all|nothing"})
    admin_client.post(step(alike), {"alike": "what"})

    alike.refresh_from_db()
    assert alike.answers == {}


def test_questions_are_asked_in_as_many_queries_for_three_as_for_one(admin_client):
    counts = []
    for keys in (["apples"], ["bridges", "clouds", "doves"]):
        Publication.objects.all().delete()
        run = edited(*keys)
        admin_client.get(step(run))
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(step(run))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_import_without_questions_counts_none(admin_client):
    page = admin_client.get(step(make_run(entry("a", "Apples")))).content.decode()

    assert "No entry of this import asks anything" in page
    assert "0 of 0" not in page

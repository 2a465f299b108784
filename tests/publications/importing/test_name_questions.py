"""The names of an import and of the site about which a person is asked."""

import pytest

from portal.imports.files import SourceFile
from portal.imports.run import apply, prepare, read
from publications.importing.open_names import (
    complete_for_run,
    names_of_run,
    questions_of_site,
    undecided_keys,
)
from publications.models import Author, Publication
from publications.naming import decide_person, decide_stranger
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db

ENTRIES = """
@article{a, title = {On Waves}, author = {S. Seo and Yan Liu}, year = 2020}
@article{b, title = {On Heat}, author = {Seo, S. and Bo Li}, year = 2021}
@article{c, title = {On Tides}, author = {Sungong Seo}, year = 2021}
"""


@pytest.fixture
def page():
    page = make_member("Sungyong Seo")
    make_paper("Together", [page.author, "Yan Liu"])
    return page


def plan_entries():
    source = SourceFile("papers.bib", ENTRIES.encode())
    return prepare(kind="publications", sources=[source])


def asked(run):
    return [(each.key, each.forms, each.count) for each, _ in names_of_run(run)]


def in_words(questions):
    return [
        (
            each.printed,
            [paper.title for paper in each.papers],
            [
                (str(found.known.name.display), found.shared)
                for found in each.candidates
            ],
        )
        for each in questions
    ]


def test_distinct_names_of_a_run_are_asked_about_once(page):
    assert asked(plan_entries()) == [
        ("s seo", ["S. Seo"], 2),
        ("seo sungong", ["Sungong Seo"], 1),
    ]


def test_questions_of_a_run_have_papers_and_candidates(page):
    run = plan_entries()

    questions = complete_for_run(run, names_of_run(run))

    assert in_words(questions) == [
        ("S. Seo", ["On Waves", "On Heat"], [("Sungyong Seo", ("Yan Liu",))]),
        ("Sungong Seo", ["On Tides"], [("Sungyong Seo", ())]),
    ]


def test_decided_name_is_no_question_and_is_linked_when_read_again(page):
    run = plan_entries()
    decide_person(printed="S. Seo", author=page.author)

    before = asked(run)
    read(run=run)

    assert before == asked(run) == [("seo sungong", ["Sungong Seo"], 1)]
    names = [row.authors[0]["how"] for row in run.rows.all()]
    assert names[:2] == ["decided", "decided"]


def test_name_of_somebody_new_is_no_question_and_makes_an_author(page):
    run = plan_entries()
    decide_stranger(printed="S. Seo", candidates=[page.author.pk])
    read(run=run)
    apply(run=run)

    stranger = Author.objects.get(key="s seo")
    assert asked(run) == [("seo sungong", ["Sungong Seo"], 1)]
    assert stranger.authorships.count() == 2


def test_undecided_names_of_the_site_are_asked_about_after_a_command(page):
    apply(run=plan_entries())

    keys = [each["name_key"] for each in undecided_keys()]

    assert in_words(questions_of_site(keys)) == [
        ("S. Seo", ["On Heat", "On Waves"], [("Sungyong Seo", ("Yan Liu",))]),
        ("Sungong Seo", ["On Tides"], [("Sungyong Seo", ())]),
    ]


def test_names_of_unchanged_entries_have_the_papers_of_the_site(page):
    apply(run=plan_entries())
    run = plan_entries()

    questions = complete_for_run(run, names_of_run(run))

    held = dict(Publication.objects.values_list("title", "pk"))
    assert [question.papers[0].pk for question in questions] == [
        held["On Waves"],
        held["On Tides"],
    ]

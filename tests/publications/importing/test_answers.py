"""Entries that were a question: what each answer does, now and at the next import."""

import pytest

from portal.imports.files import SourceFile
from portal.imports.run import answer, apply, prepare, read, redo, undo
from publications.models import Decision, Publication, Relation
from tests.factories import make_paper

pytestmark = pytest.mark.django_db

JOURNAL = """@article{deep, title = {Deep learning of road traffic networks},
  author = {Ann Smith and Bo Li}, journal = {Journal X}, year = 2020, pages = {1--9}}
"""
PREPRINT = """@misc{deeparxiv, title = {Deep learning of traffic networks},
  author = {Ann Smith and Bo Li}, year = 2019, eprint = {1901.00001},
  archiveprefix = {arXiv}}
"""


def source(*entries):
    return SourceFile("papers.bib", "\n".join(entries).encode())


def bring_in(*entries, answers=None):
    """A run whose questions were answered before it was applied."""
    run = prepare(kind="publications", sources=[source(*entries)])
    if answers:
        answer(run=run, answers=answers)
        read(run=run)
    apply(run=run)
    return run


def outcome(run):
    return [(row.action, row.question, row.target) for row in run.rows.all()]


def places(slug):
    paper = Publication.objects.with_rows().get(slug=slug)
    return [(each.venue_name, each.date.text) for each in paper.appearances.all()]


@pytest.fixture
def held():
    """The slug of a paper that PREPRINT is like."""
    bring_in(JOURNAL)
    return Publication.objects.get().slug


def test_likeness_is_a_question(held):
    assert outcome(bring_in(PREPRINT)) == [("review", "likeness", held)]


def test_same_takes_what_was_chosen_and_keeps_the_rest(held):
    chosen = {"work": "same", "slug": held, "take": ["arxiv"]}
    run = bring_in(PREPRINT, answers={0: chosen})

    paper = Publication.objects.get()
    assert outcome(run) == [("updated", "", held)]
    assert run.rows.get().changes == {"arxiv": ["", "1901.00001"]}
    assert (paper.identifier("arxiv"), places(held)) == (
        "1901.00001",
        [("Journal X", "2020")],
    )


@pytest.mark.parametrize(
    ("work", "action"),
    [
        ({"work": "same", "take": ["title", "arxiv"]}, "updated"),
        ({"work": "same", "take": []}, "unchanged"),
        ({"work": "appearance"}, "updated"),
        ({"work": "version"}, "created"),
        ({"work": "new"}, "created"),
        ({"work": "skip"}, "unchanged"),
    ],
    ids=["some facts", "no fact", "appearance", "version", "new", "skip"],
)
def test_answer_is_remembered_by_the_next_import_of_either_file(held, work, action):
    first = bring_in(PREPRINT, answers={0: work | {"slug": held}})

    again = [row[:2] for row in outcome(bring_in(PREPRINT, JOURNAL))]

    assert [row[0] for row in outcome(first)] == [action]
    assert again == [("unchanged", ""), ("unchanged", "")]


def test_appearance_stands_below_the_paper_and_is_taken_back(held):
    run = bring_in(PREPRINT, answers={0: {"work": "appearance", "slug": held}})

    assert places(held) == [("Journal X", "2020"), ("arXiv", "2019")]
    assert Publication.objects.get().identifier("arxiv") == "1901.00001"
    assert Decision.objects.get().verdict == "is another appearance of"

    undo(run=run)
    assert places(held) == [("Journal X", "2020")]
    assert not Decision.objects.exists()

    redo(run=run)
    assert places(held) == [("Journal X", "2020"), ("arXiv", "2019")]
    assert outcome(bring_in(PREPRINT)) == [("unchanged", "", held)]


def test_two_appearances_of_one_run_stand_side_by_side(held):
    workshop = PREPRINT.replace("deeparxiv", "deepworkshop").replace(
        "eprint = {1901.00001}", "booktitle = {Workshop Y}"
    )
    appearance = {"work": "appearance", "slug": held}

    bring_in(PREPRINT, workshop, answers={0: appearance, 1: appearance})

    assert places(held) == [
        ("Journal X", "2020"),
        ("arXiv", "2019"),
        ("Workshop Y", "2019"),
    ]
    assert [row[0] for row in outcome(bring_in(workshop, PREPRINT, JOURNAL))] == [
        "unchanged"
    ] * 3


def test_version_is_a_paper_of_its_own_tied_to_the_other(held):
    run = bring_in(PREPRINT, answers={0: {"work": "version", "slug": held}})

    version = Publication.objects.exclude(slug=held).get()
    tie = Relation.objects.get()
    assert (tie.publication, tie.kind, tie.other.slug) == (version, "version", held)

    undo(run=run)
    assert [paper.slug for paper in Publication.objects.all()] == [held]
    assert not Relation.objects.exists()


def test_work_that_is_no_duplicate_is_created(held):
    run = bring_in(PREPRINT, answers={0: {"work": "new"}})

    assert [row[0] for row in outcome(run)] == ["created"]
    decision = Decision.objects.get()
    assert (decision.publication.slug, decision.verdict) == (held, "is not")


def test_entry_that_was_left_out_is_asked_about_when_it_changes(held):
    run = bring_in(PREPRINT, answers={0: {"work": "skip", "slug": held}})
    changed = PREPRINT.replace("2019", "2021")

    assert run.rows.get().reason == "Left out, as decided."
    assert outcome(bring_in(changed)) == [("review", "likeness", held)]


def test_answer_about_a_paper_that_is_gone_is_asked_again(held):
    run = prepare(kind="publications", sources=[source(PREPRINT)])
    answer(run=run, answers={0: {"work": "same", "slug": held, "take": []}})
    Publication.objects.all().delete()

    read(run=run)

    assert outcome(run) == [("review", "stale", held)]


def test_protected_fact_is_kept_and_not_asked_about_again(held):
    Publication.objects.update(abstract="Our own words")
    changed = JOURNAL.replace("1--9}", "1--12}, abstract = {Their words}")
    chosen = {"work": "same", "slug": held, "take": ["pages"]}

    asked = bring_in(changed)
    run = bring_in(changed, answers={0: chosen})

    assert outcome(asked) == [("review", "protected", held)]
    assert run.rows.get().changes == {"pages": ["1–9", "1–12"]}
    paper = Publication.objects.with_rows().get()
    assert (paper.abstract, paper.primary.pages) == ("Our own words", "1–12")
    assert outcome(bring_in(changed)) == [("unchanged", "", held)]


TWICE = JOURNAL.replace("{deep,", "{deep2,").replace("Journal X", "Journal of X")


@pytest.mark.parametrize(
    ("work", "venues"),
    [
        ({"work": "same", "take": ["venue"]}, ["Journal of X"]),
        ({"work": "same", "take": []}, ["Journal X"]),
        ({"work": "new"}, ["Journal X", "Journal of X"]),
    ],
    ids=["second", "first", "two works"],
)
def test_contradiction_within_a_run_is_solved_once_and_for_all(work, venues):
    slug = "deep-learning-of-road-traffic-networks"
    pair = [
        each.replace("year", "doi = {10.1000/x}, year") for each in (JOURNAL, TWICE)
    ]
    asked = prepare(kind="publications", sources=[source(*pair)])

    bring_in(*pair, answers={1: work | {"slug": slug}})

    assert [row[:2] for row in outcome(asked)] == [
        ("created", ""),
        ("review", "contradiction"),
    ]
    papers = Publication.objects.with_rows().order_by("pk")
    assert [paper.primary.venue_name for paper in papers] == venues
    again = bring_in(*pair)
    assert [row[0] for row in outcome(again)] == ["unchanged", "unchanged"]


def test_answers_of_a_hand_made_paper_leave_it_as_it_is():
    paper = make_paper(
        "Deep learning of traffic networks on roads",
        ["Ann Smith", "Bo Li"],
        year="2019",
    )

    bring_in(PREPRINT, answers={0: {"work": "same", "slug": paper.slug, "take": []}})

    assert outcome(bring_in(PREPRINT)) == [("unchanged", "", paper.slug)]
    assert Publication.objects.get().title == paper.title


def test_twin_of_which_nothing_is_taken_leads_to_the_first_entry():
    twin = JOURNAL.replace("1--9", "7--9").replace("{deep,", "{twin,")
    run = prepare(kind="publications", sources=[source(JOURNAL, twin)])
    answer(run=run, answers={1: {"work": "same", "slug": run.rows.first().target}})
    read(run=run)

    rows = [(row.action, row.target, row.reason) for row in run.rows.all()]
    slug = rows[0][1]
    assert rows == [
        ("created", slug, ""),
        (
            "unchanged",
            slug,
            "The same work as the entry of line 1, as decided.",
        ),
    ]

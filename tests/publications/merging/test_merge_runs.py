"""A merge stands in the history of imports and is undone like one."""

import pytest

from portal.imports.run import redo, undo
from portal.models import ImportRow, ImportRun
from publications.merging.refusal import CannotMerge
from publications.merging.run import carry_out
from publications.models import Appearance, Author, Authorship, Source, Venue
from tests.factories.papers import make_author, make_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def plans():
    """The plan of each act, about the same few records."""
    keep, gone = make_author("Yan Liu"), make_author("Y. Liu")
    make_paper("Waves", [keep], venue="Sea")
    make_paper("Beetles", [keep], venue="The Sea")
    make_paper("Tides", [gone], venue="Sea")
    Source.objects.create(author=gone, kind="dblp", value="12/3456-1")
    place = keep.authorships.get(publication__title="Beetles")
    sea, other = Venue.objects.order_by("pk")
    return {
        "authors": {"keep": keep.pk, "gone": gone.pk},
        "venues": {"keep": sea.pk, "gone": other.pk},
        "split": {"author": keep.pk, "authorships": [place.pk], "into": None},
    }


def carry(act, plans, by=None):
    return carry_out(plan={"act": act, **plans[act]}, title="“One” into “other”", by=by)


def standing():
    appearances = Appearance.objects.order_by("pk")
    return (
        sorted(Author.objects.values_list("family_name", "given_name", "names__text")),
        sorted(Venue.objects.values_list("name", "names__text")),
        [str(each.author) for each in Authorship.objects.order_by("pk")],
        list(appearances.values_list("venue__name", "venue_printed")),
        [str(source.author) for source in Source.objects.all()],
    )


@pytest.mark.parametrize("act", ["authors", "venues", "split"])
def test_act_is_undone_and_redone_and_undone(plans, act):
    before = standing()
    run = carry(act, plans)
    after = standing()
    assert after != before
    for _ in range(2):
        assert undo(run=run)[1] == []
        assert standing() == before
        redo(run=run)
        assert standing() == after


def test_merge_is_a_run_of_one_row(plans, admin_user):
    run = carry("authors", plans, by=admin_user)
    undo(run=run)

    row = ImportRow.objects.get()
    assert (run.kind, run.started_by, run.options, row.state, row.reason) == (
        "merge",
        admin_user,
        {"title": "“One” into “other”"},
        "undone",
        "",
    )


def test_merge_with_an_author_who_is_gone_leaves_no_run(plans):
    Author.objects.filter(pk=plans["authors"]["gone"]).delete()
    with pytest.raises(CannotMerge, match="^One of the two authors is gone"):
        carry("authors", plans)

    assert not ImportRun.objects.exists()


def test_undo_goes_on_where_a_record_was_removed_since(plans):
    run = carry("authors", plans)
    Author.objects.filter(pk=plans["authors"]["keep"]).delete()
    _, [row] = undo(run=run)

    assert row.reason == (
        "“Y. Liu” was changed since: author. A watched source that it changed was "
        "removed since."
    )
    assert [str(author) for author in Author.objects.all()] == ["Y. Liu"]

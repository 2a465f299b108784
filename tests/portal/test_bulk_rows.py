"""Rows written in bulk are just what Django would have written."""

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from portal.bulk_rows import (
    check_at_once,
    insert,
    light,
    read,
    ready_rows,
    write,
    write_ready,
)
from portal.models import ImportRow, ImportRun
from publications.models import Appearance, Author, ListedPaper, Publication, Venue

pytestmark = pytest.mark.django_db
DATED = {"id", "created_at", "updated_at"}


def values(model):
    rows = model.objects.order_by("pk").values()
    return [
        {name: value for name, value in row.items() if name not in DATED}
        for row in rows
    ]


@pytest.mark.parametrize(
    ("model", "about"),
    [
        (Author, {"given_name": "Ana", "family_name": "Gómez", "suffix": "Jr."}),
        (Author, {"family_name": "World Health Organization", "is_group": True}),
        (Venue, {"name": "Journal of Tests", "acronym": "JoT"}),
        (Publication, {"slug": "on", "title": "On Ümläuts", "extra": {"a": ["“b”"]}}),
        (
            Publication,
            {"slug": "on", "title": "On", "imported": {"said": {"title": "In"}}},
        ),
    ],
)
def test_row_is_as_one_that_was_saved(model, about):
    model(**about).save()
    (saved,) = values(model)
    model.objects.all().delete()

    insert([light(model, **about)])

    assert values(model) == [saved]


def test_instance_is_as_one_that_was_read():
    (paper,) = insert([light(Publication, slug="on", title="On")])

    assert Publication.objects.get() == paper
    assert paper.created_at <= timezone.now()
    paper.title = "Of"
    paper.save()
    assert Publication.objects.get().title_key == "of"


def test_instance_read_in_bulk_is_as_one_of_django_and_knows_what_it_was_not_told():
    Publication.objects.create(slug="on", title="On", extra={"a": 1}, note="Invited")

    (paper,) = read(Publication.objects.all(), defer={"note"})

    assert (paper, paper.extra) == (Publication.objects.get(), {"a": 1})
    assert paper.get_deferred_fields() == {"note"}
    assert paper.note == "Invited"
    paper.title = "Of"
    paper.save()
    assert Publication.objects.get().title_key == "of"


def test_keys_go_on_after_rows_of_django_and_before_them():
    first = Publication.objects.create(slug="a", title="A")
    second, third = insert(
        light(Publication, slug=slug, title=slug) for slug in ("b", "c")
    )
    fourth = Publication.objects.create(slug="d", title="D")

    keys = [first.pk, second.pk, third.pk, fourth.pk]
    assert keys == sorted(set(keys))


def test_key_of_a_removed_row_is_not_given_again():
    (first,) = insert([light(Venue, name="A")])
    removed = first.pk
    first.delete()

    (second,) = insert([light(Venue, name="B")])

    assert second.pk > removed


def test_what_belongs_to_a_row_is_written_with_its_key():
    (paper,) = insert([light(Publication, slug="on", title="On")])
    insert([light(Appearance, publication_id=paper.pk, date="Aug. 2018")])

    assert Appearance.objects.get().date.iso == "2018-08"


def test_constraints_hold():
    rows = [light(Publication, slug="on", title=""), light(Publication, slug="x")]

    with pytest.raises(IntegrityError):
        insert(rows)


def test_instances_that_django_made_can_be_written_too():
    run = ImportRun.objects.create(kind="publications")
    rows = [
        ImportRow(run=run, position=place, action="created", plan={"place": place})
        for place in range(3)
    ]

    insert(rows)

    assert list(run.rows.values_list("position", "plan")) == [
        (place, {"place": place}) for place in range(3)
    ]


def test_no_rows_are_no_matter():
    assert insert([]) == []


def test_ready_rows_are_what_is_written_of_the_instances():
    papers = [Publication.objects.create(slug=slug, title=slug) for slug in "ab"]

    def listed():
        return [
            light(ListedPaper, publication_id=paper.pk, changed=3, year=2020)
            for paper in papers
        ]

    write(listed())
    written = values(ListedPaper)
    ListedPaper.objects.all().delete()
    write_ready(ListedPaper, ready_rows(ListedPaper, iter(listed())))

    assert values(ListedPaper) == written


def test_whole_numbers_are_written_as_they_are():
    listed = light(ListedPaper, publication_id=2, changed=10**15, year=2020)

    ((paper, changed, _, year, *_),) = ready_rows(ListedPaper, [listed])

    assert [paper, changed, year] == [2, 10**15, 2020]
    assert {type(paper), type(changed), type(year)} == {int}


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite checks at the end of a transaction"
)
def test_key_that_leads_nowhere_is_found_as_its_row_is_written():
    check_at_once()

    with pytest.raises(IntegrityError, match="publication_id"):
        insert([light(Appearance, publication_id=99)])

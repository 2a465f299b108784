"""Watched sources, against the stand-in of the web."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.imports.run import apply, discard
from portal.models import ImportRun
from publications.models import Publication, Source
from publications.sources import pace
from publications.watching import check
from tests.factories import make_author
from tests.publications.sources.shapes import OPENALEX_WORK, openalex_page

pytestmark = pytest.mark.django_db
VALUE = "A5023888391"


@pytest.fixture(autouse=True)
def _no_real_waiting(monkeypatch):
    monkeypatch.setattr(pace.PACE, "sleep", lambda seconds: None)


@pytest.fixture
def author(db):
    return make_author("Ada Lovelace")


def make_source(author, value=VALUE, kind="openalex", **fields):
    return Source.objects.create(author=author, kind=kind, value=value, **fields)


def check_sources(*options):
    output = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("check_sources", *options, stdout=output)
    return end.value.code, output.getvalue().splitlines()


def test_what_is_new_waits_for_a_go_ahead(web, author):
    web.answers["/openalex/works"] = openalex_page(OPENALEX_WORK)

    source = check(source=make_source(author))

    run = ImportRun.objects.get()
    assert (source.run, run.state, source.failed) == (run, "planned", False)
    assert (
        source.last_result
        == f"Import {run.pk} of publications waits for a go-ahead: 1 new."
    )
    assert timezone.now() - source.last_checked_at < timedelta(minutes=1)
    assert not Publication.objects.exists()


def test_a_second_check_does_not_pile_up(web, author):
    web.answers["/openalex/works"] = openalex_page(OPENALEX_WORK)
    source = check(source=make_source(author))

    check(source=Source.objects.get())

    assert [path for path, _ in web.asked] == ["/openalex/works"]
    assert ImportRun.objects.get() == source.run
    assert Source.objects.get().last_result == (
        f"Import {source.run.pk} of publications still waits; nothing was asked."
    )


def test_where_nothing_is_new_no_import_is_left_waiting(web, author):
    web.answers["/openalex/works"] = openalex_page(OPENALEX_WORK)
    source = check(source=make_source(author))
    apply(run=source.run)

    again = check(source=Source.objects.get())

    assert (again.last_result, again.failed) == (
        "Nothing new: 1 papers are here as they are there.",
        False,
    )
    assert list(ImportRun.objects.values_list("state", flat=True)) == [
        "discarded",
        "applied",
    ]


def test_a_discarded_import_lets_the_source_be_asked_again(web, author):
    web.answers["/openalex/works"] = openalex_page(OPENALEX_WORK)
    source = check(source=make_source(author))
    discard(run=source.run)

    assert check(source=Source.objects.get()).run.state == "planned"


def test_a_failure_is_a_sentence(web, author):
    source = check(source=make_source(author))

    assert (source.last_result, source.failed, source.run) == (
        "OpenAlex does not know it.",
        True,
        None,
    )
    assert not ImportRun.objects.exists()


def test_what_came_before_a_failure_waits_and_the_failure_is_told(web, author):
    first = openalex_page(OPENALEX_WORK, cursor="abc")
    web.answers["/openalex/works"] = [first, (403, {}, b"")]

    source = check(source=make_source(author))

    assert (source.last_result, source.failed) == (
        f"{source.run} waits for a go-ahead: 1 new. OpenAlex refuses to answer "
        "(HTTP 403).",
        True,
    )


def test_an_import_at_work_is_not_disturbed(web, author, monkeypatch):
    monkeypatch.setattr("publications.watching.PATIENCE", 0)
    web.answers["/openalex/works"] = openalex_page(OPENALEX_WORK)
    ImportRun.objects.create(
        kind="people", holder="elsewhere:1:1", beat_at=timezone.now()
    )

    source = check(source=make_source(author))

    assert source.failed
    assert "is at work" in source.last_result
    assert ImportRun.objects.count() == 1


def test_the_command_says_what_it_found(web, author):
    web.answers["/openalex/works"] = openalex_page(OPENALEX_WORK)
    make_source(author)

    status, lines = check_sources()

    run = ImportRun.objects.get()
    assert (status, lines) == (
        0,
        [f"Ada Lovelace, OpenAlex {VALUE}: {run} waits for a go-ahead: 1 new."],
    )
    assert check_sources() == (0, ["No source is due."])


def test_the_command_fails_when_a_source_does(web, author):
    make_source(author)
    make_source(author, "12/3456", "dblp", enabled=False)

    assert check_sources("--all") == (
        1,
        [f"Ada Lovelace, OpenAlex {VALUE}: OpenAlex does not know it."],
    )


def test_a_source_is_due_when_its_days_are_over(author):
    now = timezone.now()
    for name, days, more in [
        ("A1001", 6, {}),
        ("A1002", 8, {}),
        ("A1003", 8, {"every": 30}),
        ("A1004", 1, {"failed": True}),
        ("A1005", 99, {"enabled": False}),
    ]:
        make_source(author, name, last_checked_at=now - timedelta(days=days), **more)
    make_source(author, "A1006")

    due = Source.objects.due().values_list("value", flat=True)

    assert sorted(due) == ["A1002", "A1004", "A1006"]


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("orcid", "https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("openalex", "https://openalex.org/a5023888391", VALUE),
        ("dblp", "https://dblp.org/pid/12/3456-1.html", "12/3456-1"),
    ],
)
def test_an_identifier_is_kept_in_one_spelling(author, kind, typed, kept):
    source = Source(author=author, kind=kind, value=typed)

    source.full_clean()

    assert source.value == kept


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        (
            "orcid",
            "0000-0002-1825-0098",
            "'0000-0002-1825-0098' is nobody in ORCID. Write it like "
            "0000-0002-1825-0097.",
        ),
        (
            "dblp",
            VALUE,
            f"'{VALUE}' is nobody in DBLP. Write it like 12/3456-1 or "
            "https://dblp.org/pid/12/3456-1.html.",
        ),
    ],
)
def test_an_identifier_of_another_place_is_refused(author, kind, typed, sentence):
    with pytest.raises(ValidationError) as error:
        Source(author=author, kind=kind, value=typed).full_clean()

    assert error.value.message_dict == {"value": [sentence]}


def test_a_place_is_watched_once_for_an_author(author):
    make_source(author)

    with pytest.raises(ValidationError, match="are looked up there already"):
        Source(author=author, kind="openalex", value=VALUE).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_source(author)


def test_nobody_looks_more_often_than_daily(author):
    with pytest.raises(ValidationError, match="every 1 day or less often"):
        Source(author=author, kind="openalex", value=VALUE, every=0).full_clean()

"""A run goes its course: read, planned, applied, undone, redone, or discarded."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.imports.tasks import queue
from portal.models import ImportRun
from publications.models import Publication

pytestmark = pytest.mark.django_db

TWO = b"""
@article{apples, title={Apples}, author={Liu, Yan}, year={2020}}
@article{bridges, title={Bridges}, author={Liu, Yan}, year={2021}}
@article{broken, title={Never closed, author={Doe, Jo
"""


@pytest.fixture
def run(send):
    return send(files=[SimpleUploadedFile("papers.bib", TWO)])


@pytest.fixture
def act(admin_client, worker):
    """Click the button of an act; gives the page that one is led to."""

    def click(run, name, *, then=worker):
        url = reverse(f"imports:{name}", args=[run.pk])
        response = admin_client.post(url, follow=True)
        then()
        run.refresh_from_db()
        return response

    return click


def titles():
    return sorted(Publication.objects.values_list("title", flat=True))


def test_read_screen_names_files_counts_and_problems(run, screen):
    context = screen(run).context

    assert [(tile.action, tile.count) for tile in context["tiles"]] == [
        ("created", 2),
        ("updated", 0),
        ("rejected", 1),
    ]
    assert [each.about for each in context["readings"]] == [
        "BibTeX or biblatex · UTF-8 · 3 entries"
    ]
    assert [(each.severity, each.count) for each in context["problems"]] == [
        ("rejected", 1)
    ]


def test_file_is_read_again_in_another_encoding(send, admin_client):
    text = "@article{a, title={Apples}, author={Müller, Jörg}, year={2020}}"
    run = send(files=[SimpleUploadedFile("a.bib", text.encode())])

    url = reverse("imports:read", args=[run.pk])
    admin_client.post(url, {"encoding": "windows-1252"})

    file = run.files.get()
    assert (file.encoding, file.samples) == ("windows-1252", ["MÃ¼ller, JÃ¶rg"])


def test_apply_says_what_will_happen(run, screen):
    assert screen(run, "apply").context["sentences"] == [
        "2 papers will be created.",
        "1 entry is rejected and left out; the report gives them back as a file to mend.",
    ]


def test_looking_at_apply_changes_nothing(run, screen):
    screen(run, "apply")

    run.refresh_from_db()
    assert (run.state, run.act, titles()) == ("planned", "", [])


def test_run_is_applied_undone_and_redone(run, act):
    states = []
    for name in ("apply", "undo", "redo"):
        act(run, name)
        states.append((run.state, titles()))

    both = ["Apples", "Bridges"]
    assert states == [("applied", both), ("undone", []), ("applied", both)]


def test_second_click_shows_the_first_result(run, act):
    first = act(run, "apply", then=list)
    second = act(run, "apply")
    third = act(run, "apply")

    shown = [each.templates[0].name for each in (first, second, third)]
    assert shown == [
        "admin/desk/progress.html",
        "admin/desk/progress.html",
        "admin/desk/report.html",
    ]
    assert titles() == ["Apples", "Bridges"]


def test_undo_keeps_and_names_what_was_edited(run, act, screen):
    act(run, "apply")
    Publication.objects.filter(title="Apples").update(title="Edited since")
    act(run, "undo")

    context = screen(run).context

    assert titles() == ["Edited since"]
    assert [entry.row.reason for entry in context["kept"]] == [
        "It was edited since the import: title."
    ]
    assert context["undone_count"] == 1


def test_discarded_run_can_be_looked_at_and_not_applied(run, act, screen):
    act(run, "discard")

    assert run.state == "discarded"
    assert screen(run, "apply").templates[0].name == "admin/desk/read.html"
    assert "Nothing of it is on the site." in screen(run).content.decode()


def test_screens_lead_to_where_the_run_is(run, act, screen):
    planned = {name: shown_at(screen(run, name)) for name in ("report", "undo", "redo")}
    act(run, "apply")
    applied = {
        name: shown_at(screen(run, name)) for name in ("apply", "discard", "redo")
    }

    assert planned == dict.fromkeys(planned, f"/admin/imports/{run.pk}/read/")
    assert applied == dict.fromkeys(applied, f"/admin/imports/{run.pk}/report/")


def shown_at(response):
    return response.redirect_chain[-1][0]


def test_act_that_does_not_fit_is_a_message(run, act, monkeypatch):
    """Two clicks at once: both saw the run before either had asked for the act."""
    monkeypatch.setattr("portal.desk.run_view.is_under_way", lambda run: False)
    queue(ImportRun.objects.get(), "apply")

    response = act(run, "apply")

    assert [str(each).strip() for each in response.context["messages"]] == [
        f"Import {run.pk} (papers.bib) waits already for the act “apply”."
    ]


def test_progress_says_how_far_an_act_is(run, act, admin_client):
    act(run, "apply", then=list)
    url = reverse("imports:progress_data", args=[run.pk])

    waiting = admin_client.get(url).json()
    ImportRun.objects.update(state="applying", act="", cursor=1, total=3, error="")
    stopped = admin_client.get(url).json()

    assert waiting == {
        "state": "planned",
        "done": 0,
        "total": 3,
        "sentence": "Waits for the worker, which looks for work every few seconds.",
        "stopped": "",
        "leave": False,
        "url": f"/admin/imports/{run.pk}/progress/",
    }
    assert (stopped["done"], stopped["stopped"]) == (
        1,
        "It was cut short, and can go on where it was.",
    )


def test_act_that_was_cut_short_goes_on(run, act, screen):
    ImportRun.objects.update(state="applying", cursor=0, total=3)
    assert "Go on" in screen(run).content.decode()

    act(run, "progress")

    assert (run.state, titles()) == ("applied", ["Apples", "Bridges"])


def test_command_that_was_cut_short_while_it_read_is_shown_and_can_go_on(
    run, act, screen
):
    """The worker asks for the rest of it, which is to read and to apply."""
    ImportRun.objects.update(state="reading", act="complete", options={"at_once": True})
    shown = screen(run).content.decode()

    act(run, "progress")

    assert "Reading and applying the files" in shown
    assert (run.state, titles()) == ("applied", ["Apples", "Bridges"])

"""Names to decide in the admin: the step of an import, and the standing screen."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.dates import PartialDate
from portal.imports.files import SourceFile
from portal.imports.run import apply, prepare
from portal.imports.tasks import work
from portal.models import ImportRun
from publications.models import Authorship, Decision
from tests.factories import make_author, make_member, make_paper

pytestmark = pytest.mark.django_db

SITE = "/admin/papers/names/"


def entry(key, authors):
    return f"@article{{{key}, title = {{{key}}}, author = {{{authors}}}, year = 2020}}"


def make_run(*entries):
    source = SourceFile("papers.bib", "\n".join(entries).encode())
    return prepare(kind="publications", sources=[source])


def step(run):
    return reverse("import_names", args=[run.pk])


def finish(run):
    """Do what was queued for the worker."""
    run.refresh_from_db()
    if run.act:
        work.func(run.pk, run.act)
        run.refresh_from_db()
    return run


def linked():
    rows = Authorship.objects.select_related("author").order_by("pk")
    return [(row.printed_name, row.author and str(row.author)) for row in rows]


@pytest.fixture
def page():
    page = make_member("Sungyong Seo")
    make_paper("Together", [page.author, "Yan Liu"])
    return page


def shown(response):
    return [
        (card.question.printed, [option.label for option in card.options])
        for card in response.context["cards"]
    ]


def test_names_of_an_import_are_asked_about_with_candidates(admin_client, page):
    run = make_run(entry("a", "S. Seo and Yan Liu"), entry("b", "Sungong Seo"))

    response = admin_client.get(step(run))

    choices = ["Sungyong Seo", "Somebody new", "Leave it open"]
    assert shown(response) == [("S. Seo", choices), ("Sungong Seo", choices)]
    stages = [(stage.label, stage.open) for stage in response.context["stages"]]
    assert stages[:2] == [("Read", 0), ("Names", 2)]


def test_namesakes_are_shown_with_what_tells_them_apart(admin_client):
    student = make_member(
        "Wei Wang", job_title="PhD Student", joined=PartialDate("2018")
    )
    hidden = make_member("Wei Wang", slug="wei-wang-b", affiliation="Sea", live=False)
    make_author("Wei Wang")
    run = make_run(entry("a", "Wei Wang"))

    [card] = admin_client.get(step(run)).context["cards"]

    assert [(each.standing, each.url) for each in card.options[:2]] == [
        ("PhD Student, since 2018", student.url),
        ("Sea", f"/admin/authors/edit/{hidden.author.pk}/"),
    ]


def test_choices_are_kept_and_the_files_read_again(admin_client, page):
    run = make_run(entry("a", "S. Seo"), entry("b", "Sungong Seo"))
    sent = {
        "key-0": "s seo",
        "choice-0": f"author-{page.author.pk}",
        "key-1": "seo sungong",
        "choice-1": "new",
    }

    admin_client.post(step(run), sent)
    apply(run=finish(run))

    assert linked()[2:] == [("S. Seo", "Sungyong Seo"), ("Sungong Seo", "Sungong Seo")]
    assert sorted(map(str, Decision.objects.all())) == [
        "S. Seo is Sungyong Seo",
        "Sungong Seo is not Sungyong Seo",
    ]


def test_page_saved_for_later_leaves_the_files_unread(admin_client, page):
    run = make_run(entry("a", "S. Seo"))
    sent = {"key-0": "s seo", "choice-0": f"author-{page.author.pk}", "later": "1"}

    response = admin_client.post(step(run), sent)

    run.refresh_from_db()
    assert (response.url, run.act) == (step(run), "")
    assert shown(admin_client.get(step(run))) == []


def test_search_finds_others_and_keeps_what_was_chosen(admin_client, page):
    make_author("Ada Lovelace")
    run = make_run(entry("a", "S. Seo"), entry("b", "Sungong Seo"))
    sent = {"key-0": "s seo", "choice-0": "new", "key-1": "seo sungong"}

    response = admin_client.post(
        step(run), sent | {"find-1": "love", "choice-1": "", "search": "1"}
    )

    assert [card.choice for card in response.context["cards"]] == ["new", ""]
    assert shown(response)[1] == (
        "Sungong Seo",
        ["Sungyong Seo", "Ada Lovelace", "Somebody new", "Leave it open"],
    )
    assert not Decision.objects.exists()


def test_proposals_with_a_shared_coauthor_are_accepted_at_once(admin_client, page):
    run = make_run(entry("a", "S. Seo and Yan Liu"), entry("b", "Sungong Seo"))

    admin_client.post(step(run), {"accept": "likely"})

    assert [str(each) for each in Decision.objects.all()] == ["S. Seo is Sungyong Seo"]


def test_decision_can_be_taken_back(admin_client, page):
    run = make_run(entry("a", "S. Seo"))
    sent = {"key-0": "s seo", "choice-0": f"author-{page.author.pk}"}
    admin_client.post(step(run), sent)
    finish(run)

    decided = admin_client.get(step(run)).context["decided"]
    admin_client.post(step(run), {"reopen": "S. Seo"})
    finish(run)

    assert [(name, str(same.author)) for name, same, _ in decided] == [
        ("S. Seo", "Sungyong Seo")
    ]
    assert [name for name, _ in shown(admin_client.get(step(run)))] == ["S. Seo"]


def test_nonsense_that_is_sent_decides_nothing(admin_client, page):
    run = make_run(entry("a", "S. Seo"))
    for choice in ("author-999999", f"author-{9**30}", "author-x", "²", "\0"):
        admin_client.post(step(run), {"key-0": "s seo", "choice-0": choice})
    admin_client.post(step(run), {"key-7": "nobody", "choice-7": "new"})
    admin_client.post(SITE, {"key-\0": "\0", "find-\0": "\0", "search": "1"})
    admin_client.post(SITE, {"reopen": "\0"})

    assert not Decision.objects.exists()


@pytest.mark.parametrize("screen", ["run", "site"])
def test_questions_are_asked_in_as_many_queries_for_three_as_for_one(
    admin_client, page, screen
):
    counts = []
    for names in (["S. Seo"], ["Sungong Seo", "S. Y. Seo"]):
        run = make_run(*(entry(name[:4], f"{name} and Yan Liu") for name in names))
        if screen == "site":
            apply(run=run)
        url = SITE if screen == "site" else step(run)
        admin_client.get(url)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(url)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_undecided_names_of_the_site_are_linked_on_every_paper(admin_client, page):
    apply(run=make_run(entry("a", "S. Seo"), entry("b", "S. Seo and Bo Li")))

    asked = shown(admin_client.get(SITE))
    admin_client.post(SITE, {"key-0": "s seo", "choice-0": f"author-{page.author.pk}"})

    assert asked == [("S. Seo", ["Sungyong Seo", "Somebody new", "Leave it open"])]
    assert [author for printed, author in linked() if printed == "S. Seo"] == [
        "Sungyong Seo",
        "Sungyong Seo",
    ]


def test_form_of_a_paper_names_its_undecided_names(admin_client, page):
    apply(run=make_run(entry("a", "S. Seo")))
    paper = Authorship.objects.get(printed_name="S. Seo").publication

    form = admin_client.get(reverse("papers:edit", args=[paper.pk])).content.decode()

    assert f"{SITE}?paper={paper.pk}" in form
    assert "may be\n" in form
    assert shown(admin_client.get(SITE, {"paper": paper.pk}))[0][0] == "S. Seo"
    assert shown(admin_client.get(SITE, {"paper": 0}))[0][0] == "S. Seo"


@pytest.mark.parametrize("may", [False, True])
def test_only_who_may_edit_papers_decides_names(client, django_user_model, may):
    run = make_run(entry("a", "S. Seo"))
    user = django_user_model.objects.create_user("jo", password="jo")
    codes = ["access_admin", "view_publication", "view_importrun", "add_importrun"]
    codes += ["add_publication", "change_publication"] if may else []
    user.user_permissions.add(*Permission.objects.filter(codename__in=codes))
    client.force_login(user)

    posted = [client.post(url, {}).url for url in (SITE, step(run))]

    refused = reverse("wagtailadmin_home")
    assert posted == ([SITE, step(run)] if may else [refused, refused])


def test_run_of_members_has_no_names_to_decide(admin_client):
    run = ImportRun.objects.create(kind="people")

    assert admin_client.get(step(run)).status_code == 404

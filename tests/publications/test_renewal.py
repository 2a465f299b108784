"""What lists show and search finds follows every way in which papers are written.

After each act the stored rows must be what a renewal of everything would make.
"""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction

from people.models import PersonPage
from portal.imports.run import redo, undo
from portal.models import ImportRun
from publications.adoption import adopt_names, return_names
from publications.deciding import decide_name
from publications.listed import index
from publications.merging.run import carry_out
from publications.models import (
    Author,
    Link,
    ListedPaper,
    ListingVersion,
    Publication,
    SearchText,
    Topic,
    Venue,
)
from publications.naming import reopen_name
from publications.renewal import catch_up, renew, renew_all
from tests.factories import make_author, make_member, make_paper
from tests.factories.pictures import make_picture, png
from tests.publications.test_admin_forms import edit_form, save, submitted

pytestmark = pytest.mark.django_db


def stored():
    rows = ListedPaper.objects.order_by("pk").values()
    rows = [{**row, "changed": None} for row in rows]
    return rows, list(SearchText.objects.order_by("pk").values())


@pytest.fixture
def site(admin_client):
    ada = make_member("Ada Lovelace", author=make_author("Ada Lovelace"))
    make_member("Bo Li", author=make_author("Bo Li"))
    make_paper(
        "Waves",
        [ada.author, "Cy Young"],
        venue="Sea",
        topics=("Water",),
        links=[("code", "https://code.example.org/")],
    )
    make_paper("Tides", [ada.author, "Dee Fox"], venue="The Sea", year="2021")
    undecided = make_paper("Currents", ["Eve Hall"], year="2019")
    undecided.authorships.update(author=None)
    document = Document.objects.create(
        title="Slides", file=ContentFile(b"x", "slides.pdf")
    )
    Link.objects.create(
        publication=undecided, kind="slides", document=document, position=0
    )
    renew_all()
    return admin_client


def paper(title="Waves"):
    return Publication.objects.get(title=title)


def ada():
    return PersonPage.objects.get(slug="ada-lovelace")


def edit(screen, row, **changes):
    def edited(client):
        data = submitted(edit_form(client, screen, row())) | changes
        save(client, screen, row(), data)

    return edited


def delete(name, row):
    return lambda client: client.post(reverse(f"{name}:delete", args=[row().pk]))


def merge(act, find):
    def merged(client):
        keep, gone = find()
        plan = {"act": act, "keep": keep.pk, "gone": gone.pk}
        plan |= {"take": [], "further": False} if act == "papers" else {}
        carry_out(plan=plan, title="One into the other")

    return merged


def two_authors():
    return Author.objects.get(family_name="Young"), Author.objects.get(
        family_name="Fox"
    )


def two_venues():
    return Venue.objects.get(name="Sea"), Venue.objects.get(name="The Sea")


def split(client):
    place = ada().author.authorships.first()
    plan = {"act": "split", "author": ada().author.pk, "authorships": [place.pk]}
    carry_out(plan={**plan, "into": None}, title="Split")


def publish_under_another_name(client):
    page = ada()
    page.title, page.slug = "Ada King", "ada-king"
    page.save_revision().publish()


def give_page_to_another_author(client):
    page = ada()
    page.author = make_author("Ida Bell")
    page.save_revision().publish()


def restrict(client):
    page = Page.objects.get(slug="people")
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def replace_document(client):
    document = Document.objects.get()
    document.file = ContentFile(b"y", "other.pdf")
    document.save()


def print_name_of_bo():
    paper("Currents").authorships.update(printed_name="Bo Li", name_key="bo li")
    renew_all()


def adopt(client):
    print_name_of_bo()
    adopt_names(author=Author.objects.get(family_name="Li"))


ACTS = {
    "paper edited": edit("papers", paper, title="Waves at sea"),
    "paper hidden": edit("papers", paper, visibility="private"),
    "paper deleted": delete("papers", paper),
    "venue renamed": edit("venues", lambda: two_venues()[0], acronym="SEA"),
    "venue deleted": delete("venues", lambda: two_venues()[0]),
    "author renamed": edit("authors", lambda: two_authors()[0], given_name="Cyd"),
    "topic deleted": delete("topics", Topic.objects.get),
    "authors merged": merge("authors", two_authors),
    "venues merged": merge("venues", two_venues),
    "papers merged": merge("papers", lambda: (paper(), paper("Tides"))),
    "author split": split,
    "name decided": lambda client: decide_name(printed="Eve Hall", author=ada().author),
    "name adopted": adopt,
    "member unpublished": lambda client: ada().unpublish(),
    "member renamed": publish_under_another_name,
    "page of another author": give_page_to_another_author,
    "member removed": lambda client: ada().delete(),
    "members restricted": restrict,
    "document replaced": replace_document,
    "document deleted": lambda client: Document.objects.get().delete(),
}


@pytest.mark.parametrize("act", ACTS)
def test_rows_follow(site, act):
    before = stored()
    ACTS[act](site)
    after = stored()

    renew_all()
    assert after == stored()
    assert after != before
    for run in ImportRun.objects.filter(kind="merge"):
        undo(run=run)
        assert stored() == before
        redo(run=run)
        assert [each["title"] for each in stored()[1]] == [
            each["title"] for each in after[1]
        ]


def replace_picture(client, image):
    form = {"title": "x", "collection": image.collection_id}
    form["file"] = SimpleUploadedFile("y.png", png(20, 30), "image/png")
    client.post(reverse("wagtailimages:edit", args=[image.pk]), form)


def purge_pictures(client, image):
    call_command("wagtail_update_image_renditions", purge_only=True)


@pytest.mark.parametrize("act", [replace_picture, purge_pictures])
def test_row_shows_a_picture_that_is_there(site, act):
    image = make_picture(size=(30, 20))
    Publication.objects.filter(title="Waves").update(thumbnail=image)
    renew_all()
    before = stored()

    act(site, image)
    after = stored()

    renew_all()
    assert after == stored() != before


def test_rows_follow_decisions_taken_back(site):
    before = stored()
    decide_name(printed="Eve Hall", author=ada().author)
    reopen_name(printed="Eve Hall")
    assert stored() == before

    print_name_of_bo()
    with_name = stored()
    moved = adopt_names(author=Author.objects.get(family_name="Li"))
    assert stored() != with_name
    return_names(moved=moved)
    assert stored() == with_name


def test_rows_follow_topics_by_their_label(site):
    edit("topics", Topic.objects.get, name="Oceans")(site)

    (value,) = index.current().select({}).counts("topic")
    assert (value.label, value.count) == ("Oceans", 1)


def test_rows_follow_imports(site, run_command, tmp_path):
    before = stored()
    entry = "@article{a, title={Storms}, note={%s}, author={Lovelace, Ada}, journal={Sea}, year=2022}"
    path = tmp_path / "a.bib"
    for note in ("At day", "At night"):
        path.write_text(entry % note)
        assert run_command("import_publications", path)[0] == 0
        after = stored()
        renew_all()
        assert stored() == after
        assert note in after[0][-1]["html"]

    for run in ImportRun.objects.order_by("-pk"):
        undo(run=run)
    assert stored() == before


def test_rows_follow_members_and_venues_that_are_imported(site, run_command, tmp_path):
    before = stored()
    people, venues = tmp_path / "people.csv", tmp_path / "venues.csv"
    people.write_text("given_name,family_name\nCy,Young\n")
    assert run_command("import_people", people)[0] == 0
    members = stored()
    venues.write_text("name,acronym\nSea,SEA\n")
    import_venues(venues)
    after = stored()

    renew_all()
    assert stored() == after
    assert 'href="/people/cy-young/"' in members[0][0]["html"]
    assert "SEA" in after[0][0]["html"]
    for run in ImportRun.objects.order_by("-pk"):
        undo(run=run)
    assert stored() == before


def import_venues(path):
    from portal.imports.files import SourceFile  # noqa: PLC0415
    from portal.imports.run import apply, read, store  # noqa: PLC0415

    source = SourceFile(path.name, path.read_bytes())
    run = store(kind="venues", sources=[source], options={})
    read(run=run)
    apply(run=run)


def test_private_paper_has_no_row_and_counts_nowhere(site):
    before = index.current().select({}).all_ids()
    hidden = paper()
    edit("papers", paper, visibility="private")(site)

    assert not ListedPaper.objects.filter(pk=hidden.pk).exists()
    assert index.current().select({}).all_ids() == [
        pk for pk in before if pk != hidden.pk
    ]
    assert index.current().select({}).counts("topic") == []


def test_index_of_what_is_rolled_back_is_forgotten(site):
    before = index.current().select({}).all_ids()
    with transaction.atomic():
        make_paper("Never was")
        assert len(index.current().select({}).all_ids()) == len(before) + 1
        transaction.set_rollback(True)
    make_paper("Is", year="1999")

    after = index.current().select({}).all_ids()
    assert after == [*before, paper("Is").pk]


def test_index_reads_only_what_changed(site):
    index.current()
    Publication.objects.filter(title="Tides").delete()
    renew(ids=[paper().pk])

    with CaptureQueriesContext(connection) as captured:
        listed = index.current().select({}).all_ids()
    assert listed == list(
        Publication.objects.newest_first().values_list("pk", flat=True)
    )
    assert any('"changed" >' in query["sql"] for query in captured)
    index.current().values("person")  # their names are read once they are asked for
    with CaptureQueriesContext(connection) as captured:
        index.current().select({"type": {"article"}}).counts("person")
    assert len(captured) == 1


def test_site_of_an_earlier_version_catches_up(site):
    before = stored()
    ListedPaper.objects.all().delete()
    catch_up()
    assert stored()[0] == []

    ListingVersion.objects.update(tokens="0.abc")
    catch_up()
    assert stored() == before


def test_renewal_asks_as_often_for_many_papers_as_for_few(site):
    ids = [make_paper(f"Paper {n}", ["Ada Lovelace"], venue="Sea").pk for n in range(9)]
    with CaptureQueriesContext(connection) as few:
        renew(ids=ids[:2])
    with CaptureQueriesContext(connection) as many:
        renew(ids=ids)
    assert len(few) == len(many)

"""What is not public is found at no public address, whatever way one goes."""

import json
from io import BytesIO
from urllib.parse import unquote_plus
from zipfile import ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail.documents.models import Document
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from people.models import ContactPoint, PersonPage, Role
from publications.models import AuthorName, Link, Publication, PublicationIndexPage
from publications.renewal import renew
from tests.factories import make_author, make_member, make_paper
from tests.factories.stories import make_news, make_project
from tests.portal.browsing import walk

pytestmark = pytest.mark.django_db

CANARIES = {
    "private paper": "Canarypaper",
    "private abstract": "Canaryabstract",
    "private topic": "Canarytopic",
    "private venue": "Canaryvenue",
    "draft member": "Canarydraft",
    "draft slug": "canarydraft",
    "restricted member": "Canaryrestricted",
    "restricted slug": "canaryrestricted",
    "draft affiliation": "Canaryaffiliation",
    "phone": "+99 canary",
    "phone link": "+99canary",
    "e-mail": "canary@example.org",
    "members' address": "Canary Street",
    "score": "Canary 9.13",
    "unpublished words": "Canaryrevision",
    "extra column": "Canaryextra",
    "extra field": "Canarynote",
    "name variant": "Canaryvariant",
    "former name": "Canaryformer",
    "private DOI": "10.1000/canary",
    "private link": "canary.example.org",
    "restricted news": "Canarynews",
    "draft news": "Canarysoon",
    "restricted project": "Canaryproject",
    "restricted document": "Canaryfile",
}
EXTENSIONS = ("bib", "biblatex", "ris", "json", "csv", "xlsx")
FURTHER = [
    "/publications/?q=canarypaper",
    "/publications/?q=canaryabstract",
    "/publications/?person=jane-canarydraft",
    "/publications/?person=jan-canaryrestricted",
    "/publications.bib?person=jane-canarydraft",
    "/publications.json?person=jan-canaryrestricted",
    "/publications.bib",
    "/publications.json",
    "/publications/canarypaper-one/",
    "/publications/canarypaper-one.bib",
    "/publications/canarypaper-one.json",
    "/people/jane-canarydraft/",
    "/people/jan-canaryrestricted/",
    "/people/jane-canarydraft/publications.bib",
    "/people/jan-canaryrestricted/publications.json",
    "/people/jo-doe/with/jane-canarydraft/",
    "/people/jo-doe/with/jan-canaryrestricted/",
    "/people/jan-canaryrestricted/with/jo-doe/",
    "/people/jan-canaryrestricted/with/jo-doe/publications.bib",
    "/people/jo-doe/publications.bib",
    "/people/jo-doe/publications.json",
    "/people/?name=canary",
    "/people/?topic=canarytopic",
    *(f"/publications.{extension}" for extension in EXTENSIONS),
    *(f"/people/jo-doe/publications.{extension}" for extension in EXTENSIONS),
    *(f"/publications/a-public-paper.{extension}" for extension in EXTENSIONS),
    *(f"/publications/canarypaper-one.{extension}" for extension in EXTENSIONS),
    "/publications/?has=slides",
    "/publications/a-public-paper/paper.pdf",
    "/publications/canarypaper-one/card.png",
    "/publications/canarypaper-one/paper.pdf",
    "/people/jane-canarydraft/card.png",
    "/people/jan-canaryrestricted/card.png",
    "/people/jane-canarydraft/feed/",
    "/people/jan-canaryrestricted/feed/",
    "/people/jo-doe/feed/",
    "/publications/feed/",
    "/publications/feed/?topic=canarytopic",
    "/publications/feed/?person=jane-canarydraft",
    "/publications/?venue=canaryvenue",
    "/publications/?topic=canarytopic",
    "/publications/?q=author:canaryvariant",
    "/publications/?q=canaryformer",
    "/publications/?more=person",
    "/publications/?more=venue",
    "/publications/?more=topic",
    "/doi/10.1000/canary",
    "/network/",
    "/network.csv",
    "/search/?q=canarypaper",
    "/search/?q=canarydraft",
    "/search/?q=canarynews",
    "/search/?q=canaryformer",
    "/search/?q=jo",
    "/news/",
    "/news/feed/",
    "/news/canarynews/",
    "/news/canarynews-again/",
    "/projects/",
    "/projects/canaryproject/",
    "/projects/canaryproject-again/",
    "/llms.txt",
    "/api/",
    "/api/openapi.json",
    "/api/publications/",
    "/api/publications/a-public-paper/",
    "/api/publications/?person=jane-canarydraft",
    "/api/publications/?q=canarypaper",
    "/api/publications/canarypaper-one/",
    "/api/people/",
    "/api/people/jo-doe/",
    "/api/people/jane-canarydraft/",
    "/api/people/jan-canaryrestricted/",
]


@pytest.fixture
def site(run_command, tmp_path):
    """A lab of one public member and much that is not; one paper that all wrote."""
    role = Role.objects.create(name="Student")
    jo = make_member(
        "Jo Doe", author=make_author("Jo Doe"), role=role, contacts=contacts()
    )
    AuthorName.objects.create(author=jo.author, text="J. Canaryvariant", hidden=True)
    AuthorName.objects.create(
        author=jo.author, text="Jo Canaryformer", kind="former", hidden=True
    )
    jane = make_member(
        "Jane Canarydraft",
        author=make_author("Jane Smith"),
        live=False,
        affiliation="Canaryaffiliation",
        interests="Canarytopic",
    )
    jan = make_member(
        "Jan Canaryrestricted", author=make_author("Jan Jones"), interests="Canarytopic"
    )
    PageViewRestriction.objects.create(
        page=Page.objects.get(pk=jan.pk), restriction_type="login"
    )
    everybody = [jo.author, jane.author, jan.author]
    give_files(make_paper("A Public Paper", everybody, key="doe2020", featured=True))
    make_paper(
        "Canarypaper One",
        everybody,
        visibility="private",
        featured=True,
        abstract="Canaryabstract",
        topics=("Canarytopic",),
        venue="Canaryvenue",
        extra={"internal": "Canarynote"},
        identifiers=(("doi", "10.1000/canary"),),
        links=[("code", "https://canary.example.org/")],
    )
    give_stories(jo)
    give_cv(run_command, tmp_path)
    page = PersonPage.objects.get(pk=jo.pk)
    page.extra = {"food": "Canaryextra"}
    page.save_revision().publish()
    page.affiliation = "Canaryrevision"
    page.save_revision()


def give_files(paper):
    """Slides and a PDF that only who is signed in may open."""
    place = Collection.get_first_root_node().add_child(name="For members")
    CollectionViewRestriction.objects.create(collection=place, restriction_type="login")
    for position, (name, kind) in enumerate((("x.zip", "slides"), ("x.pdf", "pdf"))):
        file = ContentFile(b"Canaryfile", f"canaryfile-{name}")
        document = Document.objects.create(title=name, file=file, collection=place)
        Link.objects.create(
            publication=paper, kind=kind, document=document, position=position
        )
    renew(ids=[paper.pk])


def give_stories(person):
    """News and a project that only who is signed in may see; one that waits."""
    make_news("Public news", people=[person])
    make_project("Public project", people=[person])
    paper = Publication.objects.get(slug="canarypaper-one")
    for page in (
        make_news("Canarynews", people=[person], papers=[paper]),
        make_project("Canaryproject", people=[person], papers=[paper]),
    ):
        # What is restricted later on, its copies are too.
        page.create_alias(update_slug=f"{page.slug}-again")
        restrict(page)
    make_news("Canarysoon", people=[person], live=False)


def contacts():
    rows = [
        ("phone", "+99 canary", "private"),
        ("email", "canary@example.org", "members"),
        ("address", "Canary Street", "members"),
    ]
    return [ContactPoint(kind=kind, value=v, visibility=who) for kind, v, who in rows]


def give_cv(run_command, tmp_path):
    education = [
        {"institution": "A School", "studyType": "PhD", "score": "Canary 9.13"}
    ]
    path = tmp_path / "cv.json"
    path.write_text(json.dumps({"basics": {"name": "Jo Doe"}, "education": education}))
    assert run_command("import_cv", path)[0] == 0


def test_canaries_stand_at_no_public_address(client, site):
    reached = walk(client, *FURTHER)

    assert "/people/jo-doe/" in reached
    assert "/publications/a-public-paper/" in reached
    asked = {address.casefold() for address in FURTHER}
    sung = [
        (what, address)
        for address, response in reached.items()
        for what, canary in CANARIES.items()
        if canary.casefold() in without_own_address(text_in(response), address)
    ]
    assert sung == []
    paths = {address.partition("?")[0].casefold() for address in reached}
    assert {path for path in paths if "canary" in path} <= asked


def text_in(response):
    """Whatever can be read in an answer, in lower case; a workbook is unpacked."""
    content = response.content
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as workbook:
            content = b" ".join(workbook.read(name) for name in workbook.namelist())
    return content.decode("utf-8", "replace").casefold()


def without_own_address(page, address):
    """A page may repeat what the visitor typed, in its own address and search field."""
    path, _, query = address.casefold().partition("?")
    for value in (unquote_plus(part.partition("=")[2]) for part in query.split("&")):
        for typed in (value, value.rpartition(":")[2]):
            page = page.replace(typed, "") if typed else page
    return page.replace(path, "")


def test_hidden_members_are_plain_names_in_the_line_of_authors(client, site):
    page = client.get("/publications/a-public-paper/").content.decode()

    assert "Jane Smith" in page
    assert "Jan Jones" in page
    assert 'href="/people/jo-doe/"' in page
    assert "canary" not in page.casefold()


def test_hidden_members_are_nobody_in_the_full_json(site, tmp_path):
    path = tmp_path / "out.json"
    call_command("export_publications", "--format", "json", "--output", path)

    papers = json.loads(path.read_text())
    people = [(each["name"], each["person"]) for each in papers[0]["authors"]]
    assert [paper["title"] for paper in papers] == ["A Public Paper"]
    assert people == [("Jo Doe", "jo-doe"), ("Jane Smith", None), ("Jan Jones", None)]


def test_hidden_pages_answer_as_if_they_were_not_there(client, site):
    # A restricted page asks for a password or a login, as Wagtail does.
    addresses = [address for address in FURTHER if "?" not in address]
    answers = {address: client.get(address).status_code for address in addresses}

    hidden = {a: code for a, code in answers.items() if "canary" in a and code == 200}
    assert hidden == {}


def restrict(page):
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")


@pytest.mark.parametrize(
    ("hide", "page"), [(restrict, 302), (PublicationIndexPage.unpublish, 404)]
)
def test_papers_are_hidden_with_their_list(client, site, hide, page):
    paths = ("s.bib", "s.json", "s/a-public-paper/", "s/a-public-paper.bib")
    paper = [f"/publication{path}" for path in paths]
    before = [client.get(path).status_code for path in paper]

    hide(PublicationIndexPage.objects.get())

    assert before == [200] * 4
    after = [client.get(path).status_code for path in paper]
    assert after == [404, 404, page, 404]


def test_filters_by_a_hidden_member_select_nothing(client, site):
    for slug in ("jane-canarydraft", "jan-canaryrestricted"):
        response = client.get("/publications.json", {"person": slug})
        assert json.loads(response.content) == []


def test_an_admin_sees_what_is_hidden(client, site):
    admin = get_user_model().objects.create_superuser("admin", password="x")
    client.force_login(admin)

    page = PersonPage.objects.get(slug="jo-doe")
    form = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert "+99 canary" in form
    assert "Canary 9.13" in form


def test_score_shows_once_its_owner_says_so(client, site):
    page = PersonPage.objects.get(slug="jo-doe")
    page.sections[0].value["entries"][0].value["show_score"] = True
    page.save_revision().publish()

    assert "Canary 9.13" in client.get("/people/jo-doe/").content.decode()

"""A document that not everybody may open is named nowhere, and no facet tells of it."""

import json

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from publications.listed import index
from publications.models import Link, ListedPaper
from publications.renewal import renew_all
from tests.factories import make_paper

pytestmark = pytest.mark.django_db

SHOWING_LINKS = [
    "/",
    "/publications/",
    "/publications/?q=engines",
    "/publications/on-engines/",
    "/search/?q=engines",
    "/api/publications/",
    "/api/publications/on-engines/",
]
OTHERS = ["/publications/on-engines.csv", "/publications.bib", "/publications/feed/"]


@pytest.fixture
def document():
    """A paper's PDF in a collection of its own, open to everybody."""
    place = Collection.get_first_root_node().add_child(name="Files")
    file = ContentFile(b"%PDF-1.7", "canary.pdf")
    document = Document.objects.create(title="Canary", file=file, collection=place)
    paper = make_paper("On Engines", links=[("code", "https://example.org/code")])
    Link.objects.create(
        publication=paper, kind="pdf", label="Canary", document=document, position=1
    )
    renew_all()
    return document


def restricted(collection):
    return CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )


def private_place():
    place = Collection.get_first_root_node().add_child(name="Members")
    restricted(place)
    return place


def naming(client):
    """The addresses at which the document is named."""
    pages = {
        each: client.get(each).content.decode().lower()
        for each in (*SHOWING_LINKS, *OTHERS)
    }
    return [address for address, page in pages.items() if "canary" in page]


def kinds():
    """What the facet of the list offers."""
    return sorted(each.value for each in index.current().select({}).counts("has"))


def test_private_document_is_named_nowhere(client, document, tmp_path):
    before = naming(client)
    restricted(document.collection)
    call_command("export_publications", format="json", output=tmp_path / "public")
    call_command("export_publications", "--all", format="json", output=tmp_path / "all")

    assert before == SHOWING_LINKS
    assert naming(client) == []
    assert client.get("/publications/?has=pdf").content.count(b"<article") == 0
    files = [json.loads((tmp_path / name).read_text()) for name in ("public", "all")]
    assert [[link["kind"] for link in each[0]["links"]] for each in files] == [
        ["code"],
        ["code", "pdf"],
    ]


def restrict(client, document):
    restricted(document.collection)


def restrict_above(client, document):
    restricted(Collection.get_first_root_node())


def move(client, document):
    document.collection = private_place()
    document.save()


def move_in_bulk(client, document):
    address = reverse(
        "wagtail_bulk_action", args=["wagtaildocs", "document", "add_to_collection"]
    )
    form = {"collection": private_place().pk}
    assert client.post(f"{address}?id={document.pk}", form).status_code == 302


def move_collection(client, document):
    address = reverse("wagtailadmin_collections:edit", args=[document.collection_id])
    form = {"name": "Files", "parent": private_place().pk}
    assert client.post(address, form).status_code == 302


@pytest.mark.parametrize(
    "hide", [restrict, restrict_above, move, move_in_bulk, move_collection]
)
def test_rows_follow_whatever_hides_a_document(
    admin_client, document, hide, django_capture_on_commit_callbacks
):
    assert kinds() == ["code", "pdf"]
    with django_capture_on_commit_callbacks(execute=True):
        hide(admin_client, document)

    assert kinds() == ["code"]
    assert "canary" not in ListedPaper.objects.get().html.lower()
    CollectionViewRestriction.objects.all()[0].delete()
    assert "canary.pdf" in ListedPaper.objects.get().html

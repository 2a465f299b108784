"""The PDF beside the paper's page, which is what Google Scholar wants to be told of."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from publications.models import Link, Publication
from tests.factories import make_paper

pytestmark = pytest.mark.django_db

PAGE, FILE = "/publications/on-engines/", "/publications/on-engines/paper.pdf"
TAG = 'name="citation_pdf_url" content="http://127.0.0.1:8000' + FILE


def give_file(name="engines.pdf", kind="pdf", collection=None):
    paper = make_paper("On Engines")
    document = Document.objects.create(
        title="Engines",
        file=ContentFile(b"%PDF-1.7 engines", name),
        collection=collection or Collection.get_first_root_node(),
    )
    Link.objects.create(publication=paper, kind=kind, document=document)


def test_file_lies_beside_the_page_and_the_page_says_so(client):
    give_file()

    response = client.get(FILE)

    assert response["Content-Type"] == "application/pdf"
    assert b"".join(response.streaming_content) == b"%PDF-1.7 engines"
    assert TAG in client.get(PAGE).content.decode()


def test_pdf_on_another_host_is_not_named(client):
    make_paper("On Engines", links=[("pdf", "https://example.org/engines.pdf")])

    assert client.get(FILE).status_code == 404
    assert "citation_pdf_url" not in client.get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("name", "kind"), [("engines.zip", "pdf"), ("poster.pdf", "poster")]
)
def test_other_files_are_not_the_paper(client, name, kind):
    give_file(name, kind)

    assert client.get(FILE).status_code == 404
    assert "citation_pdf_url" not in client.get(PAGE).content.decode()


def test_file_in_a_private_collection_is_not_given(client):
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type="login"
    )
    give_file(collection=private)
    # A link with an address too is shown, but not its document.
    Link.objects.update(url="https://example.org/engines")

    assert client.get(FILE).status_code == 404
    assert "citation_pdf_url" not in client.get(PAGE).content.decode()


def test_file_of_a_private_paper_is_not_given(client):
    give_file()
    Publication.objects.update(visibility="private")

    assert client.get(FILE).status_code == 404

"""What cannot be: refused with its sentence in a form, and by the database itself."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from people.models import ContactPoint, SelectedPublication
from portal.models import ImportRow, ImportRun
from publications.models import (
    Appearance,
    Author,
    AuthorName,
    Authorship,
    Decision,
    Identifier,
    Link,
    Publication,
    Venue,
    VenueName,
)
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db

ORCID = "0000-0002-1825-0097"
CASES = {
    "paper without title": (
        lambda it: Publication(title="", slug="x"),
        "This field cannot be blank.",
    ),
    "unknown visibility": (
        lambda it: Publication(title="T", slug="x", visibility="secret"),
        "'secret' is not a valid choice.",
    ),
    "slug twice": (
        lambda it: Publication(title="T", slug=it.paper.slug),
        "with this Slug already exists.",
    ),
    "identifier twice": (
        lambda it: Identifier(publication=it.paper, scheme="doi", value="10.1000/x"),
        "The paper already has this identifier.",
    ),
    "identifier of an unknown kind": (
        lambda it: Identifier(publication=it.paper, scheme="wos", value="1"),
        "'wos' is not a valid choice.",
    ),
    "link to nowhere": (
        lambda it: Link(publication=it.paper),
        "A link needs an address or a document.",
    ),
    "ORCID twice": (
        lambda it: Author(family_name="Other", orcid=ORCID),
        "Another author already has this ORCID iD.",
    ),
    "author without name": (
        lambda it: Author(given_name="Jo"),
        "This field cannot be blank.",
    ),
    "author's name twice": (
        lambda it: AuthorName(author=it.author, text="J. Doe"),
        "This author already has that name.",
    ),
    "two at one place": (
        lambda it: Authorship(publication=it.paper, position=0, printed_name="A B"),
        "Two authors stand at the same place.",
    ),
    "place without a name": (
        lambda it: Authorship(publication=it.paper, position=7),
        "This field cannot be blank.",
    ),
    "two appearances at one place": (
        lambda it: Appearance(publication=it.paper, position=0),
        "Two appearances stand at the same place.",
    ),
    "unknown status": (
        lambda it: Appearance(publication=it.paper, position=7, status="lost"),
        "'lost' is not a valid choice.",
    ),
    "venue twice": (
        lambda it: Venue(name="JOURNAL of Things"),
        "",
    ),
    "spelling of two venues": (
        lambda it: VenueName(venue=it.venue, text="J. Things"),
        "",
    ),
    "decision about nothing": (
        lambda it: Decision(same=True),
        "Decide either about a name and an author, or about a title and a paper.",
    ),
    "decision about both": (
        lambda it: Decision(
            name="A", author=it.author, work_title="T", publication=it.paper, same=True
        ),
        "Decide either about a name and an author, or about a title and a paper.",
    ),
    "name decided twice": (
        lambda it: Decision(name="j doe", author=it.author, same=False),
        "",
    ),
    "title decided twice": (
        lambda it: Decision(work_title="a title!", publication=it.paper, same=False),
        "",
    ),
    "contact twice": (
        lambda it: ContactPoint(page=it.page, kind="phone", value="+99 1"),
        "This contact stands there already.",
    ),
    "selected twice": (
        lambda it: SelectedPublication(page=it.page, publication=it.paper),
        "This paper is selected already.",
    ),
    "undone without time": (
        lambda it: ImportRun(kind="people", state="undone"),
        "A run that is undone says when.",
    ),
    "row twice": (
        lambda it: ImportRow(run=it.run, position=0, file="f", action="created"),
        "with this Run and Position already exists.",
    ),
}


class Surroundings:
    """One row of everything, for others to collide with."""

    def __init__(self):
        self.author = Author.objects.create(
            given_name="Jo", family_name="Doe", orcid=ORCID
        )
        AuthorName.objects.create(author=self.author, text="J. Doe")
        self.paper = make_paper(
            "A Title", ["Al Bo"], identifiers=(("doi", "10.1000/x"),)
        )
        self.venue = Venue.objects.create(name="Journal of Things")
        VenueName.objects.create(venue=self.venue, text="J. Things")
        Decision.objects.create(name="J Doe", author=self.author, same=True)
        Decision.objects.create(work_title="A Title", publication=self.paper, same=True)
        contact = ContactPoint(kind="phone", value="+99 1")
        self.page = make_member("Jo Doe", author=self.author, contacts=[contact])
        SelectedPublication.objects.create(page=self.page, publication=self.paper)
        self.run = ImportRun.objects.create(kind="people")
        ImportRow.objects.create(run=self.run, position=0, file="f", action="created")


# A key is made as the row is written; the forms look it up (`venue_forms`), not the row.
WITH_SENTENCE = [case for case, (_, sentence) in CASES.items() if sentence]


@pytest.mark.parametrize("case", WITH_SENTENCE)
def test_what_cannot_be_is_refused_with_a_sentence(case):
    make, sentence = CASES[case]
    row = make(Surroundings())

    with pytest.raises(ValidationError) as refusal:
        row.full_clean()

    assert sentence in " ".join(refusal.value.messages)


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_is_refused_by_the_database(case):
    make, _ = CASES[case]
    row = make(Surroundings())

    with pytest.raises(IntegrityError), transaction.atomic():
        type(row).objects.bulk_create([row])


@pytest.mark.parametrize(
    ("scheme", "value", "right"),
    [
        ("doi", "11.1000/x", "10."),
        ("arxiv", "nonsense", "1706.03762"),
        ("isbn", "978-3-16-148410-1", "978"),
    ],
)
def test_wrong_identifier_is_refused_with_a_right_one(scheme, value, right):
    identifier = Identifier(publication=make_paper(), scheme=scheme, value=value)

    with pytest.raises(ValidationError) as refusal:
        identifier.full_clean()

    message = " ".join(refusal.value.messages)
    assert value in message
    assert right in message


def test_orcid_with_a_wrong_check_digit_is_refused_with_a_right_one():
    author = Author(family_name="Doe", orcid="0000-0002-1825-0098")

    with pytest.raises(ValidationError) as refusal:
        author.full_clean()

    message = " ".join(refusal.value.messages)
    assert "0000-0002-1825-0098" in message
    assert ORCID in message


def test_identifier_is_stored_in_its_usual_form():
    identifier = Identifier(
        publication=make_paper(), scheme="doi", value="https://doi.org/10.1000/XYZ"
    )
    identifier.full_clean()

    assert identifier.value == "10.1000/xyz"


def test_address_of_a_link_must_be_one_of_the_web():
    link = Link(publication=make_paper(), url="ftp://example.org/x")

    with pytest.raises(
        ValidationError, match="“ftp://example.org/x” is not a web address"
    ):
        link.full_clean()


def test_paper_without_a_slug_gets_one_of_its_title():
    make_paper("A Title")
    paper = Publication(title="A Title")
    paper.full_clean()

    assert paper.slug == "a-title-2"


def test_author_with_a_page_cannot_be_deleted():
    page = make_member("Jo Doe")

    with pytest.raises(ProtectedError):
        page.author.delete()

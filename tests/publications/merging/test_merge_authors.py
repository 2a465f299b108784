"""Two authors who are one, one who is two; and back."""

import pytest

from portal.imports.ledger import Ledger
from publications.merging.authors import merge_authors, split_author
from publications.merging.refusal import CannotMerge
from publications.models import Author, AuthorName, Authorship, Decision
from tests.factories.papers import make_author, make_paper

pytestmark = pytest.mark.django_db


def standing():
    """Every author with other names and papers, in words."""
    return {
        (
            str(author),
            author.orcid,
            tuple(author.names.values_list("text", flat=True)),
            tuple(author.authorships.values_list("publication__title", flat=True)),
        )
        for author in Author.objects.all()
    }


@pytest.fixture
def two():
    keep, gone = make_author("Yan Liu"), make_author("Y. Liu", orcid=ORCID)
    AuthorName.objects.create(author=gone, text="Liu Y.")
    make_paper("Waves", [keep])
    make_paper("Tides", [gone])
    return keep, gone


ORCID = "0000-0002-1825-0097"


def test_merged_author_has_all_papers_names_and_the_orcid(two):
    keep, gone = two
    merge_authors(Ledger(), keep=keep, gone=gone)

    names = ("Liu Y.", "Y. Liu")
    assert standing() == {("Yan Liu", ORCID, names, ("Waves", "Tides"))}


def test_merge_taken_back_leaves_everything_as_it_was(two):
    keep, gone = two
    before, ledger = standing(), Ledger()
    Decision.objects.create(name="Y. Liu", author=gone, same=True)
    merge_authors(ledger, keep=keep, gone=gone)
    kept = ledger.take_back()

    assert (standing(), kept) == (before, [])
    assert Decision.objects.get().author == gone


def test_what_was_changed_since_a_merge_is_kept_and_named(two):
    keep, gone = two
    ledger, third = Ledger(), make_author("Yun Liu")
    merge_authors(ledger, keep=keep, gone=gone)
    Authorship.objects.filter(publication__title="Tides").update(author=third)

    assert ledger.take_back() == ["“Y. Liu” was changed since: author."]
    assert Authorship.objects.get(publication__title="Tides").author == third


def test_two_orcids_or_one_paper_of_both_refuse_a_merge(two):
    keep, gone = two
    make_paper("Both", [keep, gone])
    with pytest.raises(CannotMerge, match="^Both stand on “Both”: nobody"):
        merge_authors(Ledger(), keep=keep, gone=gone)
    keep.orcid = "0000-0001-5109-3700"
    with pytest.raises(CannotMerge, match="^They have two ORCID iDs, "):
        merge_authors(Ledger(), keep=keep, gone=gone)


def test_split_author_is_a_namesake_with_the_chosen_papers():
    author = make_author("Lei Li")
    make_paper("Waves", [author])
    make_paper("Beetles", [author])
    beetles = author.authorships.get(publication__title="Beetles")
    before, ledger = standing(), Ledger()
    other = split_author(ledger, author=author, authorships=[beetles.pk])

    assert [str(each.author) for each in beetles.publication.authors] == ["Lei Li"]
    assert other.authorships.get() == beetles
    assert author.authorships.get().publication.title == "Waves"
    assert (ledger.take_back(), standing()) == ([], before)


def test_split_needs_some_papers_but_not_all():
    author = make_author("Lei Li")
    make_paper("Waves", [author])
    ids = list(author.authorships.values_list("pk", flat=True))
    with pytest.raises(CannotMerge, match=r"^All papers of “Lei Li” are chosen\."):
        split_author(Ledger(), author=author, authorships=ids)
    with pytest.raises(CannotMerge, match="^Choose the papers"):
        split_author(Ledger(), author=author, authorships=[])


def test_undo_leaves_what_somebody_else_has_by_now(two):
    keep, gone = two
    ledger = Ledger()
    merge_authors(ledger, keep=keep, gone=gone)
    Author.objects.filter(pk=keep.pk).update(orcid="")
    make_author("Yun Liu", orcid=ORCID)

    assert ledger.take_back() == [
        "“Y. Liu” stays: another one has its ORCID iD by now.",
        "“Yan Liu” was changed since: ORCID iD.",
    ]


def test_papers_cannot_be_split_off_to_the_same_author(two):
    keep, _ = two
    make_paper("Beetles", [keep])
    place = keep.authorships.get(publication__title="Beetles")
    with pytest.raises(CannotMerge, match="^They are “Yan Liu”'s by now"):
        split_author(Ledger(), author=keep, authorships=[place.pk], into=keep)

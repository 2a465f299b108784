"""Two records of one work become one; and back, and again."""

import pytest

from people.models import PersonPage, SelectedPublication
from portal.imports.files import SourceFile
from portal.imports.run import apply, prepare, redo, undo
from portal.models import ImportRow
from publications.facts import facts_of
from publications.merging.refusal import CannotMerge
from publications.merging.run import carry_out
from publications.models import Authorship, Decision, FormerSlug, Publication, Relation
from publications.records import held_papers, record_of
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db


def standing():
    """Every row of the papers and of what hangs on them, but for dates of writing."""
    models = {model.__name__: model for model in _models()}
    return {
        name: list(model._base_manager.order_by("pk").values(*_columns(model)))
        for name, model in models.items()
    }


def _models():
    through = Publication.topics.through
    return [
        *(relation.related_model for relation in Publication._meta.related_objects),
        *(Publication, through, SelectedPublication),
    ]


def _columns(model):
    dated = {"updated_at", "decided_at", "changed"}
    return [each.attname for each in model._meta.fields if each.attname not in dated]


@pytest.fixture
def two():
    keep = make_paper(
        "Waves at sea",
        ["Ann Smith", "Bo Li"],
        venue="Sea",
        topics=("Water",),
        identifiers=(("doi", "10.1000/keep"),),
        links=[("pdf", "https://example.org/a.pdf")],
        abstract="Ours.",
    )
    gone = make_paper(
        "Waves on the sea",
        ["Ann Smith", "Bo Li"],
        venue="Sea",
        pages="1–9",
        topics=("Water", "Salt"),
        identifiers=(("doi", "10.1000/gone"), ("arxiv", "2001.00559")),
        links=[("code", "https://example.org/code")],
        featured=True,
        abstract="Theirs.",
    )
    return keep, gone


def merge(keep, gone, *, take=(), further=False):
    plan = {"act": "papers", "keep": keep.pk, "gone": gone.pk}
    plan |= {"take": list(take), "further": further}
    return carry_out(plan=plan, title=gone.title)


def facts(paper):
    return facts_of(record_of(held_papers([paper.slug])[paper.slug]))


def test_merged_paper_has_what_it_lacked_and_what_was_taken(two):
    keep, gone = two
    before = facts(keep)
    merge(keep, gone, take=["title"])

    assert facts(keep) == before | {
        "title": "Waves on the sea",
        "pages": "1–9",
        "doi": "10.1000/gone; 10.1000/keep",
        "arxiv": "2001.00559",
        "topics": ["salt", "water"],
        "links": ["code https://example.org/code", "pdf https://example.org/a.pdf"],
        "featured": True,
    }
    assert Publication.objects.get().title_key == "waves on the sea"


def test_taken_identifier_stands_first(two):
    keep, gone = two
    merge(keep, gone, take=["doi"])

    assert held_papers([keep.slug])[keep.slug].doi == "10.1000/gone"


def test_taken_authors_take_the_place_of_ours_with_whom_they_mean(two):
    keep, gone = two
    other = make_paper("Other", ["Cy Wu", "Ann Smith"])
    ids = list(other.authorships.values_list("author", flat=True))
    merge(keep, other, take=["authors"])

    names = keep.authorships.values_list("printed_name", "author")
    assert list(names) == [("Cy Wu", ids[0]), ("Ann Smith", ids[1])]


def test_another_place_is_a_further_appearance(two):
    keep, _ = two
    preprint = make_paper(
        "Waves: a preprint",
        ["Ann Smith"],
        type="article",
        year="2019",
        identifiers=(("arxiv", "1901.00001"),),
    )
    before = facts(keep)
    merge(keep, preprint, further=True)

    assert facts(keep) == before | {
        "arxiv": "1901.00001",
        "also_at": "arXiv (2019) [kind=preprint, title=Waves: a preprint]",
    }


def test_undecided_names_get_the_author_that_the_other_paper_has(two):
    keep, gone = two
    ids = list(gone.authorships.values_list("author", flat=True))
    keep.authorships.update(author=None)
    keep.authorships.filter(position=1).update(printed_name="B. Li", given_name="B.")
    Authorship.objects.get(publication=keep, position=1).save()
    merge(keep, gone)

    assert list(keep.authorships.values_list("author", flat=True)) == ids


def test_what_points_at_the_paper_follows_and_comes_back(two):
    keep, gone = two
    member, third = make_member("Ann Smith"), make_paper("Third")
    row = SelectedPublication.objects.create(page=member, publication=gone)
    member = PersonPage.objects.get()
    Relation.objects.create(publication=third, other=gone)
    Relation.objects.create(publication=keep, other=gone)
    Decision.objects.create(work_title="Sea waves", publication=gone, same=True)
    denied = Decision.objects.create(
        work_title=gone.title, publication=keep, same=False
    )
    member.save_revision().publish()
    before = standing()
    run = merge(keep, gone, take=["title", "authors", "doi", "visibility"])

    assert SelectedPublication.objects.get(pk=row.pk).publication == keep
    assert selected_in_draft() == [keep]
    assert list(Relation.objects.values_list("publication", "other")) == [
        (third.pk, keep.pk)
    ]
    assert not Decision.objects.filter(pk=denied.pk).exists()
    undo(run=run)
    assert standing() == before
    assert selected_in_draft() == [gone]


def selected_in_draft():
    draft = PersonPage.objects.get().get_latest_revision_as_object()
    return [each.publication for each in draft.selected.all()]


def test_merge_is_undone_and_redone_and_undone(two):
    keep, gone = two
    before = standing()
    run = merge(keep, gone, take=["title", "authors", "doi"])
    merged = facts(keep)
    for _ in range(2):
        assert undo(run=run)[1] == []
        assert standing() == before
        redo(run=run)
        assert facts(keep) == merged
    assert list(Publication.objects.all()) == [keep]


def test_what_was_edited_since_is_kept_and_named(two):
    keep, gone = two
    run = merge(keep, gone, take=["title"])
    paper = Publication.objects.get()
    paper.title = "Waves, edited"
    paper.save()
    paper.links.filter(kind="code").delete()
    _, [row] = undo(run=run)

    assert row.reason == (
        "“Waves, edited” was changed since: title. "
        "A link that it changed was removed since."
    )
    assert sorted(Publication.objects.values_list("title", "title_key")) == [
        ("Waves on the sea", "waves on the sea"),
        ("Waves, edited", "waves edited"),
    ]


def test_redo_of_a_merge_with_a_paper_that_is_gone_says_so(two):
    keep, gone = two
    run = merge(keep, gone)
    undo(run=run)
    Publication.objects.get(pk=gone.pk).delete()
    redo(run=run)

    row = ImportRow.objects.get()
    assert (row.action, row.reason) == ("rejected", "One of the two papers is gone.")


def test_paper_cannot_be_merged_with_itself(two):
    with pytest.raises(CannotMerge, match="^Choose another paper"):
        merge(two[0], two[0])


BIB = """@article{%s, title = {%s}, author = {Ann Smith and Bo Li}, year = {2020}, pages = {%s}}
"""


@pytest.mark.parametrize("further", [True, False])
def test_file_that_brought_the_gone_paper_asks_nothing_again(further):
    for key, title, pages in [("a", "Waves at sea", 1), ("b", "Tides of oceans", 7)]:
        source = SourceFile("papers.bib", (BIB % (key, title, pages)).encode())
        apply(run=prepare(kind="publications", sources=[source]))
    gone, keep = Publication.objects.all()
    merge(keep, gone, further=further)
    run = prepare(kind="publications", sources=[source])

    row = run.rows.get()
    assert (row.action, row.target, row.question) == ("unchanged", keep.slug, "")


def test_paper_written_by_hand_becomes_the_one_of_the_file():
    source = SourceFile("papers.bib", (BIB % ("a", "Waves at sea", 1)).encode())
    apply(run=prepare(kind="publications", sources=[source]))
    gone = Publication.objects.get()
    keep = make_paper("The sea, its waves", ["Ann Smith", "Bo Li"])
    merge(keep, gone)
    run = prepare(kind="publications", sources=[source])

    assert [(row.action, row.target) for row in run.rows.all()] == [
        ("unchanged", keep.slug)
    ]


def test_old_address_leads_to_the_paper_that_is_kept(client, two):
    keep, gone = two
    merge(keep, gone)
    answers = {
        url: (response.status_code, response.headers.get("Location"))
        for url in (f"/publications/{gone.slug}/", f"/publications/{gone.slug}.bib")
        for response in [client.get(url)]
    }
    private = make_paper("Hidden", visibility="private")
    FormerSlug.objects.create(publication=private, slug="it-was-here")

    assert answers == {
        f"/publications/{gone.slug}/": (301, f"/publications/{keep.slug}/"),
        f"/publications/{gone.slug}.bib": (301, f"/publications/{keep.slug}.bib"),
    }
    assert client.get("/publications/it-was-here/").status_code == 404


def test_address_of_a_merged_paper_is_given_to_nobody_else(two):
    keep, gone = two
    merge(keep, gone)
    source = SourceFile(
        "p.bib", b"@book{c, title = {Waves on the Sea}, author = {Di Yu}}"
    )
    run = prepare(kind="publications", sources=[source])

    assert run.rows.get().target == f"{gone.slug}-2"
    assert make_paper(gone.title).slug == f"{gone.slug}-2"


def test_author_is_chosen_by_place_only_where_the_names_are_alike(two):
    keep, gone = two
    bo = gone.authorships.get(position=1).author_id
    keep.authorships.update(author=None)
    keep.authorships.filter(position=0).update(
        printed_name="Zoe Adams", family_name="Adams", name_key="zoe"
    )
    merge(keep, gone)

    assert list(keep.authorships.values_list("author", flat=True)) == [None, bo]

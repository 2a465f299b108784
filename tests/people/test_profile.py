import re

import pytest

from people.models import ContactPoint, SelectedPublication
from publications.renewal import renew
from tests.factories import make_author, make_member, make_paper
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def seo():
    return make_member("Sungyong Seo")


@pytest.fixture
def liu():
    return make_member("Yan Liu")


def own_names(page):
    return re.findall(r'<a class="author author--own"[^>]*>([^<]*)</a>', page)


def test_profile_shows_the_papers_of_its_member_alone(client, seo, liu):
    make_paper("Ours", [seo.author, liu.author])
    make_paper("Hers", [liu.author])

    text = text_of(client.get("/people/sungyong-seo/"))

    assert "Ours" in text
    assert "Hers" not in text


def test_profile_emphasises_its_member_and_links_the_others(client, seo, liu):
    make_paper("Ours", [seo.author, liu.author, "Jane Doe"])

    page = client.get("/people/sungyong-seo/").content.decode()

    assert own_names(page) == ["Sungyong Seo"]
    assert re.search(r'<a [^>]*href="/people/yan-liu/"[^>]*>Yan Liu</a>', page)
    assert not re.search(r"<a\b[^>]*>Jane Doe<", page)
    assert "Jane Doe" in page


def test_name_is_shown_as_the_paper_prints_it(client, seo):
    paper = make_paper("Misprinted", ["Sungong Seo"])
    paper.authorships.update(author=seo.author)
    renew(ids=[paper.pk])

    page = client.get("/people/sungyong-seo/").content.decode()

    assert own_names(page) == ["Sungong Seo"]


def test_undecided_name_is_shown_unlinked(client, seo):
    paper = make_paper("Undecided", ["Sungong Seo"])
    paper.authorships.update(author=None)
    renew(ids=[paper.pk])

    page = client.get(paper.get_absolute_url()).content.decode()

    assert "Sungong Seo" in page
    assert "/people/sungyong-seo/" not in page


def test_profile_shows_public_contacts_alone(client):
    contacts = [
        ContactPoint(kind="email", value="open@example.org", visibility="public"),
        ContactPoint(kind="email", value="shy@example.org", visibility="private"),
        ContactPoint(kind="phone", value="+99 1", visibility="members"),
    ]
    make_member("Jo Doe", contacts=contacts)

    page = client.get("/people/jo-doe/").content.decode()

    assert "open@example.org" in page
    assert "shy@example.org" not in page
    assert "+99" not in page


def test_profile_leads_to_those_the_member_writes_with(client, seo, liu):
    make_paper("One", [seo.author, liu.author], year="2017")
    make_paper("Two", [seo.author, liu.author], year="2021")

    page = client.get("/people/sungyong-seo/")

    assert "Yan Liu 2 joint papers, 2017–2021" in text_of(page)
    assert 'href="/people/sungyong-seo/with/yan-liu/"' in page.content.decode()


def test_papers_that_a_member_only_edited_are_not_theirs(client, seo):
    paper = make_paper("Proceedings", [seo.author])
    paper.authorships.update(role="editor")
    renew(ids=[paper.pk])

    assert "Proceedings" not in text_of(client.get("/people/sungyong-seo/"))


@pytest.mark.parametrize(
    "address",
    [
        "/people/nobody/",
        "/people/sungyong-seo/publications.exe",
    ],
)
def test_address_that_leads_nowhere_is_a_404(client, seo, liu, address):
    assert client.get(address).status_code == 404


def test_publications_of_a_member_as_bibtex(client, seo, liu):
    make_paper("Ours", [seo.author, liu.author], key="seo2020ours")
    make_paper("Hers", [liu.author], key="liu2020")

    response = client.get("/people/sungyong-seo/publications.bib")

    text = response.content.decode()
    assert response["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert "seo2020ours" in text
    assert "liu2020" not in text


def test_profile_of_a_group_of_one_word_answers(client):
    make_member("Plato", author=make_author("Plato"))

    assert client.get("/people/plato/").status_code == 200


def test_selected_papers_stand_first_in_the_order_of_their_member(client, seo):
    papers = [make_paper(title, [seo.author]) for title in ("One", "Two", "Three")]
    hidden = make_paper("Hidden", [seo.author], visibility="private")
    for place, paper in enumerate([papers[2], hidden, papers[0]]):
        SelectedPublication.objects.create(
            page=seo, publication=paper, sort_order=place
        )

    text = text_of(client.get("/people/sungyong-seo/"))

    selected = text[text.index("Selected papers") : text.index("Publications 3")]
    assert "Two" not in selected
    assert "Hidden" not in text
    assert selected.index("Three") < selected.index("One")


def test_papers_stand_by_year_the_newest_first(client, seo):
    for year in ("2019", "2021", ""):
        make_paper(f"Of {year or 'old'}", [seo.author], year=year)

    page = client.get("/people/sungyong-seo/").content.decode()

    headings = re.findall(r'<h3 class="year__heading">([^<]*)</h3>', page)
    assert headings == ["2021", "2019", "Undated"]


def test_chart_of_a_profile_leads_to_its_years(client, seo):
    for number in range(4):
        make_paper(f"Paper {number}", [seo.author], year=str(2018 + number // 2))

    page = client.get("/people/sungyong-seo/").content.decode()

    bars = re.findall(r'href="(#year-\d+)" aria-label="([^"]*)"', page)
    assert bars == [("#year-2018", "2018: 2 papers"), ("#year-2019", "2019: 2 papers")]
    assert 'id="year-2018"' in page


def test_frequent_coauthors_outside_the_lab_are_counted(client, seo):
    jane, hidden = make_author("Jane Doe"), make_member("Hidden One", live=False)
    for title in ("One", "Two"):
        make_paper(title, [seo.author, jane, hidden.author, make_author("Once")])
    make_paper("Secret", [seo.author, jane], visibility="private")

    page = client.get("/people/sungyong-seo/")

    chips = re.findall(r'class="chip" href="([^"]*)"><bdi>', page.content.decode())
    assert chips == ["/publications/?q=author%3A%22Jane+Doe%22&amp;person=sungyong-seo"]
    assert "Jane Doe 2 joint papers" in text_of(page)


def test_many_collaborators_fold_after_twelve(client, seo):
    others = [make_member(f"Member {number:02}").author for number in range(14)]
    make_paper("Ours", [seo.author, *others])

    page = client.get("/people/sungyong-seo/").content.decode()

    shown, folded = page.split("<summary>2 more</summary>")
    assert (shown.count('class="coauthor"'), folded.count('class="coauthor"')) == (
        12,
        2,
    )

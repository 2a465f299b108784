import json
import re

import pytest
from wagtail.models import PageViewRestriction

from publications.renewal import renew
from tests.factories import make_member, make_paper
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db

PAIR = "/people/sungyong-seo/with/yan-liu/"


@pytest.fixture
def lab():
    """Three who wrote one paper all together, two by two, and each alone."""
    names = ("Sungyong Seo", "Yan Liu", "Jane Doe")
    seo, liu, doe = (make_member(name).author for name in names)
    make_paper("All", [seo, "A Stranger", liu, doe], year="2021")
    make_paper("Seo and Liu", [seo, liu], year="2017")
    make_paper("Liu and Doe", [liu, doe], year="2019")
    make_paper("Liu", [liu])
    make_paper("Secret", [seo, liu, doe], year="2022", visibility="private")
    return {"seo": seo, "liu": liu, "doe": doe}


def titles(response):
    return [item["title"] for item in json.loads(response.content)]


def shown(response):
    page = response.content.decode()
    return re.findall(r'class="paper__title"><a [^>]*>([^<]*)<', page)


def chips(response):
    return re.findall(r'class="chip" href="([^"]*)"', response.content.decode())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (PAIR, ["All", "Seo and Liu"]),
        ("/people/yan-liu/with/sungyong-seo/", ["All", "Seo and Liu"]),
        ("/people/yan-liu/with/jane-doe/", ["All", "Liu and Doe"]),
        ("/people/yan-liu/with/jane-doe+sungyong-seo/", ["All"]),
    ],
)
def test_joint_page_and_its_files_have_exactly_the_joint_papers(
    client, lab, address, expected
):
    page, file = client.get(address), client.get(f"{address}publications.json")

    assert (shown(page), titles(file)) == (expected, expected)


def test_joint_page_says_how_many_papers_and_of_which_years(client, lab):
    text = text_of(client.get(PAIR))

    assert "Sungyong Seo & Yan Liu" in text
    assert "2 papers, 2017–2021" in text


def test_all_whose_page_it_is_are_emphasised(client, lab):
    page = client.get("/people/yan-liu/with/jane-doe+sungyong-seo/").content.decode()

    own = re.findall(r'author--own"[^>]*>([^<]*)<', page)
    assert own == ["Sungyong Seo", "Yan Liu", "Jane Doe"]


def test_joint_page_leads_on_to_others_of_these_papers(client, lab):
    onward = chips(client.get(PAIR))

    assert onward == ["/people/sungyong-seo/with/jane-doe+yan-liu/"]


@pytest.mark.parametrize(
    "typed",
    [
        "sungyong-seo+jane-doe",
        "sungyong-seo%2Bjane-doe",
        "jane-doe%20sungyong-seo",
        "jane-doe+sungyong-seo+jane-doe",
        "+jane-doe++sungyong-seo+",
        "yan-liu+jane-doe+sungyong-seo",
        "%0ajane-doe+sungyong-seo",
    ],
)
def test_one_company_has_one_address(client, lab, typed):
    response = client.get(f"/people/yan-liu/with/{typed}/")

    assert response.status_code == 301
    assert response["Location"] == "/people/yan-liu/with/jane-doe+sungyong-seo/"


def test_machines_are_told_of_one_of_the_addresses(client, lab):
    addresses = [
        "/people/yan-liu/with/jane-doe+sungyong-seo/",
        "/people/sungyong-seo/with/jane-doe+yan-liu/",
    ]

    pages = [client.get(address).content.decode() for address in addresses]

    told = {re.search(r'rel="canonical" href="([^"]*)"', page)[1] for page in pages}
    assert [url.partition("/people/")[2] for url in told] == [
        "jane-doe/with/sungyong-seo+yan-liu/"
    ]


def test_two_who_never_wrote_together_are_told_so(client, lab):
    make_member("Al Bo")

    response = client.get("/people/yan-liu/with/al-bo/")

    assert response.status_code == 200
    assert "0 papers" in text_of(response)
    assert "have not published together" in text_of(response)


@pytest.mark.parametrize(
    "address",
    [
        "/people/sungyong-seo/with/sungyong-seo/",
        "/people/sungyong-seo/with/nobody/",
        "/people/sungyong-seo/with/yan-liu+nobody/",
        "/people/nobody/with/sungyong-seo/",
        "/people/sungyong-seo/with/",
        "/people/sungyong-seo/with/+/",
        "/people/sungyong-seo/with/%2B%20/",
        "/people/sungyong-seo/with/a%00b/",
        "/people/sungyong-seo/with/%ff/",
        "/people/sungyong-seo/with/..%5C..%5C/",
        f"/people/sungyong-seo/with/{'x' * 10_000}/",
        f"/people/sungyong-seo/with/{'+'.join(map(str, range(5000)))}/",
        "/people/sungyong-seo/with/yan-liu/publications.exe",
        "/people/sungyong-seo/with/nobody/publications.bib",
    ],
    ids=lambda address: address[:60],
)
def test_address_that_leads_nowhere_is_a_404(client, lab, address):
    assert client.get(address).status_code == 404


def test_a_private_member_has_no_joint_page(client, lab):
    page = lab["doe"].person_page
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")

    address = "/people/yan-liu/with/jane-doe+sungyong-seo/"
    files = client.get(f"{address}publications.bib")

    assert (client.get(address).status_code, files.status_code) == (404, 404)
    assert chips(client.get(PAIR)) == []


def test_what_somebody_only_edited_is_no_joint_paper(client, lab):
    paper = make_paper("Proceedings", [lab["seo"], lab["liu"]])
    paper.authorships.filter(author=lab["liu"]).update(role="editor")
    renew(ids=[paper.pk])

    assert shown(client.get(PAIR)) == ["All", "Seo and Liu"]


def test_addresses_may_be_in_any_script(client, lab):
    lee = make_member("이규석", slug="이규석")
    make_paper("Ours", [lee.author, lab["seo"]])

    address = "/people/sungyong-seo/with/이규석/"
    pages = ["/people/이규석/", "/people/이규석/publications.bib", address]

    assert [client.get(page).status_code for page in pages] == [200] * 3
    assert shown(client.get(address)) == ["Ours"]

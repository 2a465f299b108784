import json

import pytest
from openapi_spec_validator import validate

from people.models import ContactPoint, Role
from publications.full_json import write_full_json
from publications.models import Publication
from tests.factories import make_author, make_member, make_paper

pytestmark = pytest.mark.django_db

BASE = "http://127.0.0.1:8000"


def get(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.content
    return json.loads(response.content)


def slugs(client, address):
    return [each["slug"] for each in get(client, address)["results"]]


def test_description_is_valid_openapi(client):
    document = get(client, "/api/openapi.json")

    validate(document)
    assert sorted(document["paths"]) == [
        "/api/",
        "/api/people/",
        "/api/people/{slug}/",
        "/api/publications/",
        "/api/publications/{slug}/",
    ]
    assert document["servers"] == [{"url": BASE}]


def test_paper_is_as_the_export_has_it(client):
    ada = make_member("Ada Lovelace")
    make_paper(
        "On Engines",
        [ada.author, "Yan Liu"],
        venue="Conference on Engines",
        identifiers=(("doi", "10.1000/x"),),
        links=[("code", "https://example.org/code")],
    )

    paper = get(client, "/api/publications/on-engines/")
    (listed,) = get(client, "/api/publications/")["results"]

    assert paper == listed
    assert paper["url"] == f"{BASE}/publications/on-engines/"
    assert (paper["title"], paper["year"], paper["doi"]) == (
        "On Engines",
        2020,
        "10.1000/x",
    )
    assert [(a["name"], a["person"]) for a in paper["authors"]] == [
        ("Ada Lovelace", "ada-lovelace"),
        ("Yan Liu", None),
    ]
    exported = json.loads(write_full_json(Publication.objects.public()))[0]
    left_out = {"visibility", "extra"}
    assert {name: paper[name] for name in exported.keys() - left_out} == {
        name: value for name, value in exported.items() if name not in left_out
    }


def test_pages_of_the_list_lead_to_each_other(client):
    for number in range(5):
        make_paper(f"Paper {number}", year=f"201{number}")

    first = get(client, "/api/publications/?limit=2")
    second = get(client, first["next"].removeprefix(BASE))
    last = get(client, second["next"].removeprefix(BASE))

    assert (first["count"], first["previous"], last["next"]) == (5, None, None)
    shown = [each["year"] for page in (first, second, last) for each in page["results"]]
    assert shown == [2014, 2013, 2012, 2011, 2010]
    assert get(client, second["previous"].removeprefix(BASE)) == first


def test_parameters_are_those_of_the_list(client):
    ada = make_member("Ada Lovelace")
    make_paper("On Engines", [ada.author], topics=("Engines",), year="1843")
    make_paper("On Notes", ["Yan Liu"], type="article-journal", venue="JoT")

    assert slugs(client, "/api/publications/?person=ada-lovelace") == ["on-engines"]
    assert slugs(client, "/api/publications/?topic=engines&year=1843") == ["on-engines"]
    assert slugs(client, "/api/publications/?type=article-journal") == ["on-notes"]
    assert slugs(client, "/api/publications/?q=notes") == ["on-notes"]
    assert slugs(client, "/api/publications/?year=1843&year=2020") == [
        "on-notes",
        "on-engines",
    ]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("yaer=2020", "“yaer” is no parameter here."),
        ("year=abc", "year"),
        ("limit=0", "limit: Input should be greater than or equal to 1."),
        ("limit=501", "limit: Input should be less than or equal to 500."),
        ("offset=" + "9" * 40, "offset: Input should be less than or equal to"),
        ("sort=size", "sort"),
    ],
)
def test_wrong_parameter_is_told_in_a_sentence(client, query, sentence):
    problem = get(client, f"/api/publications/?{query}", status=422)

    assert problem["detail"].startswith(sentence)
    assert problem["detail"].endswith(".")


@pytest.mark.parametrize(
    "query", ["q=%00", "q=" + "x" * 10_000, "person=%F0%9F", "topic=%ff", "has=nothing"]
)
def test_odd_values_select_nothing(client, query):
    make_paper("On Engines")

    assert get(client, f"/api/publications/?{query}")["results"] == []


@pytest.mark.parametrize(
    "address", ["publications/none/", "people/none/", "none/", "x"]
)
def test_what_is_not_there_is_told_as_json(client, address):
    assert get(client, f"/api/{address}", status=404)["detail"].endswith(".")


def test_member_shows_what_the_page_shows_to_everybody(client):
    contacts = [
        ContactPoint(kind="email", value="ada@example.org", visibility="members"),
        ContactPoint(kind="phone", value="+99 1", visibility="private"),
        ContactPoint(kind="github", value="ada", visibility="public"),
    ]
    make_member(
        "Ada Lovelace",
        author=make_author("Ada Lovelace", orcid="0000-0002-1825-0097"),
        role=Role.objects.create(name="Student"),
        contacts=contacts,
        joined="2015-08",
        interests="Engines\nNotes",
    )

    member = get(client, "/api/people/ada-lovelace/")

    assert member["contacts"] == [
        {
            "kind": "github",
            "label": "GitHub",
            "value": "ada",
            "url": "https://github.com/ada",
        }
    ]
    assert (member["role"], member["joined"], member["alumni"]) == (
        "Student",
        "2015-08",
        False,
    )
    assert member["interests"] == ["Engines", "Notes"]
    assert get(client, "/api/people/")["results"] == [member]


def test_members_are_found_by_name_topic_and_having_left(client):
    make_member("Ada Lovelace", left="1852", interests="Engines")
    make_member("Alan Turing", interests="Engines")

    assert slugs(client, "/api/people/?name=lovelace") == ["ada-lovelace"]
    assert slugs(client, "/api/people/?alumni=false") == ["alan-turing"]
    assert len(slugs(client, "/api/people/?topic=engines")) == 2
    assert get(client, "/api/people/?alumni=perhaps", status=422)["detail"]


def test_answer_may_be_read_by_any_page_and_is_sent_once(client):
    make_paper("On Engines")

    first = client.get("/api/publications/")
    again = client.get("/api/publications/", headers={"If-None-Match": first["ETag"]})
    Publication.objects.update(title="On Machines")
    changed = client.get("/api/publications/", headers={"If-None-Match": first["ETag"]})

    assert first["Access-Control-Allow-Origin"] == "*"
    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    assert getattr(client, method)("/api/publications/").status_code == 405

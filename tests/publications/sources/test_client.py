import socket

import pytest
from wagtail.models import Site

from portal.models import SiteSettings
from publications.sources.client import Client
from publications.sources.failures import NotKnown, Unanswered
from tests.publications.sources.conftest import make_client, slowly

pytestmark = pytest.mark.django_db
JSON = "application/json"


def ask(web_client, path="/10.1234/x", source="doi"):
    """What came, or the sentence why nothing did."""
    try:
        return web_client.get(source, path, accept=JSON)
    except Unanswered as error:
        return str(error)


def test_an_answer_comes_as_it_is(web, web_client):
    web.answers["/doi/10.1234/x"] = b'{"title": "X"}'

    assert ask(web_client) == b'{"title": "X"}'
    assert web.asked == [("/doi/10.1234/x", {})]


def test_the_site_says_who_asks(web, waits, settings):
    settings.BASE_URL = "https://lab.example.org"
    SiteSettings.objects.create(
        site=Site.objects.get(),
        contact="Lab of Examples, Room 1\nmail: lab@example.org.",
    )
    web.answers["/doi/10.1234/x"] = b"{}"

    ask(make_client(waits))

    assert (web.seen["User-Agent"], web.seen["Accept"]) == (
        "Coauthor (https://lab.example.org; mailto:lab@example.org)",
        JSON,
    )


def test_what_nobody_knows_is_asked_for_once(web, web_client):
    with pytest.raises(NotKnown, match="^doi.org does not know it.$"):
        web_client.get("doi", "/10.1234/x", accept=JSON)

    assert len(web.asked) == 1


def test_a_source_that_is_asked_too_often_is_asked_again_when_it_says(
    web, web_client, waits
):
    busy = (429, {"Retry-After": "7"}, b"")
    web.answers["/doi/10.1234/x"] = [busy, busy, b"{}"]

    assert ask(web_client) == b"{}"
    assert [round(wait, 1) for wait in waits] == [7, 7]


def test_a_broken_source_is_asked_three_times_with_pauses(web, web_client, waits):
    web.answers["/doi/10.1234/x"] = (503, {}, b"")

    assert ask(web_client) == "doi.org is out of order (HTTP 503); try again later."
    assert (len(web.asked), waits) == (3, [1, 2])


def test_nobody_waits_for_minutes(web, web_client, waits):
    web.answers["/doi/10.1234/x"] = (429, {"Retry-After": "300"}, b"")

    assert ask(web_client) == "doi.org wants no request for 300 s."
    assert ask(web_client) == "doi.org wants no request for 300 s."
    assert (len(web.asked), waits) == (1, [])


def test_a_source_that_fails_twice_in_a_row_is_left_alone(web, web_client):
    web.answers = {f"/doi/10.1234/{name}": (500, {}, b"") for name in "abc"}

    answers = [ask(web_client, f"/10.1234/{name}") for name in "abc"]

    assert answers == ["doi.org is out of order (HTTP 500); try again later."] * 3
    assert len(web.asked) == 6


def test_a_refusal_is_final(web, web_client):
    web.answers["/openalex/works"] = (403, {}, b"")

    assert ask(web_client, "/works", "openalex") == (
        "OpenAlex refuses to answer (HTTP 403)."
    )
    assert len(web.asked) == 1


@pytest.mark.parametrize(
    "body",
    [slowly(b"", b"{}"), slowly(b"{", b"}")],
    ids=["before its first byte", "in its middle"],
)
def test_a_slow_answer_is_given_up(web, waits, body):
    web_client = make_client(waits, read=0.05, tries=1)
    web.answers["/arxiv/api"] = body

    assert ask(web_client, "/api", "arxiv") == (
        "arXiv did not answer in 0.05 s; try again later."
    )


def test_an_answer_that_drips_is_given_up(web, waits):
    web_client = make_client(waits, answer=0.05, tries=1)
    web.answers["/arxiv/api"] = slowly(*[b"<"] * 9, seconds=0.02)

    assert ask(web_client, "/api", "arxiv") == (
        "arXiv took more than 0.05 s to answer; try again later."
    )


@pytest.mark.parametrize(
    "headers", [{"Content-Length": "99999999999"}, {}], ids=["announced", "unannounced"]
)
def test_a_huge_answer_is_not_taken(web, web_client, headers):
    sent = []
    pieces = (sent.append(1) or b" " * 2**20 for _ in range(100))
    web.answers["/dblp/pid/1/2.bib"] = (200, headers, pieces)

    assert ask(web_client, "/pid/1/2.bib", "dblp") == (
        "DBLP answers with more than 10 MB, the most that is taken."
    )
    assert len(sent) < 30


def test_a_site_without_a_network_says_so(web, waits, settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}"
    settings.SOURCES = {"doi": nobody}
    settings.SOURCES_ON_THIS_MACHINE = [nobody]

    assert ask(make_client(waits)) == "doi.org cannot be reached; try again later."


def test_a_name_that_does_not_resolve_is_a_sentence(waits, settings, monkeypatch):
    settings.SOURCES = {"doi": "http://doi.invalid"}

    assert ask(make_client(waits)) == "doi.org cannot be reached; try again later."


def test_requests_keep_the_pace_that_a_source_asks_for(web, web_client, waits):
    web.answers = dict.fromkeys(["/arxiv/a", "/arxiv/b", "/doi/a", "/doi/b"], b"{}")

    for source, path in [
        ("arxiv", "/a"),
        ("doi", "/a"),
        ("arxiv", "/b"),
        ("doi", "/b"),
    ]:
        ask(web_client, path, source)

    assert [round(wait, 2) for wait in waits] == [3]


def test_one_import_does_not_ask_for_ever(web, waits):
    web_client = make_client(waits, requests=2)
    web.answers = {f"/doi/10.1234/{name}": b"{}" for name in "abc"}

    answers = [ask(web_client, f"/10.1234/{name}") for name in "abc"]

    assert answers == [b"{}", b"{}", "One import asks 2 times at most."]


def test_a_client_waits_as_long_as_the_terms_say():
    limits = Client().limits

    assert (limits.connect, limits.read, limits.largest) == (5, 20, 10 * 1024**2)

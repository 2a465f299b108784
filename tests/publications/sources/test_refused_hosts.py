"""No typed text and no answer leads the site to a host that it should not ask (T25)."""

import socket

import pytest

from publications.sources.gathering import gather
from publications.sources.hosts import is_source
from tests.publications.sources.conftest import make_client
from tests.publications.sources.test_client import ask

pytestmark = pytest.mark.django_db

ELSEWHERE = [
    "http://127.0.0.1/",
    "http://127.0.0.1:8000/",
    "http://localhost/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://0/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "https://doi.org@10.0.0.1/",
    "https://doi.org.evil.example/",
    "https://doi.org:8443/",
    "http://doi.org/",
    "https://evil.example/10.1234/x",
    "//10.0.0.1/x",
    "https://[",
    "https://doi.org:x/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:70/_x",
    "ftp://doi.org/x",
    "javascript:alert(1)",
]
HOSTS = [
    "127.0.0.1",
    "localhost",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0",
    "2130706433",
    "0x7f.1",
    "169.254.169.254",
    "10.0.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "[fd00::1]",
    "[fe80::1]",
]


@pytest.mark.parametrize("url", ELSEWHERE)
def test_only_the_sources_of_the_settings_are_sources(url):
    assert not is_source(url)


@pytest.mark.parametrize(
    "url", ["https://doi.org/10.1234/x", "https://api.crossref.org:443/works/x"]
)
def test_the_sources_of_the_settings_are(url):
    assert is_source(url)


@pytest.mark.parametrize("url", ELSEWHERE)
def test_a_redirect_elsewhere_is_not_followed(web, web_client, url):
    web.answers["/doi/10.1234/x"] = (302, {"Location": url}, b"")

    answer = ask(web_client)

    assert answer.startswith("doi.org sends us on to “")
    assert answer.endswith("”, where we do not ask.")
    assert len(web.asked) == 1


def test_a_redirect_to_another_source_is_followed(web, web_client):
    web.answers["/doi/10.1234/x"] = (302, {"Location": f"{web.url}/crossref/x"}, b"")
    web.answers["/crossref/x"] = b"{}"

    assert ask(web_client) == b"{}"


@pytest.mark.parametrize("location", [{"Location": ""}, {}], ids=["empty", "absent"])
def test_redirects_in_a_circle_end(web, web_client, location):
    web.answers["/doi/10.1234/x"] = (302, location, b"")

    assert ask(web_client) == "doi.org sends us on and on, and answers nothing."
    assert len(web.asked) == 6


@pytest.mark.parametrize("host", HOSTS)
def test_a_private_address_is_refused_even_to_the_settings(waits, settings, host):
    settings.SOURCES = {"doi": f"http://{host}:9"}

    assert ask(make_client(waits)) == (
        "doi.org leads into a private network, where we ask nobody."
    )


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1"]
)
def test_a_name_that_resolves_to_a_private_address_is_refused(
    waits, monkeypatch, address
):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    found = [(family, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)

    assert ask(make_client(waits)) == (
        "doi.org leads into a private network, where we ask nobody."
    )


@pytest.mark.parametrize("typed", ELSEWHERE)
def test_no_typed_address_is_asked(web, web_client, typed):
    files, notes = gather({"identifiers": [typed]}, web_client)

    assert (files, web.asked) == ([], [] if "10.1234" not in typed else web.asked)
    assert notes

import pytest

from portal.web_addresses import web_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" HTTP://example.org ", "HTTP://example.org"),
        ("github.com/x", "https://github.com/x"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("https://müller.example/ü", "https://müller.example/ü"),
        ("http://[::1]/", "http://[::1]/"),
    ],
)
def test_web_address_is_kept_and_a_bare_host_gets_its_scheme(text, address):
    assert web_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        *("", "foo", "a.b", "/people/", "http://", "//evil", "//evil.example"),
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)"),
        *("\x01javascript:alert(1)", "javascript.example:alert(1)", "data:text/html,x"),
        *("mailto:a@b.example", "ftp://a.example", "https://a b.example", "http://[x"),
        *("https://github.com@evil.example", "https:evil.example", "x.example:99999"),
        *('https://a.example/"onclick="x', "https://a.example/\u202egnp.exe"),
    ],
)
def test_what_is_no_web_address_is_refused(text):
    assert web_address(text) == ""

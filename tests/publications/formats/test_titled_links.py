import pytest
from hypothesis import given
from hypothesis import strategies as st

from publications.formats.titled_links import (
    KINDS,
    LABELS,
    kind_of,
    read_links,
    write_links,
)
from publications.values import LinkRecord


def test_links_are_read_with_the_kind_of_their_label():
    text = "[OpenReview](https://a.org/?id=1)\n[Fortune Eye on AI](http://b.org)"

    assert read_links(text) == (
        (
            LinkRecord("openreview", "https://a.org/?id=1", "OpenReview"),
            LinkRecord("other", "http://b.org", "Fortune Eye on AI"),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Code", "code"),
        ("Poster", "poster"),
        ("Project Page", "website"),
        ("project page", "website"),
        ("Paper", "paper"),
        ("Slides", "slides"),
        ("Video", "video"),
        ("PDF", "pdf"),
        ("Fortune Eye on AI", "other"),
        ("", "other"),
    ],
)
def test_kind_is_guessed_from_the_label(label, kind):
    assert kind_of(label) == kind


def test_every_kind_is_known_by_its_own_label():
    assert {kind: kind_of(label) for kind, label in LABELS.items()} == {
        kind: kind for kind in KINDS
    }


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://a.org", "//a.org", "a.pdf", "https://", ""]
)
def test_link_elsewhere_than_the_web_is_a_problem(url):
    assert read_links(f"[Code]({url}) [PDF](https://a.org)") == (
        (LinkRecord("pdf", "https://a.org", "PDF"),),
        (f"'{url}' is not a web address; it must start with https://.",),
    )


def test_words_beside_the_links_are_a_problem():
    assert read_links("see [PDF](https://a.org), [Code] (https://b.org)") == (
        (LinkRecord("pdf", "https://a.org", "PDF"),),
        (
            "'see' is not a link; write [Label](https://…).",
            "'[Code] (https://b.org)' is not a link; write [Label](https://…).",
        ),
    )


def test_unknown_kind_is_named_and_the_link_kept():
    assert read_links('[Code](https://a.org "mine")') == (
        (LinkRecord("code", "https://a.org", "Code"),),
        (
            "'mine' is no kind of link; use paper, pdf, html, openreview, code, data, "
            "poster, slides, video, website, blog, supplement, press, bibtex, venue, "
            "other.",
        ),
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://a.org/w_(x)", "https://a.org/w_(x)"),
        ("https://a.org/w_((x", "https://a.org/w_%28%28x"),
        ("https://a.org/a b", "https://a.org/a%20b"),
    ],
)
def test_parentheses_and_blanks_in_addresses_survive(written, read):
    links = (LinkRecord("paper", written, "Paper"),)

    assert read_links(write_links(links)) == ((LinkRecord("paper", read, "Paper"),), ())


def test_label_is_made_from_the_kind():
    links = [LinkRecord("website", "https://a.org")]

    assert write_links(links) == "[Project Page](https://a.org)"


def test_kind_is_written_where_the_label_does_not_tell_it():
    links = [LinkRecord("press", "https://a.org", "Fortune")]

    assert write_links(links) == '[Fortune](https://a.org "press")'


labels = (st.text("aé []()\\\"'") | st.sampled_from(sorted(LABELS.values()))).map(
    lambda text: " ".join(text.split()) or "Link"
)
urls = st.text("aé()[]'?&=#/").map(lambda path: f"https://a.org/{path}")
links = st.builds(
    LinkRecord,
    st.sampled_from(sorted(KINDS)),
    urls.filter(lambda url: "(" not in url and ")" not in url),
    labels,
)


@given(st.lists(links, max_size=4).map(tuple))
def test_what_is_written_is_read_back(links):
    assert read_links(write_links(links)) == (links, ())


@given(st.lists(urls.map(lambda url: LinkRecord("code", url, "Code")), max_size=3))
def test_no_link_is_lost_to_its_parentheses(links):
    found, problems = read_links(write_links(links))

    assert [link.url.replace("%28", "(").replace("%29", ")") for link in found] == [
        link.url for link in links
    ]
    assert problems == ()


@given(st.text() | st.text('a[]()\\" https://'))
def test_anything_is_read_without_an_error(text):
    _, problems = read_links(text)

    assert all(problem.endswith(".") for problem in problems)

import html5lib
import pytest
from wagtail.images.models import SourceImageIOError

from portal.models import PortalImage
from publications.emphasis import emphasised
from publications.models import Link, Notice, Publication
from publications.row_markup import markup
from publications.rows import rows
from tests.factories import make_member, make_paper
from tests.factories.pictures import make_picture

pytestmark = pytest.mark.django_db

NS = "{http://www.w3.org/1999/xhtml}"


def row_of(paper):
    """The row's HTML and its tree, which a strict parser has accepted."""
    (row,) = rows([Publication.objects.with_rows().get(pk=paper.pk)])
    html = markup(row)
    parser = html5lib.HTMLParser(strict=True)
    return html, parser.parse(f"<!doctype html><title>t</title>{html}")


def found(tree, tag, classes=""):
    return [
        each
        for each in tree.iter(f"{NS}{tag}")
        if set(classes.split()) <= set(each.get("class", "").split())
    ]


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def buttons_of(tree):
    """What each button of the row says and where it leads; "" where it opens a panel."""
    (actions,) = found(tree, "div", "paper__actions")
    pills = [each for each in actions.iter() if each.get("class") == "pill"]
    return [(text_of(each), each.get("href", "")) for each in pills]


def test_row_has_a_button_for_what_the_paper_has_and_no_other():
    paper = make_paper(
        abstract="In short.",
        identifiers=(("doi", "10.1000/x"), ("arxiv", "2101.00001"), ("isbn", "1")),
        links=[
            ("press", "https://press.example.org/"),
            ("code", "https://code.example.org/"),
            ("pdf", "https://example.org/a.pdf"),
            ("paper", "https://doi.org/10.1000/x"),
        ],
    )

    assert buttons_of(row_of(paper)[1]) == [
        ("Abstract", ""),
        ("Cite", ""),
        ("PDF", "https://example.org/a.pdf"),
        ("Paper", "https://doi.org/10.1000/x"),
        ("Code", "https://code.example.org/"),
        ("Press", "https://press.example.org/"),
        ("arXiv", "https://arxiv.org/abs/2101.00001"),
    ]


def test_row_of_a_paper_with_nothing_is_cited_at_least():
    bare = Publication.objects.create(title="Bare", slug="bare")

    _, tree = row_of(bare)

    assert buttons_of(tree) == [("Cite", "")]
    assert text_of(found(tree, "span", "badge")[0]) == "Journal article"


def test_panels_of_a_row_close_each_other_and_lead_on_without_scripts():
    _, tree = row_of(make_paper(slug="x", abstract="One\ntwo.\n\n\nThree & four."))

    abstract, cite = found(tree, "details", "panel")
    assert abstract.get("name") == cite.get("name")
    assert [text_of(each) for each in found(abstract, "p")] == [
        "Onetwo.",
        "Three & four.",
    ]
    assert [link.get("href") for link in found(cite, "a")] == [
        "/publications/x.bib",
        "/publications/x/#cite",
    ]


def test_own_name_stands_out_on_its_page_alone():
    ada, alan = make_member("Ada Lovelace").author, make_member("Alan Turing").author
    html, _ = row_of(make_paper(authors=[ada, alan, "Jo Doe"]))

    own = emphasised(html, [ada.pk])

    tree = html5lib.parse(own)
    assert [text_of(each) for each in found(tree, "a", "author")] == [
        "Ada Lovelace",
        "Alan Turing",
    ]
    assert [text_of(each) for each in found(tree, "a", "author--own")] == [
        "Ada Lovelace"
    ]
    assert "author--own" not in html


def test_number_that_begins_like_anothers_is_not_its_own():
    link = '<a class="author" data-author="12" href="/people/x/">X</a>'

    assert emphasised(link, [1]) == link


def test_unfolded_line_keeps_the_links():
    ada = make_member("Ada Lovelace").author
    names = [f"N{number} Name" for number in range(30)]
    _, tree = row_of(make_paper(authors=[*names, ada, "Last One"]))

    short, whole = found(found(tree, "div", "paper__authors")[0], "p")
    assert text_of(found(tree, "details", "fold")[0]).startswith("All 32 authors")
    assert [each.get("href") for each in found(short, "a")] == ["/people/ada-lovelace/"]
    assert [each.get("href") for each in found(whole, "a")] == ["/people/ada-lovelace/"]
    assert len(found(whole, "bdi")) == 31


def test_line_of_hundreds_is_on_the_papers_page():
    ada = make_member("Ada Lovelace").author
    names = [f"N{number} Name" for number in range(160)]

    _, tree = row_of(make_paper(slug="big", authors=[*names, ada, "Last One"]))

    (fold,) = found(tree, "details", "fold")
    assert text_of(fold).startswith("All 162 authors")
    assert fold.get("data-authors-of") == "/publications/big/"
    assert [text_of(each) for each in found(tree, "a", "author")] == ["Ada Lovelace"]
    assert len(found(tree, "bdi")) == 7


def test_what_people_wrote_stays_text():
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    paper = make_paper(
        evil,
        [evil, "שרה כהן"],
        slug="evil",
        venue=evil,
        label=evil,
        volume=evil,
        pages=evil,
        publisher=f"P {evil}",
        award=evil,
        note=evil,
        abstract=f"{evil} $\\frac{{{evil}}}{{x}}$ \x0b",
    )
    Link.objects.bulk_create(
        Link(publication=paper, kind="other", label=evil, url=url, position=number)
        for number, url in enumerate(
            (
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "JaVaScript:x",
            )
        )
    )

    html, tree = row_of(paper)

    assert found(tree, "script") + found(tree, "img") == []
    assert text_of(found(tree, "p", "paper__title")[0]) == evil
    assert buttons_of(tree) == [("Abstract", ""), ("Cite", "")]
    assert html.isprintable()


def test_title_of_ten_thousand_characters_names_its_buttons_shortly():
    _, tree = row_of(make_paper("Long " * 2000, slug="long"))

    (actions,) = found(tree, "div", "paper__actions")
    assert actions.get("aria-label") == ("Long " * 16).strip()


def test_line_of_the_venue_tells_volume_pages_and_honours():
    paper = make_paper(
        venue="Journal of Things",
        volume="12",
        number="3",
        pages="1–9",
        publisher="Press",
        year="2020-06",
        status="accepted",
        presentation="oral",
        award="best paper",
    )
    Notice.objects.create(publication=paper, kind="retraction")

    _, tree = row_of(paper)

    assert text_of(found(tree, "p", "paper__venue")[0]) == (
        "Retracted Journal of Things, 12(3), pp. 1–9, Press, June 2020"
        " Accepted Oral Best paper"
    )


def test_badge_has_the_colour_that_the_venue_was_given():
    paper = make_paper(venue="A Conference", venue_short="AC")
    paper.primary.venue.__class__.objects.update(colour="#123abc")

    html, _ = row_of(paper)

    assert html.count('fill="#123abc"') == 2


def test_tile_is_the_same_each_time_and_another_for_another_paper():
    one, other = make_paper("One", slug="one"), make_paper("Other", slug="other")

    tiles = [row_of(paper)[0].partition("<path")[2] for paper in (one, one, other)]

    assert tiles[0] == tiles[1].replace("Other", "One")
    assert tiles[0].partition("</svg>")[0] != tiles[2].partition("</svg>")[0]


def test_picture_stands_beside_its_paper():
    paper, image = (
        make_paper(),
        make_picture("bars", (400, 200), description="Bars that rise"),
    )
    Publication.objects.filter(pk=paper.pk).update(thumbnail=image)

    (picture,) = found(row_of(paper)[1], "img")

    size = (picture.get("width"), picture.get("height"), picture.get("loading"))
    assert (*size, picture.get("alt")) == ("320", "160", "lazy", "Bars that rise")


def test_picture_whose_file_is_lost_gives_way_to_the_tile(monkeypatch):
    def lost(image, spec):
        raise SourceImageIOError

    monkeypatch.setattr(PortalImage, "get_rendition", lost)
    paper, image = make_paper(), make_picture("lost")
    Publication.objects.filter(pk=paper.pk).update(thumbnail=image)

    html, tree = row_of(paper)

    assert found(tree, "img") == []
    assert "paper__tile" in html


def test_row_asks_the_database_nothing(django_assert_num_queries):
    for number in range(2):
        make_paper(
            f"Paper {number}",
            ["Jo Doe"],
            identifiers=(("doi", f"10.1000/{number}"),),
            links=[("pdf", "https://example.org/a.pdf")],
        )
    made = rows(Publication.objects.with_rows())

    with django_assert_num_queries(0):
        assert all(markup(row) for row in made)

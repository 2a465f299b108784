"""A lab with a page of every kind, and with texts that are out to break them."""

from people.models import ContactPoint, Role
from portal.models import ContentPage, HomePage
from tests.factories import make_author, make_member, make_paper
from tests.factories.stories import make_news, make_project

SCRIPT = '"><script>alert(1)</script>'
HOSTILE = f"{SCRIPT} <b>&amp; $x<y$ \\frac{{ \u202eabc\u202c \U0001f600 漢字 العربية"

EVERY_PAGE = [
    "/",
    "/people/",
    "/people/?name=nobody",
    "/people/ada-lovelace/",
    "/people/alan-turing/",
    "/people/ada-lovelace/with/alan-turing/",
    "/publications/",
    "/publications/?q=engines&topic=engines&year=2018",
    "/publications/?q=nothing-like-this",
    "/publications/on-engines/",
    "/publications/on-notes/",
    "/publications/hostile/",
    "/publications/detector/",
    "/network/",
    "/search/?q=engines",
    "/news/",
    "/news/engines-accepted/",
    "/projects/",
    "/projects/analytical-engine/",
    "/join-us/",
    "/doi/10.1000/shared",
]
FEEDS = [
    "/publications/feed/",
    "/publications/feed/?topic=engines",
    "/people/ada-lovelace/feed/",
    "/news/feed/",
]


def make_every_page():
    role = Role.objects.create(name="Student")
    contacts = [
        ContactPoint(kind="email", value="ada@example.org", visibility="public"),
        ContactPoint(kind="github", value="ada", visibility="public"),
    ]
    ada = make_member(
        "Ada Lovelace",
        author=make_author("Ada Lovelace", orcid="0000-0002-1825-0097"),
        role=role,
        contacts=contacts,
        affiliation="Sea University",
        interests="Engines\nC++ & C#",
        about="<p>She writes of <b>engines</b>.</p>",
        joined="2015-08",
    )
    alan = make_member("Alan Turing", role=role, left="1954")
    engines = make_papers(ada.author, alan.author)
    make_news("Engines accepted", intro="News.", people=[ada], papers=[engines])
    make_project("Analytical Engine", intro="Steam.", people=[ada], papers=[engines])
    body = [("heading", "How"), ("text", "<p>Write to us.</p>")]
    HomePage.objects.get().add_child(
        instance=ContentPage(title="Join us", intro="Come.", body=body)
    )


def make_papers(ada, alan):
    engines = make_paper(
        "On Engines",
        [ada, alan, "Charles Babbage"],
        type="article-journal",
        year="2018-08-05",
        venue="Journal of Things",
        venue_short="JoT",
        volume="12",
        number="3",
        pages="1–9",
        award="Best Paper",
        abstract="Of engines.\n\nAnd of $E=mc^2$.",
        topics=("Engines", "C++"),
        identifiers=(("doi", "10.1000/engines"), ("arxiv", "1801.00001")),
        links=[("code", "https://example.org/code"), ("pdf", "https://example.org/p")],
        featured=True,
    )
    make_paper("On Notes", [ada, alan], year="", type="thesis", status="accepted")
    make_paper(
        HOSTILE,
        [f"Jo {SCRIPT}", "Ada Ångström"],
        slug="hostile",
        venue=HOSTILE[:400],
        abstract=HOSTILE,
        note=HOSTILE,
        topics=(SCRIPT,),
        pages=SCRIPT,
        identifiers=(("doi", "10.1000/shared"),),
    )
    many = [f"Jo Doe{number}" for number in range(300)]
    make_paper(
        "Detector",
        [*many, ada],
        type="report",
        identifiers=(("doi", "10.1000/shared"),),
    )
    return engines

"""The example lab, brought in from its files once for all of these tests."""

import html
import json
import re
from io import StringIO

import pytest
from django.core.management import call_command

from portal.example_stories import tell_stories
from portal.models import ImportRun, NewsPage, ProjectPage
from publications.formats.titled_links import read_links
from publications.models import Authorship, Publication
from tests.portal.browsing import text_of
from tests.portal.example_lab import CVS, EXAMPLE, import_all, report_of

PRIVATE = ("10-0000-0000", "private.address@example.org", "9.13", "9.99")
UNFINISHED = {
    "llm-generated-intent-guidance-for-session-based-recommendation": "In preparation",
    "capturing-user-interests-from-data-streams-for-continual-sequential-"
    "recommendation": "Under review",
    "collaborative-diffusion-model-for-recommender-system": "Accepted",
}
pytestmark = [pytest.mark.usefixtures("lab"), pytest.mark.django_db]


def papers():
    return Publication.objects.with_rows().order_by("pk")


def resume(slug):
    return json.loads((EXAMPLE / "cv" / f"{slug}.json").read_text())


def strings(value, path=()):
    """(path, text) of every text in a JSON value."""
    if isinstance(value, dict):
        return [each for name in value for each in strings(value[name], (*path, name))]
    if isinstance(value, list):
        return [each for part in value for each in strings(part, path)]
    return [(path, value)] if isinstance(value, str) else []


def test_all_of_the_example_is_imported(lab):
    for report in lab:
        assert (report["review"], report["rejected"]) == (0, 0), report["entries"]
        assert not any(entry["reason"] for entry in report["entries"])
    assert lab[1]["created"] == 21


def test_stories_name_members_and_papers_that_the_files_have():
    tell_stories(EXAMPLE / "stories.json")

    told = json.loads((EXAMPLE / "stories.json").read_text())
    pages = [*NewsPage.objects.all(), *ProjectPage.objects.all()]
    assert {
        each.title: (len(each.person_ids), len(each.publication_ids)) for each in pages
    } == {
        each["title"]: (len(each["people"]), len(each["papers"]))
        for each in (*told["news"], *told["projects"])
    }
    assert all(each.live and each.first_published_at for each in pages)


def test_all_files_again_are_unchanged(lab):
    runs = ImportRun.objects.count()
    before = list(papers().values())

    again = import_all()

    assert [each["unchanged"] for each in again] == [len(e["entries"]) for e in again]
    assert list(papers().values()) == before
    assert ImportRun.objects.count() == runs + 4


def test_each_work_is_once_on_the_list(client):
    text = client.get("/publications/").content.decode()

    links = re.findall(r'href="(/publications/[\w-]+/)"[^>]*>[^<]', text)
    works = set(links) - {"/publications/", "/publications/feed/"}
    assert sorted(works) == sorted(p.get_absolute_url() for p in papers())
    assert "21 papers" in text_of(client.get("/publications/"))


def test_each_work_is_on_its_authors_pages(site):
    places = Authorship.objects.filter(author__person_page__isnull=False)
    places = places.select_related("publication", "author__person_page")
    missing = [
        (place.printed_name, place.publication.title)
        for place in places
        if place.publication.title
        not in text_of(site[f"/people/{place.author.person_page.slug}/"])
    ]
    assert missing == []
    assert places.filter(author__person_page__slug="sungyong-seo").count() == 16


def test_every_address_of_the_lab_answers(site):
    assert {url: r.status_code for url, r in site.items() if r.status_code != 200} == {}
    assert len(site) > 100


def test_nothing_private_is_anywhere_in_public(site):
    found = [
        (address, private)
        for address, response in site.items()
        for private in PRIVATE
        if private in html.unescape(response.content.decode(errors="replace"))
    ]
    assert found == []


def test_joint_pages_list_exactly_the_joint_papers(client):
    slugs = ["sungyong-seo", "yan-liu", "gyuseok-lee", "hwanjo-yu", "arash-mohegh"]
    for one in slugs:
        for other in set(slugs) - {one}:
            joint = papers().filter(authorships__author__person_page__slug=one)
            joint = joint.filter(authorships__author__person_page__slug=other)
            text = text_of(client.get(f"/people/{one}/with/{other}/"))
            shown = {paper.title for paper in papers() if paper.title in text}
            assert shown == {paper.title for paper in joint}


def test_covid_paper_is_one_work_with_its_earlier_title(client):
    (paper,) = papers().filter(title__contains="ovid")
    text = text_of(client.get(paper.get_absolute_url()))

    assert not papers().filter(title__contains="Coronavirus").exists()
    earlier = (
        "Coronavirus on social media: Analyzing misinformation in Twitter conversations"
    )
    assert re.search(rf"Where it appeared\W.*{earlier}", text)


def test_data_quality_network_is_the_workshop_appearance(client):
    paper = papers().get(title__startswith="Automatically Inferring Data Quality")
    text = text_of(client.get(paper.get_absolute_url()))

    assert "Data Quality Network for Spatiotemporal Forecasting" in text
    assert "NeurIPS Workshop on Deep Learning for Physical Sciences" in text
    assert not papers().filter(title__startswith="Data Quality Network").exists()


@pytest.mark.parametrize("slug", UNFINISHED)
def test_unfinished_work_says_so_wherever_it_stands(client, slug):
    status, title = UNFINISHED[slug], Publication.objects.get(slug=slug).title
    for address in (f"/publications/{slug}/", "/publications/", "/people/gyuseok-lee/"):
        text = text_of(client.get(address))
        assert re.search(rf"{title}.{{0,400}}{status}", text), address


def test_equal_contribution_is_marked_and_explained(client):
    paper = papers().get(title__startswith="Physics-aware Difference Graph Networks")
    for address in (paper.get_absolute_url(), "/people/sungyong-seo/"):
        text = text_of(client.get(address))
        assert "Sungyong Seo*, Chuizheng Meng*, Yan Liu" in text
        assert "* Equal contribution" in text


def test_misprinted_name_is_kept_and_linked(client):
    page = client.get("/publications/").content.decode()

    assert re.search(r'<a [^>]*href="/people/sungyong-seo/"[^>]*>Sungong Seo</a>', page)


def test_oral_and_short_papers_are_marked(site):
    partially = papers().get(title__startswith="Partially Generative")
    diffusion = papers().get(title__startswith="Collaborative Diffusion")

    assert "Oral" in text_of(site[partially.get_absolute_url()])
    assert "WWW'25 Short" in text_of(site[diffusion.get_absolute_url()])


def test_every_link_of_the_file_is_on_its_papers_page(site):
    entries = re.split(r"\n(?=@)", (EXAMPLE / "publications.bib").read_text())
    for entry in entries[1:]:
        key = re.match(r"@\w+\{([^,]+),", entry)[1]
        paper = papers().get(citation_key=key)
        page = html.unescape(site[paper.get_absolute_url()].content.decode())
        for url in re.findall(r'https?://[^\s)}"]+', entry):
            assert f'href="{url}"' in page, (key, url)


def test_every_titled_link_bears_its_title(site):
    source = (EXAMPLE / "publications.bib").read_text()
    blocks = re.findall(r"links\s+= \{(.*?)\},\n", source, re.S)
    labels = {
        link.label for block in blocks for link in read_links(block)[0] if link.label
    }
    pages = " ".join(text_of(site[paper.get_absolute_url()]) for paper in papers())

    assert labels >= {"Fortune Eye on AI", "Workshop Poster"}
    assert [label for label in labels if label not in pages] == []


HIDDEN = {"phone", "score", "$schema", "startDate", "endDate", "date", "updated"}
HIDDEN |= {"lastModified", "countryCode", "url", "name_of_profile", "network", "email"}


@pytest.mark.parametrize("slug", CVS)
def test_every_fact_of_a_cv_is_on_the_profile(site, slug):
    text = text_of(site[f"/people/{slug}/"])
    content = resume(slug)
    facts = [(path, fact) for path, fact in strings(content) if not HIDDEN & set(path)]

    assert [each for each in facts if " ".join(each[1].split()) not in text] == []


@pytest.mark.parametrize("slug", CVS)
def test_every_year_and_link_of_a_cv_is_on_the_profile(site, slug):
    page = html.unescape(site[f"/people/{slug}/"].content.decode())
    text = text_of(site[f"/people/{slug}/"])
    dated = [
        fact
        for path, fact in strings(resume(slug))
        if path[-1] in {"startDate", "endDate", "date", "lastModified"}
    ]
    years = {year for fact in dated for year in re.findall(r"\d{4}", fact)}
    urls = [fact for path, fact in strings(resume(slug)) if path[-1] == "url"]

    assert [year for year in years if year not in text] == []
    assert [url for url in urls if f'href="{url}"' not in page] == []


def test_every_fact_about_a_member_is_on_their_page(site, client):
    for line in (EXAMPLE / "people.csv").read_text().splitlines()[1:]:
        slug = line.partition(",")[0]
        assert site[f"/people/{slug}/"].status_code == 200
    text = text_of(site["/people/sungyong-seo/"])
    wanted = ["Software Engineer", "Google Cloud AI", "sungyong@example.org", "Aug"]
    assert [fact for fact in wanted if fact not in text] == []


def test_who_left_stands_apart_in_the_directory(client):
    directory = client.get("/people/").context["directory"]

    assert [person.slug for person in directory.alumni] == ["sungyong-seo"]
    headings = [heading for heading, _ in directory.groups]
    assert headings == ["Faculty", "Researchers", "Mentors", "Collaborators"]


def test_export_of_the_lab_is_unchanged_on_import(tmp_path):
    path = tmp_path / "out.bib"
    call_command("export_publications", "--all", "--output", path)

    report = report_of("import_publications", path)

    assert report["unchanged"] == 21, [
        (entry["key"], entry["reason"], entry["changes"])
        for entry in report["entries"]
        if entry["action"] != "unchanged"
    ]


def test_export_of_the_members_is_unchanged_on_import(tmp_path):
    path = tmp_path / "out.csv"
    call_command("export_people", "--output", path)

    report = report_of("import_people", path)

    assert (report["unchanged"], len(report["entries"])) == (15, 15), [
        (entry["key"], entry["reason"], entry["changes"])
        for entry in report["entries"]
        if entry["action"] != "unchanged"
    ]


def test_undo_of_the_papers_leaves_the_members(lab, client):
    output = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("undo_import", str(lab[1]["run"]), "--json", stdout=output)

    undone = json.loads(output.getvalue())
    assert (end.value.code, undone["undone"], undone["kept"]) == (0, 21, [])
    assert papers().count() == 0
    assert client.get("/people/sungyong-seo/").status_code == 200

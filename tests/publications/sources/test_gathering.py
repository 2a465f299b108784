"""Answers of recorded shape, replayed by a server on this machine."""

import json

import pytest

from publications.sources.gathering import gather
from tests.publications.sources.conftest import make_client
from tests.publications.sources.shapes import (
    ARXIV_FEED,
    ARXIV_NOTHING,
    DBLP_BIB,
    DOI_ITEM,
    OPENALEX_WORK,
    ORCID_WORK,
    as_bytes,
    openalex_page,
    orcid_details,
    orcid_list,
)

ORCID = "0000-0002-1825-0097"
WORKS = f"/orcid/v3.0/{ORCID}/works"
ENGINES = as_bytes(DOI_ITEM)
UNPUBLISHED = {**ORCID_WORK, "put-code": 7, "external-ids": None}


def gathered(web_client, *identifiers):
    """The names and contents of what came, and the notes."""
    files, notes = gather({"identifiers": list(identifiers)}, web_client)
    return {file.name: file.content for file in files}, notes


def test_an_import_without_identifiers_gathers_nothing(db):
    assert gather({"format": "bibtex"}) == ([], [])


def test_an_empty_box_is_told_so(web_client):
    assert gathered(web_client, " \n") == ({}, ["There is no identifier to ask for."])


def test_a_doi_is_asked_for_as_csl_json(web, web_client):
    web.answers["/doi/10.1234/engines"] = ENGINES

    assert gathered(web_client, "https://doi.org/10.1234/ENGINES") == (
        {"doi-10.1234-engines.json": ENGINES},
        [],
    )
    assert web.seen["Accept"] == "application/vnd.citationstyles.csl+json"


def test_a_doi_of_strange_signs_arrives_whole(web, web_client):
    doi = "10.1002/(sici)1097(1998)17:15/16<1661::aid-sim968>3.0.co;2-2?#%"
    web.answers[f"/doi/{doi}"] = ENGINES

    gathered(web_client, doi)

    assert web.asked == [(f"/doi/{doi}", {})]


@pytest.mark.parametrize("answer", [b"<", b"[" * 99_999], ids=["broken", "deep"])
def test_what_is_no_item_of_a_doi_is_no_file(web, web_client, answer):
    web.answers["/doi/10.1234/engines"] = answer

    assert gathered(web_client, "10.1234/engines") == (
        {},
        ["10.1234/engines: doi.org gives no CSL-JSON for it."],
    )


def test_one_failure_costs_the_others_nothing(web, web_client):
    web.answers = {
        "/doi/10.1234/engines": ENGINES,
        "/doi/10.1234/broken": b'{"title": ',
        "/doi/10.1234/list": b"[]",
        "/doi/10.1234/untitled": b'{"DOI": "10.1234/untitled"}',
    }
    names = ("engines", "unknown", "missing", "broken", "list", "untitled")

    files, notes = gathered(
        web_client, "nonsense", *[f"10.1234/{each}" for each in names]
    )

    assert list(files) == ["doi-10.1234-engines.json"]
    assert [note.partition(" Give a")[0] for note in notes] == [
        "'nonsense' is no identifier that we can ask for.",
        "10.1234/unknown and 10.1234/missing: doi.org does not know it.",
        "10.1234/broken: doi.org gives no CSL-JSON for it.",
        "10.1234/list and 10.1234/untitled: doi.org knows it, but gives no title.",
    ]


def test_a_silent_source_is_one_note(web, web_client):
    web.answers = {f"/doi/10.1234/{n}": (503, {}, b"") for n in range(9)}

    assert gathered(web_client, *[f"10.1234/{n}" for n in range(9)]) == (
        {},
        [
            "10.1234/0, 10.1234/1, 10.1234/2, 10.1234/3, 10.1234/4 and 4 more: doi.org "
            "is out of order (HTTP 503); try again later."
        ],
    )


def test_arxiv_is_asked_for_many_at_once(web, web_client):
    web.answers["/arxiv/api/query"] = ARXIV_FEED.encode()

    assert gathered(web_client, "2101.00001v1", "2101.99999") == (
        {"arxiv-2101.00001.xml": ARXIV_FEED.encode()},
        ["2101.99999: arXiv does not know it."],
    )
    assert web.asked == [
        ("/arxiv/api/query", {"id_list": "2101.00001,2101.99999", "max_results": "2"})
    ]


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        (ARXIV_NOTHING.encode(), "arXiv does not know it."),
        (b"<feed", "arXiv gives no Atom feed for it."),
        (b"", "arXiv gives no Atom feed for it."),
        (b"<html><p>Maintenance</p></html>", "arXiv gives no Atom feed for it."),
    ],
    ids=["empty", "broken", "nothing", "a web page"],
)
def test_what_is_no_feed_is_no_file(web, web_client, answer, note):
    web.answers["/arxiv/api/query"] = answer

    assert gathered(web_client, "2101.00001") == ({}, [f"2101.00001: {note}"])


def test_openalex_is_asked_page_by_page(web, web_client, settings):
    settings.OPENALEX_API_KEY = "s3cret"
    first, last = (
        openalex_page(OPENALEX_WORK, cursor="abc"),
        openalex_page(OPENALEX_WORK),
    )
    web.answers["/openalex/works"] = [first, last]

    assert gathered(web_client, "A5023888391") == (
        {"openalex-A5023888391.json": first, "openalex-A5023888391-2.json": last},
        [],
    )
    about = {"filter": "author.id:A5023888391", "per_page": "25", "api_key": "s3cret"}
    assert web.asked == [
        ("/openalex/works", {**about, "cursor": "*"}),
        ("/openalex/works", {**about, "cursor": "abc"}),
    ]


def test_pages_that_came_before_a_failure_are_kept(web, web_client):
    first = openalex_page(OPENALEX_WORK, cursor="abc")
    web.answers["/openalex/works"] = [first, (400, {}, b"")]

    assert gathered(web_client, "A5023888391") == (
        {"openalex-A5023888391.json": first},
        ["A5023888391: OpenAlex refuses to answer (HTTP 400)."],
    )


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        (openalex_page(), "OpenAlex has no works of this author."),
        (b"{", "OpenAlex answers with something that is not its JSON."),
        (b"[" * 99_999, "OpenAlex answers with something that is not its JSON."),
        (b"[]", "OpenAlex answers with something that is not its JSON."),
        (b'{"results": {}}', "OpenAlex gives no list of works for it."),
    ],
    ids=["empty", "broken", "deep", "a list", "another shape"],
)
def test_what_is_no_list_of_openalex_is_no_file(web, web_client, answer, note):
    web.answers["/openalex/works"] = answer

    assert gathered(web_client, "A5023888391") == ({}, [f"A5023888391: {note}"])


def test_a_pubmed_identifier_is_looked_up_in_openalex(web, web_client):
    web.answers["/openalex/works/pmid:29456894"] = as_bytes(OPENALEX_WORK)

    assert gathered(web_client, "pmid:29456894") == (
        {"pmid-29456894.json": as_bytes(OPENALEX_WORK)},
        [],
    )


def test_a_person_of_dblp_comes_as_bibtex(web, web_client):
    web.answers["/dblp/pid/12/3456-1.bib"] = DBLP_BIB.encode()

    assert gathered(web_client, "https://dblp.org/pid/12/3456-1.html") == (
        {"dblp-12-3456-1.bib": DBLP_BIB.encode()},
        [],
    )
    assert web.asked == [("/dblp/pid/12/3456-1.bib", {"param": "1"})]


def test_dblp_without_entries_is_no_file(web, web_client):
    web.answers["/dblp/pid/12/3456.bib"] = b"% nothing\n"

    assert gathered(web_client, "12/3456") == (
        {},
        ["12/3456: DBLP gives no BibTeX for this person."],
    )


def test_an_orcid_record_gives_its_dois_and_the_rest_in_detail(web, web_client):
    details = orcid_details(UNPUBLISHED)
    web.answers = {
        WORKS: orcid_list(ORCID_WORK, UNPUBLISHED),
        f"{WORKS}/7": details,
        "/doi/10.1234/engines": ENGINES,
    }

    assert gathered(web_client, ORCID, "10.1234/engines") == (
        {f"orcid-{ORCID}.json": details, "doi-10.1234-engines.json": ENGINES},
        [],
    )
    assert [path for path, _ in web.asked] == [
        WORKS,
        f"{WORKS}/7",
        "/doi/10.1234/engines",
    ]


def test_a_preprint_of_a_record_is_left_to_arxiv(web, web_client):
    own = {
        "external-id-type": "doi",
        "external-id-value": "10.48550/arXiv.2101.00001",
        "external-id-relationship": "self",
    }
    preprint = {**ORCID_WORK, "external-ids": {"external-id": [own]}}
    web.answers = {
        WORKS: orcid_list(preprint),
        "/arxiv/api/query": ARXIV_FEED.encode(),
    }

    assert gathered(web_client, ORCID, "2101.00001") == (
        {"arxiv-2101.00001.xml": ARXIV_FEED.encode()},
        [],
    )
    assert [path for path, _ in web.asked] == [WORKS, "/arxiv/api/query"]


def test_a_doi_of_a_record_that_doi_org_does_not_give_comes_in_detail(web, web_client):
    details = orcid_details(ORCID_WORK)
    web.answers = {WORKS: orcid_list(ORCID_WORK), f"{WORKS}/733536": details}

    assert gathered(web_client, ORCID) == (
        {f"orcid-{ORCID}.json": details},
        ["10.1234/engines: doi.org does not know it."],
    )


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        ((404, {}, b""), "ORCID does not know it."),
        (as_bytes({"group": []}), "The ORCID record shows no works to the public."),
        (b"<", "ORCID answers with something that is no list of works."),
        (b"[" * 99_999, "ORCID answers with something that is no list of works."),
        (b"[]", "ORCID answers with something that is no list of works."),
        (
            as_bytes({"group": [{"work-summary": []}]}),
            "ORCID answers with something that is no list of works.",
        ),
    ],
    ids=["unknown", "empty", "broken", "deep", "a list", "another shape"],
)
def test_what_is_no_list_of_orcid_is_no_file(web, web_client, answer, note):
    web.answers[WORKS] = answer

    assert gathered(web_client, ORCID) == ({}, [f"{ORCID}: {note}"])


def test_two_coauthors_with_one_paper_ask_for_it_once(web, web_client):
    other = "0000-0002-1694-233X"
    web.answers = {
        WORKS: orcid_list(ORCID_WORK),
        f"/orcid/v3.0/{other}/works": orcid_list(ORCID_WORK),
        "/doi/10.1234/engines": ENGINES,
    }

    assert gathered(web_client, ORCID, other)[0] == {
        "doi-10.1234-engines.json": ENGINES
    }


def test_files_of_one_name_are_told_apart(web, web_client):
    web.answers = {"/doi/10.1234/a-b": ENGINES, "/doi/10.1234/a/b": ENGINES}

    files, _ = gathered(web_client, "10.1234/a-b", "10.1234/a/b")

    assert list(files) == ["doi-10.1234-a-b.json", "doi-10.1234-a-b-2.json"]


def test_what_is_over_the_budget_is_named(web, waits):
    web.answers = {f"/doi/10.1234/{name}": ENGINES for name in "abc"}

    files, notes = gathered(
        make_client(waits, requests=1), "10.1234/a", "10.1234/b", "10.1234/c"
    )

    assert (list(files), notes) == (
        ["doi-10.1234-a.json"],
        ["10.1234/b and 10.1234/c: One import asks 1 times at most."],
    )


def test_no_answer_is_changed_on_its_way(web, web_client):
    content = json.dumps(DOI_ITEM, indent=7, ensure_ascii=True).encode() + b"\r\n"
    web.answers["/doi/10.1234/engines"] = content

    assert list(gathered(web_client, "10.1234/engines")[0].values()) == [content]

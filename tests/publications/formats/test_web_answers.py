"""Answers of OpenAlex, ORCID and arXiv, which may also be uploaded as files."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.dates import PartialDate
from portal.imports.files import SourceFile
from publications.formats import arxiv_atom, crossref, openalex, orcid_works
from publications.importing.normalise import normalise
from publications.importing.reading import read
from publications.names import PersonName
from publications.values import (
    AppearanceRecord,
    Contributor,
    Entry,
    LinkRecord,
    Problem,
    Record,
)
from tests.publications.sources.shapes import (
    ARXIV_FEED,
    ARXIV_NOTHING,
    DOI_ITEM,
    OPENALEX_WORK,
    ORCID_WORK,
    openalex_page,
    orcid_details,
    orcid_list,
)

ENGINES = Record(
    type="paper-conference",
    title="On Engines & Looms: A Sketch",
    abstract="Engines weave.",
    contributors=(
        Contributor(PersonName("Ada", "Lovelace"), orcid="0000-0002-1825-0097"),
        Contributor(PersonName(literal="The Loom Consortium")),
    ),
    appearances=(
        AppearanceRecord(
            venue="Proceedings of the Conference on Engines",
            venue_short="CoE",
            date=PartialDate("2021-03-04"),
            volume="7",
            number="2",
            pages="1–9",
            publisher="Example Press",
        ),
    ),
    identifiers=(("doi", "10.1234/engines"),),
    extra={"shortjournal": "J Eng", "csl.type": "proceedings-article"},
)
VENUE = DOI_ITEM["container-title"]
ADA = Contributor(PersonName("Ada", "Lovelace"), orcid="0000-0002-1825-0097")
BABBAGE = Contributor(PersonName("Charles", "Babbage"))


def records(reader, text):
    return [normalise(entry) for entry in reader.read(text, "answer")]


def work(**changes):
    """The one record of OpenAlex's example work, with something changed."""
    text = json.dumps({**OPENALEX_WORK, **changes})
    return records(openalex, text)[0]


def test_a_work_of_openalex_is_understood():
    assert records(openalex, json.dumps(OPENALEX_WORK)) == [
        Record(
            type="article-journal",
            title="On Engines & Looms",
            abstract="Engines weave Engines",
            contributors=(
                Contributor(
                    PersonName("A.", "Lovelace"),
                    orcid="0000-0002-1825-0097",
                    corresponding=True,
                ),
                BABBAGE,
            ),
            appearances=(
                AppearanceRecord(
                    venue="Journal of Engines",
                    kind="journal",
                    date=PartialDate("2021-03-04"),
                    volume="7",
                    number="2",
                    pages="1–9",
                    publisher="Example Press",
                ),
            ),
            identifiers=(
                ("doi", "10.1234/engines"),
                ("pmid", "29456894"),
                ("pmcid", "PMC5815332"),
                ("arxiv", "2101.00001"),
            ),
            links=(LinkRecord("pdf", "https://journal.example/engines.pdf"),),
        )
    ]


def test_the_first_of_january_is_a_year():
    assert work(publication_date="2021-01-01").appearances[0].date == PartialDate(
        "2021"
    )


@pytest.mark.parametrize(
    ("kind", "venue_type", "type_"),
    [
        ("article", "journal", "article-journal"),
        ("review", "journal", "article-journal"),
        ("article", "conference", "paper-conference"),
        ("book-chapter", "conference", "paper-conference"),
        ("article", "repository", "article"),
        ("preprint", "repository", "article"),
        ("dissertation", "repository", "thesis"),
        ("dataset", None, "dataset"),
        ("libguides", None, "document"),
    ],
)
def test_what_openalex_calls_a_work(kind, venue_type, type_):
    place = {"source": {"display_name": "X", "type": venue_type}}

    assert work(type=kind, primary_location=place).type == type_


def test_a_work_of_which_openalex_knows_little_is_still_one():
    bare = {"id": "https://openalex.org/W1", "title": "X", "authorships": [{}]}
    bare |= dict.fromkeys(["primary_location", "biblio", "ids", "doi", "type"])

    assert records(openalex, json.dumps(bare)) == [
        Record(type="document", title="X", contributors=())
    ]


def test_a_long_list_of_authors_is_known_to_be_cut():
    assert work(is_authors_truncated=True).truncated


def test_a_retracted_work_says_so():
    assert work(is_retracted=True).problems == (
        Problem(1, "OpenAlex says that this work has been retracted."),
    )


def test_a_keeper_is_no_part_of_a_repository():
    place = {"source": {"display_name": "arXiv (Cornell University)"}}

    assert work(primary_location=place).appearances[0].venue == "arXiv"


def listed(*works):
    return {"message-type": "work-list", "message": {"facets": {}, "items": works}}


@pytest.mark.parametrize(
    "answer",
    [
        DOI_ITEM,
        {"status": "ok", "message-type": "work", "message": DOI_ITEM},
        listed(DOI_ITEM),
        {**DOI_ITEM, "title": [DOI_ITEM["title"]], "container-title": [VENUE]},
    ],
    ids=["for a DOI", "of its API", "in a list", "with lists of titles"],
)
def test_a_work_of_crossref_is_understood(answer):
    assert records(crossref, json.dumps(answer)) == [ENGINES]


def test_a_preprint_of_crossref_is_on_its_server():
    preprint = {
        "type": "posted-content",
        "title": "X",
        "institution": [{"name": "bioRxiv"}],
        "is-referenced-by-count": 0,
    }

    [record] = records(crossref, json.dumps(preprint))

    assert (record.type, record.appearances[0].venue) == ("article", "bioRxiv")


@pytest.mark.parametrize("change", [{"event": 1}, {"title": {"a": 1}}, {"author": "x"}])
def test_a_work_of_crossref_of_another_shape_is_a_sentence_or_a_work(change):
    [entry] = crossref.read(json.dumps({**DOI_ITEM, **change}), "x")

    assert entry.error.endswith(".") or entry.fields["title"] == "A Sketch"


def test_a_work_of_orcid_is_understood():
    assert records(orcid_works, orcid_details(ORCID_WORK).decode()) == [
        Record(
            type="article-journal",
            title="On Engines: A Sketch",
            abstract="Engines weave.",
            contributors=(ADA, Contributor(BABBAGE.name, role="editor")),
            appearances=(
                AppearanceRecord(
                    venue="Journal of Engines", date=PartialDate("2021-03")
                ),
            ),
            identifiers=(("doi", "10.1234/engines"),),
            links=(LinkRecord("paper", "https://journal.example/engines"),),
        )
    ]


def test_who_has_written_may_stand_only_in_the_citation():
    bibtex = "@article{x, author={Lovelace, Ada and {\\'E}mile Zola}, pages={1--9}}"
    citation = {"citation-type": "bibtex", "citation-value": bibtex}
    text = json.dumps({**ORCID_WORK, "contributors": None, "citation": citation})

    [record] = records(orcid_works, text)

    assert record.contributors == (
        Contributor(PersonName("Ada", "Lovelace")),
        Contributor(PersonName("Émile", "Zola")),
    )
    assert record.appearances[0].pages == "1–9"


def test_of_several_versions_the_preferred_one_counts():
    other = {**ORCID_WORK, "title": {"title": {"value": "Draft"}}}
    group = {
        "work-summary": [
            {**other, "display-index": "0"},
            {**ORCID_WORK, "display-index": "1"},
        ]
    }

    [record] = records(orcid_works, json.dumps({"group": [group]}))

    assert record.title == "On Engines: A Sketch"


def test_a_work_that_orcid_does_not_give_is_rejected_alone():
    refused = {"error": {"developer-message": "The work is not public"}}
    text = json.dumps({"bulk": [refused, {"work": ORCID_WORK}]})

    assert [entry.error for entry in orcid_works.read(text, "answer")] == [
        "Line 1: this is no work: The work is not public.",
        "",
    ]


def test_an_entry_of_arxiv_is_understood():
    assert records(arxiv_atom, ARXIV_FEED) == [
        Record(
            type="article",
            title="On α Engines and Looms at 50% Load",
            abstract="Engines weave in O(n).",
            contributors=(
                Contributor(PersonName("Ada", "Lovelace")),
                Contributor(PersonName("Charles", "van der Babbage")),
            ),
            appearances=(
                AppearanceRecord(venue="arXiv", date=PartialDate("2021-01-01")),
            ),
            identifiers=(("doi", "10.1234/engines"), ("arxiv", "2101.00001")),
            extra={"journal_ref": "J. Engines 7 (2021) 1-9", "comment": "9 pages"},
        )
    ]


def test_an_entry_keeps_its_source_and_line():
    [entry] = arxiv_atom.read(ARXIV_FEED, "arxiv.xml")

    assert (entry.file, entry.line, entry.raw[:19], entry.raw[-8:]) == (
        "arxiv.xml",
        6,
        "<entry>\n    <id>htt",
        "</entry>",
    )


def test_a_feed_without_entries_has_none():
    assert list(arxiv_atom.read(ARXIV_NOTHING, "arxiv.xml")) == []


@pytest.mark.parametrize(
    "text",
    [
        "<feed",
        '<!DOCTYPE x [<!ENTITY a "b">]><feed>&a;</feed>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><feed/>',
    ],
    ids=["broken", "entities", "external"],
)
def test_xml_that_is_broken_or_hostile_is_a_sentence(text):
    [entry] = arxiv_atom.read(text, "arxiv.xml")

    assert entry.error.startswith("The XML cannot be read: ")


def test_a_text_full_of_heads_is_searched_but_once():
    started = time.process_time()

    assert not arxiv_atom.SIGN.search("<feed http://www.w3.org/2005/Atom" * 20_000)
    assert time.process_time() - started < 5


def test_json_that_breaks_off_costs_only_what_is_behind():
    text = f'{{"results": [\n{json.dumps(OPENALEX_WORK)},\n{{"id": '

    assert [(each.line, each.error) for each in openalex.read(text, "x")] == [
        (2, ""),
        (
            3,
            "Line 3, column 8: the JSON cannot be read from here on (expecting value).",
        ),
    ]


@pytest.mark.parametrize("text", ["", "[", "[1]", "null", '{"results": 5}', "[" * 9999])
def test_json_of_another_shape_is_no_work(text):
    entries = [*openalex.read(text, "x"), *orcid_works.read(text, "x")]

    assert all(each.error or not each.fields.get("title") for each in entries)


SHAPELESS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*OPENALEX_WORK, *ORCID_WORK, *DOI_ITEM, "work", "value"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(SHAPELESS)
def test_no_json_makes_the_readers_fail(value):
    text = json.dumps(value)

    entries = [
        *openalex.read(text, "x"),
        *orcid_works.read(text, "x"),
        *crossref.read(text, "x"),
    ]

    assert all(isinstance(each, Entry) for each in entries)


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("works.json", openalex_page(OPENALEX_WORK), "openalex"),
        ("export.txt", json.dumps(OPENALEX_WORK).encode(), "openalex"),
        ("doi-10.1234-engines.json", json.dumps(DOI_ITEM).encode(), "crossref"),
        ("orcid.json", orcid_details(ORCID_WORK), "orcid"),
        ("record.json", orcid_list(ORCID_WORK), "orcid"),
        ("feed.xml", ARXIV_FEED.encode(), "arxiv"),
    ],
)
def test_a_saved_answer_can_be_uploaded(name, content, format_):
    [found] = read(SourceFile(name, content))

    errors = [entry.error for entry in found.entries]
    assert (found.reading.format, errors) == (format_, [""])

"""Whose name is it? Without a database."""

from dataclasses import replace

import pytest

from publications.importing.known_authors import Known
from publications.importing.match_names import NameIndex
from publications.importing.name_evidence import Byline
from publications.importing.values import NameMatch
from publications.names import name_key, parse_name

SEO, LIU, DOE, MENG, OTHER = 1, 2, 3, 4, 5
ORCID = "0000-0002-1825-0097"


def known(author_id, name, *other_names, person="", orcid=""):
    keys = frozenset(name_key(each) for each in other_names)
    return Known(author_id, parse_name(name), keys, orcid, person)


MEMBERS = [
    known(SEO, "Sungyong Seo", "Sungong Seo", person="sungyong-seo"),
    known(LIU, "Yan Liu", person="yan-liu"),
    known(DOE, "Jane Doe"),
    known(MENG, "Chuizheng Meng"),
]
COAUTHORS = {SEO: {LIU, DOE, MENG}}


def match(*names, authors=MEMBERS, **about):
    index = NameIndex(list(authors), **about)
    pairs = [name if isinstance(name, tuple) else (name, "") for name in names]
    return index.match_all([(parse_name(name), orcid) for name, orcid in pairs])


def test_exact_name_is_linked():
    assert match("Yan Liu") == [NameMatch(LIU, "yan-liu", how="exact")]


def test_name_is_the_same_in_any_case_and_with_any_accent():
    assert match("YAN LÍU")[0].author_id == LIU


def test_variant_is_linked():
    assert match("Sungong Seo") == [NameMatch(SEO, "sungyong-seo", how="variant")]


def test_author_without_a_page_is_linked_and_says_no_person():
    assert match("Jane Doe") == [NameMatch(DOE)]


def test_nobody_we_know_is_new():
    (found,) = match("Albert Unknown")

    assert (found, found.is_new) == (NameMatch(), True)


def test_orcid_goes_before_the_name():
    authors = [*MEMBERS, known(OTHER, "Y. Liu", person="y-liu", orcid=ORCID)]

    found = match(("Yan Liu", ORCID), authors=authors)

    assert found == [NameMatch(OTHER, "y-liu", how="orcid")]


def test_decision_links_what_looks_like_nobody():
    decided = {name_key("Sun Young Sea"): SEO}

    found = match("Sun Young Sea", decided=decided)

    assert found == [NameMatch(SEO, "sungyong-seo", how="decided")]


def test_name_decided_not_to_be_somebody_is_somebody_else():
    excluded = {(name_key("Yan Liu"), LIU)}

    (found,) = match("Yan Liu", excluded=excluded)

    assert found == NameMatch()


def test_similar_name_decided_not_to_be_somebody_is_not_proposed():
    excluded = {(name_key("Sungyeong Seo"), SEO)}

    assert match("Sungyeong Seo", excluded=excluded) == [NameMatch()]


def test_namesakes_are_proposed_and_not_linked():
    authors = [*MEMBERS, known(OTHER, "Yan Liu", person="yan-liu-2")]

    (found,) = match("Yan Liu", authors=authors)

    assert (found.author_id, found.how, found.is_new) == (None, "exact", False)
    assert found.proposed in {"yan-liu", "yan-liu-2"}
    assert found.evidence == "2 known authors are called “Yan Liu”."


def test_namesakes_without_pages_are_left_open():
    authors = [*MEMBERS, known(OTHER, "Jane Doe")]

    (found,) = match("Jane Doe", authors=authors)

    assert (found.author_id, found.proposed, found.is_new) == (None, "", False)
    assert found.is_ambiguous


def test_member_goes_before_a_namesake_without_a_page():
    authors = [known(OTHER, "Yan Liu"), *MEMBERS]

    assert match("Yan Liu", authors=authors)[0].author_id == LIU


def test_middle_name_more_is_linked_where_it_fits_one_person():
    (found,) = match("Yan B. Liu")

    assert (found.author_id, found.how) == (LIU, "variant")


def test_initials_are_linked_with_two_shared_coauthors():
    found = match("S. Seo", "Yan Liu", "Jane Doe", coauthors=COAUTHORS)

    assert found[0] == NameMatch(SEO, "sungyong-seo", how="initials")


def test_initials_are_proposed_with_one_shared_coauthor():
    (found, _) = match("S. Seo", "Jane Doe", coauthors=COAUTHORS)

    assert (found.author_id, found.proposed) == (None, "sungyong-seo")
    assert (found.how, found.is_new) == ("initials", False)
    assert "1 coauthors" in found.evidence or "1 coauthor is" in found.evidence


def test_initials_that_fit_somebody_else_too_are_proposed():
    authors = [*MEMBERS, known(OTHER, "Soojin Seo")]

    found = match("S. Seo", "Yan Liu", "Jane Doe", authors=authors, coauthors=COAUTHORS)

    assert (found[0].author_id, found[0].proposed) == (None, "sungyong-seo")


def test_initials_of_two_members_are_proposed():
    authors = [*MEMBERS, known(OTHER, "Soojin Seo", person="soojin-seo")]

    found = match("S. Seo", "Yan Liu", "Jane Doe", authors=authors, coauthors=COAUTHORS)

    assert (found[0].author_id, found[0].proposed) == (None, "sungyong-seo")


def test_similar_name_is_proposed():
    (found,) = match("Sungyeong Seo")

    assert (found.author_id, found.proposed) == (None, "sungyong-seo")
    assert found.how == "similar-name"
    assert found.evidence.endswith(".")


def test_one_paper_does_not_name_a_member_twice():
    first, second = match("Yan Liu", "Yan B. Liu")

    assert (first.author_id, second.author_id) == (LIU, None)


def test_group_is_nobodys_similar_name():
    authors = [known(OTHER, "Seo", person="seo"), *MEMBERS]
    index = NameIndex(authors)

    found = index.match_all([(parse_name("{The Seo Group}"), "")])

    assert found[0].author_id is None


def printed(*bylines, authors=MEMBERS, years=None):
    """What is made of each work of a file, in their order."""
    years = years or [None] * len(bylines)
    works = [
        Byline(tuple(map(parse_name, names)), (), year)
        for names, year in zip(bylines, years, strict=True)
    ]
    index = NameIndex(list(authors))
    index.note_printed(works)
    return [index.match_all(each.pairs, each.year) for each in works]


TOGETHER = ("Sungyong Seo", "Yan Liu", "Chuizheng Meng")


def test_coauthors_of_one_work_make_initials_certain_on_another():
    initials = ("S. Seo", "Y. Liu", "C. Meng", "A. Nother")

    for works in ([TOGETHER, initials], [initials, TOGETHER]):
        found = printed(*works)[works.index(initials)]
        assert found[0] == NameMatch(SEO, "sungyong-seo", how="initials")


def test_initials_are_not_certain_where_the_file_prints_somebody_else():
    initials = ("S. Seo", "Y. Liu", "C. Meng")

    found = printed(TOGETHER, ("Soojin Seo", "Ann Other"), initials)[2][0]

    assert (found.author_id, found.proposed) == (None, "sungyong-seo")


def test_initials_of_somebody_else_with_the_same_coauthors_are_no_question():
    found = printed(TOGETHER, ("Soojin Seo", "Ann Other"), ("S. Seo", "A. Other"))

    assert found[2][0] == NameMatch()


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("Seo Sungyong", "Sungyong Seo"),
        ("Juergen Gross", "Jürgen Groß"),
        ("Weilun Chang", "Wei-Lun Chang"),
        ("Lukasz Wojcik", "Łukasz Wójcik"),
        ("Sercan Arik", "Sercan Ö. Arık"),
        ("M. J. van der Berg", "van der Berg, M. J."),
    ],
)
def test_other_spellings_of_one_full_name_are_certain(name, member):
    (found,) = match(name, authors=[known(OTHER, member, person="member")])

    assert found.author_id == OTHER


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("Bob Smith", "Robert Smith"),
        ("Giannis Vlachos", "Ioannis Vlachos"),
        ("Sasha Ray", "Alexander Ray"),
        ("Jan Berg", "van der Berg, Jan"),
        ("Juan García", "García Márquez, Juan"),
        ("Sungyong Suh", "Sungyong Seo"),
        ("SS Seo", "Sungyong Seo"),
        ("Seo SY", "Sungyong Seo"),
    ],
)
def test_what_may_be_a_member_is_proposed(name, member):
    (found,) = match(name, authors=[known(OTHER, member, person="member")])

    assert (found.author_id, found.proposed) == (None, "member")


def namesakes():
    one, other = (known(pk, "Wei Wang", person=f"wei-{pk}") for pk in (SEO, OTHER))
    return [
        replace(one, joined=2005, left=2008, orcid=ORCID),
        replace(other, joined=2018),
    ]


def test_namesakes_are_told_apart_by_the_years_of_their_membership():
    works = [("Wei Wang", "Ann Other")] * 3

    found = printed(*works, authors=namesakes(), years=[2007, 2020, 2012])

    assert [each[0].author_id for each in found] == [SEO, OTHER, None]
    assert found[2][0].proposed


def test_namesakes_are_told_apart_by_their_coauthors_unless_the_years_object():
    coauthors = {SEO: {LIU, MENG}, OTHER: {DOE}}
    beside = MEMBERS[1:]
    index = NameIndex([*namesakes(), *beside], coauthors=coauthors)
    pairs = [(parse_name(each), "") for each in ("Wei Wang", *TOGETHER[1:])]

    found = [index.match_all(pairs, year)[0].author_id for year in (2006, None, 2020)]

    assert found == [SEO, SEO, None]


def test_evidence_is_in_words():
    authors = [replace(MEMBERS[0], joined=2015, left=2021), *MEMBERS[1:]]
    index = NameIndex(authors, coauthors={SEO: {LIU}})

    found = index.match_all(
        [(parse_name("S. Seo"), ""), (parse_name("Yan Liu"), "")], 2019
    )

    assert found[0].evidence == (
        "“S. Seo” fits “Sungyong Seo”; 1 coauthor is shared: Yan Liu; it is of 2019, "
        "within the membership."
    )

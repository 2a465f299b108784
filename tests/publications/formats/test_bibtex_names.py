import pytest
from hypothesis import given
from hypothesis import strategies as st

from publications.formats.bibtex_name_lists import write_names
from publications.formats.bibtex_names import (
    NamedMark,
    NameList,
    read_names,
    take_marks,
)
from publications.names import PersonName

SEO = PersonName("Sungyong", "Seo")
MENG = PersonName("Chuizheng", "Meng")


def drop_braces(raw):
    return raw.replace("{", "").replace("}", "")


def read_one(value):
    """The only name of a field that is read without a problem."""
    found = read_names(value, drop_braces)
    (named,) = found.names

    assert found == NameList((named,))
    return named


def test_names_are_split_at_and_with_their_marks():
    found = read_names("Seo*, Sungyong and Meng*, Chuizheng and others", drop_braces)

    assert found == NameList((NamedMark(SEO, "*"), NamedMark(MENG, "*")), True)


@pytest.mark.parametrize(
    ("value", "marks"),
    [
        ("*Seo, Sungyong", "*"),
        ("∗Seo, Sungyong", "*"),
        ("Seo, Sungyong*", "*"),
        ("Sungyong *Seo", "*"),
        ("Sungyong Seo *", "*"),
        ("Seo*†, Sungyong", "*†"),
        ("Seo{*}, Sungyong", "*"),
        ("Seo\\textsuperscript{*}, Sungyong", "*"),
        ("Sungyong Seo\\textsuperscript{1,\\dag}", "†"),
        ("Sungyong Seo$^*$", "*"),
        ("Sungyong Seo$^{*\\ddagger}$", "*‡"),
        ("Sungyong Seo\\S", "§"),
        ("Seo\\#, Sungyong", "#"),
        ("Sungyong Seo$^2$", ""),
    ],
)
def test_marks_are_taken_off_the_name(value, marks):
    assert read_one(value) == NamedMark(SEO, marks)


@pytest.mark.parametrize("raw", ["\\'{E}tienne", "{\\v S}eve", "\\Siegert", "AT\\&T"])
def test_take_marks_leaves_letters_alone(raw):
    assert take_marks(raw) == (raw, "")


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("{Siegert}, F.", PersonName("F.", "Siegert")),
        ("{Siegert}", PersonName("", "Siegert")),
        (
            "{World Health Organization}",
            PersonName(literal="World Health Organization"),
        ),
        ("{Schütte, B.}", PersonName("B.", "Schütte")),
        ("{Barnes, Inc.}", PersonName(literal="Barnes, Inc.")),
        ("{{UNESCO}}", PersonName(literal="UNESCO")),
        ("{Barnes and Noble}", PersonName(literal="Barnes and Noble")),
        ("Gorke, H.,", PersonName("H.", "Gorke")),
        ("Henry Ford III", PersonName("Henry", "Ford", "III")),
        ("Ford, Jr., Henry", PersonName("Henry", "Ford", "Jr.")),
        ("King, Jr.", PersonName("", "King", "Jr.")),
        ("Ludwig van~Beethoven", PersonName("Ludwig", "van Beethoven")),
        ("Jos&eacute; Garc&iacute;a", PersonName("José", "García")),
        (
            "given=Jean, prefix=de la, prefix-i=d, family={Fontaine}, useprefix=true",
            PersonName("Jean", "de la Fontaine"),
        ),
        ('"given={J\\"urgen}", family="Otto"', PersonName('J\\"urgen', "Otto")),
    ],
)
def test_name_is_taken_apart(value, name):
    assert read_one(value) == NamedMark(name)


def test_number_that_tells_namesakes_apart_is_kept_beside_the_name():
    assert read_one("Yan Liu 0002") == NamedMark(
        PersonName("Yan", "Liu"), namesake="0002"
    )


@pytest.mark.parametrize("end", [" and others", " et al.", ", et al", " and {et al.}"])
def test_list_that_goes_on_is_truncated(end):
    assert read_names(f"Seo, Sungyong{end}", drop_braces) == NameList(
        (NamedMark(SEO),), truncated=True
    )


@pytest.mark.parametrize(
    "value",
    [
        "Seo, Sungyong; Meng, Chuizheng",
        "Sungyong Seo; Chuizheng Meng;",
    ],
)
def test_list_with_semicolons_is_split_and_said(value):
    assert read_names(value, drop_braces) == NameList(
        (NamedMark(SEO), NamedMark(MENG)),
        problems=(
            f"'{value.strip(';')}' was read as 2 names; write ' and ' between names.",
        ),
    )


@pytest.mark.parametrize(
    ("value", "families"),
    [
        ("Sungyong Seo, Chuizheng Meng, Yan Liu", ["Seo", "Meng", "Liu"]),
        ("Seo, S., Meng, C.", ["Seo", "Meng"]),
        ("Johansen Kyle, Derik Mamania", ["Johansen Kyle"]),
    ],
)
def test_list_with_commas_is_split_where_that_is_certain(value, families):
    found = read_names(value, drop_braces)

    assert [named.name.family for named in found.names] == families
    assert len(found.problems) == (len(families) > 1)


def test_name_with_too_many_commas_is_a_literal():
    assert read_names("Seo, Jr., Dr., Sungyong and Meng, Chuizheng", str) == NameList(
        (NamedMark(PersonName(literal="Seo, Jr., Dr., Sungyong")), NamedMark(MENG)),
        problems=(
            "'Seo, Jr., Dr., Sungyong' has too many commas for one name; "
            "write 'Family, Jr., Given'.",
        ),
    )


def test_braces_that_do_not_match_spoil_one_name_only():
    assert read_names("Seo{, Sungyong and Meng, Chuizheng", str) == NameList(
        (NamedMark(PersonName(literal="Seo, Sungyong")), NamedMark(MENG)),
        problems=(
            "'Seo{, Sungyong' has braces that do not match, or is too long for a name.",
        ),
    )


def test_mark_without_a_name_is_a_problem():
    assert read_names("* and Meng, Chuizheng", drop_braces) == NameList(
        (NamedMark(MENG),), problems=("'*' holds no name.",)
    )


@given(st.text(alphabet="and A,;{}\\*$^&=~\n") | st.text())
def test_anything_is_read_without_an_error(value):
    assert isinstance(read_names(value, drop_braces), NameList)


words = st.text(alphabet="aZéşØ李.-'*&,;=…", min_size=1, max_size=6).map(
    lambda word: word.strip(",;") or "A"
) | st.sampled_from(
    ["A,", "B.", "and", "And", "others", "et al.", "von", "III", "Jr.", "0002"]
)
parts = (
    st.lists(words, min_size=1, max_size=3)
    .map(" ".join)
    .filter(lambda part: part.strip("*& "))
)
people = st.builds(
    PersonName,
    given=st.just("") | parts,
    family=parts,
    suffix=st.sampled_from(["", "Jr.", "II", "Esq."]),
)
groups = st.builds(PersonName, literal=parts)
marked = st.builds(
    NamedMark, people | groups, st.sampled_from(["", "*", "†", "*‡", "#", "&§"])
)


@given(st.lists(marked, max_size=4).map(tuple))
def test_what_is_written_is_read_back(names):
    text = write_names((named.name, named.marks) for named in names)

    assert read_names(text, drop_braces) == NameList(names)


def test_mark_is_written_after_the_family_name():
    names = [(SEO, "*"), (PersonName(literal="Lab and Friends"), "")]

    assert write_names(names) == "Seo*, Sungyong and {Lab and Friends}"


def test_middle_part_that_is_no_suffix_does_not_make_three_people_of_a_name():
    name = PersonName("Ma Kwan-Liu", "Shen Han-Wei", "Chiang Ling-Jen")

    written = write_names([(name, "")])

    assert written == "Shen Han-Wei, {Chiang Ling-Jen}, Ma Kwan-Liu"
    assert [each.name for each in read_names(written, drop_braces).names] == [name]

from hypothesis import given
from hypothesis import strategies as st

from publications.formats.bibtex import read
from publications.values import Entry, Problem


def fields(text):
    return [entry.fields for entry in read(text, "papers.bib")]


def problems(text):
    return [entry.problems for entry in read(text, "papers.bib")]


def test_an_entry_says_what_the_file_says():
    source = "@Article{seo2020,\n  Title = {{Physics}-aware\n learning},\n}"

    assert list(read(f"---\n---\n\n{source}\n", "papers.bib")) == [
        Entry(
            file="papers.bib",
            line=4,
            format="bibtex",
            key="seo2020",
            type="article",
            fields={"title": "{Physics}-aware\n learning"},
            raw=source,
        )
    ]


def test_macros_and_months_are_joined():
    text = (
        "@string{ICML = {Int. Conf. on ML}}\n"
        '@a{x, booktitle = icml # " (" # 2019 # ")", month = 9 # "~" # SEP, journal=jacm}'
    )

    assert fields(text) == [
        {
            "booktitle": "Int. Conf. on ML (2019)",
            "month": "9~September",
            "journal": "Journal of the ACM",
        }
    ]


def test_a_macro_may_be_defined_later_but_the_earlier_definition_counts():
    text = "@a{x, j=m}@string{m={A}}@a{y, j=m}@string{m={B}}@a{z, j=m}"

    assert fields(text) == [{"j": "B"}, {"j": "A"}, {"j": "B"}]


def test_an_undefined_macro_keeps_its_name():
    text = '@a{x,\n journal = ajp # " A"\n}'

    assert fields(text) == [{"journal": "ajp A"}]
    assert problems(text) == [
        (
            Problem(
                2, "The macro 'ajp' is not defined; its name was kept.", "journal", 2
            ),
        )
    ]


def test_a_macro_that_doubles_itself_stays_small():
    doubling = "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(40))

    (entry,) = read(f"@string{{a0 = {{bomb}}}}\n{doubling}@a{{x, t = a40}}", "f.bib")

    assert len(entry.fields["t"]) < 2_000_000


def test_of_a_repeated_field_the_first_that_says_something_counts():
    text = "@a{x,\n title={},\n title={A},\n title={B}}"

    assert fields(text) == [{"title": "A"}]
    assert problems(text) == [
        (Problem(4, "The field 'title' is repeated; the first was taken.", "title", 2),)
    ]


def test_a_repeated_key_keeps_both_entries():
    text = "@a{x, title={A}}\n@a{x, title={B}}"

    assert fields(text) == [{"title": "A"}, {"title": "B"}]
    assert problems(text) == [
        (),
        (Problem(2, "The key 'x' is already that of line 1."),),
    ]


def test_a_broken_entry_is_reported_and_the_others_are_read():
    bad, good = read("@a{x, title={A}, note={B\n\n@a{y, title={C}}", "papers.bib")

    assert bad.error == (
        "Line 1: the entry is not closed: a '}' is missing before line 3."
    )
    assert (good.fields, good.error) == ({"title": "C"}, "")


def test_crossref_takes_over_what_the_entry_does_not_say():
    paper, _ = read(
        "@inproceedings{p, title={A}, pages={1}, crossref={V}}\n"
        "@proceedings{v, title={Proc.}, year=1999, doi={10.1/v}, pages={1--99}}",
        "papers.bib",
    )

    assert paper.fields == {
        "title": "A",
        "pages": "1",
        "crossref": "V",
        "year": "1999",
        "booktitle": "Proc.",
    }
    assert paper.inherited == {"year", "booktitle"}


def test_inheritance_passes_through_xdata_and_further_parents():
    paper, *_ = read(
        "@inbook{p, crossref={b}}@book{b, title={B}, xdata={x, y}, date={1999-05}}"
        "@xdata{x, publisher={P}}@xdata{y, publisher={Q}, location={L}}",
        "papers.bib",
    )

    assert {name: paper.fields[name] for name in paper.inherited} == {
        "booktitle": "B",
        "publisher": "P",
        "location": "L",
        "date": "1999-05",
    }


def test_a_parent_that_is_missing_or_its_own_child_is_a_problem():
    text = "@a{x, crossref={z}}\n@a{y, crossref={y}}"

    assert problems(text) == [
        (Problem(1, "'z', which crossref names, is not in this file.", "crossref"),),
        (
            Problem(
                2,
                "'y', which crossref names, inherits from this entry itself.",
                "crossref",
            ),
        ),
    ]


@given(st.text(alphabet='@article{},="#\\%\n ()x1'))
def test_every_text_can_be_read(text):
    assert all(entry.format == "bibtex" for entry in read(text, "papers.bib"))

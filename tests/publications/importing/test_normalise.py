import pytest

from publications.formats import bibtex
from publications.formats.csv_names import read_csv_names
from publications.importing import lengths
from publications.importing.normalise import normalise
from publications.models import Appearance, Authorship, Identifier, Link, Topic, Venue
from publications.names import PersonName
from publications.values import AppearanceRecord, Entry

LONG = "x" * 2001


def record(format="csv", **fields):
    entry = Entry("n", 1, format, type="article", fields={"title": "T"} | fields)
    return normalise(entry)


@pytest.mark.parametrize(
    ("field", "text"),
    [(name, LONG) for name in ("venue", "abbr", "label", "award", "volume", "number")]
    + [(name, LONG) for name in ("pages", "publisher", "keywords", "date", "month")]
    + [("howpublished", LONG), ("also_at", f"{LONG} (2019); Good (2020)")]
    + [("doi", f"10.1000/{LONG}"), ("code", f"https://a.example.org/{LONG}")]
    + [("links", f"[{LONG[:400]}](https://a.example.org) [B](https://b.example.org)")],
)
@pytest.mark.parametrize("format", ["csv", "bibtex"])
def test_value_that_is_too_long_is_kept_without_being_used(format, field, text):
    found = record(format, **{field: text})

    assert found.extra == {field: text}
    assert [problem.field for problem in found.problems] == [field]
    assert found.appearances == (AppearanceRecord(),)
    assert (found.identifiers, found.links, found.topics) == ((), (), ())


@pytest.mark.parametrize("format", ["csv", "bibtex"])
def test_name_that_is_too_long_is_cut(format):
    found = record(format, author=LONG)

    assert [each.name for each in found.contributors] == [
        PersonName(literal="x" * 1000)
    ]
    assert {problem.field for problem in found.problems} == {"author"}


def test_parts_of_a_date_that_are_too_long_together_leave_the_year():
    found = record(year="2019", month="y" * 55, day="z" * 55)

    assert found.appearances[0].date.text == "2019"


def test_lengths_are_those_of_the_columns():
    def column(model, name):
        return model._meta.get_field(name).max_length

    own = [name for name in lengths.APPEARANCE if not name.startswith("venue")]
    assert {name: lengths.APPEARANCE[name] for name in own} == {
        name: column(Appearance, name) for name in own
    }
    assert lengths.APPEARANCE["venue"] == column(Appearance, "venue_printed")
    assert lengths.APPEARANCE["venue"] == column(Venue, "name")
    assert lengths.APPEARANCE["venue_short"] == column(Venue, "acronym")
    assert column(Appearance, "date") - len("YYYYMMDD|") == lengths.DATE
    assert column(Authorship, "printed_name") == lengths.NAME
    assert column(Authorship, "suffix") == lengths.SUFFIX
    assert column(Identifier, "value") == lengths.IDENTIFIER
    assert [column(Link, "url"), column(Link, "label")] == [2000, 300]
    assert column(Topic, "name") == lengths.TOPIC


def test_lone_mark_in_a_cell_of_authors_is_no_name():
    names = read_csv_names("A B*; *;;C, D")

    assert [each.name.display for each in names.names] == ["A B", "D C"]
    assert names.problems == ("'*' holds no name.",)


def test_problem_names_the_place_of_its_field():
    source = "@misc{k,\n  title = {T},\n  doi = {nonsense},\n}"
    (entry,) = bibtex.read(f"\n{source}", "x.bib")

    (problem,) = normalise(entry).problems

    assert (problem.line, problem.column, problem.field) == (4, 3, "doi")


@pytest.mark.parametrize(
    ("issn", "numbers"),
    [
        ("2049-3630", ["2049-3630"]),
        ("0018-8158 (print), 1573-5117 (online)", ["0018-8158", "1573-5117"]),
        ("0018-8158; nonsense", []),
    ],
)
def test_several_identifiers_of_one_scheme(issn, numbers):
    (entry,) = bibtex.read(f"@misc{{k, title = {{T}}, issn = {{{issn}}}}}", "x.bib")

    assert normalise(entry).identifiers == tuple(("issn", each) for each in numbers)

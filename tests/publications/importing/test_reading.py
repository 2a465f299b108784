import pytest

from portal.imports.files import SourceFile, Unreadable
from portal.imports.importers import Reading
from publications.importing.reading import read


def source(text, name="n.bib"):
    return SourceFile(name, text.encode())


def read_one(text, name="n.bib", **options):
    (found,) = read(source(text, name), options)
    found.entries = list(found.entries)
    return found


def test_web_page_is_no_bibliography():
    with pytest.raises(Unreadable) as refused:
        read_one("<html><head><title>404 Not Found</title></head></html>")

    assert str(refused.value) == "“n.bib” is a web page, not a bibliography."


@pytest.mark.parametrize(
    "text",
    [
        "% nothing yet\n\n  % @article{a,}\n",
        "\n\n% Title\n",
        "@string{a = {b}}",
        "Our papers are here, ask jo@uni.example.org (Jo).",
    ],
)
def test_bibtex_without_entries_is_valid_and_said_to_be_empty(text):
    found = read_one(text)

    assert (found.entries, found.notes, found.reading) == (
        [],
        ["“n.bib” has no BibTeX entry, which looks like “@article{key, title = {…}}”."],
        Reading("n.bib", format="bibtex", encoding="utf-8"),
    )


def test_prose_that_is_not_called_bibtex_is_refused():
    with pytest.raises(Unreadable):
        read_one("Our papers are here.", "notes.txt")


def test_yaml_that_is_no_list_holds_no_papers():
    found = read_one("postdoc:\n  icon: user\n", "types.yaml")

    assert (found.entries, found.reading.format) == ([], "greenelab")
    assert found.notes == [
        "“types.yaml” has no GREENELAB entry, which looks like “- id: doi:10.1000/xyz123”."
    ]


def test_bibtex_that_is_called_csv_is_read_as_bibtex():
    found = read_one("@article{a,\n title={Alpha}, year={2020}}\n", "n.csv")

    assert found.reading.format == "bibtex"
    assert [entry.key for entry in found.entries] == ["a"]


@pytest.mark.parametrize("name", ["n.bib", "n.ris", "n.json"])
def test_table_that_is_called_something_else_is_read_as_a_table(name):
    found = read_one("title,author,year\nAlpha,Jane Doe,2020\n", name)

    assert found.reading.format == "csv"
    assert [entry.fields["title"] for entry in found.entries] == ["Alpha"]


@pytest.mark.parametrize(
    ("text", "options", "why"),
    [
        ('[{"id": "a", "title": ', {}, "Line 1, column 23: the JSON cannot be read"),
        (
            "[" * 100_000,
            {"format": "csl-json"},
            "Line 1: the JSON is nested too deeply",
        ),
        (
            "@misc{a}",
            {"format": "csl-json"},
            "Line 1, column 1: the JSON cannot be read",
        ),
    ],
)
def test_json_of_which_nothing_can_be_read_is_refused(text, options, why):
    with pytest.raises(Unreadable) as refused:
        read_one(text, "n.json", **options)

    assert str(refused.value).startswith(f"“n.json” cannot be read. {why}")


def test_our_json_for_scripts_is_not_taken_for_csl():
    with pytest.raises(Unreadable) as refused:
        read_one(
            '[\n  {\n    "slug": "a",\n    "key": "b",\n    "title": "T"}]', "n.json"
        )

    assert "writes for scripts; it is not read back." in str(refused.value)


def test_halves_of_characters_leave_the_rest_of_a_file_as_it_is():
    text = "@article{a, title={Tête \ud800\ufffe}, author={Müller, Jörg}}"
    (found,) = read(SourceFile("n.bib", text.encode("utf-8", "surrogatepass")))

    assert [entry.fields["author"] for entry in found.entries] == ["Müller, Jörg"]
    assert found.notes == [
        "“n.bib” has bytes that are no UTF-8 (halves of characters); “�” stands for "
        "them now."
    ]


def test_guessed_encoding_is_said():
    (found,) = read(SourceFile("n.bib", "@misc{a, title={Tête}}".encode("cp1252")))

    assert found.notes == [
        "“n.bib” is not in UTF-8; it was taken to be in windows-1252. See whether the "
        "names are right."
    ]


def test_null_in_a_csl_list_is_called_so():
    found = read_one('[null, {"id": "a", "type": "book", "title": "T"}]', "n.json")

    sentence = "Line 1: an item is nothing (null); it must be an object such as {…}."
    assert [entry.error for entry in found.entries] == [sentence, ""]

import pytest

from portal.imports.files import SourceFile, Unreadable
from publications.importing.reading import read


def source(text, name="n.bib"):
    return SourceFile(name, text.encode())


def test_web_page_is_no_bibliography():
    with pytest.raises(Unreadable) as refused:
        read(source("<html><head><title>404 Not Found</title></head></html>"))

    assert str(refused.value) == "“n.bib” is a web page, not a bibliography."


@pytest.mark.parametrize(
    "text",
    [
        "% nothing yet\n\n  % @article{a,}\n",
        "---\n---\n",
        "@string{a = {b}}",
        "Our papers are here, ask jo@uni.example.org (Jo).",
    ],
)
def test_bibtex_without_entries_is_valid_and_said_to_be_empty(text):
    assert read(source(text)) == (
        [],
        ["“n.bib” has no BibTeX entry, which looks like “@article{key, title = {…}}”."],
        "utf-8",
    )


def test_prose_that_is_not_called_bibtex_is_refused():
    with pytest.raises(Unreadable):
        read(source("Our papers are here.", "notes.txt"))

import pytest

from portal.imports.files import SourceFile, Unreadable
from publications.importing.reading import read


def source(text, name="n.bib"):
    return SourceFile(name, text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Our papers are here, ask jo@uni.example.org (Jo).",
        "<html><head><title>404 Not Found</title></head></html>",
        "title,authors\nA Title,Jo Doe\n",
    ],
)
def test_file_without_any_entry_is_no_bibtex(text):
    with pytest.raises(Unreadable) as refused:
        read(source(text), "bibtex")

    assert str(refused.value) == (
        "“n.bib” is no bibliography: it has no BibTeX entry, which looks like "
        "“@article{key, title = {…}}”."
    )


@pytest.mark.parametrize(
    "text",
    [
        "% nothing yet\n\n  % @article{a,}\n",
        "---\n---\n",
        "@string{a = {b}}",
        "@comment{}",
    ]
    + ["Some words.\n@preamble(x)"],
)
def test_bibtex_without_entries_is_an_empty_bibliography(text):
    assert read(source(text)) == ([], [], "utf-8")

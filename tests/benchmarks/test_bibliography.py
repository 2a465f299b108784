from publications.formats import bibtex
from tests.benchmarks.bibliography import bibliography


def test_bibliography_is_the_same_each_time_and_readable():
    text = "".join(bibliography(200))
    entries = list(bibtex.read(text, "big.bib"))

    assert text == "".join(bibliography(200))
    assert len(entries) == 200
    assert [entry.error for entry in entries if entry.error] == []

"""Values that were made to be gone through without end take no longer than others."""

import time

import pytest

from publications.formats import bibtex, ris, web_of_science
from publications.formats.table_names import in_citation, initials_last, undecided

LONG = 300_000
BLANK = "a" + " " * LONG + "b"
LINES = "\n" * LONG
CASES = {
    "name": lambda: list(ris.read(f"TY  - JOUR\nAU  - {'a' * LONG}\nER  - ", "x")),
    "lines of RIS": lambda: list(ris.read(f"TY  - JOUR\nAB  - a{LINES}b\nER  -", "x")),
    "lines": lambda: list(web_of_science.read(f"PT J\nTI a{LINES}b\nER\n", "x")),
    "tags": lambda: list(
        ris.read("TY  - JOUR\n" + "ZZ  - b\n" * LONG + "ER  -", "x.ris")
    ),
    "blanks": lambda: undecided(BLANK),
    "blanks of Scopus": lambda: initials_last(BLANK),
    "blanks in a citation": lambda: in_citation(BLANK),
}


@pytest.mark.parametrize("case", CASES)
def test_a_long_value_takes_bounded_time(case):
    started = time.process_time()
    CASES[case]()

    assert time.process_time() - started < 10


def test_an_annotation_of_too_many_digits_is_kept_as_it_is():
    said = f"{'9' * 5000}=equal"
    (entry,) = bibtex.read(f"@book{{a, author={{A B}}, author+an={{{said}}}}}", "x")

    assert entry.fields["author+an"] == said

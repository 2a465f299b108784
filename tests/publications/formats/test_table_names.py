import pytest

from publications.formats.table_names import (
    given_first,
    habit_of,
    in_citation,
    initials_last,
    inverted,
    undecided,
)


@pytest.mark.parametrize(
    ("read", "cell", "names"),
    [
        (inverted, "Seo, Sungyong; Liu, Yan; ", "Seo, Sungyong; Liu, Yan"),
        (given_first, "Yan Liu|Sungyong Seo", "Yan Liu; Sungyong Seo"),
        (given_first, "S Seo, Y Liu", "S Seo; Y Liu"),
        (initials_last, "Liu F.; Ma K.-L.", "Liu, F.; Ma, K.-L."),
        (
            initials_last,
            "Liu, Fei (60410297700); Li, Chunyun (58862216200)",
            "Liu, Fei; Li, Chunyun",
        ),
        (
            initials_last,
            "Wadsworth MH 2nd, Bedi KC Jr; Human Cell Atlas, Ponting CP",
            "Wadsworth, II, MH; Bedi, Jr, KC; {Human Cell Atlas}; Ponting, CP",
        ),
        (initials_last, "[No authors listed]", ""),
        (
            in_citation,
            "Chang, B. L., Wilson, A. J., &amp; Jackson, O. A. (2016). A Title. J, 54.",
            "Chang, B. L.; Wilson, A. J.; Jackson, O. A.",
        ),
        (in_citation, "A Title, which names nobody.", ""),
        (
            undecided,
            "['Marx, Karl', 'Lindgren, Astrid']",
            "Marx, Karl; Lindgren, Astrid",
        ),
        (undecided, "Ann Lee, Bo Chen and Cy Day", "Ann Lee; Bo Chen; Cy Day"),
        (undecided, "Sauer F., Ma K.-L.", "Sauer, F.; Ma, K.-L."),
        (undecided, "Seo, S., Liu, Y.", "Seo, S.; Liu, Y."),
        (undecided, "de la Cruz, Maria Jose", "de la Cruz, Maria Jose"),
        (
            undecided,
            "{Smith, Sons, and Co}; Liu, Yan",
            "{Smith, Sons, and Co}; Liu, Yan",
        ),
    ],
)
def test_authors_are_listed_as_each_program_does(read, cell, names):
    assert read(cell) == names


def test_long_list_tells_what_a_comma_means_in_a_short_one():
    cells = ["Ann Lee, Bo Chen, Cy Day", "Ann Lee, Bo Chen"]

    assert habit_of(cells)(cells[1]) == "Ann Lee; Bo Chen"
    assert habit_of(["Silva Lee, Ana Maria"])("Silva Lee, Ana Maria") == (
        "Silva Lee, Ana Maria"
    )

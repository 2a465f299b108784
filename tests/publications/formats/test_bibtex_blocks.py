import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publications.formats.bibtex_blocks import scan
from publications.values import Problem

FRAGMENTS = st.lists(
    st.sampled_from(
        ["@article{k,", "@misc(", "@comment{", "@string{a = ", "\n", "%", ",", "#", "="]
        + ["title = {x}", 'year = "1999"', "{", "}", '"', "\\}", ")", "word", " "]
    ),
    max_size=30,
).map("".join)


def entries(text):
    return [block for block in scan(text) if block.is_entry]


def texts(block):
    return {f.name: "".join(piece.text for piece in f.pieces) for f in block.fields}


def test_an_entry_has_its_type_key_place_and_fields():
    (block,) = scan("intro\n  @Article{a b/c:1,\n Title = {A {B}}, year = 1999\n}")

    assert (block.type, block.key, block.start, block.line) == (
        "article",
        "a b/c:1",
        8,
        2,
    )
    assert texts(block) == {"title": "A {B}", "year": "1999"}
    assert (block.problems, block.error) == ((), "")


def test_parentheses_may_enclose_an_entry():
    (block,) = scan('@book(k, title = {A) (B}, note = "C (D)", year = 1999)')

    assert texts(block) == {"title": "A) (B", "note": "C (D)", "year": "1999"}


@pytest.mark.parametrize(
    "text",
    [
        "@a{x, t={1}}@a{y, t={2}}",
        "@a{x, t={1}} see also @a{y, t={2}}",
        "@a {x, t={1}}\n@ a\n{y, t={2}}",
        "@a{x, t={1}}\r@a{y, t={2}}",
    ],
    ids=["adjacent", "after junk", "blanks in the head", "old Macintosh"],
)
def test_a_head_is_found_where_writers_put_it(text):
    assert [block.key for block in scan(text)] == ["x", "y"]


@pytest.mark.parametrize(
    "text",
    [
        "% @article{x,\n%  title={A}\n% }",
        "@comment{\n@article{x, title={A}}\n}",
        "mail@example{x}",
        "@preamble{ {x} }",
        "@string{x = {A}}",
    ],
    ids=["commented out", "in a comment", "address", "preamble", "string"],
)
def test_what_is_no_entry_is_not_counted(text):
    assert entries(text) == []


def test_an_unclosed_comment_ends_with_its_line():
    assert [b.key for b in entries("@comment{ oops\n@misc{x, title={A}}")] == ["x"]


def test_a_percent_line_between_fields_is_a_comment():
    (block,) = scan("@misc{x,\n title={A}, % why\n % note={B},\n year=1999}")

    assert texts(block) == {"title": "A", "year": "1999"}


def test_a_missing_brace_costs_its_own_entry_only():
    bad, good = scan("@a{x,\n title={A},\n note={B\n\n\n@a{y,\n title={C}\n}")

    assert bad.error == (
        "Line 1: the entry is not closed: a '}' is missing before line 6."
    )
    assert texts(bad) == {"title": "A"}
    assert (texts(good), good.error) == ({"title": "C"}, "")


def test_a_missing_brace_at_the_end_of_the_file_is_named():
    (block,) = scan("\n@a{x,\n title={A}\n")

    assert block.error == (
        "Line 2: the entry is not closed: a '}' is missing before the end of the file."
    )


def test_an_unclosed_quote_is_named_and_the_other_fields_kept():
    (block,) = scan('@a{x,\n author = "A,\n title = "B",\n year = 1999\n}')

    assert block.error == "Line 3: 'B\",' stands after the value of 'author'."
    assert texts(block) == {"title": "B", "year": "1999"}


def test_a_brace_too_many_is_repaired():
    (block,) = scan("@a{x,\n volume = {1}},\n year = {1999}\n}\n")

    assert texts(block) == {"volume": "1", "year": "1999"}
    assert block.error == ""
    assert block.problems == (
        Problem(
            2, "There is a '}' too many here; what follows it was kept.", column=14
        ),
    )


def test_an_escaped_brace_is_taken_as_written():
    blocks = list(scan("@a{x, title={Set \\{ x}, n=1}\n@a{y, title={\\} x}, n=2}"))

    assert [texts(block) for block in blocks] == [
        {"title": "Set \\{ x", "n": "1"},
        {"title": "\\} x", "n": "2"},
    ]


def test_a_missing_comma_is_repaired():
    (block,) = scan("@a{x,\n pages = {1--2}\n year = {1999}}")

    assert texts(block) == {"pages": "1--2", "year": "1999"}
    assert block.problems == (
        Problem(3, "The comma after the field 'pages' is missing.", "pages", 2),
    )


def test_an_entry_without_key_keeps_its_fields():
    (block,) = scan("@book{title = {A}}")

    assert (block.key, texts(block)) == ("", {"title": "A"})
    assert block.problems == (Problem(1, "The entry has no key.", column=7),)


def test_unquoted_words_are_taken_as_they_stand():
    (block,) = scan("@a{x, publisher = MIT Press, eid = ,}")

    assert texts(block) == {"publisher": "MIT Press", "eid": ""}
    assert [problem.text for problem in block.problems] == [
        "'MIT Press' needs braces; it was taken as it stands.",
        "The field 'eid' has no value.",
    ]


@given(FRAGMENTS | st.text())
def test_blocks_and_gaps_make_up_the_file(text):
    position, rebuilt = 0, ""
    for block in scan(text):
        rebuilt += text[position : block.start] + block.raw
        position = block.end
        lines = re.findall(r"\r\n|\r|\n", text[: block.start])
        assert block.line == 1 + len(lines)

    assert rebuilt + text[position:] == text


@given(FRAGMENTS.filter(lambda text: "@" not in text))
def test_a_bad_entry_never_touches_the_next(text):
    *_, last = scan(f"@article{{bad,{text}\n@article{{good, title = {{A}}}}")

    assert (last.key, texts(last), last.error) == ("good", {"title": "A"}, "")


@pytest.mark.parametrize(
    "fragment",
    ["{", "@a{b,c={\n", "@a{b,c={", "@comment{\n", "@a{b,c={\\}x\\}", "c={\n", "a={}"],
)
def test_damage_is_read_in_linear_time(fragment):
    text = "@a{k," + fragment * (100_000 // len(fragment))
    started = time.process_time()

    list(scan(text))

    assert time.process_time() - started < 5

"""Bibliographies that were made to harm, or that are not what their names say."""

import time

import pytest

from portal.imports.files import SourceFile, Unreadable
from publications.importing.normalise import normalise
from publications.importing.reading import read


def entries_of(content, name="x.bib"):
    content = content.encode() if isinstance(content, str) else content
    found = read(SourceFile(name, content))
    return [entry for each in found for entry in each.entries]


def doubling(times):
    lines = (f"@string{{a{i + 1} = a{i} # a{i}}}\n" for i in range(times))
    return "@string{a0 = {xxxxxxxxxx}}\n" + "".join(lines)


@pytest.mark.parametrize(
    ("content", "keys"),
    [
        (f"{doubling(40)}@article{{k, title=a40, note=a39}}", ["k"]),
        (
            f"@article{{a, title={{{'{' * 100_000}x\n@article{{b, title={{T}}}}",
            ["a", "b"],
        ),
        (
            f"@article{{a, title={{{'{' * 100_000}x{'}' * 100_000}}}}}@article{{b, title={{T}}}}",
            ["a", "b"],
        ),
        (f"@article{{a, abstract={{{'word ' * 1_000_000}}}}}", ["a"]),
        (
            f"@article{{a, title= x {'# x ' * 200_000}}}\n@article{{b, title={{T}}}}",
            ["a", "b"],
        ),
        ("@article{a, title={" + "\\textbf{" * 50_000 + "}" * 50_001 + "}", ["a"]),
        (f"@article{{a, author={{{' and ' * 200_000}}}}}", ["a"]),
    ],
    ids=["@string", "open", "nested", "line", "joined", "macros", "and"],
)
def test_bombs_take_bounded_time_and_harm_no_other_entry(content, keys):
    started = time.process_time()
    entries = entries_of(content)
    for entry in entries:
        normalise(entry)

    assert [entry.key for entry in entries] == keys
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("x.bib", b"\x89PNG\r\n\x1a\n", "'x.bib' is a PNG image, not a text file."),
        ("x.ris", b"%PDF-1.7\n", "'x.ris' is a PDF document, not a text file."),
        ("x.bib", b" \n", "'x.bib' is empty."),
        ("x.bib", bytes(range(256)) * 40, "'x.bib' is binary data, not a text file."),
        ("x.bib", b"<!DOCTYPE html><p>", "“x.bib” is a web page, not a bibliography."),
        ("x.bib", b"PK\x03\x04...", "'x.bib' is damaged: File is not a zip file."),
        (
            "x.xlsx",
            b"PK\x03\x04...",
            "'x.xlsx' cannot be read as an Excel workbook (.xlsx): save it again, or "
            "save it as CSV.",
        ),
    ],
)
def test_what_is_no_bibliography_is_named_for_what_it_is(name, content, sentence):
    with pytest.raises(Unreadable) as refused:
        entries_of(content, name)

    assert str(refused.value) == sentence


def test_hidden_characters_are_no_part_of_names_and_titles():
    (entry,) = entries_of("@article{a, title={T\u202eX\x00}, author={Seo\u2066, S.}}")
    record = normalise(entry)

    assert (record.title, record.contributors[0].name.display) == ("TX", "S. Seo")


def test_half_a_character_in_json_does_not_reach_the_database():
    (entry,) = entries_of(
        '[{"id": "a", "type": "book", "title": "T\\ud800X\\u202e\\u0000",'
        ' "author": [{"family": "Se\\udc00o", "given": "S."}]}]',
        "x.json",
    )
    record = normalise(entry)

    assert (record.title, record.contributors[0].name.display) == ("TX", "S. Seo")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"]
)
def test_script_never_becomes_a_link(url):
    (entry,) = entries_of(
        f"@article{{a, title={{T}}, url={{{url}}}, pdf={{{url}}}, links={{[x]({url})}}}}"
    )

    assert normalise(entry).links == ()


def test_paper_of_five_thousand_authors_is_read():
    names = " and ".join(f"Family{number}, A. B." for number in range(5_000))
    (entry,) = entries_of(f"@article{{a, title={{T}}, author={{{names}}}}}")

    assert len(normalise(entry).contributors) == 5_000

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.imports.files import SourceFile, Text, Unreadable, decode

SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def decoded(content):
    return decode(SourceFile("papers.bib", content))


def test_opened_file_has_its_name_and_bytes(tmp_path):
    path = tmp_path / "papers.bib"
    path.write_bytes(b"abc")
    source = SourceFile.open(path)

    assert source == SourceFile("papers.bib", b"abc")
    assert source.sha256 == SHA256_OF_ABC


def test_missing_file_and_folder_are_named_in_a_sentence(tmp_path):
    with pytest.raises(Unreadable) as missing:
        SourceFile.open(tmp_path / "x.bib")
    with pytest.raises(Unreadable) as folder:
        SourceFile.open(tmp_path)

    assert str(missing.value) == f"There is no file '{tmp_path / 'x.bib'}'."
    assert str(folder.value) == f"'{tmp_path}' is a folder, not a file."


def test_empty_file_is_refused(tmp_path):
    (tmp_path / "x.bib").touch()

    with pytest.raises(Unreadable, match=r"^'x\.bib' is empty\.$"):
        SourceFile.open(tmp_path / "x.bib")


def test_huge_file_is_refused(tmp_path):
    with (tmp_path / "x.bib").open("wb") as sparse:
        sparse.truncate(110 * 1024 * 1024)

    with pytest.raises(Unreadable, match=r"^'x\.bib' is larger than 100 MB"):
        SourceFile.open(tmp_path / "x.bib")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfZo\xc3\xab", Text("Zoë", "utf-8-sig")),
        ("Zoë".encode("utf-16"), Text("Zoë", "utf-16")),
        ("title,Zoë".encode("utf-16-le"), Text("title,Zoë", "utf-16-le")),
        ("title,Zoë".encode("utf-16-be"), Text("title,Zoë", "utf-16-be")),
        ("Zoë, 刘燕".encode(), Text("Zoë, 刘燕", "utf-8")),
        ("Zoë – “x”".encode("cp1252"), Text("Zoë – “x”", "windows-1252")),
        (
            "% Encoding: Cp1251\nИванов".encode("cp1251"),
            Text("% Encoding: Cp1251\nИванов", "Cp1251"),
        ),
        (
            "刘燕和徐崧勇的论文目录".encode("gb18030"),
            Text("刘燕和徐崧勇的论文目录", "gb18030"),
        ),
        (b"Sel\x8duk", Text("Selçuk", "mac-roman")),
        (b"Zo\xc3\xab\nZo\xeb\n", Text("Zoë\nZoë\n", "utf-8 and windows-1252")),
    ],
)
def test_text_is_decoded_in_the_encoding_it_is_in(content, text):
    assert decoded(content) == text


def test_line_ends_are_one_and_control_characters_go():
    assert decoded(b"a\r\nb\rc\x0c\td\n").text == "a\nb\nc\td\n"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", "a PNG image"),
        (b"\xff\xd8\xff\xe0....", "a JPEG image"),
        (b"%PDF-1.7", "a PDF document"),
        (b"PK\x03\x04....", "a ZIP archive or an Office document"),
        (bytes(range(32)) * 9, "binary data"),
    ],
)
def test_binary_content_is_named_for_what_it_is(content, kind):
    with pytest.raises(Unreadable) as refused:
        decode(SourceFile("photo.png", content))

    assert str(refused.value) == f"'photo.png' is {kind}, not a text file."


def test_encoding_that_a_person_chose_overrules_the_guess():
    source = SourceFile("papers.bib", "Zażółć".encode("iso-8859-2"), "iso-8859-2")

    assert decode(source) == Text("Zażółć", "iso-8859-2")


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        (
            "utf-8",
            "'papers.bib' is not in the encoding utf-8: byte 7, in line 2, has no "
            "meaning in it.",
        ),
        (
            "latin-99",
            "'latin-99' is no encoding that we know, such as utf-8 or windows-1252.",
        ),
        (
            "zlib",
            "'zlib' is no encoding that we know, such as utf-8 or windows-1252.",
        ),
    ],
)
def test_encoding_that_does_not_fit_is_refused_in_a_sentence(encoding, sentence):
    with pytest.raises(Unreadable) as refused:
        decode(SourceFile("papers.bib", b"abc\nZo\xeb", encoding))

    assert str(refused.value) == sentence


def test_what_turns_the_direction_of_text_is_dropped():
    assert decoded("Yan\u202e Liu\u2066".encode()).text == "Yan Liu"


VISIBLE = st.characters(exclude_categories=["Cc", "Cs", "Cf"])


@given(st.text(VISIBLE, min_size=1))
def test_utf8_comes_back_as_it_was(text):
    source = SourceFile("x", b"x" + text.encode())
    assert decode(source) == Text("x" + text, "utf-8")


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_text_or_unreadable(content):
    with suppress(Unreadable):
        assert "\r" not in decoded(content).text

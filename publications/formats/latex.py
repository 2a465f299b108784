"""LaTeX, as it stands in BibTeX fields, to Unicode and back."""

import html
import re
import unicodedata
from functools import lru_cache

from publications.formats.latex_reader import plain_text, verbatim

_PARAGRAPH = re.compile(r"\n[ \t\r\f\v]*+\n[ \t\r\n\f\v]*+")
# All runs of blanks but the single space, of which there are many.
_BLANKS = re.compile(r"(?: (?=[ \t\r\n\f\v])|[\t\r\n\f\v])[ \t\r\n\f\v]*+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ENTITY = re.compile(r"\\?&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*+);")
_LATEX = ("\\", "$", "~", "`", "--", "''")

_ESCAPES = {
    # BibTeX counts `\{` as a brace: an unbalanced one would swallow the next entry.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\n": r"\newline{}",
    " ": "{ }",
    "@": "{@}",
}
_NEEDS_ESCAPE = re.compile(
    r"[\\{}$&%#_~^]|-(?=-)|`(?=`)|'(?=')|[!?](?=`)"
    # No line of a text may look like the head of an entry.
    r"|(?<![\w.-])@(?=[ \t]*+[^\W\d_])"
    r"| (?=[ \n])|(?<=\n) |\A | \Z"
    r"|(?P<paragraph>(?<=[^\n])\n\n(?=[^\n]))|\n"
)
# Names and venues come again and again; abstracts would only fill the memory.
_REPEATED = 200
_WORD = re.compile(r"(?:[^ \n{}]|\{@?\})+")
_MACRO = re.compile(r"\\[a-z]+\{\}")


def decode(text: str) -> str:
    """Plain Unicode text (NFC), whatever the source; runs of blanks become one.

    Unknown macros give way to their argument or stay as `\\name`. A blank line stays,
    since it parts the paragraphs of an abstract.
    """
    return _decode_once(text) if len(text) <= _REPEATED else _decode(text)


def encode(text: str) -> str:
    """Source that is safe between the braces of a field; `decode` gives the text back."""
    return _NEEDS_ESCAPE.sub(_escape, text)


def protect(text: str) -> str:
    """Like `encode`, with words such as ICLR in braces, since styles lower their case."""
    parts, position = [], 0
    encoded = encode(text)
    for word in _WORD.finditer(encoded):
        parts += [encoded[position : word.start()], _protected(word[0])]
        position = word.end()
    return "".join([*parts, encoded[position:]])


def unescape_verbatim(text: str) -> str:
    """A url, doi, eprint or file field: `~` is no blank there and `--` no dash."""
    return verbatim(text).strip("{} \t\r\n")


def _decode(text: str) -> str:
    source = text.strip(" ")
    if "  " in source or not source.isprintable():
        paragraphs = _PARAGRAPH.split(_CONTROL.sub("", text).strip(" \t\r\n\f\v"))
        source = "\n\n".join(_BLANKS.sub(" ", each).strip(" ") for each in paragraphs)
    if "&" in source:
        source = _ENTITY.sub(_entity, source)
    if any(sign in source for sign in _LATEX):
        source = plain_text(source)
    elif "{" in source or "}" in source:
        source = source.replace("{", "").replace("}", "")
    return unicodedata.normalize("NFC", source)


_decode_once = lru_cache(maxsize=65_536)(_decode)


def _entity(found: re.Match[str]) -> str:
    character = html.unescape(f"&{found[1]};")
    known = len(character) == 1 or not character.startswith("&")
    return encode(_CONTROL.sub("", character)) if known else found[0]


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if found["paragraph"]:
        return character
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character in "-`'!?":
        return character + "{}"
    following = found.string[found.end() : found.end() + 1]
    entity_like = character == "&" and following.isalnum()
    return f"\\{character}" + ("{}" if entity_like else "")


def _protected(word: str) -> str:
    letters = [each for each in _MACRO.sub("", word) if each.isalpha()]
    if not any(letter.isupper() for letter in letters[1:]):
        return word
    # BibTeX changes case inside `{\…}`, which it takes for an accented letter.
    return f"{{{{{word}}}}}" if word.startswith("\\") else f"{{{word}}}"

"""The names that BibTeX values use without quotes: @string definitions and months."""

from calendar import month_name

from publications.formats.bibtex_fields import Field

_MONTHS = tuple(month_name)[1:]

# Defined by plain.bst and its relatives, so that files use them undefined.
_STANDARD = {
    "acmcs": "ACM Computing Surveys",
    "acta": "Acta Informatica",
    "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development",
    "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering",
    "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": ("IEEE Transactions on Computer-Aided Design of Integrated Circuits"),
    "ipl": "Information Processing Letters",
    "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences",
    "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing",
    "tcs": "Theoretical Computer Science",
    "tocs": "ACM Transactions on Computer Systems",
    "tods": "ACM Transactions on Database Systems",
    "tog": "ACM Transactions on Graphics",
    "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems",
}

# A kilobyte of `@string{b = a # a}` lines doubles into gigabytes: "#" may produce
# this many characters in one value, and in one file.
_VALUE_LIMIT = 1_000_000
_FILE_LIMIT = 50_000_000


class Macros:
    """Macro names are case-insensitive; the last definition before a use counts."""

    def __init__(self) -> None:
        months = {month.lower(): month for month in _MONTHS}
        short = {month[:3].lower(): month for month in _MONTHS}
        self._texts = {**_STANDARD, **months, **short, "sept": "September"}
        self._allowance = _FILE_LIMIT

    def define(self, field: Field) -> None:
        self._texts[field.name] = self.expand(field)[0]

    def expand(self, field: Field) -> tuple[str, list[str]]:
        """The field's text with its pieces joined, and a sentence for each doubt.

        An undefined name stands for itself, so that nothing is lost.
        """
        first = field.pieces[0]
        if len(field.pieces) == 1 and not first.bare:
            return first.text, []
        doubts: list[str] = []
        texts: list[str] = []
        room = min(_VALUE_LIMIT, self._allowance)
        for piece in field.pieces:
            text, doubt = self._text_of(piece.text, piece.bare)
            if doubt:
                doubts.append(doubt)
            if len(field.pieces) > 1 and piece.bare and len(text) > room:
                text = piece.text
                doubts.append(f"The macro '{text}' is too long to be repeated here.")
            room -= len(text) if piece.bare else 0
            texts.append(text)
        if len(texts) == 1:
            return texts[0], doubts
        joined = "".join(texts)
        self._allowance -= len(joined)
        return joined, doubts

    def _text_of(self, text: str, bare: bool) -> tuple[str, str]:
        if not bare or text.isdigit():
            return text, ""
        known = self._texts.get(text.lower())
        if known is not None:
            return known, ""
        if text[0].isdigit():
            return text, f"'{text}' needs braces; it was taken as it stands."
        return text, f"The macro '{text}' is not defined; its name was kept."

"""Records: one with everything that there is, and any that hypothesis thinks of."""

from hypothesis import strategies as st

from portal.dates import PartialDate
from publications.names import PersonName
from publications.values import AppearanceRecord, Contributor, LinkRecord, Record

FULL = Record(
    key="doe2020deep",
    type="paper-conference",
    title="Deep {Graphs} & 100% of the ΔG_x–Problem: a $5 \\LaTeX “Study”",
    abstract="First line.\n\nSecond: 50% < 60% & more, {braces} ~ ^ # _.",
    note="Invited paper; see “there”.",
    contributors=(
        Contributor(PersonName("Jo", "Doe"), equal_group=1),
        Contributor(PersonName("Ludwig", "van Beethoven", "Jr."), equal_group=1),
        Contributor(PersonName("Sercan Ö.", "Arık"), corresponding=True),
        Contributor(PersonName("Al", "Bo"), equal_group=2),
        Contributor(PersonName("Xi", "Wu"), equal_group=2),
        Contributor(PersonName(literal="The Graph and Time Consortium")),
        Contributor(PersonName("Ed", "Itor"), role="editor"),
    ),
    truncated=True,
    appearances=(
        AppearanceRecord(
            venue="Conference on Things & Others",
            venue_short="CTO",
            label="CTO'20 Short",
            kind="conference",
            status="accepted",
            presentation="oral",
            award="Best Paper, 2nd",
            date=PartialDate("2020-06"),
            volume="12",
            number="3a",
            pages="1–9",
            publisher="Müller & Söhne",
            title="Deep Graphs",
        ),
        AppearanceRecord(
            venue="Workshop, on; [Other] Things",
            venue_short="WOT",
            kind="workshop",
            status="published",
            date=PartialDate("2019-12"),
            title='An "Earlier" Study',
        ),
    ),
    identifiers=(("doi", "10.1000/xyz_1%2"), ("arxiv", "2001.00559")),
    links=(
        LinkRecord("code", "https://code.example.org/a_b?x=1&y=%20#z"),
        LinkRecord("pdf", "https://example.org/~doe/p.pdf"),
        LinkRecord("press", "https://press.example.org/", "Fortune [Eye] on AI"),
        LinkRecord("pdf", "https://example.org/second.pdf", "Old version"),
    ),
    topics=("Graphs", "Time, and Space"),
    visibility="private",
    featured=True,
    extra={"internal_id": "A-7", "annotation": "{kept} as \\emph{it} is"},
)

_letters = st.sampled_from(
    "abcdeäßłžабΩ漢字 ABC,;:.-–'\"{}[]()\\$%&#_^~<>@*†=|/0123456789"
)
_text = st.text(_letters, min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)
_words = _text.filter(lambda text: text and text[0] not in "'")
_prose = st.lists(_words, min_size=1, max_size=3).map("\n\n".join)
_name = st.text("abcäßžабABC漢 ", min_size=2, max_size=12).map(
    lambda t: " ".join(t.split())
)
_part = _name.filter(bool)
_people = st.one_of(
    st.builds(PersonName, _part, _part, st.sampled_from(["", "Jr.", "III"])),
    st.builds(PersonName, family=_part),
    st.builds(PersonName, literal=_part.map(lambda name: f"{name} Group")),
)
_contributors = st.builds(
    Contributor,
    name=_people,
    equal_group=st.sampled_from([None, None, 1, 2]),
    corresponding=st.booleans(),
)
_dates = st.sampled_from(
    ["", "2020", "2020-06", "2020-06-01", "June 2020", "2019/2020", "2020/..", "soon"]
).map(PartialDate)
_appearances = st.builds(
    AppearanceRecord,
    venue=_words,
    label=st.sampled_from(["", "CTO'20 Short"]),
    kind=st.sampled_from(["journal", "conference", "other"]),
    status=st.sampled_from(["published", "accepted", "submitted"]),
    date=_dates,
    volume=st.sampled_from(["", "12", "Vol. 3, part 1"]),
    pages=st.sampled_from(["", "1–9", "e0815", "S1–S4, 9"]),
    publisher=st.sampled_from(["", "Müller & Söhne"]),
)
_extra = st.dictionaries(
    st.one_of(
        st.sampled_from(
            ["address", "notes", "type", "doi", "journal", "extra", "ris.an"]
        ),
        st.text("abAB_-. (1", min_size=1, max_size=8).map(str.strip).filter(bool),
    ),
    st.one_of(_words, _prose),
    max_size=3,
)
# Any record as the site may hold it.
records = st.builds(
    Record,
    key=st.sampled_from(["", "doe2020", "77"]),
    type=st.sampled_from(["article-journal", "paper-conference", "thesis", "book"]),
    title=_words,
    abstract=st.one_of(st.just(""), _prose),
    note=st.one_of(st.just(""), _prose),
    contributors=st.lists(_contributors, max_size=3).map(tuple),
    truncated=st.booleans(),
    appearances=_appearances.map(lambda appearance: (appearance,)),
    identifiers=st.sampled_from(
        [(), (("doi", "10.1000/x_1"),), (("issn", "2049-3630"), ("issn", "1476-5616"))]
    ),
    links=st.sampled_from(
        [
            (),
            (LinkRecord("paper", "https://a.example/p"),),
            (
                LinkRecord("pdf", "https://a.example/p.pdf"),
                LinkRecord("code", "https://b.example"),
            ),
        ]
    ),
    topics=st.sampled_from([(), ("Graphs",), ("Time, and Space",), ("A, B", "C")]),
    visibility=st.sampled_from(["public", "private"]),
    extra=_extra,
)

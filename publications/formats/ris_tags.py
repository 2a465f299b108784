"""What the tags and types of RIS mean, as the programs that write it use them.

A tag may mean different things for different types: the PB of a thesis is its school,
and the A2 of a chapter its editor, but that of a book the editor of a series.
"""

# RIS type → CSL type; the first type of a CSL type is the one that we write.
TYPES = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-journal",
    "NEWS": "article-journal",
    "ABST": "article-journal",
    "INPR": "article-journal",
    "JFULL": "article-journal",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "UNPB": "article",
    "MANSCPT": "article",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "ENCYC": "chapter",
    "DICT": "chapter",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "SER": "book",
    "CLSWK": "book",
    "ANCIENT": "book",
    "CTLG": "book",
    "THES": "thesis",
    "RPRT": "report",
    "GOVDOC": "report",
    "STAND": "report",
    "DATA": "dataset",
    "DBASE": "dataset",
    "AGGR": "dataset",
    "COMP": "software",
    "PAT": "patent",
    "SLIDE": "speech",
    "ELEC": "webpage",
    "WEB": "webpage",
    "BLOG": "webpage",
    "ICOMM": "webpage",
    "GEN": "document",
    **dict.fromkeys(
        ("ADVS", "ART", "BILL", "CASE", "CHART", "EQUA", "FIGURE", "GRANT", "HEAR")
        + ("LEGAL", "MAP", "MPCT", "MULTI", "MUSIC", "PAMP", "PCOMM", "SOUND", "STAT")
        + ("UNBILL", "VIDEO"),
        "document",
    ),
}
WRITTEN_TYPES = {csl: code for code, csl in reversed(TYPES.items())}
WRITTEN_TYPES["document"] = "GEN"

# Whose A2 are editors; a book's are those of its series, and A3 its own.
EDITED = frozenset(
    ("JOUR", "EJOUR", "MGZN", "NEWS", "ABST", "INPR", "JFULL", "CONF", "CPAPER", "CHAP")
    + ("ECHAP", "ENCYC", "DICT", "GEN", "ANCIENT", "SER", "BLOG", "UNPB")
)
BOOKS = frozenset({"BOOK", "EBOOK"})

# The tags of the title where it is not TI, T1 or CT: laws are known by a short one.
TITLE_TAGS = {
    **dict.fromkeys(BOOKS, ("TI", "T1", "BT", "CT")),
    **dict.fromkeys(("CASE", "STAT"), ("ST", "TI", "T1")),
}

# Where the venue stands: the fullest name first, and abbreviations after it.
VENUE_TAGS = {
    "article-journal": ("JF", "T2", "BT", "JO", "JA", "J2", "J1"),
    "paper-conference": ("C3", "T2", "BT", "JF", "JO", "J2", "T3"),
    "chapter": ("T2", "BT", "JF", "JO", "J2"),
    "thesis": ("PB",),
    "report": ("PB",),
    "": ("JF", "JO", "T2", "JA", "J2"),
}
ABBREVIATIONS = ("JO", "JA", "J2", "J1")

# Fields with one value, each in the first of these tags that has one.
FIELD_TAGS = {
    "volume": ("VL",),
    "number": ("IS",),
    "publisher": ("PB",),
    "doi": ("DO", "DI"),
}
# biblatex's fields that have no place in a record; they are kept with it.
EXTRA_TAGS = {
    "address": "CY",
    "affiliation": "AD",
    "edition": "ET",
    "language": "LA",
    "series": "T3",
    "shorttitle": "ST",
    "urldate": "Y2",
    "notes": "N1",
    "file": "L1",
}
# What we add to RIS stands in its last tag for users: "U5  - coauthor.status: accepted".
# Zotero and JabRef pass it over; of U1, which we wrote once, JabRef makes a comment.
OURS_TAG = "U5"
OURS_TAGS = {OURS_TAG, "U1"}

"""The field names that our BibTeX and CSV have in common, both ways.

BibTeX has a field for most of what we know; what it lacks (status, further
appearances, titled links) has a field of ours, named as `interface.md` §3 does in both
formats.
"""

# Link kinds that have a field of their own; any other link is a titled one.
LINK_FIELDS = {
    "url": "paper",
    "html": "html",
    "pdf": "pdf",
    "code": "code",
    "poster": "poster",
    "slides": "slides",
    "video": "video",
    "website": "website",
    "blog": "blog",
    "supp": "supplement",
}

# CSL type → BibTeX entry type.
BIBTEX_TYPES = {
    "article-journal": "article",
    "paper-conference": "inproceedings",
    "article": "misc",
    "chapter": "incollection",
    "book": "book",
    "thesis": "phdthesis",
    "report": "techreport",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "speech": "unpublished",
    "webpage": "online",
    "document": "misc",
}

# The fields that may name the venue, the one that counts first; ours before all.
VENUE_FIELDS = (
    "venue",
    "journal",
    "journaltitle",
    "booktitle",
    "school",
    "institution",
    "eventtitle",
)

# The field that a BibTeX style expects the venue in, by CSL type.
VENUE_FIELD_OF_TYPE = {
    "article-journal": "journal",
    "paper-conference": "booktitle",
    "chapter": "booktitle",
    "thesis": "school",
    "report": "institution",
}

# What a venue is when nothing says so, by CSL type.
VENUE_KINDS = {
    "article-journal": "journal",
    "paper-conference": "conference",
    "article": "preprint",
    "chapter": "book",
    "book": "book",
    "thesis": "institution",
    "report": "institution",
}

"""Zotero's item types: both DC.type and COinS may name them, and Zotero believes it."""

ZOTERO_TYPES = {
    "article-journal": "journalArticle",
    "paper-conference": "conferencePaper",
    "article": "preprint",
    "chapter": "bookSection",
    "book": "book",
    "thesis": "thesis",
    "report": "report",
    "dataset": "dataset",
    "software": "computerProgram",
    "patent": "patent",
    "speech": "presentation",
    "webpage": "webpage",
    "document": "document",
}

"""What Zotero makes of a page, after its own translators.

The rules are those of `COinS.js` (priority 310), `Embedded Metadata.js` (320, asked only
where the page has no COinS) and `openurl.js`, as far as our pages use them.
"""

from urllib.parse import unquote

from bs4 import BeautifulSoup

TYPES_OF_TAGS = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_inbook_title": "publicationTitle",
    "citation_conference_title": "conferenceName",
    "citation_dissertation_institution": "university",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_publisher": "publisher",
    "citation_doi": "DOI",
    "citation_abstract": "abstractNote",
    "citation_language": "language",
    "citation_issn": "ISSN",
    "citation_isbn": "ISBN",
}
FORMATS = {
    "info:ofi/fmt:kev:mtx:journal": "journalArticle",
    "info:ofi/fmt:kev:mtx:book": "book",
    "info:ofi/fmt:kev:mtx:dissertation": "thesis",
    "info:ofi/fmt:kev:mtx:patent": "patent",
    "info:ofi/fmt:kev:mtx:dc": "webpage",
}
GENRES = {
    "bookitem": "bookSection",
    "proceeding": "conferencePaper",
    "report": "report",
    "document": "document",
}
HAVE_A_WHOLE = {"journalArticle", "bookSection", "conferencePaper"}


def what_zotero_sees(html):
    """The items that a click on its button would offer."""
    page = BeautifulSoup(html, "html.parser")
    spans = page.select("span.Z3988[title]")
    if spans:
        return [parse_context_object(span["title"]) for span in spans]
    item = embedded_metadata(page)
    return [item] if item else []


def embedded_metadata(page):
    tags = [(tag.get("name"), tag.get("content")) for tag in page.select("meta[name]")]
    item = {FIELDS[name]: content for name, content in tags if name in FIELDS}
    if "title" not in item:
        return None
    kinds = [TYPES_OF_TAGS[name] for name, _ in tags if name in TYPES_OF_TAGS]
    named = [content for name, content in tags if name == "DC.type"]
    item["itemType"] = (kinds or named)[-1]
    authors = [content for name, content in tags if name == "citation_author"]
    item["authors"] = [name for each in authors for name in split(each, authors)]
    first, last = (
        dict(tags).get(f"citation_{which}page", "") for which in ("first", "last")
    )
    item["pages"] = "-".join(filter(None, (first, last)))
    item["tags"] = dict(tags).get("citation_keywords", "").split("; ")
    item["pdf"] = dict(tags).get("citation_pdf_url", "")
    return {name: value for name, value in item.items() if value not in ("", [""])}


def split(author, authors):
    """A lone author with blanks at both sides of the comma is taken for two."""
    parts = author.split(", ")
    if len(authors) == 1 and len(parts) > 1 and " " in parts[0] and " " in parts[1]:
        return [clean_author(part) for part in parts]
    return [clean_author(author)]


def clean_author(name):
    """(family, given)"""
    comma = "," in name
    name = name.strip(" ,.")
    if comma:
        family, _, given = name.partition(",")
        return family.strip(), given.strip()
    given, _, family = name.rpartition(" ")
    return family, given


def parse_context_object(text):
    pairs = [pair.split("=", 1) for pair in text.split("&")]
    pairs = [(key, unquote(value.replace("%2B", " "))) for key, value in pairs]
    keys = dict(pairs)
    kind = FORMATS[keys["rft_val_fmt"]]
    if kind == "book":
        kind = GENRES.get(keys.get("rft.genre"), "book")
    item = {"itemType": keys.get("rft.type", kind), "authors": []}
    for key, value in pairs:
        if key == "rft.au":
            item["authors"].append(clean_author(value))
        elif name := _field(key, value, kind):
            item[name] = value.removeprefix("info:doi/")
    return item


def _field(key, value, kind):
    if key == "rft_id":
        return "DOI" if value.startswith("info:doi/") else "url"
    if key in {"rft.atitle", "rft.title"}:
        return "title"
    if key == "rft.btitle":
        return "publicationTitle" if kind in HAVE_A_WHOLE else "title"
    simple = {"jtitle": "publicationTitle", "source": "publicationTitle"}
    simple |= {"stitle": "journalAbbreviation", "inst": "university"}
    simple |= {"isbn": "ISBN", "issn": "ISSN"}
    name = key.removeprefix("rft.")
    simple |= dict.fromkeys(("date", "volume", "issue", "pages", "publisher"), name)
    return simple.get(name)

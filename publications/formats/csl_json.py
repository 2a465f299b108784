"""A Record as CSL-JSON 1.0.2, the form that Zotero and citation processors exchange."""

from publications.names import PersonName
from publications.values import Record


def csl_item(record: Record, item_id: str) -> dict:
    """One item; only what is known stands in it."""
    primary = record.appearances[0]
    identifiers = dict(record.identifiers)
    doi, arxiv = identifiers.get("doi", ""), identifiers.get("arxiv", "")
    item = {
        "id": item_id,
        "type": record.type or "document",
        "citation-key": record.key,
        "title": record.title,
        "author": _names(record, "author"),
        "editor": _names(record, "editor"),
        "container-title": primary.venue,
        "container-title-short": primary.venue_short,
        "issued": _issued(primary.date),
        "status": primary.status if primary.status != "published" else "",
        "volume": primary.volume,
        "issue": primary.number,
        "page": primary.pages,
        "publisher": primary.publisher,
        "abstract": record.abstract,
        "note": record.note,
        "keyword": ", ".join(record.topics),
        "DOI": doi,
        "number": f"arXiv:{arxiv}" if arxiv and not doi else "",
        "ISBN": identifiers.get("isbn", ""),
        "PMID": identifiers.get("pmid", ""),
        "PMCID": identifiers.get("pmcid", ""),
        "URL": next((link.url for link in record.links), ""),
    }
    return {name: value for name, value in item.items() if value}


def _names(record, role):
    return [_name(each.name) for each in record.contributors if each.role == role]


def _name(name: PersonName) -> dict:
    if name.literal:
        return {"literal": name.literal}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: text for part, text in parts.items() if text}


def _issued(date):
    if not date:
        return None
    if not date.understood:
        return {"raw": date.text}
    ends = [point for point in (date.start, date.end) if point]
    points = ends[:1] if len(ends) == 2 and ends[0] == ends[1] else ends
    return {"date-parts": [_parts(point) for point in points]}


def _parts(point):
    return [part for part in (point.year, point.month, point.day) if part]

"""The keys by which a paper is found in lists, as its stored row has them."""

from publications.formats.titled_links import LABELS

# What a paper may have beside its text, in the order in which lists offer it.
HAS = {
    "pdf": LABELS["pdf"],
    "code": LABELS["code"],
    "data": LABELS["data"],
    "slides": LABELS["slides"],
    "poster": LABELS["poster"],
    "video": LABELS["video"],
    "website": LABELS["website"],
    "award": "Award",
}
FEATURED = "featured:yes"


def facet_keys(row):
    """Like "year:2018 venue:12 person:7", each once; of a Row or an UndrawnRow.

    Venues, persons and topics are keys of the database; what they are called stands in
    the address and may change.
    """
    appearances = row.appearances
    keys = [f"type:{row.paper.type}"]
    if appearances:
        primary = appearances[0]
        keys.append(f"status:{primary.status}")
        if (year := primary.date.year) is not None:
            keys.append(f"year:{year}")
        keys += [f"venue:{each.venue_id}" for each in appearances if each.venue_id]
    keys += [f"person:{author_id}" for author_id in row.persons]
    keys += [f"topic:{topic_id}" for topic_id in row.topics]
    keys += [f"has:{kind}" for kind in row.kinds_of_links if kind in HAS]
    if any(each.award for each in appearances):
        keys.append("has:award")
    if row.paper.featured:
        keys.append(FEATURED)
    return " ".join(dict.fromkeys(keys))

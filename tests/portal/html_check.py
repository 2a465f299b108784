"""What an HTML validator says of a page: html5lib's parser, and the rules behind it.

The parser finds what is not HTML (tags that close nothing, a block within a
paragraph, attributes given twice). The rest is taken from the standard: ids that are
unique and that exist where they are referred to, what may stand in what, and attributes
that must be there or have no place.
"""

from html5lib import HTMLParser
from html5lib.treebuilders import getTreeBuilder

HTML = "{http://www.w3.org/1999/xhtml}"
REFERENCES = (
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "for",
    "list",
    "form",
)
INTERACTIVE = {"a", "button", "details", "select", "textarea", "label", "iframe"}
CHILDREN = {
    "ul": {"li", "script", "template"},
    "ol": {"li", "script", "template"},
    "dl": {"dt", "dd", "div", "script", "template"},
    "select": {"option", "optgroup", "hr"},
    "tr": {"td", "th", "script", "template"},
}
PARENTS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "figcaption": {"figure"},
    "summary": {"details"},
    "legend": {"fieldset"},
    "option": {"select", "optgroup", "datalist"},
}
PHRASING = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "span",
    "summary",
    "button",
    "label",
}
PHRASING |= {"em", "strong", "bdi", "sup", "time", "small"}
BLOCKS = {"div", "p", "ul", "ol", "dl", "section", "article", "nav", "header", "footer"}
BLOCKS |= {
    "main",
    "form",
    "table",
    "figure",
    "pre",
    "blockquote",
    "details",
    "fieldset",
}
REQUIRED = {
    "img": {"src", "alt"},
    "a": {"href"},
    "link": {"rel", "href"},
    "input": {"type"},
    "html": {"lang"},
}
OBSOLETE = {"align", "bgcolor", "border", "valign", "cellpadding", "color", "face"}
REFUSED = {"style", "onclick", "onload", "onerror", "onchange"}


def faults_of_page(html):
    """Sentences; none for a valid page."""
    parser = HTMLParser(tree=getTreeBuilder("etree"))
    root = parser.parse(html)
    faults = [
        f"Line {place[0]}: {code} {about}" for place, code, about in parser.errors
    ]
    parents = {child: parent for parent in root.iter() for child in parent}
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    for each in elements:
        faults += _attributes(each) + _place(each, parents)
    return faults + _ids(elements) + _whole(elements)


def _name(element):
    return element.tag.removeprefix(HTML) if isinstance(element.tag, str) else ""


def _attributes(element):
    name = _name(element)
    faults = [
        f"<{name}> has no {each}."
        for each in REQUIRED.get(name, ())
        if each not in element.attrib
    ]
    wrong = (OBSOLETE | REFUSED) & set(element.attrib) if HTML in element.tag else ()
    faults += [f"<{name}> has {each}." for each in wrong]
    for url in ("href", "src", "action"):
        value = element.get(url)
        if value is not None and (value != value.strip() or " " in value):
            faults.append(f"<{name} {url}> is “{value}”.")
        if value == "" and url != "action":
            faults.append(f"<{name}> has an empty {url}.")
    return faults


def _place(element, parents):
    name, parent = _name(element), parents.get(element)
    above = _name(parent) if parent is not None else ""
    faults = []
    if name in PARENTS and above not in PARENTS[name]:
        faults.append(f"<{name}> stands in <{above}>.")
    if above in CHILDREN and name not in CHILDREN[above]:
        faults.append(f"<{name}> stands in <{above}>.")
    if above in PHRASING and name in BLOCKS:
        faults.append(f"<{name}> stands in <{above}>.")
    if name in INTERACTIVE - {"label", "details"}:
        faults += _within_interactive(element, name, parents)
    return faults


def _within_interactive(element, name, parents):
    faults, parent = [], parents.get(element)
    while parent is not None:
        above = _name(parent)
        if above in {"a", "button"} or (above == "label" and name == "label"):
            faults.append(f"<{name}> stands in <{above}>.")
        parent = parents.get(parent)
    return faults


def _ids(elements):
    ids = [each.get("id") for each in elements if each.get("id") is not None]
    faults = [
        f"The id “{each}” is there twice." for each in set(ids) if ids.count(each) > 1
    ]
    faults += [
        f"The id “{each}” has a blank." for each in ids if not each or " " in each
    ]
    for element in elements:
        for name in REFERENCES:
            for each in (element.get(name) or "").split():
                if each not in ids:
                    faults.append(f"{name} of <{_name(element)}> names no “{each}”.")
        href = element.get("href") or ""
        if href.startswith("#") and len(href) > 1 and href[1:] not in ids:
            faults.append(f"“{href}” leads nowhere.")
    return faults


def _whole(elements):
    names = [_name(each) for each in elements]
    faults = [
        f"There are {names.count(name)} <{name}>."
        for name in ("title", "h1", "main")
        if names.count(name) != 1
    ]
    title = next((each for each in elements if _name(each) == "title"), None)
    if title is not None and not (title.text or "").strip():
        faults.append("The title is empty.")
    levels = [int(name[1]) for name in names if name in {f"h{n}" for n in range(1, 7)}]
    faults += [
        f"After <h{one}> comes <h{two}>."
        for one, two in zip(levels, levels[1:], strict=False)
        if two > one + 1
    ]
    metas = [each for each in elements if _name(each) == "meta"]
    faults += [
        f"The meta {each.get('name') or each.get('property')} is empty."
        for each in metas
        if each.get("content") == ""
    ]
    return faults

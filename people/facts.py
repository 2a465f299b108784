"""A member's page as the columns of people.csv (`interface.md` §3), both ways."""

from people.about_text import html_of, text_of
from people.models import ContactPoint
from portal.date_fields import TEXT_LENGTH
from portal.dates import PartialDate

COLUMNS = (
    "slug",
    "given_name",
    "family_name",
    "name_variants",
    "role",
    "title",
    "affiliation",
    "joined",
    "left",
    "email",
    "phone",
    "address",
    "website",
    "github",
    "linkedin",
    "google_scholar",
    "orcid",
    "photo",
    "interests",
    "about",
    "email_visibility",
    "phone_visibility",
    "address_visibility",
)
CONTACT_KINDS = (
    "email",
    "phone",
    "address",
    "website",
    "github",
    "linkedin",
    "google_scholar",
)
# These say where somebody can be reached; the others lead to what is public anyway.
GUARDED_KINDS = ("email", "phone", "address")
OPENNESS = ("private", "members", "public")
# How many characters fit, in a value or in each of a cell's parts.
LONGEST = {
    "slug": 255,
    "given_name": 255,
    "family_name": 255,
    "name_variants": 300,
    "role": 80,
    "title": 200,
    "affiliation": 300,
    "joined": TEXT_LENGTH,
    "left": TEXT_LENGTH,
    **dict.fromkeys(CONTACT_KINDS, 500),
}
LISTS = {"name_variants", *CONTACT_KINDS} - {"address"}


def facts_of(page):
    """What the page says, by column; columns that it does not fill are left out."""
    author = page.author
    facts = {
        "slug": page.slug,
        "given_name": author.given_name,
        "family_name": author.family_name,
        "name_variants": join(sorted(name.text for name in author.names.all())),
        "role": page.role.name if page.role else "",
        "title": page.job_title,
        "affiliation": page.affiliation,
        "joined": page.joined.text,
        "left": page.left.text,
        **_contact_facts(page),
        "photo": _photo_fact(page),
        "orcid": author.orcid,
        "interests": join(page.interest_list),
        "about": text_of(page.about),
        **{f"extra.{name}": value for name, value in page.extra.items()},
    }
    return {name: fact for name, fact in facts.items() if fact}


def _photo_fact(page):
    """The file that an import took it from, or the image that an editor chose."""
    given = page.imported.get("photo", {})
    if not page.photo_id or given.get("image") == page.photo_id:
        return given.get("fact", "") if page.photo_id else ""
    return f"image {page.photo_id}"


def join(parts):
    return "; ".join(parts)


def split(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


def excess(name, text):
    """A sentence when the column's value, or a part of it, is too long; else ""."""
    parts = split(text) if name in LISTS else [text]
    length, fits = max(map(len, parts), default=0), LONGEST.get(name)
    if fits is None or length <= fits:
        return ""
    return f"{name}: {length} characters are too many; {fits} fit."


def set_facts(page, facts, names):
    """Let the named facts of the page be these. Saves nothing; the author is apart."""
    for name, attribute in (("title", "job_title"), ("affiliation", "affiliation")):
        if name in names:
            setattr(page, attribute, facts.get(name, ""))
    for name in names & {"joined", "left"}:
        setattr(page, name, PartialDate(facts.get(name, "")))
    if "interests" in names:
        page.interests = "\n".join(split(facts.get("interests", "")))
    if "about" in names:
        page.about = html_of(facts.get("about", ""))
    for name in names:
        if name.startswith("extra."):
            page.extra[name.removeprefix("extra.")] = facts.get(name, "")
    page.extra = {name: value for name, value in page.extra.items() if value}
    _set_contacts(page, facts, names)


def _contact_facts(page):
    facts = {}
    contacts = list(page.contacts.all())
    for kind in CONTACT_KINDS:
        ours = [each for each in contacts if each.kind == kind]
        facts[kind] = join(each.value for each in ours)
        if ours and kind in GUARDED_KINDS:
            # One column stands for all of a kind: the most guarded one speaks.
            facts[f"{kind}_visibility"] = _most_guarded(ours)
    return facts


def contacts_of(page):
    """The contacts in their order, with all that an editor sets: undo restores it."""
    return [
        {
            "kind": str(each.kind),
            "value": each.value,
            "label": each.label,
            "visibility": str(each.visibility),
        }
        for each in page.contacts.all()
    ]


def restore_contacts(page, contacts):
    _order(page, [ContactPoint(**each) for each in contacts])


def _most_guarded(contacts):
    return min((each.visibility for each in contacts), key=OPENNESS.index)


def _set_contacts(page, facts, names):
    for kind in CONTACT_KINDS:
        if kind in names:
            _set_values(page, kind, facts)
        if f"{kind}_visibility" in names:
            _set_visibility(page, kind, facts)


def _set_values(page, kind, facts):
    """Whoever sees a contact is an editor's choice; a new value must not undo it."""
    contacts = list(page.contacts.all())
    held = {each.value: each for each in contacts if each.kind == kind}
    cell = facts.get(kind, "")
    values = [cell] if kind == "address" and cell else split(cell)
    visibility = _first_visibility(kind, held.values(), facts)
    ours = [
        held.get(value) or ContactPoint(kind=kind, value=value, visibility=visibility)
        for value in dict.fromkeys(values)
    ]
    others = [each for each in contacts if each.kind != kind]
    place = next(
        (i for i, each in enumerate(contacts) if each.kind == kind), len(others)
    )
    _order(page, [*others[:place], *ours, *others[place:]])


def _first_visibility(kind, held, facts):
    if held:
        return _most_guarded(held)
    default = "private" if kind in GUARDED_KINDS else "public"
    return facts.get(f"{kind}_visibility") or default


def _set_visibility(page, kind, facts):
    contacts = list(page.contacts.all())
    for each in contacts:
        if each.kind == kind:
            each.visibility = facts.get(f"{kind}_visibility") or "private"
    page.contacts.set(contacts)


def _order(page, contacts):
    for position, each in enumerate(contacts):
        each.sort_order = position
    page.contacts.set(contacts)

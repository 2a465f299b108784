"""A member's page as the columns of people.csv (`interface.md` §3), both ways."""

from people.about_text import html_of, text_of
from people.models import ContactPoint
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
        "orcid": author.orcid,
        "interests": join(page.interest_list),
        "about": text_of(page.about),
        **{f"extra.{name}": value for name, value in page.extra.items()},
    }
    return {name: fact for name, fact in facts.items() if fact}


def join(parts):
    return "; ".join(parts)


def split(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


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
            least = min(ours, key=lambda each: OPENNESS.index(each.visibility))
            facts[f"{kind}_visibility"] = least.visibility
    return facts


def _set_contacts(page, facts, names):
    for kind in CONTACT_KINDS:
        if {kind, f"{kind}_visibility"} & names:
            _set_contact(page, kind, facts)


def _set_contact(page, kind, facts):
    default = "private" if kind in GUARDED_KINDS else "public"
    visibility = facts.get(f"{kind}_visibility") or default
    cell = facts.get(kind, "")
    values = [cell] if kind == "address" and cell else split(cell)
    page.contacts.remove(*[each for each in page.contacts.all() if each.kind == kind])
    page.contacts.add(
        *[
            ContactPoint(kind=kind, value=value, visibility=visibility)
            for value in dict.fromkeys(values)
        ]
    )

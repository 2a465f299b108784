from urllib.parse import urlsplit

from django import template

from people.models import ContactPoint, PersonPage

register = template.Library()

# An account's number or a path says nothing to a reader.
NAMELESS = {ContactPoint.Kind.GOOGLE_SCHOLAR: "Profile"}
ACCOUNTS = {ContactPoint.Kind.GITHUB, ContactPoint.Kind.LINKEDIN}
ON_THE_WEB = {ContactPoint.Kind.WEBSITE, ContactPoint.Kind.OTHER}


@register.simple_tag
def present_members():
    """The pages of those who have not left, as the directory orders them."""
    people = PersonPage.objects.visible().for_cards()
    return [person for person in people if not person.is_alumni]


@register.simple_tag
def members_of(ids):
    """The pages with these ids that anybody may see, in this order."""
    people = {page.pk: page for page in _visible(ids)} if ids else {}
    return [people[each] for each in ids if each in people]


def _visible(ids):
    return PersonPage.objects.visible().filter(pk__in=ids).for_cards()


@register.filter
def link_text(contact):
    """What a visitor reads: a label, an account, a site without its "https://www."."""
    if contact.label:
        return contact.label
    if contact.kind in NAMELESS:
        return NAMELESS[contact.kind]
    if contact.kind in ACCOUNTS:
        return contact.value.rstrip("/").rpartition("/")[2]
    if contact.kind in ON_THE_WEB and "://" in contact.value:
        address = urlsplit(contact.value)
        return f"{address.netloc.removeprefix('www.')}{address.path}".rstrip("/")
    return contact.value

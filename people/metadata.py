"""A member's page in the words of schema.org: a ProfilePage about a Person.

Never an e-mail address, a telephone number or an address: those are for people to read,
where their owner shows them.
"""

from portal.metadata import absolute, organisation
from publications.metadata.schema_org import person, without_empty

# Contacts that are other pages about the same person.
PAGES = ("website", "github", "linkedin", "google_scholar", "other")
PORTRAIT = "fill-320x320"


def profile_page(page, contacts, site, portrait):
    """What `contacts`, shown to everybody, and `site`, its settings, say of the member.

    `portrait` is the address of the photo, or "".
    """
    url = absolute(page.url)
    about = person(
        page.title,
        page.author.given_name,
        page.author.family_name,
        url,
        page.author.orcid,
    )
    about |= {
        "@id": f"{url}#person",
        "alternateName": page.author.native_name,
        "jobTitle": page.job_title or (page.role.name if page.role else ""),
        "affiliation": _organisation(page.affiliation),
        "memberOf": {} if page.is_alumni else organisation(site),
        "alumniOf": organisation(site) if page.is_alumni else {},
        "image": portrait,
        "knowsAbout": page.interest_list,
        "sameAs": _same_as(page, contacts),
    }
    return without_empty(
        {
            "@context": "https://schema.org",
            "@type": "ProfilePage",
            "@id": url,
            "url": url,
            "name": page.title,
            "dateCreated": _moment(page.first_published_at),
            "dateModified": _moment(page.last_published_at),
            "mainEntity": without_empty(about),
        }
    )


def _same_as(page, contacts):
    orcid = f"https://orcid.org/{page.author.orcid}" if page.author.orcid else ""
    pages = [
        each.href
        for each in contacts
        if each.kind in PAGES and each.visibility == "public"
    ]
    found = dict.fromkeys([orcid, *pages])
    return [address for address in found if address.startswith(("http:", "https:"))]


def _organisation(name):
    return {"@type": "Organization", "name": name} if name else {}


def _moment(moment):
    return moment.isoformat(timespec="seconds") if moment else ""

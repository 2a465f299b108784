"""Members in the read-only API: what their pages show to everybody."""

from django.http import Http404
from ninja import Field, Query, Router, Schema

from people.directory import Directory
from people.models import ContactPoint, PersonPage
from portal.api_answers import Problem, page_of, refuse_unknown
from portal.metadata import absolute

router = Router(tags=["people"])


class MemberQuery(Schema):
    name: str = ""
    topic: str = ""
    alumni: bool | None = Field(
        None, description="Only who has left, or only who has not."
    )
    limit: int = Field(100, ge=1, le=500)
    offset: int = Field(0, ge=0, le=10_000_000)


class Contact(Schema):
    kind: str
    label: str
    value: str
    url: str


class Member(Schema):
    slug: str
    url: str
    name: str
    given_name: str
    family_name: str
    native_name: str
    orcid: str
    role: str
    title: str
    affiliation: str
    joined: str
    left: str
    alumni: bool
    interests: list[str]
    contacts: list[Contact] = Field(description="Those that their owner shows to all.")
    publications: str = Field(description="Where their papers are in this API.")


class Members(Schema):
    count: int
    next: str | None
    previous: str | None
    results: list[Member]


@router.get("", response={200: Members, 422: Problem}, summary="Members")
def members(request, query: Query[MemberQuery]):
    refuse_unknown(request, MemberQuery.model_fields)
    found = Directory(_shown(), name=query.name[:200], topic=query.topic[:200]).found
    if query.alumni is not None:
        found = [person for person in found if person.is_alumni == query.alumni]
    some = found[query.offset : query.offset + query.limit]
    results = [_member(person) for person in some]
    return page_of(request, results, len(found), query.limit, query.offset)


@router.get("{slug}/", response={200: Member, 404: Problem}, summary="One member")
def member(request, slug: str):
    refuse_unknown(request, ())
    person = _shown().filter(slug=slug.replace("\x00", "")).first()
    if person is None:
        raise Http404("There is no member of this name.")
    return _member(person)


def _shown():
    people = PersonPage.objects.visible().select_related("role", "author")
    return people.prefetch_related("contacts").order_by("author__family_name", "title")


def _member(person):
    public = ContactPoint.Visibility.PUBLIC
    return {
        "slug": person.slug,
        "url": absolute(f"/people/{person.slug}/"),
        "name": person.title,
        "given_name": person.author.given_name,
        "family_name": person.author.family_name,
        "native_name": person.author.native_name,
        "orcid": person.author.orcid,
        "role": person.role.name if person.role else "",
        "title": person.job_title,
        "affiliation": person.affiliation,
        "joined": person.joined.iso or person.joined.text,
        "left": person.left.iso or person.left.text,
        "alumni": person.is_alumni,
        "interests": person.interest_list,
        "contacts": [
            {
                "kind": each.kind,
                "label": each.label or each.get_kind_display(),
                "value": each.value,
                "url": each.href,
            }
            for each in person.contacts.all()
            if each.visibility == public
        ],
        "publications": absolute(f"/api/publications/?person={person.slug}"),
    }

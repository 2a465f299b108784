"""Papers and authors with nothing in them but what a test says."""

from portal.dates import PartialDate
from publications.models import Author, Publication
from publications.names import make_slug, parse_name
from publications.values import AppearanceRecord, Contributor, LinkRecord, Record
from publications.writing import Draft, create_papers


def make_author(name, **fields):
    parsed = parse_name(name)
    return Author.objects.create(
        given_name=parsed.given, family_name=parsed.family, **fields
    )


def make_paper(
    title="A paper", authors=(), *, slug="", year="2020", links=(), **fields
):
    """`authors` are names, or Author rows; `fields` are of Record or its appearance."""
    appearance = {
        name: fields.pop(name) for name in list(fields) if name in APPEARANCE_FIELDS
    }
    record = Record(
        title=title,
        type=fields.pop("type", "paper-conference"),
        contributors=tuple(Contributor(parse_name(str(each))) for each in authors),
        appearances=(AppearanceRecord(date=PartialDate(year), **appearance),),
        links=tuple(LinkRecord(kind, url) for kind, url in links),
        **fields,
    )
    ids = [None if isinstance(each, str) else each.pk for each in authors]
    keys = {parse_name(each).key for each in authors if isinstance(each, str)}
    slug = slug or Publication.objects.all().free_slug(make_slug(title))
    draft = Draft(slug=slug, record=record, author_ids=ids, new_keys=keys)
    return create_papers([draft]).papers[0]


APPEARANCE_FIELDS = set(AppearanceRecord.__dataclass_fields__) - {"title", "date"}

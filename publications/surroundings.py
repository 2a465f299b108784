"""What papers share: the authors, venues and topics that they name."""

from dataclasses import dataclass, field

from portal.bulk_rows import insert, light, read
from publications.models import Author, Topic, Venue, VenueName
from publications.querysets import each_among


@dataclass
class Written:
    """What the writing made besides papers, so that it can be taken back."""

    papers: list = field(default_factory=list)
    authors: list[int] = field(default_factory=list)
    venues: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    acronyms: list[tuple[int, str]] = field(default_factory=list)


class Surroundings:
    """The authors, venues and topics that sheets name; made where they are missing.

    By their keys, and the topics by their slugs.
    """

    def __init__(self, sheets):
        self.written = Written()
        self.authors = self._find_authors(sheets)
        self.venues = self._find_venues(sheets)
        self.topics = self._find_topics(sheets)

    def _find_authors(self, sheets):
        wanted = {}
        for sheet in sheets:
            for each in sheet.new_authors:
                if each:
                    wanted.setdefault(each.key, each)
        found = {}
        # Made by an earlier chunk of the run. A member is nobody new, and neither is
        # whom somebody has decided not to be meant.
        strangers = Author.objects.filter(person_page__isnull=True).order_by("-pk")
        strangers = strangers.exclude(decisions__same=False)
        strangers = strangers.values_list("key", "pk", "is_group")
        for key, pk, is_group in each_among(strangers, "key", wanted):
            if is_group == wanted[key].is_group:
                found[key] = pk
        missing = (_author(each) for key, each in wanted.items() if key not in found)
        for author in insert(missing):
            found[author.key] = author.pk
            self.written.authors.append(author.pk)
        return found

    def _find_venues(self, sheets):
        wanted = {}
        for sheet in sheets:
            for each in sheet.venues:
                if each:
                    first = wanted.setdefault(each.key, each)
                    if each.short and not first.short:
                        wanted[each.key] = each
        held = read(Venue.objects.filter(key__among=frozenset(wanted)))
        found = {venue.key: venue for venue in held}
        others = each_among(VenueName.objects.select_related("venue"), "key", wanted)
        found |= {name.key: name.venue for name in others if name.key not in found}
        missing = (_venue(each) for key, each in wanted.items() if key not in found)
        for venue in insert(missing):
            found[venue.key] = venue
            self.written.venues.append(venue.pk)
        for key, venue in found.items():
            if not venue.acronym and wanted[key].short:
                venue.acronym = wanted[key].short
                self.written.acronyms.append((venue.pk, venue.acronym))
                venue.save(update_fields=["acronym"])
        return found

    def _find_topics(self, sheets):
        wanted = {slug: name for sheet in sheets for slug, name in sheet.topics}
        found = {
            topic.slug: topic for topic in each_among(Topic.objects, "slug", wanted)
        }
        missing = (
            light(Topic, name=name, slug=slug)
            for slug, name in wanted.items()
            if slug not in found
        )
        for topic in insert(missing):
            found[topic.slug] = topic
            self.written.topics.append(topic.pk)
        return {slug: topic.pk for slug, topic in found.items()}


def _author(new):
    return light(
        Author,
        given_name=new.given,
        family_name=new.family,
        suffix=new.suffix,
        orcid=new.orcid,
        is_group=new.is_group,
    )


def _venue(stated):
    return light(
        Venue,
        name=stated.name,
        acronym=stated.short,
        kind=stated.kind or "other",
    )

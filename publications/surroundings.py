"""What papers share: the authors, venues and topics that they name."""

from dataclasses import dataclass, field

from publications.likeness import title_key
from publications.models import Author, Publication, Topic, Venue, VenueName
from publications.names import make_slug
from publications.querysets import each_among


@dataclass
class Written:
    """What the writing made besides papers, so that it can be taken back."""

    papers: list[Publication] = field(default_factory=list)
    authors: list[int] = field(default_factory=list)
    venues: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    acronyms: list[tuple[int, str]] = field(default_factory=list)


class Surroundings:
    """The authors, venues and topics that drafts name; made where they are missing."""

    def __init__(self, drafts):
        self.written = Written()
        self._authors = self._find_authors(drafts)
        self._venues = self._find_venues(drafts)
        self._topics = self._find_topics(drafts)

    def author_id(self, draft, place):
        known = draft.author_ids[place]
        name = draft.record.contributors[place].name
        if known is None and name.key in draft.new_keys:
            return self._authors[name.key[:300]]
        return known

    def venue(self, name):
        return self._venues.get(title_key(name)) if name else None

    def topic(self, name):
        return self._topics[make_slug(name, 150)]

    def _find_authors(self, drafts):
        wanted = {}
        for draft in drafts:
            for each in draft.record.contributors:
                if each.name.key in draft.new_keys:
                    wanted.setdefault(each.name.key[:300], each)
        found = {}
        # Made by an earlier chunk of the run. A member is nobody new, and neither is
        # whom somebody has decided not to be meant.
        strangers = Author.objects.filter(person_page__isnull=True).order_by("-pk")
        strangers = strangers.exclude(decisions__same=False)
        for author in each_among(strangers, "key", wanted):
            if author.is_group == bool(wanted[author.key].name.literal):
                found[author.key] = author.pk
        missing = [_author(each) for key, each in wanted.items() if key not in found]
        for author in Author.objects.bulk_create(missing):
            found[author.key] = author.pk
            self.written.authors.append(author.pk)
        return found

    def _find_venues(self, drafts):
        wanted = {}
        for draft in drafts:
            for each in draft.record.appearances:
                if each.venue:
                    wanted.setdefault(title_key(each.venue), each)
                    self._learn_acronym(wanted, each)
        found = {venue.key: venue for venue in each_among(Venue.objects, "key", wanted)}
        others = each_among(VenueName.objects.select_related("venue"), "key", wanted)
        found |= {name.key: name.venue for name in others if name.key not in found}
        missing = [_venue(each) for key, each in wanted.items() if key not in found]
        for venue in Venue.objects.bulk_create(missing):
            found[venue.key] = venue
            self.written.venues.append(venue.pk)
        for key, venue in found.items():
            if not venue.acronym and wanted[key].venue_short:
                venue.acronym = wanted[key].venue_short
                self.written.acronyms.append((venue.pk, venue.acronym))
                venue.save(update_fields=["acronym"])
        return found

    @staticmethod
    def _learn_acronym(wanted, appearance):
        key = title_key(appearance.venue)
        if appearance.venue_short and not wanted[key].venue_short:
            wanted[key] = appearance

    def _find_topics(self, drafts):
        wanted = {
            make_slug(name, 150): name[:1000]
            for draft in drafts
            for name in draft.record.topics
        }
        found = {
            topic.slug: topic for topic in each_among(Topic.objects, "slug", wanted)
        }
        missing = [
            Topic(name=name, slug=slug)
            for slug, name in wanted.items()
            if slug not in found
        ]
        for topic in Topic.objects.bulk_create(missing):
            found[topic.slug] = topic
            self.written.topics.append(topic.pk)
        return found


def _author(contributor):
    name = contributor.name
    return Author(
        given_name=name.given,
        family_name=name.family or name.literal or name.given,
        suffix=name.suffix,
        orcid=contributor.orcid,
        is_group=bool(name.literal),
    )


def _venue(appearance):
    return Venue(
        name=appearance.venue,
        acronym=appearance.venue_short,
        kind=appearance.kind or "other",
    )

"""A site of any size, written past the importers: as many papers and members as asked.

The first member has written 1,000 of the papers (or all), the second one 20, and the
others share the rest, so that the same pages can be compared between sites.
"""

import random

from people.models import PeopleIndexPage, PersonPage, Role
from portal.dates import PartialDate
from publications.adoption import make_author
from publications.models import Author
from publications.names import parse_name
from publications.renewal import renew_authors
from publications.values import AppearanceRecord, Contributor, LinkRecord, Record
from publications.writing import Draft, create_papers

MANY, FEW = 1000, 20
AT_A_TIME = 500
WORDS = [
    *("graph", "neural", "optimal", "quantum", "protein", "climate"),
    *("market", "language", "stochastic", "model", "estimation", "learning"),
    *("structure", "dynamics", "transform", "prediction", "measure", "control"),
    *("cluster", "inference", "sampling", "networks", "systems", "data"),
]
TYPES = ("article-journal", "paper-conference", "paper-conference", "article")


def fill(papers, members, seed=1):
    chance = random.Random(seed)
    authors = make_members(members)
    strangers = [f"Given{n} Stranger{n}" for n in range(papers // 2)]
    make = _Papers(chance, authors, strangers)
    for start in range(0, papers, AT_A_TIME):
        stop = min(start + AT_A_TIME, papers)
        create_papers([make.draft(number) for number in range(start, stop)])


def make_members(count):
    """Pages of members 0, 1, 2 …; returns their authors' ids and names."""
    directory = PeopleIndexPage.objects.get()
    role = Role.objects.create(name="Member")
    found = []
    for number in range(count):
        author = make_author(f"Member{number}, Given{number}")
        title = f"Given{number} Member{number}"
        directory.add_child(
            instance=PersonPage(
                title=title, slug=f"member-{number}", author=author, role=role
            )
        )
        found.append((author.pk, title))
    renew_authors(Author.objects.values_list("pk", flat=True))
    return found


class _Papers:
    def __init__(self, chance, members, strangers):
        self.chance, self.members, self.strangers = chance, members, strangers
        self.venues = [f"Conference on {_title(chance, 3)} {n}" for n in range(800)]
        self.topics = [f"Topic {word}" for word in WORDS]

    def draft(self, number):
        people = [*self._members(number), *self._strangers()]
        return Draft(
            slug=f"paper-{number}",
            record=self._record(number, [name for _, name in people]),
            author_ids=[pk for pk, _ in people],
            new_keys={parse_name(name).key for pk, name in people if pk is None},
        )

    def _members(self, number):
        """The rare ones are spread over all years."""
        if number % 5 == 0 and number < 5 * MANY:
            yield self.members[0]
        if number % 5 == 1 and number < 5 * FEW:
            yield self.members[1]
        yield from self.chance.sample(self.members[2:], self.chance.randint(0, 2))

    def _strangers(self):
        for name in self.chance.sample(self.strangers, self.chance.randint(1, 4)):
            yield None, name

    def _record(self, number, names):
        chance = self.chance
        links = [LinkRecord("pdf", f"https://example.org/{number}.pdf")]
        if chance.random() < 0.3:
            links.append(LinkRecord("code", f"https://code.example.org/{number}"))
        return Record(
            title=_title(chance, chance.randint(5, 9)),
            type=chance.choice(TYPES),
            abstract=" ".join(chance.choices(WORDS, k=100)),
            contributors=tuple(Contributor(parse_name(name)) for name in names),
            appearances=(
                AppearanceRecord(
                    venue=chance.choice(self.venues),
                    date=PartialDate(f"{chance.randint(1985, 2025)}-06"),
                    pages="1–9",
                ),
            ),
            identifiers=(("doi", f"10.1000/{number}"),),
            links=tuple(links),
            topics=tuple(chance.sample(self.topics, 2)),
            featured=number < 3,
        )


def _title(chance, length):
    return " ".join(chance.choices(WORDS, k=length)).capitalize()

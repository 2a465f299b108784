"""The members as visitors see them listed: by role, alumni apart."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from publications.names import fold


@dataclass
class Directory:
    """`people`: a queryset of pages with role and photo, ordered by role and name."""

    people: object
    name: str = ""
    topic: str = ""

    @cached_property
    def found(self):
        return [person for person in self.people if self._matches(person)]

    @cached_property
    def groups(self):
        """(heading, members) for each role that a present member has."""
        present = [person for person in self.found if not person.is_alumni]
        return [
            (role.heading if role else "Members", list(people))
            for role, people in groupby(present, key=lambda person: person.role)
        ]

    @cached_property
    def alumni(self):
        left = [person for person in self.found if person.is_alumni]
        return sorted(left, key=lambda person: person.left, reverse=True)

    @cached_property
    def topics(self):
        """Every interest that somebody has, each once, for the filter."""
        topics = {}
        for person in self.people:
            for interest in person.interest_list:
                topics.setdefault(fold(interest), interest)
        return sorted(topics.values(), key=str.casefold)

    @property
    def is_filtered(self):
        return bool(self.name.strip() or self.topic.strip())

    def _matches(self, person):
        words = fold(self.name).split()
        if not all(word in fold(person.title) for word in words):
            return False
        topic = fold(self.topic)
        return not topic or topic in {fold(each) for each in person.interest_list}

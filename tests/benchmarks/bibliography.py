"""A bibliography of any size that looks like a real one, the same for the same seed.

What costs an import its time is in it as in the 180,000 entries that we have counted:
four authors a paper, a few surnames that thousands share, accents in LaTeX and in
Unicode, initials, abstracts, DOIs, thousands of venues, and an entry in a hundred that
stands there twice.
"""

import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate


def _words(text: str) -> list[str]:
    return text.split()


FAMILIES = _words(r"""
    Wang Li Zhang Liu Chen Yang Kim Lee Park Smith Johnson Brown Miller
    Garc{\'i}a Rodríguez M{\"u}ller Schmidt Schneider Fischer Weber Rossi
    Russo Ferrari Silva Santos Oliveira Nguyen Tran Sato Suzuki Tanaka Kumar
    Singh Sharma Patel Ivanov Petrov Nowak Kowalski Nov{\'a}k Horváth Jensen
    Nielsen Andersson Johansson Hansen O'Brien Murphy Dubois Lef{\`e}vre
    Martin Bernard Öztürk Y{\i}lmaz Papadopoulos
""")
GIVEN = _words(r"""
    Wei Jing Min Yan Xiaoming Hui Ji-Hoon Soo-Jin James Mary John Linda Robert
    Susan Mar{\'i}a José Luis Ana J{\"u}rgen Sabine Thomas Klaus Marco Giulia
    Francesco João Beatriz Minh Thu Hiroshi Yuki Kenji Raj Priya Amit Anjali
    Sergei Olga Dmitri Piotr Agnieszka Jiří Zsófia Lars Ingrid Sven Bj{\"o}rn
    Aoife Ciar{\'a}n Pierre Fran{\c{c}}ois Hélène Mehmet Ayşe Nikos Eleni
    David Sarah Daniel Emma
""")
ONSETS = _words("b br c ch d dr f g gr h j k kr l m n p pr r s sch st t tr v w z")
NUCLEI = _words("a e i o u ai ei ie ou")
ENDINGS = _words("ner mann berg ski son ova ez ini ard ton ley er in as is o")
TOPICS = _words(r"""
    graph neural optimal quantum protein climate market language stochastic
""")
STEMS = _words(r"""
    model estim learn struct dynam transform predict measur control cluster
""")
FORMS = _words("s ing ation ed al ive or ability ics ure")
SMALL = _words("of for the in on with and via from under")
MONTHS = _words("jan feb mar apr may jun jul aug sep oct nov dec")
PARTICLES = ("van der", "de", "von", "di")


def bibliography(entries: int, seed: int = 1) -> Iterator[str]:
    """The text of a BibTeX file, entry by entry; some 650 characters each."""
    world = _World(random.Random(seed), entries)
    yield "% Made for measuring the speed of an import.\n\n"
    last = ""
    for number in range(entries):
        entry = world.entry(number)
        yield last if last and world.random.random() < 0.01 else entry
        last = entry


class _World:
    """The people, venues and words from which entries are drawn."""

    def __init__(self, chance: random.Random, entries: int) -> None:
        self.random = chance
        self.words = [self._word() for _ in range(4000)]
        self.surnames = [*FAMILIES, *(self._surname() for _ in range(entries // 20))]
        self.surnames_sum = _falling(len(self.surnames), 0.8)
        self.people = [self._person() for _ in range(max(20, entries // 2))]
        self.venues = [self._venue() for _ in range(max(5, min(30_000, entries // 4)))]
        self.venues_sum = _falling(len(self.venues), 0.9)

    def entry(self, number: int) -> str:
        chance, title = self.random, self._title()
        is_article = chance.random() < 0.65
        year = chance.randint(1985, 2025)
        fields = {
            "author": " and ".join(self._authors()),
            "title": title,
            "journal" if is_article else "booktitle": self._one(
                self.venues, self.venues_sum
            ),
            "year": str(year),
            "volume": str(chance.randint(1, 90)) if is_article else "",
            "number": str(chance.randint(1, 12)) if chance.random() < 0.5 else "",
            "pages": self._pages(),
            "doi": self._sometimes(0.75, f"10.{chance.randint(1000, 9999)}/x.{number}"),
            "url": self._sometimes(0.3, f"https://example.org/{year}/{number}"),
            "keywords": self._sometimes(0.3, ", ".join(chance.sample(TOPICS, 3))),
            "abstract": self._sometimes(0.4, self._abstract()),
        }
        lines = [f"  {name} = {{{text}}}" for name, text in fields.items() if text]
        if chance.random() < 0.3:
            lines.append(f"  month = {chance.choice(MONTHS)}")
        head = "article" if is_article else "inproceedings"
        return f"@{head}{{key{year}x{number},\n" + ",\n".join(lines) + "\n}\n\n"

    def _authors(self):
        """People who know each other, so that pairs of coauthors come again."""
        count = min(len(self.people), self.random.choice((1, 2, 3, 3, 4, 4, 5, 6, 8)))
        start = self.random.randrange(len(self.people) - count + 1)
        for given, family in self.people[start : start + count]:
            if self.random.random() < 0.15:
                given = f"{given[0]}."
            yield f"{family}, {given}"

    def _person(self):
        family = self._one(self.surnames, self.surnames_sum)
        given = self.random.choice(GIVEN)
        if self.random.random() < 0.6:
            given += self._sometimes(0.3, f" {self.random.choice('ABCDEFGHJKLM')}.")
            given += self._sometimes(0.2, f"-{self.random.choice(GIVEN)}")
        if self.random.random() < 0.03:
            family = f"{self.random.choice(PARTICLES)} {family}"
        return given, family

    def _surname(self):
        middle = "".join(self._syllable() for _ in range(self.random.randint(1, 2)))
        return (middle + self.random.choice(ENDINGS)).capitalize()

    def _word(self):
        if self.random.random() < 0.1:
            return self.random.choice(TOPICS)
        stem = self.random.choice(STEMS) if self.random.random() < 0.3 else ""
        stem = stem or self._syllable() + self._syllable()
        return stem + self.random.choice(FORMS)

    def _syllable(self):
        return self.random.choice(ONSETS) + self.random.choice(NUCLEI)

    def _venue(self):
        kind = self.random.choice(
            (
                "Journal of",
                "Transactions on",
                "International Conference on",
                "Workshop on",
            )
        )
        words = self.random.sample(self.words, self.random.randint(1, 3))
        return f"{kind} {' '.join(words).title()}"

    def _title(self):
        words = self.random.sample(self.words, self.random.randint(4, 9))
        words.insert(self.random.randrange(1, 4), self.random.choice(SMALL))
        words[0] = words[0].capitalize()
        title = " ".join(words)
        special = self.random.random()
        if special < 0.05:
            return f"{{{words[0].upper()}}}: {title}"
        return f"{title} in $O(n^2)$ \\& Beyond" if special > 0.98 else title

    def _abstract(self):
        words = self.random.choices([*self.words[:1500], *SMALL * 100], k=100)
        text = " ".join(words)
        return (
            text
            + self._sometimes(0.1, " with $\\alpha$-decay at 5\\% cost").capitalize()
        )

    def _pages(self):
        first = self.random.randint(1, 2000)
        return f"{first}--{first + self.random.randint(4, 20)}"

    def _sometimes(self, share, text):
        return text if self.random.random() < share else ""

    def _one(self, choices, weights_sum):
        return choices[bisect(weights_sum, self.random.random() * weights_sum[-1])]


def _falling(count, power):
    """Running sums of weights that fall with the rank, as surnames and venues do."""
    return list(accumulate(1 / (rank + 3) ** power for rank in range(count)))

"""What is wrong in the entries of a run, sentences of one shape together.

"Line 12: '20x1' is no year" and "Line 40: '19-8' is no year" are one problem to the
person who mends the file.
"""

import re
from dataclasses import dataclass, field
from hashlib import blake2s

from django.db.models import Q

from portal.desk.counts import QUESTIONS

LINE = re.compile(r"^lines? \d+(?: of [^:]+)?: *", re.IGNORECASE)
VALUE = re.compile(r"“[^”]*”|‘[^’]*’|'[^']*'|\"[^\"]*\"|\d[\d.,]*")
WORST = ("rejected", "review", "warning")


@dataclass
class Problem:
    """`code` names it in an address; `example` is the first of its sentences."""

    code: str
    severity: str
    example: str
    label: str = ""
    positions: list[int] = field(default_factory=list)

    @property
    def count(self):
        return len(self.positions)


def problems_of(run):
    """The problems of a run, the gravest first, then the most frequent."""
    found = {}
    for position, severity, question, sentence in _sentences(run):
        code = _code(severity, question or _shape(sentence))
        problem = found.setdefault(
            code, Problem(code, severity, sentence, QUESTIONS.get(question, ""))
        )
        if problem.positions[-1:] != [position]:
            problem.positions.append(position)
    return sorted(
        found.values(), key=lambda each: (WORST.index(each.severity), -each.count)
    )


def _sentences(run):
    """(position, severity, question, sentence) for whatever is wrong in a row."""
    wrong = run.rows.exclude(Q(problems=[]) & ~Q(action__in=["review", "rejected"]))
    columns = ("position", "action", "question", "reason", "problems")
    for position, action, question, reason, problems in wrong.values_list(*columns):
        if action in WORST:
            yield position, action, question, reason
        else:
            for problem in problems:
                yield position, "warning", "", problem["text"]


def _shape(sentence):
    return VALUE.sub("…", LINE.sub("", sentence))


def _code(*parts):
    return blake2s("|".join(parts).encode(), digest_size=6).hexdigest()

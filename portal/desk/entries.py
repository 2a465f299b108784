"""The rows of a run as a person reads them, and by what they are narrowed down."""

from dataclasses import dataclass

from django import forms
from django.db.models import Q
from django.db.models.fields.json import KT

from portal.desk.counts import QUESTIONS, words_for
from portal.desk.kinds import Subject
from portal.models import ImportRow

SHOWN_NAMES = 12
LONG = 300
# Links of a name that ask nothing of anybody.
PLAIN = {"known", "new"}
HOW = {
    "orcid": "by the ORCID iD",
    "exact": "by the name",
    "variant": "by another spelling of the name",
    "initials": "by the initials",
    "similar-name": "by a similar name",
    "decided": "as decided before",
}
# Not shown entry by entry: they hold what the engine needs.
UNSEEN = ("plan", "before", "after")


@dataclass(frozen=True)
class Name:
    """An author of an entry; `link` is linked, proposed, undecided, known or new."""

    text: str
    link: str
    member: Subject | None = None
    why: str = ""


@dataclass(frozen=True)
class Change:
    field: str
    old: str
    new: str

    @property
    def is_long(self):
        return len(self.old) + len(self.new) > LONG


@dataclass(frozen=True)
class EntryShown:
    """A row with whom and what it is about; `hidden` counts the names not shown."""

    row: ImportRow
    title: str
    label: str
    question: str
    subject: Subject | None
    names: list[Name]
    hidden: int
    changes: list[Change]
    warnings: list[str]

    @property
    def is_its_subject(self):
        """Whether the row's record is what stands on the site, not a likely twin."""
        return self.subject is not None and self.subject.name == self.title


class EntryFilter(forms.Form):
    """What an address asks for; a value that means nothing is passed over."""

    action = forms.ChoiceField(required=False, choices=ImportRow.Action.choices)
    state = forms.ChoiceField(required=False, choices=ImportRow.State.choices)
    question = forms.ChoiceField(required=False, label="Question")
    file = forms.ChoiceField(required=False, label="File")
    problem = forms.CharField(required=False)
    # A word is four conditions, and SQLite takes no more than a thousand in all.
    q = forms.CharField(required=False, label="Search", max_length=200)

    def __init__(self, data, *, run):
        super().__init__(data)
        rows = run.rows.order_by()
        asked = rows.exclude(question="").values_list("question", flat=True).distinct()
        files = rows.values_list("file", flat=True).distinct()
        self.fields["question"].choices = [
            ("", "all"),
            *((name, QUESTIONS.get(name, name)) for name in sorted(asked)),
        ]
        self.fields["file"].choices = [
            ("", "all"),
            *((name, name) for name in sorted(files)),
        ]
        self.full_clean()

    @property
    def chosen(self):
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def selects(self):
        """The fields in which there is something to choose."""
        return [
            self[name]
            for name in ("question", "file")
            if len(self.fields[name].choices) > (1 if name == "question" else 2)
        ]


def narrowed(rows, chosen):
    """The rows that fit; `chosen` as EntryFilter gives it, without the problem."""
    for name in ("action", "state", "question", "file"):
        if value := chosen.get(name):
            rows = rows.filter(**{name: value})
    for word in chosen.get("q", "").split():
        rows = rows.filter(
            Q(key__icontains=word)
            | Q(target__icontains=word)
            | Q(reason__icontains=word)
            | Q(source__icontains=word)
        )
    return rows


def shown(rows, run, kind):
    """The rows of one page; a constant number of queries."""
    rows = list(rows.annotate(title=KT("plan__record__title")).defer(*UNSEEN))
    subjects = kind.subjects({row.target for row in rows if row.target})
    members = kind.members(
        {
            each.get("person") or each.get("proposed")
            for row in rows
            for each in row.authors
        }
        - {None, ""}
    )
    words = words_for(run)
    return [_shown(row, words, subjects, members) for row in rows]


def _shown(row, words, subjects, members):
    names = _foremost([_name(each, members) for each in row.authors])
    subject = subjects.get(row.target)
    return EntryShown(
        row=row,
        title=row.title or (subject.name if subject else "") or row.key or row.target,
        label=words[row.action],
        question=QUESTIONS.get(row.question, row.question),
        subject=subject,
        names=names,
        hidden=len(row.authors) - len(names),
        changes=[
            Change(name, as_text(old), as_text(new))
            for name, (old, new) in row.changes.items()
        ],
        warnings=[
            each["text"] for each in row.problems if each["text"] not in row.reason
        ],
    )


def _foremost(names):
    """All of a short list; of a long one the names that somebody must look at first."""
    if len(names) <= SHOWN_NAMES:
        return names
    return sorted(names, key=lambda name: name.link in PLAIN)[:SHOWN_NAMES]


def _name(author, members):
    person, proposed = author.get("person"), author.get("proposed")
    evidence = author.get("evidence") or ""
    if person:
        why = HOW.get(author.get("how"), "")
        return Name(author["name"], "linked", _member(members, person), why)
    if proposed:
        return Name(author["name"], "proposed", _member(members, proposed), evidence)
    if evidence:
        return Name(author["name"], "undecided", None, evidence)
    return Name(author["name"], "known" if author.get("how") else "new")


def _member(members, slug):
    return members.get(slug) or Subject(slug)


def as_text(fact):
    """A fact of a record in one line: texts, truths and lists of texts."""
    if isinstance(fact, list):
        return "; ".join(map(str, fact))
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    return str(fact)

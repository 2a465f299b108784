"""What can be answered about an entry that is a question, and the sent form as answers."""

from dataclasses import dataclass

TICKED = ("same", "The same paper", "What is ticked below is taken from the file.")
TAKE_ALL = (
    "all",
    "The same paper, as the file has it",
    "Every fact below is taken from the file.",
)
LEAVE_OUT = ("skip", "Leave it out", "Nothing is done, now and at later imports.")
OPTIONS = {
    "likeness": (
        TICKED,
        TAKE_ALL,
        (
            "appearance",
            "Another place where it appeared",
            "A preprint, say, or a workshop: its place and date stand below the paper.",
        ),
        (
            "version",
            "Another version, a paper of its own",
            "It is created, and the two are tied to each other.",
        ),
        ("new", "No duplicate", "It is created; the two have nothing to do."),
        LEAVE_OUT,
    ),
    "protected": (
        ("same", "As ticked", "What is ticked below is taken from the file."),
        ("keep", "Keep ours", "What was edited here stays; what else is new is taken."),
        ("all", "Take the file's", "What was edited here is overwritten, too."),
        LEAVE_OUT,
    ),
    "contradiction": (
        ("same", "Merge as ticked", "What is ticked is taken from the second entry."),
        ("keep", "Keep the first entry", "Nothing is taken from the second one."),
        ("all", "Keep the second entry", "Wherever it differs, it counts."),
        ("new", "Two works", "A second paper is created."),
    ),
    "stale": (
        ("again", "Look again", "It is planned anew, as the paper is by now."),
        TICKED,
        TAKE_ALL,
        LEAVE_OUT,
    ),
}
SAME = {"same", "keep", "all"}


@dataclass(frozen=True)
class WorkCard:
    """A question with its radio buttons; `ticked` are the facts to be taken."""

    question: object
    choice: str
    ticked: set

    @property
    def options(self):
        return OPTIONS[self.question.question]


def card_of(question):
    answer = question.answer
    return WorkCard(
        question, answer.get("choice", answer.get("work", "")), question.taken
    )


def sent_answers(data, questions):
    """{position: answer, or None for none any more} of the questions that were sent."""
    answers = {}
    for question in questions:
        choice = data.get(f"work-{question.position}")
        known = [value for value, _, _ in OPTIONS[question.question]]
        if choice in known:
            ticked = data.getlist(f"take-{question.position}")
            answers[question.position] = answer_of(question, choice, ticked)
        elif choice == "" and question.answer:
            answers[question.position] = None
    return answers


def answer_of(question, choice, ticked=()):
    """The answer that a run keeps, with which button was pressed."""
    offered = [pair.name for pair in question.offered]
    take = {
        "same": [name for name in offered if name in ticked],
        "all": offered,
        "keep": [name for name in offered if name in question.besides],
    }
    if choice == "again":
        return {"work": "again"}
    about = {
        "slug": question.slug,
        "question": question.question,
        "choice": choice,
    }
    if choice in SAME:
        return {"work": "same", "take": take[choice], **about}
    return {"work": choice, **about}


def answers_alike(group, about, choice):
    """Answers for all rows of a group: keep what was edited, or take the file's."""
    return {
        position: {
            "work": "same",
            "slug": slug,
            "take": [*besides, *(about if choice == "all" else ())],
            "question": "protected",
            "choice": choice,
        }
        for position, slug, besides in group
    }

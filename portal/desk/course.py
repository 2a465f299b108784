"""The course of an import: its steps, and which screen fits the state of a run."""

from dataclasses import dataclass

from django.urls import reverse

from portal.imports.importers import importer_for
from portal.models import ImportRun

State = ImportRun.State
AT_WORK = frozenset({State.READING, State.APPLYING, State.UNDOING})
# A run in these states has rows that say what was, or would be, done.
WITH_ROWS = frozenset({State.PLANNED, State.APPLIED, State.UNDONE})
# Where a person goes who asks for the run and nothing more, when no act is at work.
HOME = {
    State.FAILED: "read",
    State.PLANNED: "read",
    State.APPLIED: "report",
    State.UNDONE: "report",
    State.DISCARDED: "read",
}
OPEN = {
    "read": frozenset(State) - AT_WORK,
    "plan": WITH_ROWS,
    "apply": frozenset({State.PLANNED}),
    "report": frozenset({State.APPLIED, State.UNDONE}),
}


@dataclass(frozen=True)
class Stage:
    """A step as the screens show it. `open`: how many questions wait there.

    `url` is empty while the step cannot be taken.
    """

    name: str
    label: str
    url: str = ""
    open: int = 0
    is_current: bool = False
    is_done: bool = False


def address(run, screen):
    return reverse(f"imports:{screen}", args=[run.pk])


def home_of(run):
    """The screen that fits what the run is at, or waits for."""
    return address(run, "progress" if is_under_way(run) else HOME[State(run.state)])


def to_decide(run):
    """The first screen where a question of a planned run waits, else its plan."""
    if is_under_way(run) or run.state != State.PLANNED:
        return ""
    waiting = (step for step in importer_for(run.kind).steps(run) if step.open)
    return next((step.url for step in waiting), address(run, "plan"))


def is_under_way(run):
    """Whether an act is asked for and not done yet, or was cut short."""
    return bool(run.act) or run.state in AT_WORK


def stages(run, current):
    """The steps of a run in their order; `current` is the name of the one in view."""
    questions = importer_for(run.kind).steps(run) if run.state in WITH_ROWS else []
    names = ["read", *(step.name for step in questions), "plan", "apply", "report"]
    here = names.index(current) if current in names else len(names)
    reached = names.index("report" if run.state in OPEN["report"] else "read")
    steps = {step.name: step for step in questions}
    return [
        Stage(
            name=name,
            label=steps[name].label if name in steps else name.capitalize(),
            url=steps[name].url if name in steps else _url(run, name),
            open=steps[name].open if name in steps else 0,
            is_current=name == current,
            is_done=number < max(here, reached)
            and not (name in steps and steps[name].open),
        )
        for number, name in enumerate(names)
    ]


def _url(run, name):
    if name == "apply" and run.state == State.APPLIED and run.counts.get("review"):
        return address(run, "settle")
    return address(run, name) if run.state in OPEN[name] else ""

"""What can come instead of an answer, and how much is asked before it does."""

from dataclasses import dataclass


class Unanswered(Exception):
    """There is no answer; the message is a sentence that says why."""


class NotKnown(Unanswered):
    """The source holds nothing under what was asked for."""


class OverBudget(Unanswered):
    """The import has asked for as much as one import may."""


class Passing(Unanswered):
    """It may be better later; `wait` is how many seconds the source wants, if it says."""

    def __init__(self, sentence: str, wait: float | None = None):
        super().__init__(sentence)
        self.wait = wait


@dataclass(frozen=True)
class Limits:
    """Beyond these we do not ask on: seconds, bytes and numbers of requests.

    `connect`, `read` (between two packets), `answer` and `longest_wait` are seconds of
    one request, `seconds` those of the import; `largest` are bytes of one answer,
    `total` of all.
    """

    connect: float = 5
    read: float = 20
    answer: float = 60
    longest_wait: float = 30
    seconds: float = 20 * 60
    largest: int = 10 * 1024**2
    total: int = 50 * 1024**2
    tries: int = 3
    redirects: int = 5
    requests: int = 1200

"""How long to wait before the next request."""

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# Seconds between two requests. arXiv's terms say three, DBLP's rules one or two.
BETWEEN = {"arxiv": 3.0, "dblp": 1.0}
BETWEEN_OTHERS = 1 / 3


class Pace:
    """Lets time pass between two requests to one source."""

    def __init__(self, sleep=time.sleep, clock=time.monotonic):
        self.sleep = sleep
        self._clock = clock
        self._free_at: dict[str, float] = {}

    def keep(self, source: str) -> None:
        wait = self._free_at.get(source, 0) - self._clock()
        if wait > 0:
            self.sleep(wait)
        self._free_at[source] = self._clock() + BETWEEN.get(source, BETWEEN_OTHERS)


# The rules count what comes from one machine, not what belongs to one import.
PACE = Pace()


def wait_asked_for(retry_after: str) -> float | None:
    """Seconds that a Retry-After header asks for, as a number or as a date (RFC 9110)."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())

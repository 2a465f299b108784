"""The one door to the web: what a source answers, or a sentence why there is nothing."""

import time
from collections import Counter
from contextlib import contextmanager
from urllib.parse import urljoin

import requests
from django.conf import settings
from requests_hardened.ip_filter import InvalidIPAddress
from urllib3.exceptions import ReadTimeoutError

from publications.sources.failures import (
    Limits,
    NotKnown,
    OverBudget,
    Passing,
    Unanswered,
)
from publications.sources.hosts import NAMES, is_source, open_session
from publications.sources.pace import PACE, Pace, wait_asked_for

REDIRECTS = {301, 302, 303, 307, 308}
NOT_KNOWN = {404, 410}
BLOCK = 64 * 1024
# One record may be broken over there; after the second in a row it is the source.
PATIENCE = 2


class Client:
    """Asks one thing after another, at each source's pace."""

    def __init__(self, limits: Limits | None = None, pace: Pace = PACE):
        self.limits = limits or Limits()
        self._pace = pace
        self._session = open_session(self.limits.connect, self.limits.read)
        self._asked = self._received = 0
        self._ends_at = time.monotonic() + self.limits.seconds
        self._failures: Counter[str] = Counter()
        self._silent: dict[str, str] = {}

    def get(self, source: str, path: str, *, accept: str, params=None) -> bytes:
        """The body of the answer. Raises Unanswered.

        `source` is a key of settings.SOURCES; `path` is quoted and begins with "/".
        """
        if source in self._silent:
            raise Unanswered(self._silent[source])
        url = settings.SOURCES[source].rstrip("/") + path
        try:
            body = self._persist(source, url, {"Accept": accept}, params)
        except Passing as error:
            self._failures[source] += 1
            if self._failures[source] == PATIENCE or error.wait:
                self._silent[source] = str(error)
            raise
        self._failures[source] = 0
        return body

    def _persist(self, source, url, headers, params):
        for attempt in range(self.limits.tries):
            try:
                return self._ask(source, url, headers, params)
            except Passing as error:
                last = error
            wait = 2.0**attempt if last.wait is None else last.wait
            if wait > self.limits.longest_wait:
                raise Passing(
                    f"{NAMES[source]} wants no request for {wait:.0f} s.", wait
                )
            if attempt + 1 < self.limits.tries:
                self._pace.sleep(wait)
        raise last

    def _ask(self, source, url, headers, params):
        name = NAMES[source]
        for _ in range(self.limits.redirects + 1):
            if not is_source(url):
                # Without its query, which may hold the key of an API.
                where = url.partition("?")[0][:200]
                raise Unanswered(
                    f"{name} sends us on to “{where}”, where we do not ask."
                )
            self._keep_within_budget()
            self._pace.keep(source)
            with self._answer(name, url, headers, params) as answer:
                if answer.status_code not in REDIRECTS:
                    return self._body(name, answer)
                url, params = _next(url, answer), None
        raise Unanswered(f"{name} sends us on and on, and answers nothing.")

    def _keep_within_budget(self):
        self._asked += 1
        if self._asked > self.limits.requests:
            raise OverBudget(f"One import asks {self.limits.requests} times at most.")
        if time.monotonic() > self._ends_at:
            minutes = self.limits.seconds / 60
            raise OverBudget(f"One import asks for {minutes:.0f} minutes at most.")
        if self._received > self.limits.total:
            megabytes = self.limits.total // 1024**2
            raise OverBudget(f"One import takes {megabytes} MB of answers at most.")

    @contextmanager
    def _answer(self, name, url, headers, params):
        """The open answer; whatever goes wrong with it comes out in words."""
        late = f"{name} did not answer in {self.limits.read:g} s; try again later."
        try:
            with self._session.get(
                url, headers=headers, params=params, stream=True
            ) as answer:
                yield answer
        except InvalidIPAddress as error:
            raise Unanswered(
                f"{name} leads into a private network, where we ask nobody."
            ) from error
        except requests.Timeout as error:
            raise Passing(late) from error
        except requests.ConnectionError as error:
            # Requests calls it so when the answer stops in its middle.
            if error.args and isinstance(error.args[0], ReadTimeoutError):
                raise Passing(late) from error
            raise Passing(f"{name} cannot be reached; try again later.") from error
        except requests.RequestException as error:
            raise Passing(f"{name} broke off its answer; try again later.") from error

    def _body(self, name, answer):
        _refuse_failure(name, answer)
        too_large = Unanswered(
            f"{name} answers with more than {self.limits.largest // 1024**2} MB, "
            "the most that is taken."
        )
        announced = answer.headers.get("Content-Length", "")
        if announced.isdecimal() and int(announced) > self.limits.largest:
            raise too_large
        ends_at, body = time.monotonic() + self.limits.answer, bytearray()
        for block in answer.iter_content(BLOCK):
            body += block
            if len(body) > self.limits.largest:
                raise too_large
            if time.monotonic() > ends_at:
                raise Passing(
                    f"{name} took more than {self.limits.answer:g} s to answer; try again later."
                )
        self._received += len(body)
        return bytes(body)


def _next(url, answer):
    try:
        return urljoin(url, answer.headers.get("Location", ""))
    except ValueError:
        return answer.headers["Location"]


def _refuse_failure(name, answer):
    status = answer.status_code
    if status in NOT_KNOWN:
        raise NotKnown(f"{name} does not know it.")
    if status == 429:
        wait = wait_asked_for(answer.headers.get("Retry-After", ""))
        raise Passing(f"{name} has been asked too often; try again later.", wait)
    if status >= 500:
        wait = wait_asked_for(answer.headers.get("Retry-After", ""))
        raise Passing(f"{name} is out of order (HTTP {status}); try again later.", wait)
    if status >= 400:
        raise Unanswered(f"{name} refuses to answer (HTTP {status}).")

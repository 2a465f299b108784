"""A stand-in for the web on this machine: it answers what a test tells it to."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from publications.sources.client import Client
from publications.sources.failures import Limits
from publications.sources.pace import Pace

SOURCES = ("doi", "crossref", "arxiv", "orcid", "openalex", "dblp")
UNKNOWN = (404, {}, b"")


class Web:
    """`answers`: a path below a source → an answer, or several for one after another.

    An answer is a body, or (status, headers, body); a body may also be an iterable of
    pieces. `asked` lists what came: (path, {parameter: value}). `seen` are the headers of
    the last request.
    """

    def __init__(self, url):
        self.url = url
        self.answers = {}
        self.asked = []
        self.seen = {}

    def answer_to(self, address, headers):
        parts = urlsplit(address)
        path = unquote(parts.path)
        parameters = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.asked.append((path, parameters))
        self.seen = dict(headers)
        answer = self.answers.get(path, UNKNOWN)
        if isinstance(answer, list):
            answer = answer.pop(0)
        return answer if isinstance(answer, tuple) else (200, {}, answer)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, body = self.server.web.answer_to(self.path, self.headers)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for piece in [body] if isinstance(body, bytes) else body:
                self.wfile.write(piece)
        except OSError:
            self.close_connection = True  # nobody wants the rest

    def log_message(self, *args):
        return


def slowly(*pieces, seconds=0.15):
    """A body whose pieces come with a pause before each."""
    for piece in pieces:
        time.sleep(seconds)
        yield piece


@pytest.fixture(scope="session")
def _server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}
    )
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def web(_server, settings, monkeypatch):
    """The stand-in, which the settings name for every source."""
    url = f"http://127.0.0.1:{_server.server_address[1]}"
    _server.web = Web(url)
    settings.SOURCES = {name: f"{url}/{name}" for name in SOURCES}
    settings.SOURCES_ON_THIS_MACHINE = [url]
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return _server.web


@pytest.fixture
def waits(db):
    """How long was waited, in seconds, by a client that does not really wait."""
    return []


@pytest.fixture
def web_client(web, waits):
    return make_client(waits)


def make_client(waits, **limits):
    pace = Pace(sleep=waits.append, clock=lambda: sum(waits))
    return Client(Limits(**limits), pace)

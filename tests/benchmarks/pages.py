"""How much more a page costs on a large site than on a small one.

    .venv/bin/python -m tests.benchmarks.pages [--papers 50000 --members 1000]

Two scratch sites are filled: SQLite in folders that go afterwards, or two databases
beside the one that DATABASE_URL names. Each is served by a process of its own; pages are
asked for in turns, so that whatever else the machine does meets both. Only the ratios
of the medians mean anything.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import psycopg

SMALL = 500
PAGES = {
    "list": "/publications/",
    "list, a later page": "/publications/?page=7",
    "filtered list": "/publications/?type=paper-conference&topic=topic-graph&has=code",
    "common word": "/publications/?q=graph",
    "common word, by date": "/publications/?q=graph&sort=date",
    "profile of 20 papers": "/people/member-1/",
    "home": "/",
}
LONG, SHORT = "/people/member-0/", "/people/member-1/"
ROUNDS = 15


def main():
    options = _arguments()
    if options.site:
        _serve(*options.site)
        return
    with TemporaryDirectory(prefix="pages-") as folder:
        sizes = (SMALL, options.papers)
        sites = [_Site(Path(folder), papers, options.members) for papers in sizes]
        try:
            _compare(*sites)
        finally:
            for site in sites:
                site.close()


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--papers", type=int, default=50_000)
    parser.add_argument("--members", type=int, default=1000)
    parser.add_argument("--site", type=int, nargs=2, help=argparse.SUPPRESS)
    return parser.parse_args()


def _compare(small, large):
    for name, address in PAGES.items():
        few, many = _medians((small, address), (large, address))
        _say(name, few, many, "500 papers")
    short, long = _medians((large, SHORT), (large, LONG))
    _say("profile of 1,000 papers", short, long, "20 papers")
    for address in (*PAGES.values(), LONG):
        queries = [site.ask(address)["queries"] for site in (small, large)]
        sys.stdout.write(f"{address}: {queries[0]} and {queries[1]} queries\n")


def _medians(*asked):
    """Of the seconds and of the work of each (site, address), asked for in turns."""
    times = [[] for _ in asked]
    for _ in range(ROUNDS):
        for (site, address), found in zip(asked, times, strict=True):
            found.append(site.ask(address))
    return [
        (median(each["seconds"] for each in found), median(e["work"] for e in found))
        for found in times
    ]


def _say(name, few, many, than):
    sys.stdout.write(
        f"{name:24} {many[0] * 1000:7.1f} ms, {many[0] / few[0]:5.2f} × that at {than} "
        f"({many[1] / few[1]:5.2f} × the work of the process)\n"
    )
    sys.stdout.flush()


class _Site:
    """A scratch site in a process of its own, which is asked for pages."""

    def __init__(self, folder, papers, members):
        environment = os.environ | {"DATA_DIR": str(folder / str(papers))}
        self._database = None
        if url := os.environ.get("DATABASE_URL"):
            self._database = f"{url.rpartition('/')[2]}_{papers}"
            environment["DATABASE_URL"] = f"{url.rpartition('/')[0]}/{self._database}"
            self._on_server(f'CREATE DATABASE "{self._database}"')
        command = [sys.executable, "-m", __spec__.name]
        self._process = subprocess.Popen(
            [*command, "--site", str(papers), str(members)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._process.stdout.readline()

    def ask(self, address):
        self._process.stdin.write(f"{address}\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self):
        self._process.stdin.close()
        self._process.wait()
        if self._database:
            self._on_server(f'DROP DATABASE "{self._database}"')

    @staticmethod
    def _on_server(statement):
        url = os.environ["DATABASE_URL"].rpartition("/")[0]
        with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
            connection.execute(statement)


def _serve(papers, members):
    """Fill the site, and then answer each address on a line with what it took."""
    import django  # noqa: PLC0415

    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
    os.environ.setdefault("DEBUG", "1")  # static files as they lie in the tree
    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from tests.benchmarks.big_site import fill  # noqa: PLC0415

    settings.DEBUG = False
    call_command("migrate", verbosity=0)
    fill(papers, members)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    client = Client(SERVER_NAME="127.0.0.1")
    for line in sys.stdin:
        sys.stdout.write(f"{json.dumps(_measured(client, line.strip()))}\n")
        sys.stdout.flush()


def _measured(client, address):
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    start, work = time.perf_counter(), time.process_time()
    response = client.get(address)
    taken = {
        "seconds": time.perf_counter() - start,
        "work": time.process_time() - work,
    }
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}.")
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return {**taken, "queries": len(captured)}


if __name__ == "__main__":
    main()

"""kill -9 at work: the rest is done later, and nobody can tell the difference."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from django.db import connection

from portal.imports import run as runs
from portal.imports.files import SourceFile
from portal.imports.processes import own_name
from portal.imports.turns import TOGETHER
from publications.importing import run as importing

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="the processes get a copy of the database"
    ),
]
ENTRY = "@article{k%d, title={The %dth Title}, author={Doe, J%d and Liu, Yan}}\n"
BROKEN = "@article{broken, title={Open\n"
ENTRIES, CHUNK = 50, 20
# A command with small chunks, and as long a pause after each as it is told.
COMMAND = f"""
import os, sys
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
django.setup()
from django.core.management import call_command
from portal.imports import turns, undoing
turns.CHUNK = undoing.CHUNK = {CHUNK}
turns.PAUSE = float(sys.argv[1])
call_command(*sys.argv[2:])
"""
# Where nobody is served, several chunks are one transaction, and a large import lists
# its papers meanwhile and makes indexes at its end. All of the second one is written
# when it kills itself.
KILLED_FIRST = f"""
import signal
from portal.models import DroppedIndex, ImportRun
from publications.importing import indexes_later, run
from publications.models import Publication
run.MANY = indexes_later.MANY = {CHUNK}
step = turns.Turn.step
def step_and_die(self, **values):
    step(self, **values)
    if values.get("state") == "applying" and values["cursor"] > {TOGETHER * CHUNK}:
        os.kill(os.getpid(), signal.SIGKILL)
if not os.fork():
    turns.Turn.step = step_and_die
    call_command("import_publications", sys.argv.pop())
end = os.waitstatus_to_exitcode(os.wait()[1])
(begun,), source = ImportRun.objects.values_list("state", "cursor"), sys.argv.pop()
print(end, *begun, Publication.objects.count(), flush=True)
print(*DroppedIndex.objects.values_list("name", flat=True), flush=True)
"""
PICTURE = (
    "select position, line, action, state, reason, target, authors"
    " from portal_importrow order by position",
    "select state, cursor, total, counts, act, holder from portal_importrun",
    "select slug, title_key, citation_key from publications_publication order by slug",
    "select printed_name, position, name_key from publications_authorship order by 1, 2",
    "select key from publications_author order by key",
    "select facets, html from publications_listedpaper order by publication_id",
    "select title, authors from publications_searchtext order by publication_id",
    "select name, sql from sqlite_master where type = 'index' order by name",
)


class Site:
    """A copy of the tests' site that processes of their own work on."""

    def __init__(self, folder, command=COMMAND):
        self.path, self.command = folder / "coauthor.sqlite3", command
        self.environment = {**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": ""}

    def start(self, *arguments, pause=0, **streams):
        command = [sys.executable, "-c", self.command, str(pause)]
        command += map(str, arguments)
        streams = {"stdout": subprocess.DEVNULL, **streams}
        return subprocess.Popen(command, env=self.environment, **streams)

    def kill(self, state, *arguments):
        """Start a command; kill it in that state, when a first chunk is done."""
        process = self.start(*arguments, pause=0.3)
        while not self.ask(f"select 1 from portal_importrun where {state}"):
            assert process.poll() is None
            time.sleep(0.01)
        process.kill()
        process.wait()

    def ask(self, question):
        copy = sqlite3.connect(self.path, timeout=20)
        try:
            return copy.execute(question).fetchall()
        finally:
            copy.close()

    def picture(self):
        return [self.ask(question) for question in PICTURE]


@pytest.fixture(scope="module")
def copied(django_db_setup, django_db_blocker):
    """Copies before a test's transaction begins: inside it SQLite would wait for ever."""

    def copied(site):
        with django_db_blocker.unblock():
            connection.ensure_connection()
            with sqlite3.connect(site.path) as copy:
                connection.connection.backup(copy)
        copy.close()
        return site

    return copied


@pytest.fixture(scope="module")
def site(copied, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    # While a server runs, each chunk is a transaction of its own.
    (folder / "serving").write_text(own_name())
    return copied(Site(folder))


@pytest.fixture(scope="module")
def unserved(copied, tmp_path_factory):
    command = COMMAND.replace("call_command(*", f"{KILLED_FIRST}call_command(*")
    return copied(Site(tmp_path_factory.mktemp("unserved"), command))


def picture_here():
    with connection.cursor() as cursor:
        return [cursor.execute(question).fetchall() for question in PICTURE]


def test_killed_import_ends_like_an_undisturbed_one(site, tmp_path):
    source = tmp_path / "papers.bib"
    source.write_text("".join(ENTRY % (n, n, n) for n in range(ENTRIES)) + BROKEN)

    site.kill("state = 'reading' and cursor > 0", "import_publications", source)
    site.kill("state = 'applying' and cursor > 0", "resume_import", 1)
    between = site.ask("select count(*) from publications_publication")
    status = site.start("resume_import", 1).wait()

    run = runs.bring_in(kind="publications", sources=[SourceFile.open(source)])
    # Some chunks are done, and nothing of the next one.
    assert (between[0][0] in {20, 40}, status) == (True, 1)
    assert (site.picture(), run.run) == (picture_here(), 1)

    site.kill("state = 'undoing' and cursor > 0", "undo_import", 1)
    left = site.ask("select count(*) from publications_publication")
    site.start("resume_import", 1).wait()
    assert left[0][0] in {30, 10}
    assert site.picture()[2:-1] == [[], [], [], [], []]


def test_nothing_is_left_of_a_transaction_of_several_chunks(
    unserved, tmp_path, monkeypatch
):
    monkeypatch.setattr(importing, "MANY", CHUNK)
    source, transaction = tmp_path / "papers.bib", TOGETHER * CHUNK
    entries = [ENTRY % (n, n, n % 7) for n in range(2 * transaction + CHUNK)]
    source.write_text("".join(entries))

    with unserved.start("resume_import", 1, source, stdout=subprocess.PIPE) as process:
        said, without = process.stdout.readline(), process.stdout.readline()
        process.wait()

    runs.bring_in(kind="publications", sources=[SourceFile.open(source)])
    begun = f"-{signal.SIGKILL:d} applying {transaction} {transaction}"
    assert said.decode().strip() == begun
    assert b"publications_title_key" in without.split()
    assert (process.returncode, unserved.picture()) == (0, picture_here())

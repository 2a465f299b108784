"""How long an import of publications takes, against bibtexparser on the same file.

    .venv/bin/python -m tests.benchmarks.import_speed --entries 100000 [--held 100000]
    .venv/bin/python -m tests.benchmarks.import_speed papers.bib

Each import is a process of its own on a scratch site: SQLite in a folder that goes
afterwards, or the database that DATABASE_URL names, which must be empty. Times come from
one run on one machine, so that only their ratios mean anything.
"""

import argparse
import logging
import os
import subprocess
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

import bibtexparser

from tests.benchmarks.bibliography import bibliography


def main():
    options = _arguments()
    with TemporaryDirectory(prefix="import-speed-") as folder:
        site, made = {"DATA_DIR": folder}, Path(folder)
        file = options.file or _write(made / "big.bib", options.entries, options.seed)
        yardstick = _bibtexparser(file)
        _say("bibtexparser alone", yardstick)
        _manage(site, "migrate", "-v0")
        if options.held:
            held = _write(made / "held.bib", options.held, options.seed + 1)
            _manage(site, "import_publications", held)
        _say("import", _manage(site, "import_publications", file), yardstick)
        _say("the same again", _manage(site, "import_publications", file), yardstick)
        _say(
            "dry run",
            _manage(site, "import_publications", file, "--dry-run"),
            yardstick,
        )
        one = _write(made / "one.bib", 1, options.seed + 2)
        _say("one more paper", _manage(site, "import_publications", one))
        _say("starting a process", _manage(site, "check"))
        if options.undo:
            run = str(2 if options.held else 1)
            _say("undo", _manage(site, "undo_import", run), yardstick)


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, help="a .bib of your own")
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--held", type=int, default=0, help="papers there before")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--undo", action="store_true", help="and take it back")
    return parser.parse_args()


def _write(path, entries, seed):
    with path.open("w", encoding="utf-8") as file:
        file.writelines(bibliography(entries, seed))
    return path


def _bibtexparser(path):
    # It says something of each repeated key.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    start, cpu = time.perf_counter(), time.process_time()
    bibtexparser.parse_file(str(path))
    return time.perf_counter() - start, time.process_time() - cpu


def _manage(site, *arguments):
    """Seconds that the command took, by the clock and of work; its report is dropped."""
    command = [sys.executable, "manage.py", *map(str, arguments)]
    start, cpu = time.perf_counter(), _work_of_children()
    done = subprocess.run(
        command, env=os.environ | site, stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}.")
    return time.perf_counter() - start, _work_of_children() - cpu


def _work_of_children():
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _say(what, seconds, yardstick=None):
    """The clock counts; on a busy machine the ratio of work is the steadier one."""
    peak = getrusage(RUSAGE_CHILDREN).ru_maxrss // 1024
    shown = [f"{what:20}"]
    for index, unit in enumerate(("s", "s of work")):
        shown.append(f"{seconds[index]:8.1f} {unit}")
        if yardstick:
            shown.append(f"{seconds[index] / yardstick[index]:6.2f} ×")
    sys.stdout.write(f"{' '.join(shown)}  (largest process so far {peak} MB)\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

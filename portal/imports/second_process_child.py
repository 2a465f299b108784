"""Do a piece of work on one chunk after the other, for the process that began this one.

This is a script. Chunks come from standard input and what was made of them goes to
standard output, pickled. It ends with its input, so that it outlives nobody.
"""

import gc
import os
import pickle
import resource
import sys
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

MOST_MEMORY = 2 * 1024**3
# As in `thrift`: what comes and goes here is in no cycle.
OBJECTS_BETWEEN = 200_000


def main():
    with suppress(AttributeError, ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    sys.path.insert(0, str(Path(__file__).parents[2]))
    with _site(*sys.argv[2:]), suppress(EOFError, BrokenPipeError):
        work = named(sys.argv[1])
        gc.set_threshold(OBJECTS_BETWEEN)
        while True:
            done = work(pickle.load(sys.stdin.buffer))
            pickle.dump(done, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
            sys.stdout.buffer.flush()


@contextmanager
def _site(database=""):
    """What the models need, where a database is named."""
    if not database:
        yield
        return
    import django  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()

    from django.db import connection  # noqa: PLC0415

    from portal.imports.thrift import thrift  # noqa: PLC0415

    connection.settings_dict["NAME"] = database
    with thrift():
        yield


def named(name):
    """The function of a "module:function"."""
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)


if __name__ == "__main__":
    main()

"""Whether a server runs on this DATA_DIR: `serve` says so in a file beside the data."""

from contextlib import contextmanager

from django.conf import settings

from portal.imports.processes import is_alive, own_name


@contextmanager
def serving():
    """While it lasts, `is_serving` is true for every process of the site."""
    path = _mark()
    path.write_text(own_name())
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def is_serving() -> bool:
    try:
        name = _mark().read_text()
    except OSError:
        return False
    return name.count(":") == 2 and is_alive(name) is not False


def _mark():
    return settings.DATA_DIR / "serving"

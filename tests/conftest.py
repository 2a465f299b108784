import json
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    """Media of its own for each test, static files as they lie in the tree."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def run_command():
    """Call a command with --json: gives (exit status, the object it printed)."""
    return _run_command


def _run_command(name, *arguments):
    output = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command(name, *map(str, arguments), "--json", stdout=output)
    return end.value.code, json.loads(output.getvalue())

import os
import shutil
import threading

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect, sync_playwright

# Playwright's loop runs in this thread; Django takes that for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A busy machine is no fault of a page.
expect.set_options(timeout=20_000)

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium. Without one the tests are skipped, but never in CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; CI must install it.")
        pytest.skip("Chromium is not installed.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, live_server):
    """Open an address at a width; what the page asked for or complained of is kept."""
    contexts = []

    def open_page(path, width=1440, **options):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints, page.asked = [], set()
        page.on("console", lambda entry: _note(page, entry))
        page.on("request", lambda request: page.asked.add(request.url))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    _wait_for_answers()


@pytest.fixture
def admin(visit, first_pages, admin_user):
    """Open an address of the admin, signed in."""

    def open_page(path, **options):
        page = visit("/robots.txt", **options)
        client = Client()
        client.force_login(admin_user)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": page.url}
        page.context.add_cookies([cookie])
        page.goto(path)
        return page

    return open_page


def _wait_for_answers():
    """The server's threads use the test's connection, which is ours alone after it."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)


def _note(page, entry):
    if entry.type in {"error", "warning"}:
        page.complaints.append(entry.text)

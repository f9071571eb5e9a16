"""A real browser against a live desk: Debian's chromium, driven by Playwright; axe looks at every page."""

import os
import shutil
import threading
import time
from pathlib import Path

import pytest
from django.contrib.auth.models import Group

from claims.models import Role, User

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def _async_unsafe():
    """Playwright's own loop runs in this thread, where Django would refuse to touch the database (pitfall 9)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="session")
def browser(_async_unsafe):
    if not Path(CHROMIUM).exists():
        if os.environ.get("CI"):
            pytest.fail("no chromium on this machine, and under CI the browser tests must run")
        pytest.skip(f"no chromium at {CHROMIUM}: the browser tests are left out")
    playwright_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def nora(transactional_db):
    """Somebody who does everything but administer."""
    person = User.objects.create_user("nora", password="a long enough password", display_name="Nora Lindqvist")
    person.groups.set(Group.objects.filter(name__in=[Role.TRIAGER, Role.REVIEWER, Role.EDITOR]))
    return person


class Visit:
    """One window of the browser, signed in; remembers what the console complained of."""

    def __init__(self, browser, address, client, *, width=1440, theme="light"):
        self.address, self.theme = address, theme
        self.context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)
        self.context.add_cookies(
            [{"name": name, "value": cookie.value, "url": address} for name, cookie in client.cookies.items()]
        )
        self.page = self.context.new_page()
        self.complaints = []
        self.page.on("console", lambda said: said.type in ("error", "warning") and self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path):
        self.page.goto(self.address + path)
        return self.page

    def violations(self):
        """What axe finds wrong with the page, in its own words."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page, options={"runOnly": AXE_RULES}).response["violations"]
        return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]

    def overflow(self):
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.fixture
def visit(browser, live_server, client, nora):
    """Open windows signed in as Nora: ``visit(width=390, theme="dark").open("/")``."""
    client.force_login(nora)
    visits = []

    def start(**how):
        visits.append(Visit(browser, live_server.url, client, **how))
        return visits[-1]

    yield start
    for one in visits:
        one.context.close()
    _wait_for_last_requests()


def _wait_for_last_requests(seconds=20):
    """Let the live server's threads, one per connection, come to their end.

    A window that is closed does not stop what it asked for last, a draft being kept say. Such a request would run into
    the emptying of the database, and PostgreSQL ends one of the two for a deadlock: if the emptying, then the next test
    finds Nora there already.
    """
    until = time.monotonic() + seconds
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(max(0, until - time.monotonic()))

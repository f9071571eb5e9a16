"""No word of a stranger becomes a part of a page: 98 payloads through every way in, on every page, in a real browser (F54)."""

import re
from urllib.parse import quote

import pytest

from claims.models import Role
from claims.record import work
from tests.conftest import make_person
from tests.e2e.payloads import CARELESS, EVERY, WATCH
from tests.e2e.planted import WORDS, Planted, stand_in
from tests.test_access import POST, routes
from tests.test_access import ROUTES as WHO_MAY

pytestmark = pytest.mark.django_db(transaction=True)

# What no browser is shown as a page: bytes that are only ever downloaded, and words for machines.
NO_PAGES = {"article_original", "evidence_bytes", "claims_export", "sources_export", "healthz", "readyz"}
LISTEN = "document.addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.blockedURI}`))"


@pytest.fixture
def nora(transactional_db):
    person = make_person("nora", *Role)
    person.is_staff = True
    person.save()
    return person


@pytest.fixture
def planted(client, nora, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    stand_in(monkeypatch)
    monkeypatch.setattr(work, "_send", lambda task, pk: None)
    return Planted(client, nora)


def test_there_are_enough_of_them_and_the_watch_sees_each(visit):
    """A page that took any of them for markup would be caught: the silence below means something."""
    assert len(set(EVERY)) == len(EVERY) >= 60
    page = visit().page
    page.route("**/*", lambda route: route.abort())
    missed = []
    for words, careless in CARELESS:
        seen = page.evaluate(
            f"careless => {{ const look = {WATCH}, made = document.createElement('div'), apart = new DOMParser();"
            "made.innerHTML = careless; return [...look(made), ...look(apart.parseFromString(careless, 'text/html'))] }",
            careless,
        )
        if not seen:
            missed.append(words)
    assert missed == []


@pytest.mark.fault("F54")
def test_no_script_of_a_stranger_runs_on_any_page(visit, planted):
    pages = planted.pages()
    assert set(pages) | NO_PAGES == {name for name in routes() if WHO_MAY[name][1] != POST}
    window = visit()
    window.context.add_init_script(LISTEN)
    dialogs, wrong, shown = [], {}, []
    window.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    window.page.on("response", lambda answer: answer.request.is_navigation_request() and answers.append(answer))
    answers = []
    addresses = [*(one for of_route in pages.values() for one in of_route), *planted.panel(), *planted.nowhere()]
    for address in addresses:
        answers.clear()
        window.complaints.clear()
        window.open(quote(address, safe="/?&=%#+"))
        seen = window.page.evaluate(f"({WATCH})(document)")
        seen += [said for said in window.complaints if "status of 4" not in said]
        seen += raw(answers[-1].text())
        shown.append(window.page.evaluate("document.documentElement.textContent"))
        if seen or not window.page.url.startswith(window.address):
            wrong[address[:120]] = seen[:5]
    assert (dialogs, wrong) == ([], {})
    assert {answer.status_code: raw(answer.content.decode()) for answer in planted.refusals} == {422: []}
    assert unseen("\n".join(shown)) == []


READ_OTHERWISE = ("file", "web", "feed")  # their readers drop unseen characters, and some of the markup itself
JSON = re.compile(r'<script type="application/ld\+json">[^<>]*</script>')  # there a quotation mark may stand as it is


def raw(told):
    """Payloads that stand in a page's source as they are."""
    told = JSON.sub("", told)
    return [words for words in EVERY if words in told and set(words) & set("<>\"'")]


def unseen(shown):
    """Payloads that came in by a door and begin on no page: then nothing was tried."""
    return [
        f"{door}{number}"
        for door in Planted.doors
        for number, words in enumerate(WORDS)
        if f"{door}{number} {'' if door in READ_OTHERWISE else words[:8]}" not in shown
    ]

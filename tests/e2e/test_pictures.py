"""The demo article, read for real and looked at: the pictures of the README, written to the folder PICTURES where that is set."""

import os
from pathlib import Path

import pytest
from django.urls import reverse

from claims import tasks
from claims.management.supervisor import demonstration
from claims.models import Accept, Claim, ExtractionRun
from claims.review import slots

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def demo(nora):
    article = demonstration.submit(by=nora)
    tasks.extract(ExtractionRun.objects.get().pk)
    for waiting in Accept.objects.values_list("pk", flat=True):
        tasks.accept(waiting)
    return article


@pytest.fixture
def take(tmp_path):
    """Keep a picture of what the window shows."""
    folder = Path(os.environ.get("PICTURES", tmp_path))
    return lambda page, name: page.screenshot(path=str(folder / f"{name}.png"))


def test_the_pictures_of_the_readme_show_the_desk_as_it_is(visit, demo, nora, take):
    window = visit()
    window.open(demo.get_absolute_url())
    window.page.locator(".card-wording a").nth(3).focus()
    window.page.wait_for_timeout(400)  # the cards glide to their lines
    take(window.page, "reading")
    window.open(reverse("triage"))
    window.page.keyboard.press("j")
    window.page.keyboard.press("j")
    take(window.page, "triage")
    detained = Claim.objects.get(wording__contains="2,300 people", status="queued")
    window.open(reverse("review", args=[slots.take(detained, by=nora).pk]))
    window.page.keyboard.press("1")
    take(window.page, "review")
    narrow = visit(width=390)
    narrow.page.set_viewport_size({"width": 390, "height": 800})
    take(narrow.open(demo.get_absolute_url()), "reading-narrow")
    assert window.complaints + narrow.complaints == []

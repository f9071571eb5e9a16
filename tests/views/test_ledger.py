"""The ledger: are we checking one side more?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Claim, Role, Verdict
from tests.factories import ArticleFactory, ClaimFactory, OutletFactory, SourceFactory
from tests.views.test_articles import own_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, person):
    client.force_login(person("edda", Role.EDITOR))
    return client


def rows(client, **asked):
    table = client.get(reverse("ledger"), asked).context["table"]
    return {row.record["group"]: row.record for row in table.page.object_list}


def make(outlet, number, **how):
    return [ClaimFactory(article=ArticleFactory(outlet=outlet), **how) for _ in range(number)]


def test_what_became_of_an_outlets_claims_is_counted(editor):
    outlet = OutletFactory(name="The Harbour Post")
    first, _second = make(outlet, 2)
    make(outlet, 1, queued=True)
    make(outlet, 1, dismissed=True, dismiss_reason="opinion")
    make(outlet, 1, merged=True, merged_into=first)
    decided, published = *make(outlet, 1, decided=True), *make(outlet, 1, published=True)
    Claim.objects.filter(pk=decided.pk).update(verdict=Verdict.REFUTED)
    Claim.objects.filter(pk=published.pk).update(verdict=Verdict.CONFLICTING)
    row = rows(editor)["The Harbour Post"]
    assert [row[name] for name in ("proposed", "accepted", "dismissed", "decided", "published")] == [6, 3, 1, 2, 1]
    assert [row[name] for name in ("supported", "refuted", "other")] == [0, 1, 1]


def test_a_contributor_reads_the_verdicts_of_what_is_published(client, person):
    outlet = OutletFactory(name="The Harbour Post")
    make(outlet, 2, decided=True)
    make(outlet, 1, published=True)
    client.force_login(person("cora", Role.CONTRIBUTOR))
    assert rows(client)["The Harbour Post"]["decided"] == 1


def test_a_side_that_is_checked_more_than_the_rest_is_told_so(editor):
    make(OutletFactory(name="Left"), 14, decided=True)
    make(OutletFactory(name="Right"), 14)
    make(OutletFactory(name="Small"), 3)
    lines = {name: row["line"] for name, row in rows(editor).items()}
    assert [lines[name].compared for name in ("Left", "Right", "Small")] == ["more", "less", ""]
    assert lines["Small"].checked.told == "too few to say"
    assert "more than the rest" in editor.get(reverse("ledger")).content.decode()


@pytest.mark.parametrize(
    ("by", "groups"),
    [("outlet", {"The Harbour Post"}), ("topic", {"Floods"}), ("kind", {"person"}), ("source", {"Ada Quill"})],
)
def test_claims_are_grouped_as_asked(editor, by, groups):
    article = ArticleFactory(outlet=OutletFactory(name="The Harbour Post"), topic="Floods")
    claim = ClaimFactory(article=article)
    short = SourceFactory(name="Quill", kind="person", merged_into=SourceFactory(name="Ada Quill", kind="person"))
    claim.appearances.get().statement.__class__.objects.update(source=short)
    assert set(rows(editor, by=by)) == groups


def test_what_has_no_group_is_a_group(editor):
    ClaimFactory(article=ArticleFactory(outlet=None))
    page = editor.get(reverse("ledger"))
    assert "No outlet" in page.content.decode()


def test_the_ledger_is_narrowed_by_day_and_name(editor):
    ClaimFactory(article=ArticleFactory(outlet=OutletFactory(name="Early"), dated=date(2026, 1, 5)))
    ClaimFactory(article=ArticleFactory(outlet=OutletFactory(name="Late"), dated=date(2026, 2, 5)))
    assert set(rows(editor, dated_from="2026-02-01")) == {"Late"}
    assert set(rows(editor, q="earl")) == {"Early"}


def test_a_group_is_on_one_page_only_however_it_is_sorted(editor):
    for number in range(30):
        make(OutletFactory(name=f"Outlet {number:02}"), 1)
    seen = [group for page in (1, 2) for group in rows(editor, sort="-proposed", page=page)]
    assert seen == sorted(seen)
    assert len(seen) == 30


def test_an_empty_ledger_says_what_to_do(editor):
    assert "No claims yet" in editor.get(reverse("ledger")).content.decode()


@pytest.mark.parametrize("by", ["outlet", "source", "kind", "topic"])
@pytest.mark.parametrize("number", [1, 30])
def test_the_ledger_asks_few_questions(editor, by, number):
    for _ in range(number):
        ClaimFactory()
    with CaptureQueriesContext(connection) as captured:
        editor.get(reverse("ledger"), {"by": by})
    assert len(own_queries(captured)) <= 6

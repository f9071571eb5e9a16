"""Lists as files: for whom, of what, and at what price."""

import csv
import io
import json
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.exports import CLAIMS, answer
from claims.models import Claim, Role, User
from claims.record import events
from claims.views import exports
from tests.exports.test_cells import HOSTILE, TRIGGERS
from tests.factories import ArticleFactory, ClaimFactory, OutletFactory, SourceFactory, StatementFactory
from tests.views.test_articles import own_queries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_took_any():
    cache.clear()


@pytest.fixture
def editor(client, cast):
    client.force_login(cast[Role.EDITOR])
    return client


def body(answer):
    return b"".join(answer.streaming_content).decode()


def rows(client, name, form="csv", **said):
    answer = client.get(reverse(f"{name}_export", args=[form]), said)
    assert answer.status_code == 200
    told = body(answer)
    return json.loads(told)["rows"] if form == "json" else list(csv.DictReader(io.StringIO(told[1:], newline="")))


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_claims_that_the_filter_leaves_are_in_the_file(editor, form):
    ClaimFactory(wording="The bridge cost 12 million euros.")
    ClaimFactory(wording="The ferry is late.")
    (found,) = rows(editor, "claims", form, q="bridge")
    claim = Claim.objects.get(wording__contains="bridge")
    assert found["wording"] == claim.wording
    assert found["source"] == claim.appearances.get().statement.source.name
    assert str(found["claim"]) == str(claim.pk)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_sources_are_told_with_what_they_belong_to_and_how_much_they_said(editor, form):
    board = SourceFactory(name="River Board", parent=SourceFactory(name="Port Town"))
    StatementFactory.create_batch(2, source=board)
    (found,) = rows(editor, "sources", form, q="River Board")
    assert (found["belongs_to"], str(found["statements"])) == ("Port Town", "2")


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.REVIEWER, Role.EDITOR])
def test_a_verdict_is_told_to_whom_the_list_tells_it(cast, role):
    for status in ("decided", "published", "withdrawn"):
        ClaimFactory(**{status: True}, attribution_verdict="confirmed")
    again = ClaimFactory(decided=True, attribution_verdict="confirmed")  # another round is open: it counts for nobody
    Claim.objects.filter(pk=again.pk).update(status="in_review")
    file = body(answer(CLAIMS, Claim.objects.all(), form="json", viewer=cast[role]))
    told = {row["status"]: (row["verdict"], row["attribution_verdict"]) for row in json.loads(file)["rows"]}
    everything, nothing = ("supported", "confirmed"), ("", "")
    assert told == {
        "decided": nothing if role == Role.CONTRIBUTOR else everything,
        "published": everything,
        "withdrawn": nothing if role == Role.CONTRIBUTOR else everything,  # its status says that it was withdrawn
        "in_review": nothing,
    }


def test_a_filter_by_verdict_finds_nothing_that_may_not_be_read(editor):
    Claim.objects.filter(pk=ClaimFactory(decided=True).pk).update(status="in_review")
    assert rows(editor, "claims", verdict="supported") == []


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.EDITOR, Role.VIEWER}))
def test_lists_leave_the_house_by_editors_alone(client, cast, role):
    client.force_login(cast[role])
    for name in ("claims", "sources"):
        ClaimFactory()
        assert client.get(reverse(f"{name}_export", args=["csv"])).status_code == 403
        assert f"/{name}/export" not in client.get(reverse(name)).content.decode()


def test_the_panels_file_is_the_editors_and_leaves_the_same_line(client, cast, caplog):
    ClaimFactory()
    people = [cast[Role.EDITOR], cast[Role.ADMINISTRATOR]]
    User.objects.filter(pk__in=[person.pk for person in people]).update(is_staff=True)
    for person in people:
        client.force_login(person)
        chosen = {"action": "as_file", "_selected_action": [Claim.objects.get().pk], "index": "0"}
        with caplog.at_level("INFO"):
            told = client.post(reverse("admin:claims_claim_changelist"), chosen)
        assert told.headers.get("Content-Disposition", "").startswith("attachment") == (person == cast[Role.EDITOR])
    lines = [line.getMessage() for line in caplog.records if "export of" in line.getMessage()]
    assert lines == [f"export of claims as csv: 1 rows for user {cast[Role.EDITOR].pk}"]


@pytest.mark.fault("F62")
@pytest.mark.parametrize("door", ["list", "panel"])
def test_no_cell_of_any_list_begins_a_formula(editor, cast, door):
    hostile = [words.replace("\0", "") for words in HOSTILE]
    for number, words in enumerate(hostile):
        outlet = OutletFactory(name=f"{words}{number}")
        article = ArticleFactory(title=words, topic=words[:80], outlet=outlet, address=f"https://x.example/{number}")
        ClaimFactory(wording=words, article=article)
        SourceFactory(name=words, parent=SourceFactory(name=words, alias=None), country=words[:2], alias=None)
    told = [body(answer) for answer in (from_list(editor) if door == "list" else from_panel(editor, cast))]
    cells = [cell for one in told for row in csv.reader(io.StringIO(one[1:], newline=""), strict=True) for cell in row]
    begins = {line[0] for cell in cells for line in cell.split("\n") if line.strip("\r")}
    assert len(cells) > 20 * len(hostile)
    assert begins & (set(TRIGGERS) - set("-")) == set()
    assert not any(line.startswith("-") for cell in cells for line in cell.split("\n"))


def from_list(client):
    return [client.get(reverse(f"{name}_export", args=["csv"])) for name in ("claims", "sources")]


def from_panel(client, cast):
    person = cast[Role.EDITOR]
    person.is_staff = True
    person.save()
    chosen = {"action": "as_file", "select_across": "1", "index": "0"}
    return [
        client.post(reverse(f"admin:claims_{name}_changelist"), chosen | {"_selected_action": [pk]})
        for name, pk in (("claim", 1), ("source", 1))
    ]


@pytest.mark.parametrize("name", ["claims", "sources"])
def test_it_asks_the_database_as_often_for_many_rows_as_for_few(editor, name):
    asked = []
    for many in (2, 40):
        ClaimFactory.create_batch(many)
        with CaptureQueriesContext(connection) as captured:
            assert len(rows(editor, name)) >= many
        asked.append(len(own_queries(captured)))
    assert asked[0] == asked[1] <= 6


def test_the_list_offers_its_rows_as_a_file_with_its_filter(editor):
    ClaimFactory(wording="The bridge.")
    page = editor.get(reverse("claims"), {"q": "bridge", "page": "1"}).content.decode()
    assert f"{reverse('claims_export', args=['csv'])}?q=bridge" in page
    assert "page=1" not in page[page.index("export.csv") :][:200]


def test_it_is_only_ever_downloaded_and_names_the_head_of_the_record(editor, cast):
    claim = ClaimFactory()
    event = events.append("accept", claim, by=cast[Role.EDITOR], payload={})
    answer = editor.get(reverse("claims_export", args=["json"]))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert f"-{event.sequence}-{event.digest[:12]}.json" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert json.loads(body(answer))["record"] == f"{event.sequence}:{event.digest}"


def test_a_list_that_is_too_long_is_refused_with_what_to_do(editor, monkeypatch):
    monkeypatch.setattr(exports, "MOST_ROWS", 1)
    ClaimFactory.create_batch(2)
    answer = editor.get(reverse("claims_export", args=["csv"]))
    assert answer.status_code == 422
    assert "Narrow it by the filter" in answer.content.decode()


def test_who_takes_too_many_is_told_when_to_come_back(each_cache, editor, monkeypatch):
    monkeypatch.setattr(exports, "MOST_AN_HOUR", 2)
    answers = [editor.get(reverse("sources_export", args=["csv"])) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[2].headers["Retry-After"]) > 0


def test_another_form_is_no_page(editor):
    assert editor.get(reverse("claims_export", args=["xlsx"])).status_code == 404


def test_a_day_that_was_only_read_is_not_told_as_the_one_that_somebody_gave(editor):
    ClaimFactory(article__dated=None, article__dated_read=date(2026, 3, 2))
    (found,) = rows(editor, "claims")
    assert (found["article_dated"], found["article_dated_read"]) == ("", "2026-03-02")

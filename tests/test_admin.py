"""The admin panel: who may enter, what is read-only, and that every change made there is an event."""

import json
from datetime import date

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import reverse

from claims.extraction.version import VERSION
from claims.ingest import identities
from claims.models import Alias, Claim, Event, ExtractionRun, Policy, Role, Source, Status, User
from claims.record import foundation
from claims.record.policy import edit_policy
from claims.review import reviews, rewording, slots
from tests.factories import ArticleFactory, ClaimFactory, ExtractionRunFactory, OutletFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "model", [m for m in admin.site._registry if m._meta.app_label == "claims"], ids=lambda m: m._meta.model_name
)
def test_every_list_of_the_panel_opens(administrator, model):
    ClaimFactory(decided=True)
    assert (
        administrator.get(reverse(f"admin:claims_{model._meta.model_name}_changelist"), follow=True).status_code == 200
    )


@pytest.mark.parametrize(
    "panel", [p for p in admin.site._registry.values() if p.search_fields], ids=lambda p: p.opts.model_name
)
def test_every_list_that_can_be_searched_answers_words_and_numbers(administrator, panel):
    address = reverse(f"admin:claims_{panel.opts.model_name}_changelist")
    assert [administrator.get(address, {"q": q}, follow=True).status_code for q in ("bridge", "7")] == [200, 200]


def test_the_history_of_a_row_is_told_by_the_record(administrator, cast):
    source = SourceFactory(name="River Board")
    identities.edit(source, changes={"name": "Rivers Board"}, by=cast[Role.TRIAGER])
    page = administrator.get(reverse("admin:claims_source_history", args=[source.pk])).content.decode()
    assert "Edit source" in page
    assert str(cast[Role.TRIAGER]) in page


def test_the_history_of_the_policy_says_what_was_changed_from_what_to_what(administrator, cast):
    edit_policy(Policy.objects.get(), changes={"reviews": 2, "four_eyes": False}, by=cast[Role.EDITOR])
    page = administrator.get(reverse("admin:claims_policy_history", args=[1])).content.decode()
    assert "reviews a claim needs: <del>1</del> → <ins>2</ins>" in page
    assert "four eyes: <del>True</del> → <ins>False</ins>" in page
    assert "share of the rest" not in page


def test_the_history_of_a_claim_is_its_story_on_the_desk(administrator):
    claim = ClaimFactory()
    answer = administrator.get(reverse("admin:claims_claim_history", args=[claim.pk]))
    assert answer.url == reverse("claim_history", args=[claim.pk])


def test_an_event_tells_before_after_and_reason(administrator, cast):
    rewording.reword(ClaimFactory(), wording="Another wording.", reason="the figure", by=cast[Role.TRIAGER])
    event = Event.objects.get(verb="reword")
    page = administrator.get(reverse("admin:claims_event_change", args=[event.pk])).content.decode()
    assert "Another wording." in page
    assert "the figure" in page


def test_what_a_reviewer_found_in_an_open_round_is_in_no_list_of_the_panel(administrator, cast):
    claim = ClaimFactory(queued=True, rows__required=2)
    slot = slots.take(claim, by=cast[Role.REVIEWER])
    reviews.submit(
        slot,
        token=slot.token,
        wording_number=1,
        verdict="refuted",
        rationale="No.",
        searched="x",
        by=cast[Role.REVIEWER],
    )
    event = Event.objects.get(verb="submit")
    address = reverse("admin:claims_event_change", args=[event.pk])
    assert address not in administrator.get(reverse("admin:claims_event_changelist")).content.decode()
    assert administrator.get(address).status_code == 302


def test_roles_are_ticked_by_their_names_and_what_they_open(administrator):
    page = administrator.get(reverse("admin:claims_user_add")).content.decode()
    assert f"{Role.EDITOR.label}: publishes" in page
    assert 'type="checkbox" name="groups"' in page


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.ADMINISTRATOR, Role.EDITOR)])
def test_other_roles_do_not_come_in(client, cast, role):
    client.force_login(cast[role])
    assert client.get(reverse("admin:index")).status_code in (302, 403)


def test_no_field_of_a_claim_can_be_changed(administrator):
    claim = ClaimFactory()
    address = reverse("admin:claims_claim_change", args=[claim.pk])
    assert 'name="status"' not in administrator.get(address).content.decode()
    assert administrator.post(address, {"status": "published"}).status_code == 403
    claim.refresh_from_db()
    assert claim.status == Status.CANDIDATE


def act(client, model, action, *rows):
    return client.post(
        reverse(f"admin:claims_{model}_changelist"),
        {"action": action, "_selected_action": [r.pk for r in rows]},
        follow=True,
    )


def test_an_action_says_the_desks_verb(administrator):
    claim = ClaimFactory()
    act(administrator, "claim", "verb_accept", claim)
    claim.refresh_from_db()
    assert claim.status == Status.QUEUED
    assert Event.objects.get().verb == "accept"


def test_a_refused_action_says_why_and_changes_nothing(administrator):
    claim = ClaimFactory(decided=True)
    page = act(administrator, "claim", "verb_dismiss", claim).content.decode()
    assert "Not now" in page
    assert Claim.objects.get(pk=claim.pk).status == Status.DECIDED
    assert not Event.objects.exists()


def test_sources_are_merged_with_their_statements(administrator):
    first, second = SourceFactory(name="OVD-Info"), SourceFactory(name="OVD-Info group")
    act(administrator, "source", "merge_into_first", first, second)
    second.refresh_from_db()
    assert second.merged_into == first


def test_a_merge_that_was_refused_is_not_told_as_done(administrator):
    first = SourceFactory(name="OVD-Info")
    gone = SourceFactory(name="OVD-Info group", merged_into=first)
    page = act(administrator, "source", "merge_into_first", first, gone).content.decode()
    assert "now stands for all of them" not in page
    assert f"0 of 1 were merged into “{first}”" in page
    other = SourceFactory(name="OVD")
    page = act(administrator, "source", "merge_into_first", first, gone, other).content.decode()
    assert f"1 of 2 were merged into “{first}”" in page


def test_one_source_alone_is_not_merged(administrator):
    page = act(administrator, "source", "merge_into_first", SourceFactory()).content.decode()
    assert "now stands for all of them" not in page
    assert "choose two or more" in page


def test_a_new_source_can_be_found_by_its_name(administrator):
    administrator.post(
        reverse("admin:claims_source_add"),
        {"name": "River Board", "kind": "organisation", "parent": "", "country": "", "wikidata_id": "", "home_page": "",
         "aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0"},
    )  # fmt: skip
    assert Alias.objects.get(key="river board").source == Source.objects.get(name="River Board")
    assert Event.objects.get().verb == "add_source"


def test_a_change_of_policy_is_an_event_with_before_and_after(administrator):
    policy = {f.name: getattr(Policy.objects.get(pk=1), f.name) for f in Policy._meta.concrete_fields if f.editable}
    said = {name: value for name, value in policy.items() if value is not False} | {"lease_minutes": 45}
    administrator.post(reverse("admin:claims_policy_change", args=[1]), said)
    assert Policy.objects.get(pk=1).lease_minutes == 45
    told = json.loads(Event.objects.get(verb="edit_policy").payload.body)
    assert told["after"][0]["lease_minutes"] == 45


def test_a_new_account_gets_roles_but_never_all_power(administrator):
    administrator.post(
        reverse("admin:claims_user_add"),
        {"username": "newcomer", "email": "n@desk.example", "display_name": "", "password1": "long-enough-words-9",
         "password2": "long-enough-words-9", "usable_password": "true", "groups": [Group.objects.get(name="editor").pk], "is_superuser": "on"},
    )  # fmt: skip
    person = User.objects.get(username="newcomer")
    assert person.roles == {"editor"}
    assert (person.is_staff, person.is_superuser) == (True, False)
    assert json.loads(Event.objects.get(verb="add_person").payload.body)["after"] == ["editor"]


def test_taking_roles_away_closes_the_panel(administrator, cast):
    editor = cast[Role.EDITOR]
    User.objects.filter(pk=editor.pk).update(is_staff=True)
    said = {"username": "editor", "email": "", "display_name": "", "is_active": "on", "single_keys": "on", "groups": []}
    administrator.post(reverse("admin:claims_user_change", args=[editor.pk]), said)
    editor.refresh_from_db()
    assert editor.is_staff is False


PASSWORD = "another-long-enough-9"


@pytest.mark.parametrize("said", [{"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"},
                                  {"usable_password": "false", "unset-password": "1"}], ids=["set", "taken away"])  # fmt: skip
def test_a_password_that_is_set_for_somebody_is_an_event_without_it(administrator, cast, said):
    reviewer = cast[Role.REVIEWER]
    administrator.post(reverse("admin:auth_user_password_change", args=[reviewer.pk]), said)
    reviewer.refresh_from_db()
    assert reviewer.check_password(PASSWORD) == ("password1" in said)
    event = Event.objects.get()
    assert (event.verb, event.actor, event.object_id) == ("set_password", cast[Role.ADMINISTRATOR], reviewer.pk)
    told = json.loads(event.payload.body)
    assert told.pop("usable") == ("password1" in said)
    assert set(told) <= {"request"}


def test_no_password_is_set_where_the_event_cannot_be_written(administrator, cast, monkeypatch):
    monkeypatch.setattr("claims.record.chain.put", lambda *_: False)
    said = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    administrator.post(reverse("admin:auth_user_password_change", args=[cast[Role.REVIEWER].pk]), said)
    assert not User.objects.get(pk=cast[Role.REVIEWER].pk).check_password(PASSWORD)


def test_a_password_that_was_refused_is_no_event(administrator, cast):
    said = {"password1": "short", "password2": "short", "usable_password": "true"}
    address = reverse("admin:auth_user_password_change", args=[cast[Role.REVIEWER].pk])
    assert administrator.post(address, said).status_code == 200
    assert administrator.get(address).status_code == 200
    assert not Event.objects.exists()


@pytest.mark.parametrize("field", ["username", "email", "is_active", "single_keys"])
def test_each_change_of_an_account_names_its_field_in_an_event(administrator, cast, field):
    kept = {"username": "reviewer", "email": "reviewer@desk.example", "display_name": "", "is_active": "on",
            "single_keys": "on", "groups": [Group.objects.get(name="reviewer").pk]}  # fmt: skip
    said = kept | {field: {"username": "other", "email": "e@elsewhere.example"}.get(field, "")}
    administrator.post(reverse("admin:claims_user_change", args=[cast[Role.REVIEWER].pk]), said)
    assert json.loads(Event.objects.get(verb="edit_person").payload.body)["fields"] == [field]


def test_the_panel_has_no_other_door_to_a_person(administrator, cast):
    """Not even for somebody with all of Django's rights: pages and actions that would change one without an event."""
    User.objects.filter(pk=cast[Role.ADMINISTRATOR].pk).update(is_superuser=True)
    of_people = {m for m in admin.site._registry if m._meta.app_label not in ("claims",)}
    assert of_people == set()
    page = administrator.get(reverse("admin:claims_user_changelist")).content.decode()
    assert "delete_selected" not in page


def test_an_editor_cannot_change_accounts(client, cast):
    User.objects.filter(pk=cast[Role.EDITOR].pk).update(is_staff=True)
    client.force_login(cast[Role.EDITOR])
    address = reverse("admin:claims_user_change", args=[cast[Role.REVIEWER].pk])
    assert client.post(address, {"username": "x"}).status_code == 403


def test_nobody_may_delete_anything(cast):
    foundation.lay()
    assert not any(
        perm.codename.startswith("delete_") for group in Group.objects.all() for perm in group.permissions.all()
    )


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("username", "\u0435ditor"),  # the first letter is Cyrillic
        ("username", "edit\u200bor"),
        ("username", "edit\u202eor"),
        ("display_name", "Nora\u202e Lind"),
        ("display_name", "No\u200bra Lind"),
    ],
)
def test_a_name_that_looks_like_anothers_is_refused(administrator, field, name):
    said = {"username": "newcomer", "email": "n@desk.example", "display_name": "", "password1": "long-enough-words-9",
            "password2": "long-enough-words-9", "usable_password": "true", "groups": []} | {field: name}  # fmt: skip
    before = User.objects.count()
    page = administrator.post(reverse("admin:claims_user_add"), said)
    assert page.status_code == 200
    assert page.context["adminform"].form.errors[field]
    assert User.objects.count() == before


@pytest.mark.parametrize("name", ["ольга", "zoë", "o.lind-2"])
def test_a_name_in_one_alphabet_is_taken(administrator, name):
    said = {"username": name, "email": "n@desk.example", "display_name": "Ольга Lind", "password1": "long-enough-words-9",
            "password2": "long-enough-words-9", "usable_password": "true", "groups": []}  # fmt: skip
    administrator.post(reverse("admin:claims_user_add"), said)
    assert User.objects.filter(username=name).exists()


def form_of(page):
    """What a browser would send back of a panel's page."""
    form = page.context["adminform"].form
    sent = {name: form[name].value() for name in form.fields}
    for inline in page.context["inline_admin_formsets"]:
        sent |= {
            bound.html_name: bound.value()
            for one in [inline.formset.management_form, *inline.formset.forms]
            for bound in one
        }
    return {name: "" if value is None else value for name, value in sent.items()}


def test_a_source_that_was_changed_meanwhile_is_not_written_over_unseen(administrator, cast):
    source = SourceFactory(name="The ministry")
    address = f"/admin/claims/source/{source.pk}/change/"
    mine = form_of(administrator.get(address)) | {"country": "FR"}
    identities.edit(source, changes={"country": "DE"}, by=cast[Role.TRIAGER])
    refused = administrator.post(address, mine)
    assert "triager changed this" in refused.content.decode()
    source.refresh_from_db()
    assert source.country == "DE"
    assert form_of(refused)["country"] == "FR"
    assert administrator.post(address, form_of(refused)).status_code == 302
    source.refresh_from_db()
    assert source.country == "FR"


def test_a_source_that_nobody_touched_is_saved_at_once(administrator):
    source = SourceFactory(name="The ministry")
    address = f"/admin/claims/source/{source.pk}/change/"
    sent = form_of(administrator.get(address)) | {"country": "FR"}
    assert administrator.post(address, sent).status_code == 302
    source.refresh_from_db()
    assert source.country == "FR"


def put_right(administrator, article, **said):
    address = reverse("admin:claims_article_change", args=[article.pk])
    form = administrator.get(address).context["adminform"].form
    shown = {name: form.initial.get(name) for name in form.fields} | said
    return administrator.post(address, {name: value for name, value in shown.items() if value is not None})


def test_another_date_in_the_panel_has_the_article_read_again(administrator):
    article = ArticleFactory(outlet=None)
    first = ExtractionRunFactory(text_version__article=article, pipeline_version=VERSION, state="done")
    assert put_right(administrator, article, dated="2026-05-03", byline="Ann Doe").status_code == 302
    article.refresh_from_db()
    assert (article.dated, article.byline) == (date(2026, 5, 3), "Ann Doe")
    assert ExtractionRun.objects.exclude(pk=first.pk).get().state == "queued"
    assert list(Event.objects.values_list("verb", flat=True)) == ["edit_article"]


def test_the_panel_does_not_let_an_article_first_appear_in_its_own_outlet(administrator):
    article, outlet = ArticleFactory(outlet=None), OutletFactory()
    answer = put_right(administrator, article, outlet=outlet.pk, republished_from=outlet.pk)
    assert answer.context["adminform"].form.errors.keys() == {"republished_from"}
    assert Event.objects.count() == 0


@pytest.mark.parametrize("dated", ["2999-01-01", "0001-01-01"])
def test_the_panel_refuses_an_impossible_date(administrator, dated):
    answer = put_right(administrator, ArticleFactory(outlet=None), dated=dated)
    assert answer.context["adminform"].form.errors.keys() == {"dated"}

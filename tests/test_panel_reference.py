"""Reference data in the panel: what is refused beside its field, what is locked, and what is blind."""

import json
import re
from html import unescape

import pytest
from django.urls import reverse

from claims.models import (
    ConflictOfInterest,
    Event,
    EventPayload,
    Outlet,
    Policy,
    Publication,
    Rating,
    RatingScale,
    Role,
    Source,
    User,
)
from claims.publishing import publish, ratings
from claims.record import events
from claims.record.policy import edit_policy
from claims.review import rewording, slots
from tests.factories import (
    ClaimFactory,
    ConflictOfInterestFactory,
    OutletFactory,
    PersonFactory,
    SourceFactory,
)
from tests.test_admin import act, form_of

pytestmark = pytest.mark.django_db


def sent_by_browser(page):
    """The values of the form's fields that are really on the page."""
    html = page.content.decode()
    on_page = set(re.findall(r'name="([^"]+)"', html))
    return {name: value for name, value in form_of(page).items() if name in on_page and value is not False}


# --- stale forms ------------------------------------------------------------------------------------------------------


def test_a_policy_that_was_changed_meanwhile_is_not_written_over_unseen(administrator, cast):
    address = reverse("admin:claims_policy_change", args=[1])
    mine = sent_by_browser(administrator.get(address)) | {"lease_minutes": 20}
    edit_policy(Policy.objects.get(), changes={"lease_minutes": 45}, by=cast[Role.EDITOR])
    page = administrator.post(address, mine)
    assert "editor changed this" in page.content.decode()
    assert Policy.objects.get().lease_minutes == 45


def test_a_rating_that_was_changed_meanwhile_is_not_written_over_unseen(administrator):
    scale = RatingScale.objects.get()
    address = reverse("admin:claims_ratingscale_change", args=[scale.pk])
    first, second = (sent_by_browser(administrator.get(address)) for _ in range(2))
    assert administrator.post(address, first | {"ratings-0-label": "Right"}).status_code == 302
    page = administrator.post(address, second | {"ratings-0-label": "Correct"})
    assert "changed this" in page.content.decode()
    assert list(scale.ratings.filter(label__in=["Right", "Correct"]).values_list("label", flat=True)) == ["Right"]


def test_who_only_looks_is_shown_no_field_of_the_form(client, cast):
    User.objects.filter(pk=cast[Role.EDITOR].pk).update(is_staff=True)
    client.force_login(cast[Role.EDITOR])
    page = client.get(reverse("admin:claims_outlet_change", args=[OutletFactory().pk])).content.decode()
    assert "Seen" not in page


# --- conflicts of interest --------------------------------------------------------------------------------------------


def declare(client, **said):
    kept = {"person": "", "source": "", "outlet": "", "reason": "Worked there"}
    return client.post(reverse("admin:claims_conflictofinterest_add"), kept | said)


def faults(page):
    return {name: " ".join(told) for name, told in page.context["adminform"].form.errors.items()}


def test_a_tie_names_one_thing_and_is_told_so_in_words(administrator):
    person, source, outlet = PersonFactory(), SourceFactory(), OutletFactory()
    assert "a source or an outlet" in faults(declare(administrator, person=person.pk))["source"]
    both = faults(declare(administrator, person=person.pk, source=source.pk, outlet=outlet.pk))
    assert "not both" in both["outlet"]
    assert "violated" not in str(both)


def test_a_tie_is_declared_once(administrator):
    tie = ConflictOfInterestFactory()
    assert "declared already" in faults(declare(administrator, person=tie.person_id, source=tie.source_id))["source"]
    assert ConflictOfInterest.objects.count() == 1


def test_a_tie_ends_and_the_record_keeps_it(administrator, cast):
    reviewer, claim = cast[Role.REVIEWER], ClaimFactory(queued=True)
    tie = ConflictOfInterestFactory(person=reviewer, source=claim.appearances.get().statement.source)
    act(administrator, "conflictofinterest", "end_conflict", tie)
    event = Event.objects.get()
    assert (event.verb, event.object_type, event.object_id) == ("end_conflict", "conflictofinterest", tie.pk)
    [told] = json.loads(event.payload.body)["before"]
    assert (told["person_id"], told["source_id"], told["reason"]) == (reviewer.pk, tie.source_id, tie.reason)
    assert slots.take(claim, by=reviewer).holder == reviewer
    assert events.verify().holds


# --- rating scales ----------------------------------------------------------------------------------------------------


@pytest.fixture
def scale(administrator):
    scale = RatingScale.objects.get()
    address = reverse("admin:claims_ratingscale_change", args=[scale.pk])

    def save(**said):
        return administrator.post(address, sent_by_browser(administrator.get(address)) | said)

    save.row = scale
    return save


def rating_faults(page):
    [inline] = page.context["inline_admin_formsets"]
    return " ".join(str(form.errors) for form in inline.formset.forms) + str(inline.formset.non_form_errors())


@pytest.mark.parametrize("field", ["label", "key", "ordinal", "definition"])
def test_a_rating_that_went_out_is_locked(scale, field):
    used = scale.row.ratings.all()[0]
    Publication.objects.filter(pk=ClaimFactory(published=True).publications.get().pk).update(rating=used)
    page = scale(**{f"ratings-0-{field}": {"ordinal": "9"}.get(field, "other")})
    assert "Make a new version" in unescape(rating_faults(page))
    assert Rating.objects.get(pk=used.pk).label == used.label
    assert scale(**{"ratings-0-icon": "check"}).status_code == 302


@pytest.mark.parametrize("ordinal", ["0", "99999", "4"])
def test_an_ordinal_that_says_nothing_is_refused(scale, ordinal):
    page = scale(**{"ratings-0-ordinal": ordinal})
    assert page.status_code == 200
    assert rating_faults(page) != ""
    assert scale.row.ratings.filter(ordinal=5).count() == 1


def test_a_new_version_has_the_same_words_and_waits_to_be_used(administrator):
    old = RatingScale.objects.get()
    act(administrator, "ratingscale", "new_version", old)
    new = RatingScale.objects.get(version=2)
    assert list(new.ratings.values_list("key", flat=True)) == list(old.ratings.values_list("key", flat=True))
    assert (new.current, old.ratings.count(), Event.objects.get().verb) == (
        False,
        new.ratings.count(),
        "add_ratingscale",
    )


def test_the_scale_that_is_ticked_is_the_one_in_use(administrator, scale):
    act(administrator, "ratingscale", "new_version", scale.row)
    new = RatingScale.objects.get(version=2)
    address = reverse("admin:claims_ratingscale_change", args=[new.pk])
    before = Event.objects.count()
    administrator.post(address, sent_by_browser(administrator.get(address)) | {"current": "on"})
    assert list(RatingScale.objects.order_by("pk").values_list("version", "current")) == [(1, False), (2, True)]
    assert Event.objects.count() == before + 1
    assert scale(current="on").status_code == 302
    assert list(RatingScale.objects.order_by("pk").values_list("version", "current")) == [(1, True), (2, False)]
    assert set(ratings.in_use()) == set(scale.row.ratings.all())
    assert events.verify().holds


def test_a_scale_whose_tick_went_to_another_meanwhile_is_not_ticked_again_unseen(administrator, scale):
    act(administrator, "ratingscale", "new_version", scale.row)
    new = RatingScale.objects.get(version=2)
    own = reverse("admin:claims_ratingscale_change", args=[scale.row.pk])
    mine = sent_by_browser(administrator.get(own))
    address = reverse("admin:claims_ratingscale_change", args=[new.pk])
    administrator.post(address, sent_by_browser(administrator.get(address)) | {"current": "on"})
    assert "changed this on" in unescape(administrator.post(own, mine).content.decode())
    assert RatingScale.objects.get(current=True) == new


def test_a_new_scale_that_is_ticked_takes_over(administrator):
    given = {"ratings-TOTAL_FORMS": "1", "ratings-INITIAL_FORMS": "0", "name": "New", "version": "1", "current": "on"}
    rating = {"ratings-0-key": "right", "ratings-0-label": "Right", "ratings-0-definition": "It is so."}
    assert administrator.post(reverse("admin:claims_ratingscale_add"), given | rating).status_code == 302
    assert RatingScale.objects.get(current=True).name == "New"


def test_one_scale_stays_in_use(scale):
    page = scale(current="")
    assert "One scale has to be in use" in faults(page)["current"]
    assert RatingScale.objects.filter(current=True).exists()


def test_a_scale_without_ratings_does_not_come_into_use(administrator):
    empty = {"ratings-TOTAL_FORMS": "0", "ratings-INITIAL_FORMS": "0", "name": "New", "version": "1", "current": "on"}
    page = administrator.post(reverse("admin:claims_ratingscale_add"), empty)
    assert "cannot be in use" in rating_faults(page)
    assert RatingScale.objects.count() == 1


def test_the_page_of_publishing_says_why_no_rating_can_be_chosen(client, cast):
    claim = ClaimFactory(decided=True)
    client.force_login(cast[Role.EDITOR])
    assert "No rating can be chosen" not in client.get(reverse("claim_publish", args=[claim.pk])).content.decode()
    RatingScale.objects.update(current=False)
    assert "No rating can be chosen" in client.get(reverse("claim_publish", args=[claim.pk])).content.decode()


# --- policy, sources, outlets, feeds ----------------------------------------------------------------------------------


def test_high_harm_never_needs_fewer_reviews_than_the_rest(administrator):
    address = reverse("admin:claims_policy_change", args=[1])
    page = administrator.post(
        address, sent_by_browser(administrator.get(address)) | {"reviews": 3, "reviews_high_harm": 1}
    )
    assert "at least as many" in faults(page)["reviews_high_harm"]


def add(client, kind, **said):
    kept = {"kind": "other", "aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0", "poll_minutes": "30"}
    return client.post(reverse(f"admin:claims_{kind}_add"), kept | said)


def test_a_name_that_is_taken_is_said_beside_its_field(administrator):
    SourceFactory(name="River Board")
    other = SourceFactory(name="Port Town")
    assert "River Board" in faults(add(administrator, "source", name="the river  board"))["name"]
    address = reverse("admin:claims_source_change", args=[other.pk])
    page = administrator.post(address, sent_by_browser(administrator.get(address)) | {"name": "River Board"})
    assert "River Board" in faults(page)["name"]


def test_a_circle_of_bodies_is_said_beside_its_field(administrator):
    body = SourceFactory(name="Ministry")
    office = SourceFactory(name="Office", parent=body)
    address = reverse("admin:claims_source_change", args=[body.pk])
    page = administrator.post(address, sent_by_browser(administrator.get(address)) | {"parent": office.pk})
    assert "belongs to this one" in faults(page)["parent"]


@pytest.mark.parametrize(
    ("kind", "said", "field"),
    [
        ("source", {"name": "\u200b"}, "name"),
        ("source", {"name": "River\u200b Board"}, "name"),
        ("source", {"name": "River Board\u3164"}, "name"),
        ("source", {"name": "River \u200cBoard"}, "name"),
        ("source", {"name": "River Board", "country": "zz"}, "country"),
        ("source", {"name": "River Board", "wikidata_id": "nonsense"}, "wikidata_id"),
        ("outlet", {"name": "News", "host": "news.example/path here"}, "host"),
        ("outlet", {"name": "\u2060"}, "name"),
        ("feed", {"address": "https://user:word@news.example/rss"}, "address"),
        ("feed", {"address": "http://127.0.0.1/rss"}, "address"),
        ("feed", {"address": "http://localhost./rss"}, "address"),
        ("feed", {"address": "http://224.0.0.1/rss"}, "address"),
        ("feed", {"address": "http://168.63.129.16/rss"}, "address"),
        ("feed", {"address": "http://localhost/rss"}, "address"),
    ],
)
def test_nonsense_is_refused_beside_its_field(administrator, kind, said, field):
    outlet = OutletFactory() if kind == "feed" else None
    assert field in faults(add(administrator, kind, **said, **({"outlet": outlet.pk} if outlet else {})))
    assert not Event.objects.exists()


def test_what_makes_sense_is_taken(administrator):
    assert add(administrator, "source", name="Nämnd", country="se", wikidata_id="Q142").status_code == 302
    assert Source.objects.get(name="Nämnd").country == "SE"
    assert add(administrator, "outlet", name="News", host="News.Example.org").status_code == 302
    outlet = Outlet.objects.get(host="news.example.org")
    assert add(administrator, "feed", outlet=outlet.pk, address="https://news.example.org/rss").status_code == 302


def test_a_new_source_is_shown_nothing_that_only_the_database_knows(administrator):
    assert "DatabaseDefault" not in administrator.get(reverse("admin:claims_source_add")).content.decode()


# --- what is only looked at -------------------------------------------------------------------------------------------


def test_a_claims_numbers_and_reasons_are_for_people(administrator):
    claim = ClaimFactory(check_worthiness=0.4699419028329185, reasons=["a number", "a place"])
    page = administrator.get(reverse("admin:claims_claim_change", args=[claim.pk])).content.decode()
    assert "0.47" in page
    assert "0.4699" not in page
    assert "a number; a place" in page


def test_an_event_says_what_was_done_in_words_and_has_no_history(administrator, cast):
    events_ = act(administrator, "conflictofinterest", "end_conflict", ConflictOfInterestFactory())
    assert events_.status_code == 200
    event = Event.objects.get()
    page = administrator.get(reverse("admin:claims_event_change", args=[event.pk])).content.decode()
    assert "End a conflict of interest" in page
    assert "historylink" not in page


def test_the_decision_of_a_publication_is_as_blind_as_on_the_desk(client, cast):
    both = PersonFactory(roles=[Role.ADMINISTRATOR, Role.REVIEWER], is_staff=True)
    claim = ClaimFactory(published=True)
    publication = claim.publications.get()
    client.force_login(both)
    address = reverse("admin:claims_publication_change", args=[publication.pk])
    assert str(publication.decision) in client.get(address).content.decode()
    publish.reopen(claim, note="A new report came out.", by=cast[Role.EDITOR])
    assert str(publication.decision) not in client.get(address).content.decode()


# --- redaction --------------------------------------------------------------------------------------------------------


@pytest.fixture
def erasable(client, cast):
    claim = ClaimFactory()
    client.force_login(cast[Role.EDITOR])
    told = "Anna Lind, of the ministry, told us so."
    rewording.reword(claim, wording=told, reason="the name", by=cast[Role.TRIAGER])
    return Event.objects.get(verb="reword")


def test_an_editor_erases_what_an_event_told_from_the_claims_history(client, erasable):
    history = reverse("claim_history", args=[erasable.claim_id])
    address = reverse("event_redact", args=[erasable.pk])
    assert address in client.get(history).content.decode()
    page = client.get(address).content.decode()
    assert "What goes, for ever" in page
    assert "Anna Lind" in page
    assert client.post(address, {"reason": "  "}).status_code == 422
    assert EventPayload.objects.filter(event=erasable).exists()
    assert client.post(address, {"reason": "To protect a source"}).url == history
    assert not EventPayload.objects.filter(event=erasable).exists()
    assert events.verify().erased == 1
    assert events.verify().holds
    after = client.get(history).content.decode()
    assert "erased what an event told" in after
    assert "its content was erased" in after


def test_what_tells_of_an_erasure_stays(client, erasable):
    client.post(reverse("event_redact", args=[erasable.pk]), {"reason": "To protect a source"})
    told = Event.objects.get(verb="redact")
    assert (
        reverse("event_redact", args=[told.pk])
        not in client.get(reverse("claim_history", args=[told.claim_id])).content.decode()
    )
    assert client.post(reverse("event_redact", args=[told.pk]), {"reason": "x"}).status_code == 409
    assert EventPayload.objects.filter(event=told).exists()


def test_what_tells_of_the_desks_rules_and_accounts_stays(client, cast, erasable):
    edit_policy(Policy.objects.get(), changes={"four_eyes": False}, by=cast[Role.EDITOR])
    told = Event.objects.get(verb="edit_policy")
    address = reverse("event_redact", args=[told.pk])
    assert "scales stays" in client.get(address).content.decode()
    refused = client.post(address, {"reason": "To protect a source"})
    assert refused.status_code == 409
    assert "ties and rating scales stays" in unescape(refused.content.decode())
    assert EventPayload.objects.filter(event=told).exists()
    User.objects.filter(pk=cast[Role.EDITOR].pk).update(is_staff=True)
    assert address not in client.get(reverse("admin:claims_event_change", args=[told.pk])).content.decode()
    link = reverse("event_redact", args=[erasable.pk])
    assert link in client.get(reverse("admin:claims_event_change", args=[erasable.pk])).content.decode()


def test_nobody_else_is_offered_the_door(client, cast, erasable):
    for role in set(Role) - {Role.EDITOR}:
        client.force_login(cast[role])
        assert client.post(reverse("event_redact", args=[erasable.pk]), {"reason": "x"}).status_code == 403
    client.force_login(cast[Role.TRIAGER])
    assert "/redact/" not in client.get(reverse("claim_history", args=[erasable.claim_id])).content.decode()


def test_a_new_source_is_not_offered_to_be_merged_at_once(administrator):
    address = reverse("admin:claims_source_add")
    page = administrator.get(address)
    assert 'name="merged_into"' not in page.content.decode()
    other = SourceFactory()
    administrator.post(address, sent_by_browser(page) | {"name": "The ministry", "merged_into": other.pk})
    assert Source.objects.get(name="The ministry").merged_into is None

"""A verdict that is not public is for the desk's readers: a contributor meets it at no door (record/visibility)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import ChangedPlace, Claim, Match, Role, Status, Suggestion, Verdict
from claims.record import visibility
from tests.factories import ClaimFactory, TextVersionFactory
from tests.views.test_articles import own_queries

pytestmark = pytest.mark.django_db
CHIP = '<span class="chip chip-good">Supported</span>'
NEARBY = "Decided · Supported"


def decided(**more):
    return ClaimFactory(decided=True, wording="2,000 were detained.", **more)


def in_the_list(claim):
    return reverse("claims"), CHIP


def on_the_due_list(claim):
    Claim.objects.filter(pk=claim.pk).update(look_again_by=timezone.localdate())
    return reverse("due"), CHIP


def on_its_page(claim):
    return claim.get_absolute_url(), "Verification status: Supported"


def its_attribution_on_its_page(claim):
    Claim.objects.filter(pk=claim.pk).update(attribution_verdict="misquoted")
    return claim.get_absolute_url(), "Attribution: Misquoted"


def as_of_on_its_page(claim):
    Claim.objects.filter(pk=claim.pk).update(as_of=timezone.localdate())
    return claim.get_absolute_url(), "true as of"


def beside_its_article(claim):
    return claim.article.get_absolute_url(), CHIP


def under_changed_words(claim):
    was = claim.appearances.get().text_version
    newer = TextVersionFactory(article=claim.article, number=was.number + 1, text="Other words.")
    ChangedPlace.objects.create(claim=claim, was_in=was, was_start=0, was_end=9, text_version=newer, wording_number=1)
    return reverse("article_changes", args=[claim.article_id]), CHIP


def near_by(claim):
    other = ClaimFactory(wording="2,001 were detained.")
    Suggestion.objects.create(claim=other, other_claim=claim, score=0.7)
    return other.get_absolute_url(), NEARBY


def of_one_quantity(claim):
    other = ClaimFactory(wording="798 were detained.")
    Match.objects.create(claim_version=other.wordings.get()).same_quantity.add(claim)
    return other.get_absolute_url(), NEARBY


DOORS = [
    in_the_list,
    on_the_due_list,
    on_its_page,
    its_attribution_on_its_page,
    as_of_on_its_page,
    beside_its_article,
    under_changed_words,
    near_by,
    of_one_quantity,
]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.REVIEWER])
def test_a_decided_verdict_is_shown_to_a_reviewer_and_to_no_contributor(client, cast, door, role):
    claim = decided()
    address, told = door(claim)
    client.force_login(cast[role])
    page = client.get(address).content.decode()
    assert claim.get_absolute_url() in page
    assert (told in page) is (role == Role.REVIEWER)


@pytest.mark.parametrize("door", [in_the_list, on_the_due_list, on_its_page])
def test_a_published_verdict_is_shown_to_a_contributor_too(client, cast, door):
    address, told = door(ClaimFactory(published=True))
    client.force_login(cast[Role.CONTRIBUTOR])
    assert told in client.get(address).content.decode()


def test_a_claim_without_a_verdict_says_so_to_everybody(client, cast):
    client.force_login(cast[Role.CONTRIBUTOR])
    assert "Verification status: Unverified" in client.get(ClaimFactory().get_absolute_url()).content.decode()


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.REVIEWER])
def test_the_filter_finds_by_verdicts_that_the_asker_may_read(client, cast, role):
    hidden = ClaimFactory(decided=True)
    public = ClaimFactory(published=True)
    ClaimFactory(published=True, verdict=Verdict.REFUTED)
    client.force_login(cast[role])
    with CaptureQueriesContext(connection) as captured:
        page = client.get(reverse("claims"), {"verdict": Verdict.SUPPORTED})
    found = {row.record.pk for row in page.context["table"].paginated_rows}
    assert found == ({public.pk} if role == Role.CONTRIBUTOR else {public.pk, hidden.pk})
    assert len(own_queries(captured)) <= 6


@pytest.mark.parametrize("name", ["claims", "due"])
@pytest.mark.parametrize("many", [1, 12])
def test_a_list_asks_a_contributor_no_question_per_verdict(client, cast, name, many):
    for _ in range(many):
        ClaimFactory(decided=True)
    Claim.objects.update(look_again_by=timezone.localdate())
    client.force_login(cast[Role.CONTRIBUTOR])
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse(name))
    assert len(own_queries(captured)) <= 6


def test_the_rule_for_a_row_at_hand_is_the_rule_for_queries(cast):
    for status in Status:
        ClaimFactory(**({status.value: True} if status != Status.CANDIDATE else {}), verdict=Verdict.SUPPORTED)
    for person in cast.values():
        counted = set(Claim.objects.filter(visibility.verdicts_readable_by(person)))
        with_verdict = Claim.objects.exclude(verdict="").exclude(
            status=Status.WITHDRAWN
        )  # shown to some, counted for none
        assert counted == {one for one in with_verdict if not visibility.hides_verdict(one, person)}


@pytest.mark.parametrize("door", [in_the_list, on_its_page, beside_its_article])
def test_a_withdrawn_verdict_is_called_withdrawn_and_is_for_the_desks_readers(client, cast, door):
    address, _told = door(ClaimFactory(withdrawn=True, verdict=Verdict.REFUTED))
    shown = {}
    for role in (Role.REVIEWER, Role.CONTRIBUTOR):
        client.force_login(cast[role])
        shown[role] = client.get(address).content.decode()
    assert "Refuted, withdrawn" in shown[Role.REVIEWER]
    assert "Refuted" not in shown[Role.CONTRIBUTOR].partition("<main")[2].replace(">Refuted</option>", "")


def test_a_withdrawn_verdict_counts_for_nobody(cast):
    withdrawn = ClaimFactory(withdrawn=True, verdict=Verdict.REFUTED)
    for role in (Role.REVIEWER, Role.EDITOR):
        assert not Claim.objects.filter(visibility.verdicts_readable_by(cast[role]), pk=withdrawn.pk).exists()

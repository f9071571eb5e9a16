import pytest

from claims.models import Claim, SlotState, Status
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", [s for s in Status if s != Status.CANDIDATE])
def test_each_trait_makes_a_claim_in_its_status(status):
    claim = factories.ClaimFactory(**{status.value: True})
    assert Claim.objects.get(pk=claim.pk).status == status


def test_a_claim_in_review_has_a_held_slot():
    claim = factories.ClaimFactory(in_review=True, rows__required=2)
    assert [slot.state for slot in claim.slots.all()] == [SlotState.HELD, SlotState.OPEN]


@pytest.mark.parametrize("name", [n for n in dir(factories) if n.endswith("Factory") and n != "DjangoModelFactory"])
def test_every_factory_makes_a_row_by_itself(name):
    factory = getattr(factories, name)
    assert factory._meta.model._default_manager.filter(pk=factory().pk).exists()

"""The list of claims, narrowed by who said them and who reviewed them."""

import pytest
from django.urls import reverse

from claims.models import Role
from tests.factories import AppearanceFactory, ClaimFactory, SourceFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, cast):
    client.force_login(cast[Role.EDITOR])
    return client


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"source": "quill"}, ["Said by Quill."]),
        ({"said_by": "named"}, ["Said by Quill."]),
        ({"said_by": "unresolved"}, ["Said by somebody."]),
        ({"said_by": "article"}, ["Said by the article.", "Stands nowhere."]),
    ],
)
def test_claims_are_found_by_who_said_them(editor, asked, found):
    for wording, statement in (
        ("Said by Quill.", StatementFactory(source=SourceFactory(name="Ada Quill"))),
        ("Said by somebody.", StatementFactory(source=None, form="indirect")),
        ("Said by the article.", StatementFactory(source=None, form="narrated")),
    ):
        AppearanceFactory(
            claim=ClaimFactory(wording=wording, appearance=False),
            statement=statement,
            text_version=statement.text_version,
        )
    ClaimFactory(wording="Stands nowhere.", appearance=False)
    assert sorted(row.record.wording for row in editor.get(reverse("claims"), asked).context["table"].rows) == found


def test_the_claims_that_a_colleague_reviewed_are_listed_once_their_round_is_over(client, cast):
    over = ClaimFactory(decided=True, rows__reviewer=cast["second"])
    ClaimFactory(in_review=True, rows__reviewer=cast["second"], rows__required=2)
    client.force_login(cast[Role.EDITOR])
    page = client.get(reverse("claims"), {"reviewer": cast["second"].username})
    assert [row.record for row in page.context["table"].rows] == [over]

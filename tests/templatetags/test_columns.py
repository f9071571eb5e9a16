"""The cells of a table are marked with their column's kind and name."""

import re

import pytest
from django_tables2 import Column

from claims.models import Role
from claims.tables import ClaimTable
from claims.templatetags.columns import in_each_cell
from tests.factories import ClaimFactory, PersonFactory

pytestmark = pytest.mark.django_db


def test_each_cell_of_a_list_says_of_which_column_it_is(client):
    ClaimFactory.create_batch(2, queued=True)
    client.force_login(PersonFactory(roles=[Role.REVIEWER]))
    page = client.get("/claims/").content.decode()
    told = re.findall(r'<td class="([a-z-]+)" data-label="([^"]*)">', page)
    assert told[:2] == [("cell-main", "Claim"), ("cell-words", "Source")]
    assert len(told) == page.count("<td") == 2 * len(ClaimTable.base_columns)
    assert told[: len(told) // 2] == told[len(told) // 2 :]


def test_a_column_of_another_table_is_found_out_anew():
    class Other(ClaimTable):
        wording = Column(verbose_name='Its "words"')

    columns = [table([]).columns["wording"] for table in (ClaimTable, Other)]
    assert [in_each_cell(column).rpartition("=")[2] for column in columns] == ['"Claim"', '"Its &quot;words&quot;"']

"""Each test of the record ends with the desk's rows compared with it, but for those that went around it on purpose."""

import pytest

from claims.record import rows
from claims.record.told import MADE_BY
from tests import factories


@pytest.fixture(autouse=True)
def rows_stand_as_the_record_tells_them(request, monkeypatch):
    """Rows that a factory made are told by no event: a test that has such a row is not asked which rows are untold."""
    marked = request.node.get_closest_marker("django_db")
    if marked is None or request.node.get_closest_marker("goes_around_the_record"):
        yield
        return
    request.getfixturevalue("transactional_db" if marked.kwargs.get("transaction") else "db")
    untold = set()
    create = factories._Rows._create.__func__

    def create_and_note(cls, model, *args, **kwargs):
        untold.update({model} & set(MADE_BY))
        return create(cls, model, *args, **kwargs)

    monkeypatch.setattr(factories._Rows, "_create", classmethod(create_and_note))
    yield
    if untold:
        monkeypatch.setattr(rows, "MADE_BY", {kind: verbs for kind, verbs in MADE_BY.items() if kind not in untold})
    assert rows.compare().flaw is None

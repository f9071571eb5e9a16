"""Names that tell by a word of their own that they are no person's: what a firm is by its law, what a charity is for."""

import pytest

from claims.extraction.types import SourceKind
from tests.extraction.prose import extracted


def kinds(name: str) -> set[SourceKind | None]:
    text = f"Work on the bridge has stopped. {name} said the steel had been tested twice. “We stand by our work,” {name} said in a statement."
    return {one.source_kind for one in extracted(text).statements if one.source}


@pytest.mark.parametrize("name", ["Norbygg AS", "Lund AB", "Tarvo Oy", "Elm S.A.", "Sol BV", "Ostra A/S", "Sakha PJSC"])
def test_a_firm_is_known_by_its_legal_form(name: str) -> None:
    assert kinds(name) == {SourceKind.ORGANISATION}


@pytest.mark.parametrize(
    "name", ["Rape Support Cymru", "Age Concern Orla", "Living Streets", "Young Minds", "Earth Defenders"]
)
def test_a_charity_is_known_by_what_it_is_for(name: str) -> None:
    assert kinds(name) == {SourceKind.ORGANISATION}


@pytest.mark.parametrize("name", ["Joan Rivers", "Anna Parents", "Mark Hope", "Karl Lund"])
def test_somebody_with_a_first_name_stays_somebody(name: str) -> None:
    assert kinds(name) == {SourceKind.PERSON}

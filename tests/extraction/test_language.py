"""English is told from other languages, in long texts and short ones, and silence from both."""

import pytest

from claims.extraction import language

CASES = [
    ("The government said on Monday that it would raise taxes for all who earn more.", "en"),
    ("Police arrest three", "en"),
    ("Naruto", "en"),
    ("Die Regierung hat am Montag beschlossen, die Steuern für alle Bürger zu senken.", "de"),
    ("El presidente del gobierno anunció ayer una nueva ley sobre la vivienda.", "es"),
    ("Le ministre a déclaré lundi que les impôts augmenteraient pour tous.", "fr"),
    ("Правительство объявило в понедельник о новых мерах поддержки.", "ru"),
    ("政府は月曜日に新しい法律を発表した。", "ja"),
    ("", "und"),
    ("12:30 – 14:45, 3.5", "und"),
    ("👩‍👩‍👧 🎉", "und"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_language_is_named(text: str, expected: str) -> None:
    assert language.detect(text) == expected


def test_an_english_article_with_foreign_quotations_stays_english() -> None:
    text = (
        "The mayor of Lisbon said the city would not give up. «Não vamos desistir», he told reporters. "
        "The crowd answered with songs that had been forbidden until the spring of that year. "
    ) * 3
    assert language.detect(text) == "en"


def test_a_foreign_article_under_an_english_menu_is_foreign() -> None:
    body = "Der Bundestag hat am Donnerstag mit großer Mehrheit für das neue Gesetz gestimmt. " * 20
    assert language.detect("Home\nNews\nSport\nShare\n\n" + body) == "de"


def test_a_long_text_is_read_in_samples() -> None:
    text = "Die Regierung hat das beschlossen. " * 50_000
    assert len(language._sample(text)) < len(text) / 100

"""What of a passage's wording the judge of the second look is shown."""

from claims.extraction.passages import wordings


def test_words_and_pairs_of_neighbours_are_seen() -> None:
    assert {"tell", "your", "tell your", "your friends"} <= wordings.of("Tell your friends.")


def test_the_ends_of_a_passage_belong_to_its_pairs() -> None:
    assert {"^ tell", ". $"} <= wordings.of("Tell your friends.")


def test_a_run_of_names_is_one_word_and_no_name_is_learnt() -> None:
    made = wordings.of("The editor is Ann Mary Holt of Skelby.")
    assert "is X" in made
    assert "X of" in made
    assert not any("holt" in part or "Holt" in part for part in made)


def test_figures_are_all_one() -> None:
    assert wordings.of("It costs 14.50 a year.") == wordings.of("It costs 3 a year.")


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert "join" in wordings.of("Thanks. Join us.")


def test_only_the_beginning_of_a_dump_is_looked_at() -> None:
    assert wordings.of("a " * 5000) == wordings.of("a " * 50_000)

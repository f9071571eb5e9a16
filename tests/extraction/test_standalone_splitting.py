"""Candidate cuts of a sentence, before the learnt judge chooses among them."""

import pytest

from claims.extraction.standalone import phrase, tagging
from claims.extraction.standalone.cutting import splitting
from claims.extraction.standalone.tags import FINITE

CASES = [
    ("semicolon", "The river rose; the harbour was flooded.", ["The river rose", "the harbour was flooded."]),
    ("clause", "The mayor resigned, and the council elected her deputy.", ["The mayor resigned", "the council elected her deputy."]),
    ("verb", "The company was founded in 1990 and moved to Velm in 2003.", ["The company was founded in 1990", "The company moved to Velm in 2003."]),
    ("relative who", "Lind, who led the party for years, died in Rome.", ["Lind died in Rome.", "Lind led the party for years"]),
    ("relative who", "Rai Ben from Peru, who finished in 47 seconds, won.", ["Rai Ben from Peru won.", "Rai Ben from Peru finished in 47 seconds"]),
    ("relative where", "She moved to Velm, where bears live.", ["She moved to Velm.", "bears live in Velm"]),
    ("apposition", "Lind, the first woman in the post, was praised.", ["Lind was praised.", "Lind was the first woman in the post"]),
    ("age", "Lind, 53, has retired.", ["Lind has retired.", "Lind was 53 years old"]),
    ("participle", "The blast hit a market, killing nine people there.", ["The blast hit a market", "The blast killed nine people there."]),
    ("apposition", "Lind, first elected in 2008, was praised.", ["Lind was praised.", "Lind was first elected in 2008"]),
    ("apposition", "The mayor of Velm, a port city, resigned.", ["The mayor of Velm resigned.", "Velm is a port city"]),
    ("apposition", "Lind, a war veteran, activist and candidate, resigned in May.", ["Lind resigned in May.", "Lind was a war veteran, activist and candidate"]),
    ("participle lead", "Known as a critic, Lind was dropped.", ["Lind was known as a critic", "Lind was dropped."]),
    ("with deed", "Lind died in Rome, with no cause of death confirmed yet by doctors.", ["Lind died in Rome", "no cause of death was confirmed yet by doctors."]),
    ("with", "Lind came second, with 48% of the vote.", ["Lind came second", "Lind had 48% of the vote."]),
    ("complements", "Lind is 40 years old and from Velm.", ["Lind is 40 years old", "Lind is from Velm."]),
    ("verb", "The firm left Lima and in 2015 sold its ships.", ["The firm left Lima", "The firm in 2015 sold its ships."]),
    ("gerund before", "She taught in Rome before moving to Lima in 1939.", ["She taught in Rome", "She moved to Lima in 1939."]),
    ("prepositions", "He wrote to the court on May 3 and to the bank on May 7.", ["He wrote to the court on May 3", "He wrote to the bank on May 7."]),
    ("figures", "She supported the 2008 and 2012 campaigns of Lind.", ["She supported the 2008 campaigns of Lind.", "She supported the 2012 campaigns of Lind."]),
    ("figures", "In May, one man in Velm and one in Lima have died of the flu.", ["In May, one man in Velm has died of the flu.", "In May, one in Lima has died of the flu."]),
    ("relative who", "She led the campaign of Viktor Lind, who fled in May.", ["She led the campaign of Viktor Lind.", "Viktor Lind fled in May"]),
    ("participle", "In Peru, over 200 cases were found, leading to 9 deaths.", ["In Peru, over 200 cases were found", "In Peru, over 200 cases led to 9 deaths."]),
    ("clause unmarked", "The inn is the only place offering food and accommodation and the town has no shops.", ["The inn is the only place offering food and accommodation", "the town has no shops."]),
    ("with deed", "The bill passed, with 231 members backing the bill, and 194 members opposing it.", ["The bill passed", "231 members backed the bill, and 194 members opposed it."]),
    ("figures", "There were 10 million cases and 140 thousand deaths worldwide.", ["There were 10 million cases.", "There were 140 thousand deaths worldwide."]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "sentence", "expected"), CASES)
def test_a_cut_leaves_two_propositions(kind: str, sentence: str, expected: list[str]) -> None:
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    found = [
        [phrase.printed(sentence, half, []) for half in (s.left, s.right)]
        for s in splitting.candidates(tokens)
        if s.kind == kind
    ]
    assert expected in found


@pytest.mark.parametrize(("_kind", "sentence", "_expected"), CASES)
def test_a_finder_cuts_nothing_where_all_words_that_it_needs_are_missing(
    _kind: str, sentence: str, _expected: list[str]
) -> None:
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    there = {token.lower for token in tokens}.union(token.tag for token in tokens)
    idle = [finder for finder, needed in splitting.NEEDED.items() if needed.isdisjoint(there)]
    assert idle
    assert [list(finder(tokens)) for finder in idle] == [[] for _ in idle]


UNCUT = [
    "The dam broke at noon.",
    "She was born in Shelby, North Carolina.",
    "Rain fell on May 26, 1953, in Velm.",
    "Guards have beaten and robbed hundreds of migrants.",
]


WHOLE = [
    ("apposition", "The team went to Cleveland, Ohio to take part in the debate."),
    ("apposition", "At the last poll, the Lind Party, the largest of all, won the seat."),
    ("participle", "Lind won 39 seats, giving him a total of 54."),
    ("below because", "Work stopped because the mayor and the council could not agree on it."),
    ("figures", "There are 142 cases, of which three patients have died."),
    ("clause", "The debate is set for May in Velm, Texas, and is to be shorter."),
    ("below since", "Lind had held the post since April 2018 and was the third to hold it."),
    ("dash", "The storm reached the top of the Beaufort–Velm scale and was named."),
    ("verb comma", "The men were held after one of the girls, aged 17, called the police."),
    ("relative which", "They met the president, which was a surprise."),
    ("apposition", "She served in the Velm, New Zealand police force for years."),
]


@pytest.mark.parametrize(("kind", "sentence"), WHOLE)
def test_no_cut_takes_a_subject_or_a_verb_from_its_clause(kind: str, sentence: str) -> None:
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    assert kind not in {split.kind for split in splitting.candidates(tokens)}


@pytest.mark.parametrize("sentence", UNCUT)
def test_one_proposition_offers_no_cut(sentence: str) -> None:
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    assert list(splitting.candidates(tokens)) == []


def test_a_judge_that_refuses_leaves_the_sentence_whole() -> None:
    sentence = "The river rose; the harbour was flooded."
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    assert splitting.propositions(tokens, lambda *_: False) == [splitting.Piece(tokens)]


def test_no_sentence_gives_more_than_the_most_propositions() -> None:
    sentence = "; ".join(f"the {n} rivers rose" for n in range(2, 22)) + "."
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    assert len(splitting.propositions(tokens, lambda *_: True)) <= splitting.MOST_PROPOSITIONS + 1


TAGS = [
    ("The dam broke .", "DT NN VBD ."),
    ("They cannot stay .", "PRP MD VB ."),
    ("Lind was elected and she resigned .", "NNP VBD VBN CCc PRP VBD ."),
    ("He paid 300 euros to Ana .", "PRP VBD CD NNS IN NNP ."),
]


@pytest.mark.parametrize(("sentence", "tags"), TAGS)
def test_plain_words_get_the_tags_that_a_grammar_gives(sentence: str, tags: str) -> None:
    assert [t.tag for t in tagging.tag(sentence, [(0, len(sentence))])[0]] == tags.split()


MISSED = ["The oldest ships belong to the port of Velm.", "A bus from Velm to Lima on Sunday overturned in Rome."]


@pytest.mark.parametrize("sentence", MISSED)
def test_a_whole_sentence_has_a_verb(sentence: str) -> None:
    (tokens,) = tagging.tag(sentence, [(0, len(sentence))])
    assert FINITE.intersection(token.tag for token in tokens)

"""Sets of parts of speech, by the names that `tagging` gives them: what a rule asks of a word before it looks at its letters."""

PLAIN_NOUNS = frozenset(("NN", "NNS"))
NOUNS = PLAIN_NOUNS | {"NNP"}
NOUNS_AND_FIGURES = NOUNS | {"CD"}
SUBJECT_ENDS = NOUNS | {"PRP"}
NOMINAL = NOUNS | {"PRP", "CD", "EX"}
IN_NOUN_PHRASE = NOUNS | {"PRP$", "DT", "JJ", "CD", "POS", "VBN", "VBG"}
OPENS_NOUN_PHRASE = NOUNS | {"PRP", "PRP$", "DT", "JJ", "CD", "EX", "VBG"}
BEGINS_OBJECT = NOUNS | {"DT", "PRP$", "CD", "JJ"}
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
VERBS = FINITE | {"VB", "VBN", "VBG"}
RELATIVES = frozenset(("WDT", "WP", "WRB"))
CLAUSE_ENDS = frozenset((",", ":", ".", "CCc", "CCv", "CCo"))

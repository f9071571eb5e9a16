"""Pronouns, with whom each can stand for, and the determiners that begin a noun phrase."""

MASCULINE = frozenset("he him his himself".split())
FEMININE = frozenset("she her hers herself".split())
NEUTER = frozenset("it its itself".split())
SUBJECTS = frozenset("he she it they".split())
ANY_SUBJECT = SUBJECTS | frozenset("we i you who".split())
PLURAL = frozenset("they them their theirs themselves both".split())
GENDERED = MASCULINE | FEMININE
HE_OR_SHE = frozenset("he she his her him".split())  # as they stand in a sentence about somebody named
THIRD_PERSON = GENDERED | NEUTER | PLURAL
POSSESSIVE = frozenset("his her its their".split())
FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
SECOND_PERSON = frozenset("you your yours yourself yourselves".split())
RELATIVE = frozenset("who whom which that whose".split())
PARTIAL = frozenset(
    "some several many others most few one another none two three".split()
)  # part of a group named before

DEFINITE = frozenset("the this that these those both".split())
INDEFINITE = frozenset("a an one another some several many".split())
DETERMINERS = DEFINITE | INDEFINITE | POSSESSIVE | frozenset("each every any no all most few".split())

"""Nouns whose names have "the" where an article does not say otherwise: "the Treasury", "the No Surprises Act", "the Office for Ports"."""

# As the last word of a name. Towns' councils, universities, banks, hospitals and clubs have it or not as their town says.
LAST_WITH_ARTICLE = frozenset(
    """house court ministry department office treasury act bill agency authority commission committee subcommittee board bureau administration
    government service senate pentagon kremlin party union association federation confederation foundation alliance assembly cabinet army navy
    force forces guard directorate inspectorate tribunal secretariat programme program scheme convention treaty accord agreement constitution
    code regulation ordinance""".split()
)
# As the word before "of" or "for": "the University of Velm".
FIRST_WITH_ARTICLE = (LAST_WITH_ARTICLE - {"house", "government"}) | frozenset(
    "university institute institution council college museum museums academy center centre chamber society league".split()
)
# By itself such a word is nobody's name: "Council leader Ann Lind" is of "the council".
ALONE_WITH_ARTICLE = LAST_WITH_ARTICLE | frozenset("council university bench board club".split())

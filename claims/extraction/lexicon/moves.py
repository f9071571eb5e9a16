"""What somebody did, as a noun: for "the move" that takes up the sentence before."""

# Words that take up what the sentence before said somebody did.
MOVES = frozenset("move step decision action".split())
# The noun for a deed and the word that joins its object.
_DEEDS = """declare:declaration of|endorse:endorsement of|sign:signing of|suspend:suspension of|ban:ban on|approve:approval of
reject:rejection of|cancel:cancellation of|close:closure of|lift:lifting of|impose:imposition of|withdraw:withdrawal of
dismiss:dismissal of|fire:firing of|sack:sacking of|oust:ousting of|appoint:appointment of|nominate:nomination of|expel:expulsion of
extend:extension of|delay:postponement of|postpone:postponement of|launch:launch of|buy:purchase of|acquire:purchase of
recognise:recognition of|recognize:recognition of|invade:invasion of|abolish:abolition of|legalise:legalisation of
legalize:legalization of|adopt:adoption of|introduce:introduction of|repeal:repeal of|pardon:pardon of|grant:granting of
deploy:deployment of|ratify:ratification of|block:blocking of|remove:removal of|reopen:reopening of|dissolve:dissolution of
revoke:revocation of|cut:cut of|raise:raising of|halt:halting of|seize:seizure of|shut:shutdown of|pass:passing of|veto:veto of"""
DEED = dict(pair.split(":") for line in _DEEDS.splitlines() for pair in line.split("|"))
IRREGULAR = {"withdrew": "withdraw", "bought": "buy", "cut": "cut", "shut": "shut"}


def of_verb(past: str) -> str | None:
    """The noun with its joining word for a past form: "suspension of" for "suspended"."""
    if past in IRREGULAR:
        return DEED[IRREGULAR[past]]
    if not past.endswith("ed"):
        return None
    stem = past.removesuffix("ed")
    bases = (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")
    return next((DEED[base] for base in bases if base in DEED), None)

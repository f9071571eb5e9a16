"""Contents that the words of the attribution part in two: what joins the parts is taken back, "There was no damage | , Lund said, *and* | trains ran"."""

from claims.extraction.standalone.clauses import has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens, is_torn, place_of
from claims.extraction.standalone.tagging import Token

JOINING = frozenset(("and", "but"))
OPENS_NOUN = frozenset(("DT", "CD", "JJ", "RBS"))


def closed(tokens: Tokens, whole: Tokens) -> Tokens:
    """The words of a content, of the *whole* sentence, with the "and" or the comma between its parts."""
    made: Tokens = []
    for at, token in enumerate(tokens):
        if at and is_torn(tokens, at):
            if _tells_how(token, whole):
                return made
            made += _joint(made, tokens[at:], whole)
        made.append(token)
    return made


def _tells_how(opens: Token, whole: Tokens) -> bool:
    """Whether the second part tells how it was said: "…, the governor said, *without* | naming it"."""
    at = place_of(whole, opens.start)
    return opens.tag == "VBG" and at > 0 and whole[at - 1].lower == "without"


def _joint(before: Tokens, behind: Tokens, whole: Tokens) -> Tokens:
    """The "and" before the second part, or the comma behind the first one where a noun stands beside it: "a raid | , police said, | the second this year"."""
    if main_verb(before) is None:
        return []  # "The nearest shop, she said, | is shut": one clause
    at = place_of(whole, behind[0].start)
    if at and whole[at - 1].lower in JOINING and whole[at - 1].start > before[-1].end:
        return [whole[at - 1]]
    end = place_of(whole, before[-1].end)
    beside = behind[0].tag in OPENS_NOUN and not has_finite(behind[:2]) and main_verb(behind) is None
    return [whole[end]] if beside and whole[end].tag == "," else []

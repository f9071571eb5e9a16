"""What looks like a clause about the noun before it and is none: a question, a clause inside another, one about somebody further back."""

from claims.extraction.standalone.clauses import has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens

RESULTING = frozenset("resulted led caused prompted triggered sparked meant results leads causes prompts means".split())
NEARBY = 7  # words before "which"
OF_CLAUSE = frozenset("why how what when because where".split())  # "which is *why* it left": all that was told is
OBJECTS = frozenset(("it", "them"))


def tells_no_more(tokens: Tokens, at: int) -> bool:
    """Whether the word asks ("a prank: *Who* would steal it?"), or stands where no noun beside it is meant."""
    return (
        tokens[at].word.istitle()
        or _is_nested(tokens, at)
        or _holds_another(tokens, at)
        or _is_behind_participle(tokens, at)
        or _came_of_more(tokens, at)
        or is_of_clause(tokens, at)
    )


def _holds_another(tokens: Tokens, at: int) -> bool:
    """Whether the clause has another one before its verb: "the surface, *where* algae, which need sun, live"."""
    inner = next((i for i in range(at + 1, len(tokens)) if tokens[i].tag in ("WDT", "WP")), None)
    return (
        tokens[at].tag == "WRB"
        and inner is not None
        and tokens[inner - 1].tag == ","
        and not has_finite(tokens[at + 1 : inner])
    )


def _is_nested(tokens: Tokens, at: int) -> bool:
    """Whether the clause stands inside another that still waits for its verb: "the surface, where algae, *which need sun*, live"."""
    opened = max(
        (i for i in range(at) if tokens[i].lower in ("where", "when") and tokens[i].tag == "WRB"), default=None
    )
    return opened is not None and at - opened > 2 and not has_finite(tokens[opened:at])


def _is_behind_participle(tokens: Tokens, at: int) -> bool:
    """Whether the noun before the clause is of what a participle tells of another: "the crowd, *numbering in the millions*, who filled"."""
    comma = next((i for i in range(at - 2, 0, -1) if tokens[i].tag == ","), None)
    first = next((t for t in tokens[comma + 1 : at] if t.tag != "RB"), None) if comma else None
    return (
        first is not None
        and first.tag == "VBG"
        and first.lower in ("numbering", "ranging", "totalling", "totaling", "aged", "varying")
    )


def _came_of_more(tokens: Tokens, at: int) -> bool:
    """Whether what came of it came of more than the body named last: "changes at the trust, *which had resulted in* delays"."""
    verb = next((t for t in tokens[at + 1 : at + 4] if t.tag != "RB" and t.lower not in ("had", "has", "have")), None)
    placed = any(t.tag == "IN" for t in tokens[max(0, at - 5) : at])
    return tokens[at].lower == "which" and verb is not None and verb.lower in RESULTING and placed


def is_of_clause(tokens: Tokens, at: int) -> bool:
    """Whether "which" is all that was told: "which is why it left", "agreed to settle the case, which saved it the trial"."""
    if tokens[at].lower != "which" or at + 3 >= len(tokens):
        return False
    first, second, third = tokens[at + 1 : at + 4]
    if first.lower in ("is", "was", "'s", "’s") and second.lower in OF_CLAUSE:
        return True
    return first.tag in ("VBD", "VBZ") and second.lower in OBJECTS and third.tag in ("CD", "DT", "NN", "JJ", "IN", "TO")


def is_denied(before: Tokens) -> bool:
    """Whether something is said not to be so: "which" then goes back to all of it, "has no plan, which worries us"."""
    verb = main_verb(before)
    main = [] if verb is None else before[verb : verb + 3]
    below = before[-NEARBY:]  # "it assumes that they do not have a zone, which …"
    return any(t.lower in ("not", "n't", "never", "no") for t in main) or any(t.lower in ("not", "n't") for t in below)

"""Verbs that were drawn to a pronoun, written out behind the name in its place."""

from collections.abc import Iterator, Sequence

from claims.extraction.lexicon.participles import IRREGULAR_PAST
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.tagging import Token

PAST_FORMS = frozenset((*IRREGULAR_PAST.values(), *"been done gone seen taken given known shown".split()))
# Forms that are past and base at once.
BASES_TOO = frozenset(
    "run come become overcome put set cut hit let shut hurt cost bet bid read beat spread cast quit split burst".split()
)
# Past forms that tell how somebody is: "he's determined to stay".
BEING = frozenset(
    "determined committed concerned convinced prepared interested pleased worried tired excited disappointed opposed inclined involved"
    " supposed scheduled expected married engaged confused delighted honored honoured thrilled shocked surprised relieved saddened frustrated frightened scared ashamed devastated annoyed"
    " amazed humbled".split()
)
WRITTEN_OUT = {"ve": "have", "re": "are", "ll": "will", "m": "am"}
CONTRACTED = {
    ("d", True): "had",
    ("d", False): "would",
    ("s", True): "has",
    ("s", False): "is",
}  # before a participle or not


def contracted(tokens: Sequence[Token], found: Sequence[Change]) -> Iterator[Change]:
    """The verbs that were drawn to a pronoun, written out behind the name in its place: "they've" as "the owners have"."""
    ends = {change.end for change in found}
    for at, token in enumerate(tokens):
        if at and token.start in ends and tokens[at - 1].tag == "PRP" and token.word[0] in "'’":
            after = next((t for t in tokens[at + 1 :] if t.tag != "RB"), None)
            if token.lower[1:] == "d" and after is not None and after.lower in BASES_TOO:
                continue  # "they'd cut": had or would, nobody knows
            done = after is not None and (after.tag in ("VBN", "VBD") or _is_past_form(after.lower))
            done = done and after is not None and after.lower not in BEING
            words = WRITTEN_OUT.get(token.lower[1:]) or CONTRACTED.get((token.lower[1:], done))
            if words:
                yield Change(token.start, token.end, f" {words}")


def _is_past_form(verb: str) -> bool:
    return verb in PAST_FORMS or verb.endswith("ed")

""" "The ruling" under the court that made it, "the charge" under what somebody is charged with, where the text tells of one only."""

from collections.abc import Iterator, Sequence

from claims.extraction.entities import Cast, Sort
from claims.extraction.lexicon.calendar import DATES
from claims.extraction.lexicon.courts import CHARGES, COURTS, RULES, RULINGS
from claims.extraction.standalone.change import Change, touched
from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.naming.complements import is_no_head, is_spelled, letters
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE
from claims.extraction.types import Span

POINTS = frozenset(("the", "this", "these", "those", "that"))
TELLS_WHICH = frozenset("of by in on against that which for over to".split())
LONGEST = 6  # words of a court or a crime
IN_CRIME = frozenset(("NN", "NNS", "JJ", "VBN", "CD"))
COUNTS = frozenset(("counts", "count"))


class Rulings:
    """The one court that rules in a text, and the one charge that it tells of."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Tokens]) -> None:
        self._text = text
        self._cast = cast
        self._courts: dict[str, tuple[int, str]] = {}
        self._crimes: dict[str, tuple[int, str]] = {}
        for tokens in sentences:
            self._note_court(tokens)
            for at, token in enumerate(tokens[:-1]):
                if token.lower == "charged" and tokens[at + 1].lower == "with":
                    self._note_crime(tokens, at)

    def changes(self, tokens: Sequence[Token], spelled: str, found: Sequence[Change]) -> Iterator[Change]:
        """What they are of, behind bare nouns among the tokens; *spelled* are the letters already printed."""
        if not (self._courts or self._crimes):
            return
        for at, token in enumerate(tokens):
            called = token.lower in RULINGS or token.lower in CHARGES
            if not at or not called or tokens[at - 1].lower not in POINTS or token.start < 0:
                continue
            after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
            if is_no_head(tokens, at) or after in TELLS_WHICH:
                continue
            known = self._courts if token.lower in RULINGS else self._crimes
            start, words = next(iter(known.values()), (0, ""))
            taken = touched(found, token.start, token.end)
            if len(known) == 1 and start < token.start and not taken and not is_spelled(words, spelled, found):
                yield Change(token.end, token.end, f" of {words}")
                return

    def _note_court(self, tokens: Tokens) -> None:
        if COURTS.isdisjoint(t.lower for t in tokens):
            return
        verb = main_verb(tokens)
        told = subject(tokens, verb) if verb is not None else []
        end = next((i for i, t in enumerate(told) if t.lower in COURTS), None)
        if verb is None or end is None or not any(t.lower in RULES for t in tokens[verb : verb + 3]):
            return
        end = self._with_place(told, end + 1)
        words = told[:end]
        if any(t.tag in ("PRP$", "POS", "CD") for t in words) or len(words) > LONGEST:
            return
        first = words[0]
        whole = self._text[words[0].start : words[-1].end]
        rest = whole.split(" ", 1)[1] if first.tag == "DT" and " " in whole else whole
        key = words[-1].lower if end > len(told) else letters(rest)
        bare = first.lower == "the" and len(words) == len(("the", "court"))
        if bare and self._courts:
            return  # the one before, taken up
        named = first.tag != "DT" and any(t.tag == "NNP" for t in words)
        self._courts.setdefault(key, (tokens[-1].end, whole if named else f"the {rest}"))

    @staticmethod
    def _with_place(told: Tokens, end: int) -> int:
        """Where the court's name ends, with its place: "an appeals court *in Tarvo*"."""
        while end < len(told) and told[end].tag == "NNP" and told[end].word not in DATES:
            end += 1
        far = end + 1
        if end < len(told) and told[end].lower in ("in", "of") and far < len(told) and told[far].tag in ("NNP", "DT"):
            far += told[far].tag == "DT"
            last = far
            while last < len(told) and told[last].tag == "NNP" and told[last].word not in DATES:
                last += 1
            return last if last > far else end
        return end

    def _note_crime(self, tokens: Tokens, at: int) -> None:
        start = at + 2
        end = start
        while end < len(tokens) and end - start < LONGEST and tokens[end].tag in IN_CRIME:
            end += 1
        of_counts = end < len(tokens) and tokens[end - 1].lower in COUNTS
        joined = end < len(tokens) and (tokens[end].tag in ("CCo", "CCv", ",") and tokens[end + 1 : end + 2] != [])
        if end == start or of_counts or (joined and tokens[end + 1].tag in IN_CRIME):
            self._crimes[f"several {at}"] = self._crimes[f"more {at}"] = (tokens[-1].end, "")
            return
        crime = self._text[tokens[start].start : tokens[end - 1].end]
        who = self._charged(tokens, at)
        self._crimes.setdefault(crime.lower(), (tokens[-1].end, f"{crime} against {who}" if who else crime))

    def _charged(self, tokens: Tokens, at: int) -> str:
        """The person who is charged, by name."""
        start = at
        while start and (tokens[start - 1].tag in (*FINITE, "RB", "VBN")):
            start -= 1
        if not start or tokens[start - 1].tag != "NNP":
            return ""
        place = self._cast.mention_at(Span(tokens[start - 1].start, tokens[start - 1].end))
        first = start - 1
        while place is None and first and tokens[first - 1].tag == "NNP":
            first -= 1
            place = self._cast.mention_at(Span(tokens[first].start, tokens[start - 1].end))
        entity = None if place is None else self._cast.entities[self._cast.mention(place)[1]]
        return entity.name if entity is not None and entity.named and entity.sort is Sort.PERSON else ""

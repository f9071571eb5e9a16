""" "The city" under its name, where the text shows of one place only that it is one: "the mayor of Velm"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.extraction.lexicon import nations
from claims.extraction.lexicon.kinds_of_places import KINDS, SHOWN_BY
from claims.extraction.standalone.change import Change, touched
from claims.extraction.standalone.naming.complements import is_spelled
from claims.extraction.standalone.pronouns.speaker import possessive
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import NOUNS_AND_FIGURES

LEAD = 600  # letters in which an article names the place that it is about
NAME = r"((?!(?:The|A|An|His|Her|Its|Their|Our|This|That|Former|Deputy|Lord)\b)[A-Z][\w-]+(?: (?:[A-Z][\w-]+|de|del|la|el))*)"
_KINDS = "|".join(sorted(SHOWN_BY))
SHOWN = re.compile(
    rf"\b(?P<kind>{_KINDS}) of {NAME}(?! and)|\b{NAME}(?:['’]s)? (?:former |deputy )?(?P<behind>{_KINDS})\b"
)
TELLS_WHICH = frozenset("of that which where whose who and".split())
WHOLE = frozenset("district county province region borough municipality".split())  # no name is whole without these
OTHER = r"\b(?:another|other|second|neighbouring|neighboring|nearby|each|every|any|capital|port) "


class Kinds:
    """The places of one text by the sort of place that each is."""

    def __init__(self, text: str, title: str | None) -> None:
        self._text = text
        self._led = f"{title or ''}\n{text[:LEAD]}"
        self._named: dict[str, dict[str, int]] = defaultdict(dict)
        for part in (title or "", text):
            for match in SHOWN.finditer(part):
                if match[3] in nations.ADJECTIVE_OF:
                    continue  # "the Ardanian city of Velm" names another
                behind = match["behind"] if match["behind"] in WHOLE else None
                name = f"the {match[3]} {behind}" if behind else match[2] or match[3]
                for kind in SHOWN_BY[match["kind"] or match["behind"]]:
                    self._named[kind].setdefault(name, match.start() if part is text else 0)
        states = {state for state in nations.US_STATES if f" {state}" in self._led and state != "Washington"}
        if len(states) == 1 and sum(state in text for state in nations.US_STATES) == 1:
            self._named["state"] = {states.pop(): 0}

    def changes(self, tokens: Sequence[Token], spelled: str, found: Sequence[Change]) -> Iterator[Change]:
        """The name for "the city" among the tokens; *spelled* are the letters already printed."""
        for the, noun, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
            if the.lower != "the" or noun.word not in self._named or min(the.start, noun.start) < 0:
                continue
            if after is not None and (after.tag in NOUNS_AND_FIGURES or after.lower in TELLS_WHICH):
                continue
            name = self._name(noun.word, noun.start)
            taken = touched(found, the.start, noun.end)
            if name and not taken and not is_spelled(name, spelled, found):
                whole = name[0].upper() + name[1:] if the.word[0].isupper() else name
                yield Change(the.start, noun.end, whole)
                return

    def fuller(self, change: Change) -> Change:
        """A bare noun that was found for "it", under its name."""
        noun, mark, _ = change.words.removeprefix("the ").replace("’", "'").partition("'")
        name = self._name(noun, change.start) if change.words.startswith("the ") and noun in self._named else None
        return change if name is None else Change(change.start, change.end, possessive(name) if mark else name)

    def _name(self, noun: str, at: int) -> str | None:
        """The one place of that sort; None where the text brings in another."""
        names = self._named[noun]
        if len(names) != 1:
            return None
        name, first = next(iter(names.items()))
        others = re.search(rf"{OTHER}{noun}\b|\b{noun.removesuffix('y')}(?:ies|s)\b", self._text)
        if others or name.removeprefix("the ") not in self._led or (first > at and noun != "state"):
            return None
        return name if noun in KINDS or noun == "state" else None

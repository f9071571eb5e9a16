"""Honest variations of annotated articles: the same statements as other newsrooms would have printed them."""

import random
import re
from collections.abc import Callable, Sequence
from typing import Any

Row = dict[str, Any]
Edit = tuple[int, int, str]  # replace text[start:end] by a string


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


QUOTES = {"curly": ("“", "”"), "single": ("'", "'"), "curly single": ("‘", "’"), "none": ("", "")}
# Weights: most of what is pasted has straight or curly double marks; British papers use single ones.
STYLES = ("straight", "curly", "single", "curly single", "none")
STYLE_WEIGHTS = (45, 25, 15, 11, 4)

PAST = _words(
    "said stated argued noted insisted claimed contended warned added explained maintained asserted remarked tweeted"
    " declared suggested acknowledged replied announced wrote alleged observed conceded"
)
# Attributions without a reporting verb, which few annotated articles hold; each takes "that" and a sentence.
IDIOMS = (
    "is adamant", "are adamant", "was adamant", "made clear", "has made it clear", "voiced concern", "voiced fears",
    "expressed hope", "expressed concern", "took the view", "gave assurances", "issued a warning", "sounded the alarm",
    "is of the opinion", "left no doubt", "held out the prospect", "raised the possibility", "made the case",
    "put forward the idea", "went on record", "let it be known", "floated the idea", "has voiced a belief",
)  # fmt: skip
LIKE_SAID = frozenset({"said", "stated", "claimed", "noted", "remarked", "added"})

SOURCES = (
    "the senator", "a spokesman for the campaign", "Mr. Hale", "Ms. Okafor", "police", "the company", "officials",
    "the governor", "Mrs. Lindqvist", "two people familiar with the matter", "the White House", "a senior official",
    "analysts", "the ministry", "a report by the committee", "state media", "the newspaper", "critics", "residents",
    "Sen. Ruth Calder (D-Ore.)", "the president", "he", "she", "they", "court documents", "the survey", "his lawyer",
    "campaign manager Ted Brill", "the department", "an internal memo", "the charity", "witnesses",
)  # fmt: skip
MEDIA = (
    "Reuters", "local media", "state television", "The Guardian", "Russian media", "the newspaper", "the BBC",
    "news agency TASS", "the Washington Post", "Politico", "several outlets",
)  # fmt: skip
IDIOMATIC = 0.6  # of the frames "X … that"
NAMED = tuple(source for source in SOURCES if source not in {"he", "she", "they"})  # "according to he" is no English
FRAMES = (
    ("{S} {V} that ", ""), ("{S} {V} that ", ""), ("{S} {V} ", ""), ("According to {S}, ", ""), ("", ", according to {S}"),
    ("", ", {S} {V}"), ("", ", {V} {S}"), ("As {S} {V}, ", ""), ("{S} told reporters that ", ""),
)  # fmt: skip
FIRST = _words(
    "Donald Hillary Marco Ted Bernie Jeb Carly Ben Paul Nancy Chuck Mitch Tim Mike Kellyanne Robby Sean Maria Elena"
    " Ahmed Yusuf Ingrid Olga Pedro Chen Wei Aisha Kofi Priya Rahul Janet Ruth Colin Moira Stefan Anke"
)
LAST = _words(
    "Hale Calder Okafor Lindqvist Brill Marlow Pence Tran Castellanos Whitford Adeyemi Novak Petrov Schmidt Duval"
    " Romero Nakamura Osei Banerjee Kowalski Haddad Jensen Moreau Byrne Fraser Whelan Costa Ivanova Keller Dunne"
)


def rewrite(row: Row, edits: Sequence[Edit], extra: Sequence[Row] = ()) -> Row:
    """The article with the edits made and every span moved along; edits must not overlap."""
    ordered = sorted(edits)
    text, parts, last = row["text"], [], 0
    for start, end, new in ordered:
        parts += [text[last:start], new]
        last = end
    parts.append(text[last:])

    def moved(position: int, *, closing: bool) -> int:
        shift = 0
        for start, end, new in ordered:
            if end < position or (end == position and (end > start or not closing)):
                shift += len(new) - (end - start)
            elif start < position:
                return start + shift + (len(new) if closing else 0)
        return position + shift

    def spans(pairs: Sequence[Sequence[int]]) -> list[list[int]]:
        out = [[moved(s, closing=False), moved(e, closing=True)] for s, e in pairs]
        return [pair for pair in out if pair[0] < pair[1]]

    entries = [
        entry | {role: spans(entry[role]) for role in ("source", "cue", "content")} for entry in row["attributions"]
    ]
    return row | {"text": "".join(parts), "attributions": [e for e in entries if e["content"]]}


def restyle_quotes(row: Row, chance: random.Random) -> Row:
    """Other quotation marks throughout."""
    style = chance.choices(STYLES, STYLE_WEIGHTS)[0]
    if style == "straight":
        return row
    opening, closing = QUOTES[style]
    edits = []
    for match in re.finditer('["“”]', row["text"]):
        before = row["text"][match.start() - 1 : match.start()]
        opens = match[0] == "“" or (match[0] == '"' and (not before or before.isspace() or before in "([—-"))
        edits.append((match.start(), match.end(), opening if opens else closing))
    return rewrite(row, edits)


def other_verbs(row: Row, chance: random.Random) -> Row:
    """Now and then another reporting verb where a plain one stands."""
    edits = []
    for entry in row["attributions"]:
        for start, end in entry["cue"][:1]:
            if row["text"][start:end] in LIKE_SAID and chance.random() < 0.25:
                edits.append((start, end, chance.choice(PAST)))
    return rewrite(row, _apart(edits))


def other_names(row: Row, chance: random.Random) -> Row:
    """Other people in the same places."""
    edits: list[Edit] = []
    text = row["text"]
    for name in sorted(
        {e["source_name"] for e in row["attributions"] if e.get("kind") == "person" and e["source_name"]}
    ):
        parts = name.split()
        if len(parts) != 2 or chance.random() < 0.4:
            continue
        first, last = chance.choice(FIRST), chance.choice(LAST)
        title = chance.choice(("", "", "Mr. ", "Mrs. ", "Ms. "))
        for match in re.finditer(rf"\b(?:({re.escape(parts[0])}) )?{re.escape(parts[1])}\b", text):
            edits.append((match.start(), match.end(), f"{first} {last}" if match[1] else title + last))
    return rewrite(row, _apart(edits))


def put_in_mouths(row: Row, chance: random.Random, rate: float = 0.12) -> Row:
    """Some sentences of the article's own voice given to a source, in the frames that newsrooms use."""
    text, edits, frames = row["text"], [], []
    for index, entry in enumerate(row["attributions"]):
        if entry.get("type") != "unattributed" or len(entry["content"]) != 1 or chance.random() > rate:
            continue
        start, end = entry["content"][0]
        whole = (start == 0 or text[start - 2 : start] in (". ", "\n\n") or text[start - 1] == "\n") and text[
            end : end + 1
        ] == "."
        if not whole or "\n" in text[start:end]:
            continue
        before, after = chance.choice(FRAMES)
        who = SOURCES if "{V}" in before + after else NAMED
        verbs = IDIOMS if before == FRAMES[0][0] and chance.random() < IDIOMATIC else PAST
        frames.append((index, before, after, chance.choice(who), chance.choice(verbs)))
    for index, before, after, source, verb in frames:
        start, end = row["attributions"][index]["content"][0]
        edits += [(start, start, _filled(before, source, verb))] if before else []
        edits += [(end, end, _filled(after, source, verb))] if after else []
    made = rewrite(row, edits)
    for index, before, after, source, verb in frames:
        entry = made["attributions"][index]
        (start, end) = entry["content"][0]
        frame = _filled(before or after, source, verb)
        base = start - len(frame) if before else end
        entry |= _roles(frame, before or after, source, verb, base) | {"type": "attributed", "kind": None}
    return made


def relay(row: Row, chance: random.Random, rate: float = 0.05) -> Row:
    """Some whole reporting sentences relayed by a medium: a statement inside a statement."""
    text, wraps = row["text"], []
    for index, entry in enumerate(row["attributions"]):
        if entry.get("type") == "unattributed" or not entry["source"] or chance.random() > rate:
            continue
        start, end = _extent(entry)
        begins = start == 0 or text[start - 1] == "\n" or text[start - 2 : start] == ". "
        if begins and text[end : end + 1] == "." and "\n" not in text[start:end]:
            frame = chance.choice(("{S} {V} that ", "According to {S}, ", "As {S} {V}, "))
            wraps.append((index, frame, chance.choice(MEDIA), chance.choice(("reported", "said", "wrote"))))
    edits = [(_extent(row["attributions"][i])[0],) * 2 + (_filled(f, s, v),) for i, f, s, v in wraps]
    made = rewrite(row, edits)
    for index, frame, source, verb in wraps:
        start, end = _extent(made["attributions"][index])
        words = _filled(frame, source, verb)
        outer = _roles(words, frame, source, verb, start - len(words))
        made["attributions"].append(
            outer | {"type": "attributed", "content": [[start, end]], "kind": None, "claims": []}
        )
    return made


def _extent(entry: Row) -> tuple[int, int]:
    spans = [*entry["source"], *entry["cue"], *entry["content"]]
    return min(s for s, _ in spans), max(e for _, e in spans)


def _filled(frame: str, source: str, verb: str) -> str:
    out = frame.replace("{S}", source).replace("{V}", verb)
    return out[:1].upper() + out[1:] if frame.startswith("{S}") else out


def _roles(made: str, frame: str, source: str, verb: str, base: int) -> Row:
    at = made.lower().index(source.lower())
    cue = verb if "{V}" in frame else "according to" if "ccording" in frame else "told"
    after = at + len(source) if frame.index("{S}") < (frame.find("{V}") if "{V}" in frame else len(frame)) else 0
    cue_at = made.lower().index(cue, 0 if cue == "according to" else after)
    return {
        "source": [[base + at, base + at + len(source)]],
        "cue": [[base + cue_at, base + cue_at + len(cue)]],
    }


def _apart(edits: Sequence[Edit]) -> list[Edit]:
    out: list[Edit] = []
    for edit in sorted(set(edits)):
        if not out or edit[0] >= out[-1][1]:
            out.append(edit)
    return out


STEPS: tuple[Callable[[Row, random.Random], Row], ...] = (
    put_in_mouths,
    relay,
    other_verbs,
    other_names,
    restyle_quotes,
)


def vary(row: Row, chance: random.Random) -> Row:
    """One variation of an article, drawn anew each time."""
    for step in STEPS:
        row = step(row, chance)
    return row

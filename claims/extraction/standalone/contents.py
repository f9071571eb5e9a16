"""The words of a statement's content, sentence by sentence: whole, without marks and openers, with their subject."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.extraction.lexicon.frames import ADMITTING, DENYING
from claims.extraction.lexicon.minds import MINDED
from claims.extraction.standalone import address, gaps, lost_subjects, tagging, torn_ends
from claims.extraction.standalone.clauses import has_finite, main_verb, subject
from claims.extraction.standalone.cutting import dated
from claims.extraction.standalone.cutting.cuts import Tokens, inside_quotes
from claims.extraction.standalone.frames.told import agrees
from claims.extraction.standalone.openers import FEWEST_WORDS, without_openers
from claims.extraction.standalone.pronouns import speaker
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE, RELATIVES
from claims.extraction.standalone.torn_relatives import (
    antecedent,
    behind_clause,
    perfect_before,
    relative_before,
    told_of,
    with_head,
)
from claims.extraction.types import Form, Sentence, Statement

# No content ends with one of these: where it seems to, its end was missed.
HANGING = frozenset(("DT", "IN", "TO", "CCc", "CCv", "CCo", "PRP$", "MD", "WDT", "POS", ","))
HANGING_WORDS = frozenset("is are was were be been has have had any p.m a.m p a".split())
INVERTED = frozenset(("had", "were", "should"))  # before its subject it means "if"
LONGEST_ADVERBIAL = 5  # words between "told them at" and "to go"
SUBJECT_OPENS = frozenset(("DT", "NNP", "NNS", "PRP$", "CD"))
OBJECT_OPENS = frozenset(("DT", "NN", "NNS", "NNP", "PRP$", "CD"))


@dataclass(frozen=True, slots=True)
class Part:
    """What one sentence gives to a statement's content."""

    tokens: Tokens
    sentence: Sentence


class Contents:
    """Reads the contents of one text's statements; its words are tagged once."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.sentences = sorted(sentences, key=lambda s: s.span.start)
        self._starts = [s.span.start for s in self.sentences]
        self.tagged = tagging.tag(text, [(s.span.start, s.span.end) for s in self.sentences])

    def parts(self, statement: Statement) -> Iterator[Part]:
        """The words of the content, sentence by sentence; words outside the prose belong to none."""
        by_sentence: dict[int, Tokens] = {}
        for span in statement.content:
            first = max(0, bisect_right(self._starts, span.start) - 1)
            for number in range(first, bisect_left(self._starts, span.end)):
                inside = self._between(number, span.start, span.end)
                if inside:
                    by_sentence.setdefault(number, []).extend(inside)
        for number in sorted(by_sentence):
            kept = torn_ends.mended(gaps.closed(by_sentence[number], self.tagged[number]), self.tagged[number])
            whole = _with_past(self._to_a_whole(self._with_told(kept, number, statement), number, statement), statement)
            opens = bool(whole) and whole[0].start == self.sentences[0].span.start
            tokens = without_openers(_plain(whole, statement), attributed=statement.attributed, opens=opens)
            if sum(t.word[:1].isalnum() for t in tokens) >= FEWEST_WORDS:
                yield Part(self._with_subject(tokens, number, statement), self.sentences[number])

    def _between(self, number: int, start: int, end: int) -> Tokens:
        """The words of a sentence that lie wholly between two places."""
        tokens = self.tagged[number]
        first = bisect_left(tokens, start, key=lambda t: t.start)
        return tokens[first : bisect_right(tokens, end, key=lambda t: t.end)]

    def _with_told(self, tokens: Tokens, number: int, statement: Statement) -> Tokens:
        """With whom an infinitive is about, where the cue stands between: "They *are thought* | to be ill", "told *them* at noon | to go"."""
        whole = self.tagged[number]
        at = bisect_left(whole, tokens[0].start, key=lambda t: t.start)
        cue = [t for span in statement.cue for t in self._between(number, span.start, span.end)]
        if not at or not cue or cue[-1].end > tokens[0].start:
            return tokens
        known = [t for t in whole[:at] if t.start >= cue[-1].end]
        if (
            [t.tag for t in known] == ["VBG", "IN"]
            and known[1].lower == "that"
            and cue[-1].lower in DENYING | ADMITTING
        ):
            return [*known, *tokens]  # "denied *knowing that* | the till had been emptied"
        passive = cue[0].lower in ("is", "are", "was", "were") and cue[-1].tag in ("VBN", "VBD")
        passive = passive and cue[-1].lower not in MINDED  # who "is determined" to do it is named with that
        if tokens[0].lower == "to" and passive and whole[at - 1] is cue[-1]:
            verb = bisect_left(whole, cue[0].start, key=lambda t: t.start)
            return [*subject(whole[: verb + 1], verb), *tokens]
        to = next((i for i, t in enumerate(tokens[:LONGEST_ADVERBIAL]) if t.lower == "to"), None)
        between = [t for t in whole[:at] if t.start >= cue[-1].end]
        if to and len(between) == 2 and between[0].tag == "PRP" and between[1].tag == "IN":
            return [between[0], *tokens[to:]]
        return tokens

    def _to_a_whole(self, tokens: Tokens, number: int, statement: Statement) -> Tokens:
        """With the words up to the end of the sentence or the next words of the attribution, where the content breaks off."""
        last = tokens[-1]
        if last.tag not in HANGING and last.lower not in HANGING_WORDS and not self._opens_clause(tokens, number):
            return tokens
        behind = bisect_left(self.tagged[number], last.end, key=lambda t: t.start)
        if last.tag == "MD" and [t.tag for t in self.tagged[number][behind : behind + 1]] == [","]:
            return tokens  # "asked whether they might go, she said they *could*, adding …"
        if last.lower == "since" and [t.tag for t in self.tagged[number][behind : behind + 1]] == [","]:
            return tokens  # "has led the party *since*, condemned the arrest"
        spans = (*statement.source, *statement.cue, *statement.content)
        end = min((s.start for s in spans if s.start >= last.end), default=self.sentences[number].span.end)
        return [*tokens, *self._between(number, last.end, max(end, last.end))]

    def _opens_clause(self, tokens: Tokens, number: int) -> bool:
        """Whether the words end with the subject of a clause that they open: "across the road, *where a guard* | was struck"."""
        opens = next((i for i in range(len(tokens) - 1, FEWEST_WORDS, -1) if tokens[i].tag in RELATIVES), None)
        if opens is None or tokens[opens - 1].tag != "," or tokens[opens].tag == "WP":
            return False
        behind = bisect_left(self.tagged[number], tokens[-1].end, key=lambda t: t.start)
        waits = all(t.tag in IN_NOUN_PHRASE for t in tokens[opens + 1 :]) and tokens[-1].tag in ("NN", "NNS")
        return (
            waits
            and opens + 1 < len(tokens)
            and [t.tag in FINITE for t in self.tagged[number][behind : behind + 1]] == [True]
        )

    def _with_subject(self, tokens: Tokens, number: int, statement: Statement) -> Tokens:
        """With what their sentence says of whom, where the words begin with a bare verb or with "which"."""
        whole = self.tagged[number]
        at = bisect_left(whole, tokens[0].start, key=lambda t: t.start)
        found = (
            lost_subjects.of_participle(tokens, whole, at)
            or lost_subjects.of_phrase(tokens, whole, at)
            or lost_subjects.of_accused(tokens, whole, at, statement)
            or lost_subjects.of_what(tokens, whole, at, statement)
            or behind_clause(tokens, whole, at)
        )
        if found:
            return found
        if at and tokens[0].lower in ("which", "who") and len(tokens) > FEWEST_WORDS and tokens[-1].word != "?":
            end = at - (whole[at - 1].tag in (",", ":"))
            head = told_of(whole[:end], tokens)
            return with_head(head, tokens) if head else tokens
        perfect = perfect_before(whole, at) if at and tokens[0].tag in ("VBN", "VBD") else []
        if perfect:
            return [*perfect, *tokens]
        if tokens[0].lower in INVERTED and len(tokens) > 1 and tokens[1].tag in ("PRP", "NNP", "DT"):
            return tokens  # "had he lost, he would have gone"
        relative = relative_before(whole, at, statement) if at and tokens[0].tag in FINITE else None
        if at and _opens_with_manner(tokens) and whole[at - 1].tag.startswith("CC"):
            return _with_main_subject(tokens, whole, at)
        if relative is not None:
            return [*antecedent(whole, relative, tokens[0]), *tokens]
        joined = at > 0 and whole[at - 1].lower == "that"
        if (
            at and tokens[0].tag in FINITE and not joined and not _is_reduced(whole, at, statement)
        ):  # "said that *closures* …": behind "that" stands a noun
            return _with_main_subject(tokens, whole, at)
        return tokens


def _opens_with_manner(tokens: Tokens) -> bool:
    """Whether an adverb stands before a verb that lost its subject: "claims the strait, and | *separately disputes* an islet"."""
    manner = tokens[0].tag == "RB" and tokens[0].lower.endswith("ly")
    return manner and len(tokens) > FEWEST_WORDS and tokens[1].tag in FINITE


def _with_main_subject(tokens: Tokens, whole: Tokens, at: int) -> Tokens:
    """With the subject of the main clause, unless the verb is another's: "Lind says the family asked for it, but | *were* turned down"."""
    verb = main_verb(whole)
    if verb is None or verb > at or (verb < at and whole[at - 1].tag == "PRP") or _is_of_relative(whole, verb, at):
        return tokens
    told = subject(whole, verb)
    if told and not agrees(told, tokens[0]):
        return tokens
    goes_on = verb == at or whole[at - 1].tag.startswith("CC")  # else the verb may be a participle
    return [*(_dated_subject(whole, verb, tokens) if goes_on else told), *tokens]


def _is_of_relative(whole: Tokens, verb: int, at: int) -> bool:
    """Whether "which" waits for the verb at *at*: "failed to tell of it on the call, *which*, along with his claim, | *is* a breach"."""
    return whole[at - 1].tag == "," and any(t.lower == "which" for t in whole[verb:at])


def _is_reduced(whole: Tokens, at: int, statement: Statement) -> bool:
    """Whether what stands right before the source is what the verb is of: "the number the agency believes | *were killed*"."""
    if not statement.cue or not statement.source or statement.cue[-1].end + 1 != whole[at].start:
        return False
    first = next((i for i, t in enumerate(whole) if t.start >= statement.source[0].start), 0)
    return first > 1 and whole[first - 1].tag in ("NN", "NNS") and first < at


def _with_past(tokens: Tokens, statement: Statement) -> Tokens:
    """With a past form for a participle that has a subject and an object, where nothing else in what is said is a verb: "arguing | the office *ignored* growth"."""
    at = next((i for i, t in enumerate(tokens) if t.tag == "VBN"), 0)
    if not statement.cue or not 0 < at < len(tokens) - 1 or has_finite(tokens) or tokens[0].tag not in SUBJECT_OPENS:
        return tokens
    before = [t for t in tokens[:at] if t.tag != "Q"]  # "that Hahn “treated patients as a cash machine”"
    alone = all(t.tag in IN_NOUN_PHRASE for t in before) and before[-1].tag in ("NN", "NNS", "NNP")
    if not alone or tokens[at + 1].tag not in OBJECT_OPENS or tokens[0].start < statement.cue[-1].end:
        return tokens
    return [*tokens[:at], replace(tokens[at], tag="VBD"), *tokens[at + 1 :]]


def _dated_subject(whole: Tokens, verb: int, tokens: Tokens) -> Tokens:
    """The subject of a sentence with the day that leads it in: "*In 2018, the office* barred the sale, citing the risk, | and fined two banks"."""
    between = [t for t in whole[verb:] if t.start < tokens[0].start and t.tag in ("WDT", "WP", ",")]
    if between and between[-1].tag != ",":
        return []  # "the movement, which Norsk accuses of it *and has banned*": not the subject of the sentence has
    told = subject(whole, verb)
    lead = [] if not told or dated.is_of_other_time(whole[verb], tokens) else dated.leading(whole)
    return [*lead, *told] if lead[-1:] and lead[-1].tag == "," else told


def _without_marks(tokens: Tokens, statement: Statement) -> Tokens:
    """A quotation that is the whole of the content, or speaks of "me", loses its marks; a quoted phrase keeps them."""
    inside = inside_quotes(tokens)
    words = [quoted for token, quoted in zip(tokens, inside, strict=True) if token.word[:1].isalnum()]
    lone = sum(t.tag == "Q" for t in tokens) == 1
    personal = speaker.has_first_person([t for t, quoted in zip(tokens, inside, strict=True) if quoted])
    if statement.form is Form.DIRECT or all(words) or lone or personal:
        return [t for t in tokens if t.tag != "Q"]
    return tokens


def _plain(tokens: Tokens, statement: Statement) -> Tokens:
    """Without quotation marks, and without those whom a speaker addresses."""
    tokens = _without_marks(tokens, statement)
    return address.without(tokens) if statement.attributed else tokens

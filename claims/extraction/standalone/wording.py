"""From one statement to its claims: cut into propositions, completed, put into the third person, named and dated."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.extraction.entities import Cast, Name
from claims.extraction.lexicon.clauses import TAKEN_UP
from claims.extraction.standalone import ages, bare_figures, confidence, doubts, keeping, open_subjects, phrase
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import has_finite, main_verb, subject
from claims.extraction.standalone.confidence import Worded
from claims.extraction.standalone.contents import Contents, Part
from claims.extraction.standalone.cutting import and_that, judging, mended, splitting
from claims.extraction.standalone.cutting.cuts import GAP, Split, Tokens, inside_quotes, opens_pair
from claims.extraction.standalone.frames import completing
from claims.extraction.standalone.frames.told import SUBJECT_FORMS, Told, denies_denial
from claims.extraction.standalone.happenings import disease, happening, scene
from claims.extraction.standalone.naming.names import Naming
from claims.extraction.standalone.pronouns import here, speaker, there_is
from claims.extraction.standalone.pronouns.speaker import Speaker
from claims.extraction.standalone.pronouns.speaking import Speaking
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, NOUNS_AND_FIGURES
from claims.extraction.standalone.times import dates, present, tallies, timing
from claims.extraction.standalone.told_by_others import ToldByOthers
from claims.extraction.types import Appearance, ClaimText, Form, Sentence, Span, Statement

_NOT = re.compile(r"\b((?:do|does|did) not|(?:do|does|did)n['’]t) (?:\w+ly )?$")  # "*do not* really believe"
_AUXILIARY = re.compile(r"\b((?:do|does|did|has|have|had) not) $")  # "*does* | not accuse"
SUBJECTS = frozenset(SUBJECT_FORMS.values())
PUT_ANEW = frozenset(("innocent", "she"))
ORDERING = frozenset(("while", "although", "though", "whereas"))  # no use before a single clause
EITHER = frozenset(("because", "since", "as", "when", "after", "before"))  # may stand before a noun or a clause
FEWEST_OF_CLAUSE = 4  # words of a clause with the word that hangs it on another
DRAWING = frozenset("meaning indicating showing suggesting implying".split())
POINTED_AT = frozenset("number figure total toll decision ruling order case deal plan law bill vote".split())
WANTING = frozenset("want wants wanted wanting demand demands demanded".split())
# Cuts that readers found wrong more often than right (3,500 judged claims, 80, 56 and 60 of 100): made only where the judge is surer.
DOUBTFUL = {"with": 0.7, "clause unmarked": 0.6, "comma": 0.6}
NEAR = 30  # characters
CUT = 0.3  # the judge's chance from which a cut is made; chosen on newsdesk dev
WITH_FIGURE = 0.1  # of two whole clauses, one with a figure: each is looked up by itself


@dataclass(frozen=True, slots=True)
class Proposition:
    """One proposition of a statement, with the sentence part and the cuts that it comes from."""

    tokens: Tokens
    part: Part
    cuts: tuple[str, ...]


class Wording:
    """Words the statements of one text."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        cast: Cast,
        dateline: datetime.date | None,
        title: str | None = None,
        statements: Sequence[Statement] = (),
    ) -> None:
        self.text = text
        self.dateline = dateline
        self.contents = Contents(text, sentences)
        self.others = ToldByOthers(statements)
        self.naming = Naming(text, cast, self.contents.tagged, title)
        self.speaking = Speaking(text, cast, self.naming.names)
        self.scene = scene.of_article(text, self.contents.tagged, title, cast)
        where = self.scene.words if self.scene else None
        self.happening = happening.of_article(text, self.contents.tagged, title, dateline, where)
        self.timing = timing.Timing(text, self.contents.tagged, dateline)
        self.ages = ages.Ages(title, cast)
        self.disease = disease.of_title(title)

    def claims(self, statement: Statement, index: int) -> Iterator[ClaimText]:
        """The claims of one statement, in order."""
        who = self.speaking.speaker(statement)
        for said in by_paragraph(self.text, statement):
            for made in self.worded(said, who):
                spans = tuple(Span(start, end) for start, end in phrase.spans(self.text, made.tokens))
                if spans and len(made.words.split()) > 1:
                    doubt = doubts.doubt(made.words, made.tokens, made.part, said, who, self.text)
                    held, care = (doubt, None) if doubt else confidence.doubts(made, said)
                    care = care or (None if held else open_subjects.caution(made.words, made.tokens))
                    yield ClaimText(made.words, (Appearance(spans, index),), abstained=held, caution=care)

    def worded(self, statement: Statement, who: Speaker | None) -> Iterator[Worded]:
        """The propositions of a statement that become claims, as they are printed."""
        found = self.propositions(statement, who)
        for place in keeping.kept([each.tokens for each in found], statement):
            tokens, changes = found[place].tokens, self._changes(found[place].tokens, who)
            words = phrase.as_sentence(phrase.printed(self.text, tokens, changes))
            put = tuple((self.text[change.start : change.end], change.words) for change in changes)
            yield Worded(words, tokens, found[place].part, found[place].cuts, put, len(found))

    def propositions(self, statement: Statement, who: Speaker | None) -> list[Proposition]:
        """Every single proposition of a statement by *who*, with the sentence part that it is cut from."""

        def judge(tokens: Tokens, split: Split) -> bool:
            if split.kind == "that" and statement.attributed:
                return True  # "said that …, *and that* …" are two things by their grammar
            if wants and split.kind.startswith("clause") and _is_wanted(split.right):
                return False
            clauses = split.kind.startswith("clause") and any(t.tag == "CD" for t in tokens)
            least = WITH_FIGURE if clauses else DOUBTFUL.get(split.kind, CUT)
            return judging.chance(judging.features(tokens, split, attributed=statement.attributed)) >= least

        cue = " ".join(span.of(self.text) for span in statement.cue)
        if cue and self.text.endswith(" had ", 0, statement.cue[0].start):
            cue = f"had {cue}"  # the auxiliary is no part of a cue, and tells when it was said
        wants = not WANTING.isdisjoint(cue.lower().split())
        found = []
        for part in self.contents.parts(statement):
            whole = self.others.without_reported_clause(part.tokens)
            wholes = self._completed(whole, statement, who, cue) if statement.attributed else [whole]
            pieces = [piece for each in wholes for piece in splitting.propositions(each, judge)]
            cut = bare_figures.with_nouns([mended.mended(_stripped(piece.tokens)) for piece in pieces])
            found += [Proposition(each, part, piece.cuts) for each, piece in zip(cut, pieces, strict=True)]
        kept = [each for each in found if any(t.start >= 0 for t in each.tokens)]
        return kept if statement.attributed else [each for each in kept if not self.others.is_report(each.tokens)]

    def _completed(self, whole: Tokens, statement: Statement, who: Speaker | None, cue: str) -> list[Tokens]:
        """The sentences that a part of what somebody says makes, each with the verb and the subject that its frame gives it."""
        whole = self.others.without_tag(whole)
        before = _turned(self.text, statement.cue[0].start) if statement.negative and statement.cue else ""
        denied = statement.negative and not denies_denial(f"{before} {cue}")
        opens = whole[0].start if whole else 0
        that, first = self.text.endswith(" that ", 0, opens), bool(cue) and opens < statement.cue[0].start
        source = self._as_subject(statement, who)
        told = Told(cue, source, denied=denied, auxiliary=before, clause=that, leads=first)
        one, *more = and_that.apart(whole) if statement.form is not Form.DIRECT else [whole]
        beside = [completing.completed(each, replace(told, clause=True)) for each in more]
        return [completing.completed(one, told), *beside]

    def _as_subject(self, statement: Statement, who: Speaker | None) -> str | None:
        """The name of the source as a sentence begins with it: "the Taliban", where the article says "the"."""
        name = statement.source_name
        if name is None or who is None or who.entity is None or who.name != name:
            return name
        return f"the {name}" if self.naming.names.takes_article(Name(name, 1.0, who.entity)) else name

    def printed(self, tokens: Tokens, who: Speaker | None) -> str:
        """One proposition as a sentence that stands alone."""
        return phrase.as_sentence(phrase.printed(self.text, tokens, self._changes(tokens, who)))

    def _changes(self, tokens: Tokens, who: Speaker | None) -> list[Change]:
        """All that is put otherwise in one proposition; nothing inside quotation marks that are kept."""
        changes: list[Change] = []
        if len(tokens) > doubts.LONGEST:
            return changes
        if who is not None and speaker.has_first_person(tokens):
            lone = there_is.change(tokens, who)
            changes += [*([lone] if lone else ()), *speaker.third_person(tokens, who)]
        changes += here.changes(self.text, tokens)
        for start, end in phrase.spans(self.text, tokens):
            changes += dates.absolute(self.text, start, end, self.dateline, spoken=who is not None and who.quoted)
        changes += self.naming.changes(tokens, who, [change.words for change in changes])
        changes += [Change(t.start, t.end, t.word) for t in tokens if self._is_put_otherwise(t)]
        died = self.ages.change(tokens, changes)
        ill = disease.change(self.text, tokens, self.disease) if self.disease else None
        changes += [change for change in (died, ill) if change]
        if who is None or not who.quoted:
            changes += self._times(tokens, changes)
        changes += self.happening.changes(tokens, changes) if self.happening else []
        place = self.scene.change(self.text, tokens, changes) if self.scene else None
        changes += [place] if place else []
        quoted = {t.start for t, inside in zip(tokens, inside_quotes(tokens), strict=True) if inside}
        return [change for change in changes if change.start not in quoted]

    def _is_put_otherwise(self, token: Token) -> bool:
        """Whether a frame has given a word of the text another form: "him" as "he", "innocence" as "innocent"."""
        return token.start >= 0 and (token.word in SUBJECTS or token.word in PUT_ANEW)

    def _times(self, tokens: Tokens, changes: Sequence[Change]) -> list[Change]:
        """The day of a claim that has none of its own; spoken words keep theirs, for nobody knows when they were spoken."""
        timed = self.timing.change(tokens, phrase.spans(self.text, tokens), changes)
        now = [] if timed else present.changes(self.text, tokens, changes, self.dateline)
        tally = None if timed or now else tallies.change(self.timing, tokens, changes)
        return [*now, *(change for change in (timed, tally) if change)]


def _turned(text: str, cue: int) -> str:
    """What turns a cue round before it: "*do not* believe"."""
    found = _NOT.search(text, max(0, cue - NEAR), cue)
    apart = None if found else _AUXILIARY.search(text, max(0, cue - NEAR), cue + len("not "))
    return found.group(1) if found else apart.group(1) if apart else ""


def by_paragraph(text: str, statement: Statement) -> Iterator[Statement]:
    """The statement, or what each paragraph holds of it, for what speaks against a claim is told by those beside it."""
    rest = statement.content
    while rest:
        end = next((i for i in range(1, len(rest)) if "\n" in text[rest[i - 1].end : rest[i].start]), len(rest))
        yield statement if end == len(statement.content) else replace(statement, content=rest[:end])
        rest = rest[end:]


def _is_wanted(right: Tokens) -> bool:
    """Whether the second half only names what else is wanted: "wants the troops to leave | and the fund *closed*"."""
    verb = main_verb(right)
    return verb is not None and right[verb].tag == "VBD"


def _stripped(tokens: Tokens) -> Tokens:
    """Without marks and joining words at the front."""
    at = 0
    while (
        at < len(tokens)
        and (tokens[at].tag in (",", ":", ".") or tokens[at].tag.startswith("CC"))
        and not opens_pair(tokens, at)
    ):
        at += 1
    if (
        tokens[at : at + 1]
        and tokens[at].lower == "that"
        and tokens[at].tag == "IN"
        and has_finite(tokens[at + 1 :])
        and not _is_subject(tokens, at)
        and not _points_back(tokens, at)
    ):
        at += 1  # "but *that* rain was hampering the work"
    if _is_torn_off(tokens[at:]):
        at += 1
    if _tells_what_it_means(tokens[at:]):
        at += 1
    return tokens[at + _is_lone_clause(tokens[at:]) :]


def _points_back(tokens: Tokens, at: int) -> bool:
    """Whether "that" points at what was said: "said *that figure was* wrong"."""
    return len(tokens) > at + 2 and tokens[at + 1].lower in TAKEN_UP and tokens[at + 2].tag in FINITE


def _is_subject(tokens: Tokens, at: int) -> bool:
    """Whether a clause with "that" opens a sentence as its subject: "That it took so long is a scandal"."""
    if any(t.lower in POINTED_AT for t in tokens[at + 1 : at + 2]):
        return True  # "However, *that number* will double"
    return tokens[at].word == "That" and main_verb(tokens[at:]) is None and sum(t.tag in FINITE for t in tokens) > 1


def _is_torn_off(tokens: Tokens) -> bool:
    """Whether a preposition opens whose noun was left to others: "With | it seeks to grow"."""
    if len(tokens) < FEWEST_OF_CLAUSE or tokens[0].tag != "IN" or min(tokens[0].start, tokens[1].start) < 0:
        return False
    return (
        tokens[1].start - tokens[0].end > GAP
        and tokens[1].tag in ("PRP", "DT", "NNP", "NNS")
        and has_finite(tokens[1:])
    )


def _tells_what_it_means(tokens: Tokens) -> bool:
    """Whether a participle stands before a whole clause that it draws out of what was said: "meaning the bank pays"."""
    if len(tokens) < FEWEST_OF_CLAUSE or tokens[0].word not in DRAWING:
        return False
    verb = main_verb(tokens[1:])
    return verb is not None and bool(subject(tokens[1:], verb))


def _leads_in(tokens: Tokens, verb: int) -> bool:
    """Whether a clause follows that the first one only leads in to: "while it has gained *it has* not met", "when all rest, *Lund* works"."""
    anew = any(
        a.tag in NOUNS_AND_FIGURES and b.tag == "PRP" and c.tag in FINITE
        for a, b, c in zip(tokens[verb:], tokens[verb + 1 :], tokens[verb + 2 :], strict=False)
    )
    comma = next((i for i, t in enumerate(tokens) if i > verb and t.tag == ","), None)
    if tokens[0].lower not in EITHER or comma is None or comma + 2 >= len(tokens):
        return anew
    return anew or (tokens[comma + 1].tag in ("NNP", "PRP", "DT", "PRP$", "EX") and tokens[comma + 2].tag != ",")


def _is_lone_clause(tokens: Tokens) -> bool:
    """Whether a clause that hangs on another is all there is: "although it rained"."""
    if len(tokens) < FEWEST_OF_CLAUSE or tokens[0].lower not in ORDERING | EITHER:
        return False
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), None)
    if verb is None or tokens[1].lower in ("then", "many", "much", "few", "little"):
        return False  # "since then", "as many as 60"
    commas = [i for i, t in enumerate(tokens[:verb]) if t.tag == ","]
    if _leads_in(tokens, verb):
        return False
    if tokens[0].lower in ORDERING and not any(t.tag == "," for t in tokens):
        return True
    aside = not commas or (len(commas) == len(("opening", "closing")) and commas[-1] == verb - 1)
    begins_anew = any(
        t.tag in ("DT", "PRP", "PRP$") and tokens[i - 1].tag in NOUNS_AND_FIGURES
        for i, t in enumerate(tokens[2:verb], start=2)
    )
    return aside and verb > 1 and not begins_anew and not any(t.tag in FINITE for t in tokens[verb + 1 :])

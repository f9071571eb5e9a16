"""Where behind an act that takes an object a second verb of the same speaker begins another statement."""

from collections.abc import Iterator

from claims.extraction.attribution.drafts import FINITE, Draft, trimmed
from claims.extraction.attribution.frames.words import ACT_FORMS, CHARGE_FORMS
from claims.extraction.attribution.subjects import Words, before_verb
from claims.extraction.lexicon.clauses import AUXILIARIES, DETERMINERS
from claims.extraction.types import Span


def divided(text: str, draft: Draft) -> Iterator[Draft]:
    """ "Condemned the strike and appealed for calm": behind an act that takes an object, a second verb of the same speaker begins another statement."""
    verb = draft.anchor.of(text).lower()
    content = draft.content[-1] if draft.content else None
    if (
        content is None
        or draft.bare
        or verb not in ACT_FORMS.keys() | CHARGE_FORMS
        or not draft.source
        or content.start < draft.anchor.end
    ):
        yield draft
        return
    words = Words.of(text, content)
    for at in range(1, len(words.spans) - 1):
        joint = before_verb(words, at)
        if joint < 1 or words.lower(at) not in FINITE or words.lower(joint) not in ("and", "but"):
            continue
        helped = any(words.lower(between) in ("has", "have", "had") for between in range(joint + 1, at))
        certain = words.lower(joint) == "but" and words.lower(at + 1) in DETERMINERS  # "but *disputes the* number"
        if not (helped or certain) and words.lower(at).endswith("ed") != verb.endswith("ed"):
            continue  # "denied wrongdoing and *claims* for damages"
        first = trimmed(text, Span(content.start, words.spans[joint].start))
        rest = trimmed(text, Span(words.spans[at].end, content.end))
        if first and rest and not any(word in AUXILIARIES for word in first.of(text).lower().split()):
            yield Draft(
                draft.stretch, draft.passage, draft.anchor, draft.bare, draft.score,
                draft.source, draft.cue, [*draft.content[:-1], first], draft.kind,
            )  # fmt: skip
            yield Draft(
                draft.stretch, draft.passage, words.spans[at], draft.bare, draft.score,
                draft.source, [words.spans[at]], [rest], draft.kind,
            )  # fmt: skip
            return
    yield draft

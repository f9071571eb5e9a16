"""What people bring in: claims that the machine missed, suggestions, and wishes that a claim be checked."""

import re
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from claims.extraction.lexicon.clauses import AUXILIARIES, PASTS
from claims.extraction.standalone import tagging
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.times.as_of import as_of
from claims.extraction.types import Span
from claims.models import (
    Appearance,
    AppearanceSpan,
    Article,
    CheckRequest,
    Claim,
    ClaimVersion,
    Form,
    Source,
    Statement,
    TextVersion,
    User,
)
from claims.record import permissions
from claims.record.moves import Change, check, held, move
from claims.record.refusals import IllegalMove, Incomplete

Spans = Sequence[tuple[int, int]]
# A person found it worth the while, and no model has scored it: the middle band, where askers decide.
WORTH_OF_A_PERSONS_CLAIM = 0.5
LONGEST_WORDING = 1000
_MAY_BE_VERBS = AUXILIARIES | PASTS | frozenset(("put", "set", "cut", "hit", "left", "costs"))


def add(article: Article, *, wording: str, spans: Spans, source: Source | None = None, by: User) -> Claim:
    """Add a claim that the machine missed, where it stands in the article's newest text."""
    return _bring("add", article, wording, spans, source, by, Claim.Origin.PERSON)


def suggest(article: Article, *, wording: str, spans: Spans, source: Source | None = None, by: User) -> Claim:
    """Suggest a claim; a triager decides whether it is checked."""
    return _bring("suggest", article, wording, spans, source, by, Claim.Origin.SUGGESTED)


def _bring(
    verb: str, article: Article, wording: str, spans: Spans, source: Source | None, by: User, origin: Claim.Origin
) -> Claim:
    permissions.require(by, f"verb:{verb}")
    version = article.texts.order_by("-number").first()
    if version is None:
        raise IllegalMove(_("This article has no text yet."))
    places = checked_spans(version, spans)
    claim = Claim(
        article=article,
        origin=origin,
        created_by=by,
        wording=checked_wording(wording),
        check_worthiness=WORTH_OF_A_PERSONS_CLAIM,
        touched=True,
        **_time(version, places, article),
    )
    rows: list[Model] = [claim, ClaimVersion(claim=claim, number=1, text=claim.wording, author=by)]
    statement = None
    if source is not None:
        statement = Statement(text_version=version, form=Form.INDIRECT, source=source, source_wording=source.name)
        rows.append(statement)
    appearance = Appearance(claim=claim, text_version=version, statement=statement)
    rows += [appearance, *(AppearanceSpan(appearance=appearance, start=s, end=e) for s, e in places)]
    move(verb, claim, by=by, create=rows, claim=claim)
    return claim


def brought_before(article: Article, *, wording: str, span: tuple[int, int], by: User) -> Claim | None:
    """The claim that this person has brought in with just this wording and at just this place of the newest text, whatever became of it."""
    newest = article.texts.order_by("-number").values("pk")[:1]
    there = Appearance.objects.filter(text_version__in=newest, spans__start=span[0], spans__end=span[1])
    own = Claim.objects.filter(article=article, created_by=by, wordings__text=" ".join(wording.split()))
    # of one that was merged the places have gone to another
    return own.filter(Q(pk__in=there.values("claim")) | Q(pk__in=there.values("moved_from"))).order_by("pk").first()


def _time(version: TextVersion, places: Spans, article: Article) -> dict[str, Any]:
    """As of which day it is meant, read from the selected words as the machine reads its own."""
    read = as_of(version.text, [Span(start, end) for start, end in places], article.day)
    return {"as_of": read.day, "as_of_read": read.day, "dates_read": read.told()} if read else {}


def checked_wording(wording: str) -> str:
    """The wording as it will be kept; raises Incomplete if there is none, or too much."""
    text = " ".join(wording.split())
    if not text:
        raise Incomplete(_("The wording is empty."))
    if "\x00" in text:
        raise Incomplete(_("The wording holds a character that no database keeps. Type it anew."))
    if len(text) > LONGEST_WORDING:
        raise Incomplete(_("A claim is one sentence: at most %(most)s characters.") % {"most": LONGEST_WORDING})
    return text


def checked_spans(version: TextVersion, spans: Spans) -> list[tuple[int, int]]:
    """The spans in the order of the text; raises Incomplete unless they lie in it, apart from one another."""
    places = sorted((int(start), int(end)) for start, end in spans)
    if not places:
        raise Incomplete(_("Select the words in the article."))
    edges = [edge for place in places for edge in place]
    if edges[0] < 0 or edges[-1] > len(version.text):
        raise Incomplete(_("The selection lies outside of the text."))
    if any(start >= end for start, end in places) or edges != sorted(edges):
        raise Incomplete(_("The selection is empty, or parts of it overlap."))
    return places


def lacks_verb(wording: str) -> bool:
    """Whether no finite verb is found in a wording: then it may say nothing of anything, and a person looks again."""
    words = set(re.findall(r"[\w'’]+", wording.casefold()))
    # the tagger may take a short wording's "cost" for a noun: whatever can be a verb is one
    if not words or words & _MAY_BE_VERBS:
        return False
    return not has_finite(tagging.tag(wording, [(0, len(wording))])[0])


def ask(claim: Claim, *, by: User, why: str = "") -> Claim:
    """Wish that a claim be checked; each person counts once in the queue's order."""
    check("ask", claim, by=by)
    with transaction.atomic():
        now = held(claim)
        check("ask", now, by=by)
        if CheckRequest.objects.filter(claim=now, person=by).exists():
            raise IllegalMove(_("You have asked for this check already."))
        asked = CheckRequest(claim=now, person=by, why=why[:300])
        move("ask", now, by=by, changes=[Change(now, {"askers": now.askers + 1, "touched": True})], create=[asked])
    return now

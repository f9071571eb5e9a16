"""What the reading view shows of an article: its text in marked lines, and the claims beside them.

A long text is shown in parts, and only what lies in the part is asked for, so that the page's cost has a bound.
"""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from claims.extraction.types import TOO_LONG
from claims.models import (
    Appearance,
    AppearanceSpan,
    Article,
    Claim,
    ExtractionRun,
    Fetch,
    Form,
    Source,
    Statement,
    StatementSpan,
    Status,
    TextVersion,
    Work,
    WorkState,
)
from claims.templatetags import marked
from claims.views import chains

if TYPE_CHECKING:
    from claims.templatetags.marked import Block, Line, Mark, Pin

PART = 20_000  # characters on one page: two long features, or a text that nobody wrote by hand


@dataclass(slots=True)
class Place:
    """One appearance of a claim, as its card tells it."""

    appearance: Appearance
    here: bool  # in the part of the text that is shown
    kind: str = ""

    @property
    def anchor(self) -> str:
        return f"place-{self.appearance.pk}"


@dataclass(slots=True)
class Card:
    """A claim beside its line."""

    claim: Claim
    number: int
    start: int
    places: list[Place] = field(default_factory=list)
    chain: list[chains.Link] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"claim-{self.claim.pk}"

    @property
    def statement(self) -> Statement | None:
        """The statement that names a source, if any appearance has one; else the first one's."""
        made = [place.appearance.statement for place in self.places if place.appearance.statement]
        return next((statement for statement in made if statement.source), made[0] if made else None)

    @property
    def source(self) -> Source | None:
        return self.statement.source if self.statement else None

    @property
    def elsewhere(self) -> list[Place]:
        return self.places[1:]


@dataclass(slots=True)
class Row:
    """A line of the text with the cards that begin in it."""

    line: "Line"
    cards: list[Card] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """One part of a text, ready to be shown."""

    version: TextVersion
    part: int
    parts: list[tuple[int, int]]
    rows: list[Row]
    cards: list[Card]
    dismissed: int = 0
    statements: int = 0

    @property
    def previous(self) -> int | None:
        return self.part - 1 if self.part > 1 else None

    @property
    def next(self) -> int | None:
        return self.part + 1 if self.part < len(self.parts) else None


def newest_work(article: Article) -> Work | None:
    """The Work whose state the article shows: its newest reading or fetch."""
    run = ExtractionRun.objects.filter(text_version__article=article).order_by("-pk").first()
    fetch = Fetch.objects.filter(article=article).order_by("-pk").first()
    found: list[Work] = [work for work in (run, fetch) if work is not None]
    return max(found, key=lambda work: work.created_at, default=None)


def newest_run(version: TextVersion, work: Work | None) -> ExtractionRun | None:
    """The reading that the page shows: the last one of this text that came to its end."""
    if isinstance(work, ExtractionRun) and work.state == WorkState.DONE and work.text_version_id == version.pk:
        return work
    return version.runs.filter(state=WorkState.DONE).order_by("-pk").first()


def left_out(run: ExtractionRun | None) -> bool:
    """Whether the reading passed over the text or a part of it, so that its silence about claims says nothing."""
    return run is not None and (run.left_to_people or TOO_LONG in run.notes)


def read(version: TextVersion, *, part: int = 1, dismissed: bool = False) -> Reading:
    """Lay out one part of a text with its statements and claims."""
    cuts = marked.parts(version.text, PART)
    part = min(max(part, 1), len(cuts))
    start, end = cuts[part - 1]
    inside = Q(start__lt=end, end__gt=start)
    spans = _claim_spans(version, inside)
    shown = [span for span in spans if dismissed or span.appearance.claim.status != Status.DISMISSED]
    cards = _cards(shown, _places(shown), start, end)
    said = _statement_spans(version, inside)
    blocks = [marked.Block(p.start, p.end, p.kind) for p in version.passages.filter(inside).order_by("start")]
    lines = marked.lines(
        version.text, blocks=blocks, marks=_marks(said, shown), pins=_pins(cards, shown), start=start, end=end
    )
    _tell_kinds(cards, blocks)
    return Reading(
        version=version,
        part=part,
        parts=cuts,
        rows=_rows(lines, cards),
        cards=cards,
        dismissed=len({s.appearance.claim_id for s in spans if s.appearance.claim.status == Status.DISMISSED}),
        statements=len({span.statement_id for span in said}),
    )


def _claim_spans(version: TextVersion, inside: Q) -> list[AppearanceSpan]:
    return list(
        AppearanceSpan.objects.filter(inside, appearance__text_version=version, proposed=False)
        .exclude(appearance__claim__status=Status.MERGED)
        .select_related("appearance__claim")
        .order_by("start", "end", "pk")
    )


def _places(spans: list[AppearanceSpan]) -> dict[int, list[Appearance]]:
    """Every appearance of the claims in view, wherever it is, by claim."""
    claims = {span.appearance.claim_id for span in spans}
    found = (
        Appearance.objects.filter(claim__in=claims)
        .select_related("statement__source__parent", "text_version__article__outlet")
        .defer("text_version__text")
        .prefetch_related(Prefetch("spans", AppearanceSpan.objects.filter(proposed=False).order_by("start")))
        .order_by("claim", "ordinal", "pk")
    )
    by_claim: dict[int, list[Appearance]] = defaultdict(list)
    for appearance in found:
        by_claim[appearance.claim_id].append(appearance)
    return by_claim


def _cards(spans: list[AppearanceSpan], places: dict[int, list[Appearance]], start: int, end: int) -> list[Card]:
    """A card per claim whose first appearance in this text begins here, in the text's order."""
    first: dict[int, AppearanceSpan] = {}
    for span in sorted(spans, key=lambda s: (s.appearance.ordinal, s.start)):
        first.setdefault(span.appearance.claim_id, span)
    cards: list[Card] = []
    for span in sorted(first.values(), key=lambda s: (s.start, s.appearance.claim_id)):
        claim = span.appearance.claim
        made = [Place(a, here=a.text_version_id == span.appearance.text_version_id) for a in places[claim.pk]]
        made.sort(key=lambda place: place.appearance.pk != span.appearance_id)
        cards.append(Card(claim, len(cards) + 1, max(span.start, start), made))
    _tell_chains(cards)
    return cards


def _tell_chains(cards: list[Card]) -> None:
    """Give each card the links from the outlet to its source, where somebody in between passed it on."""
    relayed = chains.relays(card.statement for card in cards if card.statement)
    for card in cards:
        if card.statement:
            outlet = card.places[0].appearance.text_version.article.outlet
            links = chains.chain(outlet, relayed[card.statement.pk], card.statement)
            card.chain = links if len(links) > 2 else []  # outlet and source alone stand on the card already


def _statement_spans(version: TextVersion, inside: Q) -> list[StatementSpan]:
    newest = version.runs.filter(state=WorkState.DONE).order_by("-pk").values("pk")[:1]
    current = Q(statement__run__in=newest) | Q(statement__run__isnull=True)
    attributed = StatementSpan.objects.filter(inside, current, statement__text_version=version).exclude(
        statement__form=Form.NARRATED
    )
    return list(attributed.order_by("start", "end", "pk"))


def _marks(said: list[StatementSpan], claimed: list[AppearanceSpan]) -> "list[Mark]":
    return [
        *(marked.Mark(span.start, span.end, span.part, span.statement_id) for span in said),
        *(marked.Mark(span.start, span.end, "claim", span.appearance.claim_id) for span in claimed),
    ]


def _pins(cards: list[Card], spans: list[AppearanceSpan]) -> "list[Pin]":
    """A number behind each appearance, and a place to jump to before it."""
    numbers = {card.claim.pk: card for card in cards}
    starts: dict[int, int] = {}
    ends: dict[int, AppearanceSpan] = {}
    for span in spans:
        starts.setdefault(span.appearance_id, span.start)
        ends[span.appearance_id] = span
    pins = [marked.Pin(at, f"place-{appearance}") for appearance, at in starts.items()]
    for span in ends.values():
        card = numbers.get(span.appearance.claim_id)
        if card:
            pins.append(marked.Pin(span.end, card.anchor, card.number))
    return pins


def _tell_kinds(cards: list[Card], blocks: "list[Block]") -> None:
    """Say of each place in which kind of passage it stands."""
    begins = [block.start for block in blocks]
    for place in (place for card in cards for place in card.places if place.here):
        spans = place.appearance.spans.all()
        index = bisect_right(begins, spans[0].start) - 1 if spans else -1
        place.kind = blocks[index].kind if index >= 0 else ""


def _rows(lines: "list[Line]", cards: list[Card]) -> list[Row]:
    rows = [Row(line) for line in lines]
    begins = [line.start for line in lines]
    for card in cards:
        index = bisect_right(begins, card.start) - 1
        if rows:
            rows[max(index, 0)].cards.append(card)
    return rows


def newest_text(article: Article) -> TextVersion | None:
    return article.texts.order_by("-number").first()

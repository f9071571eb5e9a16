"""Published fact-checks in the forms in which they travel, read row by row into plain values.

ClaimReview and DataFeed as schema.org has them; the search answer as the Fact Check Tools API gives it (its field
names: text, claimant, claimDate, claimReview[publisher, url, title, reviewDate, textualRating, languageCode]).
"""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

MOST_BYTES = 200 * 1024 * 1024
LONGEST_CLAIM = 2_000
CSV_COLUMNS = {
    "claim_text": ("claim", "claim_text", "text", "claimreviewed"),
    "claimant": ("claimant", "author", "source"),
    "claim_date": ("claim_date", "claimdate"),
    "publisher": ("publisher", "publisher_name", "site"),
    "address": ("url", "address", "link"),
    "title": ("title", "headline"),
    "rating": ("rating", "textual_rating", "textualrating", "verdict"),
    "reviewed_on": ("review_date", "reviewed_on", "date", "reviewdate"),
    "language": ("language", "language_code", "lang"),
}
MARKS = {"claim_review": b'"claimReviewed"', "data_feed": b'"claimReviewed"', "search": b'"claimReview"', "csv": b"\n"}


class Row(NamedTuple):
    """One published fact-check, in the order of its columns; a tuple, because a hundred thousand of them are made at once."""

    claim_text: str
    claimant: str = ""
    claim_date: date | None = None
    publisher: str = ""
    address: str = ""
    title: str = ""
    rating: str = ""
    reviewed_on: date | None = None
    language: str = ""

    @property
    def key(self) -> str:
        """The same claim at the same address is the same fact-check."""
        return hashlib.sha256(f"{self.address}\x00{self.claim_text}".encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that says too little, or nonsense, and why."""

    reason: str
    sample: str


class NotThisFormat(ValueError):
    """The file as a whole is not what it is said to be; the message is for a person."""


def about(raw: bytes, form: str) -> int:
    """How many rows the file has, roughly, for a progress bar: its marks are counted, nothing is parsed."""
    return raw.count(MARKS[form])


def rows(raw: bytes, form: str) -> Iterator[Row | Refused]:
    """Every fact-check of the file in its order, or why a row was refused; raises NotThisFormat for the file as a whole."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotThisFormat("The file is not in UTF-8.") from None
    for item in _READERS[form](text):
        yield replace(item, sample=_words(item.sample)) if isinstance(item, Refused) else _checked(item)


def _json(text: str) -> Iterator[Any]:
    """The values of a JSON document, or of JSON lines."""
    try:
        yield json.loads(text)
        return
    except (ValueError, RecursionError):
        if "\n" not in text.strip():
            raise NotThisFormat("The file is not JSON.") from None
    good = 0
    for line in text.splitlines():
        if not line.strip():
            continue
        try:
            yield json.loads(line)
            good += 1
        except (ValueError, RecursionError):
            if not good:
                raise NotThisFormat("The file is neither JSON nor JSON lines.") from None
            yield Refused("This line is not JSON.", line[:300])


def _claim_reviews(text: str) -> Iterator[Mapping[str, Any] | Refused]:
    for value in _json(text):
        yield from [value] if isinstance(value, Refused) else _reviews_in(value)


def _reviews_in(value: Any) -> Iterator[Mapping[str, Any] | Refused]:
    """ClaimReviews of a value: itself, a list, a @graph, or a feed's elements."""
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif not isinstance(item, dict):
            yield Refused("This is not a ClaimReview.", str(item)[:300])
        elif inner := item.get("@graph") or item.get("dataFeedElement"):
            stack.append(inner)
        elif item.get("@type") == "DataFeedItem" or ("item" in item and "claimReviewed" not in item):
            stack.append(item.get("item") or [])
        elif "claimReviewed" in item:
            yield _of_claim_review(item)
        else:
            yield Refused("This is not a ClaimReview.", json.dumps(item)[:300])


def _first(value: Any) -> Mapping[str, Any]:
    value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, dict) else {"name": value} if isinstance(value, str) else {}


def _of_claim_review(item: Mapping[str, Any]) -> Mapping[str, Any]:
    claim = _first(item.get("itemReviewed"))
    return {
        "claim_text": item.get("claimReviewed"),
        "claimant": _first(claim.get("author")).get("name"),
        "claim_date": claim.get("datePublished"),
        "publisher": _first(item.get("author")).get("name"),
        "address": item.get("url"),
        "title": item.get("name") or item.get("headline"),
        "rating": _first(item.get("reviewRating")).get("alternateName") or _first(item.get("reviewRating")).get("name"),
        "reviewed_on": item.get("datePublished"),
        "language": item.get("inLanguage"),
    }


def _search_answers(text: str) -> Iterator[Mapping[str, Any] | Refused]:
    for value in _json(text):
        if isinstance(value, Refused):
            yield value
            continue
        claims = value.get("claims") if isinstance(value, dict) else None
        if not isinstance(claims, list):
            raise NotThisFormat("The file has no list “claims”, as an answer of the search has.")
        for claim in claims:
            yield from _of_search(claim)


def _of_search(claim: Any) -> Iterator[Mapping[str, Any] | Refused]:
    if not isinstance(claim, dict) or not isinstance(claim.get("claimReview"), list):
        yield Refused("This claim has no reviews.", str(claim)[:300])
        return
    for review in claim["claimReview"]:
        review = review if isinstance(review, dict) else {}
        publisher = _first(review.get("publisher"))
        yield {
            "claim_text": claim.get("text"),
            "claimant": claim.get("claimant"),
            "claim_date": claim.get("claimDate"),
            "publisher": publisher.get("name") or publisher.get("site"),
            "address": review.get("url"),
            "title": review.get("title"),
            "rating": review.get("textualRating"),
            "reviewed_on": review.get("reviewDate"),
            "language": review.get("languageCode"),
        }


def _csv(text: str) -> Iterator[Mapping[str, Any] | Refused]:
    reader = csv.DictReader(io.StringIO(text))
    try:
        heads = {(name or "").strip().lower().replace(" ", "_"): name for name in reader.fieldnames or []}
    except csv.Error as error:
        raise NotThisFormat(f"The first line cannot be read: {error}.") from None
    found = {ours: next((heads[n] for n in names if n in heads), None) for ours, names in CSV_COLUMNS.items()}
    if found["claim_text"] is None:
        raise NotThisFormat("The first line names no column “claim”.")
    try:
        for line in reader:
            yield {ours: line.get(theirs) for ours, theirs in found.items() if theirs is not None}
    except csv.Error as error:
        yield Refused(f"The rest of the file cannot be read: {error}.", "")


_READERS: dict[str, Callable[[str], Iterator[Mapping[str, Any] | Refused]]] = {
    "claim_review": _claim_reviews,
    "data_feed": _claim_reviews,
    "search": _search_answers,
    "csv": _csv,
}


def _checked(item: Mapping[str, Any]) -> Row | Refused:
    text = _words(item.get("claim_text"))
    if not text:
        return Refused("It names no claim.", str(dict(item))[:300])
    if len(text) > LONGEST_CLAIM:
        return Refused(f"Its claim has more than {LONGEST_CLAIM:,} characters.", text[:300])
    address = _words(item.get("address"))
    if address and (not address.startswith(("http://", "https://")) or len(address) > 2000):
        return Refused("Its address is none of the web.", address[:300])
    return Row(
        claim_text=text,
        claimant=_words(item.get("claimant"))[:300],
        claim_date=_day(item.get("claim_date")),
        publisher=_words(item.get("publisher"))[:200],
        address=address,
        title=_words(item.get("title"))[:500],
        rating=_words(item.get("rating"))[:200],
        reviewed_on=_day(item.get("reviewed_on")),
        language=_words(item.get("language"))[:8],
    )


def _words(value: Any) -> str:
    """A text on one line, without what a database refuses."""
    if not isinstance(value, str):
        return ""
    if not value.isascii():
        value = value.encode("utf-8", "ignore").decode()
    return " ".join(value.replace("\x00", "").split())


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None

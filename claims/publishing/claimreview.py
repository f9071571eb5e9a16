"""The ClaimReview document (schema.org), as values in and a dictionary out: no Django here.

What search engines and fact-check aggregators read. A rating that is no degree of truth goes out without a number.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

# Sources that schema.org knows as a person; everything else that can speak is an organisation.
_PERSONS = frozenset({"person", "anonymous"})
# What speaks for nobody in particular: a work in which the claim appeared, and no author of it.
_WORKS = frozenset({"document", "media-item"})
# JSON inside <script>: what could end the element, or a line in old parsers
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, slots=True)
class Claimant:
    name: str
    kind: str = "other"
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Appeared:
    """Where the claim was made or reported."""

    address: str = ""
    title: str = ""
    outlet: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Degree:
    """The word shown to the public, and its place among those of its scale that are degrees of truth."""

    word: str
    value: int | None = None
    best: int | None = None
    worst: int | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Everything that the document tells."""

    address: str
    claim: str
    degree: Degree
    publisher: str
    publisher_address: str
    published: date
    claimants: Sequence[Claimant] = ()
    appearances: Sequence[Appeared] = ()
    claimed_on: date | None = None
    body: str = ""
    language: str = ""


def document(told: Reviewed) -> dict[str, Any]:
    """The document as JSON-LD; keys without a value are left out."""
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": told.address,
            "datePublished": told.published.isoformat(),
            "claimReviewed": told.claim,
            "reviewBody": told.body,
            "inLanguage": told.language,
            "author": {"@type": "Organization", "name": told.publisher, "url": told.publisher_address},
            "reviewRating": _rating(told.degree),
            "itemReviewed": _filled(
                {
                    "@type": "Claim",
                    "author": [_claimant(one) for one in told.claimants if one.kind not in _WORKS],
                    "appearance": [
                        *(_appeared(place) for place in told.appearances),
                        *(_work(one) for one in told.claimants if one.kind in _WORKS),
                    ],
                    "datePublished": told.claimed_on.isoformat() if told.claimed_on else "",
                }
            ),
        }
    )


def _rating(degree: Degree) -> dict[str, Any]:
    rating = {"@type": "Rating", "alternateName": degree.word, "ratingExplanation": degree.explanation}
    numbers = {"ratingValue": degree.value, "bestRating": degree.best, "worstRating": degree.worst}
    return _filled(rating | numbers if degree.value is not None else rating)


def _claimant(claimant: Claimant) -> dict[str, Any]:
    kind = "Person" if claimant.kind in _PERSONS else "Organization"
    return _filled({"@type": kind, "name": claimant.name, "sameAs": claimant.same_as})


def _work(claimant: Claimant) -> dict[str, Any]:
    return _filled({"@type": "CreativeWork", "name": claimant.name, "sameAs": claimant.same_as})


def claimed_by(found: Mapping[str, Any]) -> list[str]:
    """The names of those who said it, and of the works that did, in a document."""
    item = found.get("itemReviewed", {})
    named = [*item.get("author", []), *(place for place in item.get("appearance", []) if place.get("name"))]
    return [str(one["name"]) for one in named]


def _appeared(place: Appeared) -> dict[str, Any]:
    outlet = {"@type": "Organization", "name": place.outlet} if place.outlet else ""
    return _filled(
        {
            "@type": "CreativeWork",
            "url": place.address,
            "headline": place.title,
            "publisher": outlet,
            "datePublished": place.dated.isoformat() if place.dated else "",
        }
    )


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, [])}


def problems(found: Mapping[str, Any], *, address: str) -> list[str]:
    """What a reader of the document would stumble over; empty if it may go out."""
    rating = found.get("reviewRating", {})
    said = []
    if not found.get("claimReviewed"):
        said.append("claimReviewed is empty")
    if found.get("url") != address:
        said.append("url is not the page of this claim")
    if not rating.get("alternateName"):
        said.append("reviewRating has no word")
    if not found.get("author", {}).get("name"):
        said.append("author has no name")
    if "ratingValue" in rating and not 1 <= rating.get("worstRating", 0) <= rating["ratingValue"] <= rating.get(
        "bestRating", 0
    ):
        said.append("ratingValue does not lie between worstRating and bestRating")
    return said


def script(found: Mapping[str, Any]) -> str:
    """The document as text that is inert inside a ``<script type="application/ld+json">``."""
    text = json.dumps(found, ensure_ascii=False, allow_nan=False)
    return "".join(_ESCAPES.get(character, character) for character in text)

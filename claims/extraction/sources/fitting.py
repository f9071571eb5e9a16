"""What a noun may be said of, and what a counting word leaves of a name: no firm is "the union", "most Republicans" are not all."""

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.entities import Cast
from claims.extraction.lexicon import bodies
from claims.extraction.sources.called import Called
from claims.extraction.sources.phrases import Phrase
from claims.extraction.types import SourceKind

_FAR_OFTENER = 3
_WATCHERS = (["regulator"], ["watchdog"], ["ombudsman"])
_PARTS = frozenset("most some many several few half".split())


def can_be(noun: str, name: str) -> bool:
    """Whether a body of that name may be meant: no firm is "the union", and no union "the company"."""
    words = {word.lower() for word in name.split()}
    union = bool(bodies.UNIONS & words)
    return union or name.isupper() or name.islower() if noun == "union" else not (union and noun in bodies.COMMERCIAL)


def is_watcher(called: Called, noun: str, cast: Cast) -> bool:
    """Whether somebody who watches over firms would be called one: "the firm" is no *watchdog*."""
    label = "" if called.entity is None else cast.entities[called.entity].label
    return noun in bodies.COMMERCIAL and label.split()[-1:] in _WATCHERS


def with_share(called: Called, phrase: Phrase) -> Called:
    """ "*Most* Republicans": part of those who bear a name are not all of them."""
    part = phrase.words[0].lower in _PARTS and called.kind is SourceKind.GROUP and called.name is not None
    whole = part and phrase.core.endswith(called.name or "")
    return replace(called, name=f"{phrase.words[0].text} {called.name}") if whole else called


def weightiest(spoke: Sequence[Called], cast: Cast) -> Called | None:
    """The body that spoke last, or another that the text names far oftener: "the group" is no data firm quoted in passing."""
    last = spoke[0] if spoke else None
    if last is None or last.entity is None:
        return last
    told = {one.entity: len(cast.entities[one.entity].mentions) for one in spoke if one.entity is not None}
    most = max(told, key=lambda entity: told[entity])
    if told[most] >= _FAR_OFTENER * told[last.entity] and told[last.entity] == 1:
        return next(one for one in spoke if one.entity == most)
    return last

"""Names become sources: one look-up key per name, made once, shared by every article.

A name leads to one source wherever it stands. Words that name nobody ("one official", "residents", "more than 40 French senators",
"police", "the Interior Ministry") are another source in each article: else strangers would share one track record. Bodies and offices
among them belong to the body that the article names with them, where it names one, and are then that body's in every article.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from claims.extraction.types import SourceKind as ReadKind
from claims.ingest import circles
from claims.ingest.belonging import body_of, kind_of
from claims.ingest.common_names import names_nobody_in_particular
from claims.models import Alias, Article, Source, SourceKind

_ARTICLES = re.compile(r"^(the|a|an)\s+")
_UNTOLD = re.compile(
    r"(?i)(?:an? |one |two |three |four |five |some |several |many |other |dozens |hundreds |at least |more than |about |\d)"
)
_NAMELESS_KINDS = frozenset({ReadKind.GROUP, ReadKind.PERSON, ReadKind.DOCUMENT, ReadKind.OTHER, None})
_ALWAYS_NAMELESS = frozenset({ReadKind.ANONYMOUS, ReadKind.MEDIA_ITEM})


@dataclass(frozen=True, slots=True)
class Named:
    """A source as an article calls it: its name, its kind, and the body that it belongs to, if the words tell."""

    name: str
    kind: ReadKind | None = None
    member_of: str | None = None

    @property
    def is_nameless(self) -> bool:
        """Whether these words name nobody: no proper name in them, some of many, or people and things kept anonymous."""
        if self.is_common:
            return True
        if self.kind in _ALWAYS_NAMELESS or (self.kind is ReadKind.GROUP and _UNTOLD.match(self.name)):
            return True
        return self.kind in _NAMELESS_KINDS and not any(map(str.isupper, self._rest))

    @property
    def is_common(self) -> bool:
        """Whether these words are a body's or an office's that every country has."""
        return self.kind not in _ALWAYS_NAMELESS and names_nobody_in_particular(self.name)

    @property
    def _rest(self) -> str:
        """The name without its first letter, which a sentence's start may have made a capital, unless that is all there is."""
        return self.name if " " not in self.name.strip() else self.name[1:]

    @property
    def body(self) -> str | None:
        return body_of(self.name) or self.member_of

    def key(self, article: Article | None) -> str:
        """Where it is looked up; words that name nobody are kept apart by their article, and in it by their body."""
        if not self.is_nameless or article is None:
            return key_of(self.name)
        where = "" if self.is_common and self.body else article.pk
        return f"{key_of(self.name)[:180]} · {key_of(self.body or '')[:90]} · {where}"


@dataclass(slots=True)
class Sources:
    """The sources of one article's names, and which of them are new to the desk."""

    found: dict[Named, Source] = field(default_factory=dict)
    made: list[Source] = field(default_factory=list)


def key_of(name: str) -> str:
    """The folded form under which a name is looked up: case, accents' composition, spaces and a leading article."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _ARTICLES.sub("", " ".join(folded.split()))[:300]


def find_or_make(named: Iterable[Named], *, article: Article | None = None) -> Sources:
    """The source of each name, made where the desk has none; merged ones lead to the one they were merged into."""
    wanted = {one: one.key(article) for one in named if one.name}
    bodies = {one: Named(one.body, kind_of(one.body)) for one in wanted if one.body}
    keys = wanted | {body: body.key(article) for body in bodies.values()}
    told = {one: key_of(one.name) for one in keys if one.is_common}  # a person may have said whom such words mean here
    known, sources = _known([*keys.values(), *told.values()]), Sources()
    for one, key in keys.items():
        if one in told and told[one] in known:
            sources.found[one] = known[told[one]]
            continue
        if key not in known:
            known[key] = _make(one, key)
            sources.made.append(known[key])
        sources.found[one] = known[key]
    for one, body in bodies.items():
        member, parent = sources.found[one], sources.found[body]
        if member.parent_id is None and member.pk not in circles.above(parent.pk):
            member.parent = parent
            member.save(update_fields=["parent"])
    return sources


def _known(keys: Iterable[str]) -> dict[str, Source]:
    aliases = Alias.objects.filter(key__in=list(keys)).select_related("source__merged_into")
    return {alias.key: alias.source.merged_into or alias.source for alias in aliases}


def _make(named: Named, key: str) -> Source:
    name = named.name[:300]
    source = Source.objects.create(name=name, kind=named.kind.value if named.kind else SourceKind.OTHER)
    Alias.objects.create(source=source, name=name, key=key)
    return source

"""An entity while its mentions are being gathered."""

from dataclasses import dataclass, field

from claims.extraction.entities.mentions import Form, Mention
from claims.extraction.entities.sorts import Gender, Sort


@dataclass(slots=True)
class Cluster:
    """All mentions found so far of one entity, under its fullest name (*words*), with what they tell of it."""

    words: tuple[str, ...]
    sort: Sort | None
    head: str
    form: Form
    gender: Gender | None = None
    roles: set[str] = field(default_factory=set)
    qualifiers: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    label: str = ""
    members: tuple[int, ...] = ()  # of a list: the clusters that it joins

    @property
    def doubtful(self) -> bool:
        """Whether nothing shows that this is a name."""
        return all(mention.doubtful for mention in self.mentions)

    @property
    def last(self) -> int:
        return self.mentions[-1].sentence

    @property
    def person(self) -> bool:
        return self.sort in (Sort.PERSON, None)

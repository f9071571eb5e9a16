"""Which mentions name the same: full names with surnames and acronyms, roles with their holders, "the ministry" with its name."""

from collections.abc import Sequence

from claims.extraction.entities import charged
from claims.extraction.entities.clusters import Cluster
from claims.extraction.entities.likeness import (
    acronyms,
    are_spouses,
    can_be_called,
    fold,
    folded,
    has_namesake,
    may_shorten,
    one_letter_off,
    runs_inside,
    same_person,
)
from claims.extraction.entities.mentions import Form, Mention, stands_beside
from claims.extraction.entities.offices import is_former, may_hold
from claims.extraction.entities.sorts import Sort
from claims.extraction.lexicon import bodies, nations, people
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.lexicon.heads import LESSER

_FUZZY = 5  # from so many letters on, a surname spelt with one letter wrong is still the same ("Saree", "Sarea")
_NEAR = 6  # a generic phrase ("the company") goes back over so many sentences at most
_RECENT = 8  # of the bodies, and of the holders of one role, so many of the latest may still be meant
_TOWNS = frozenset("city town village island district".split())
_EMPTY_QUALIFIERS = frozenset("the a an same latter former current then its his her their own present".split())

_APART = frozenset("dissenting opposing rival second junior other".split())  # by these one is told from the one named
_ANOTHER_TIME = frozenset("previous former outgoing incoming next earlier last".split())
_OFFICES = frozenset(("agency", "regulator", "authority", "ministry", "department"))
_PLAIN = frozenset("news present same new current whole entire global".split())


class Gathering:
    """Clusters under construction, with the indices by which a later mention finds its own."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self.owner: list[int] = []  # of each mention, in the order they were added
        self._full: dict[str, int] = {}
        self._word: dict[str, int] = {}  # any word of a name -> the cluster that was named with it most
        self._lists: dict[tuple[int, ...], int] = {}
        self._acronym: dict[str, int] = {}
        self._head: dict[str, int] = {}  # head noun -> the cluster that was named with it last
        self._role: dict[str, list[int]] = {}
        self._last: Mention | None = None
        self._bodies: list[int] = []  # in the order of their last mention, latest behind
        self._guessed: set[tuple[int, str]] = (
            set()
        )  # clusters with the nouns by which they were taken up for want of a better one
        self.contested = False  # whether the mention added last could as well be of another

    def add(self, mention: Mention) -> int:
        """Put *mention* with the cluster that it belongs to, or begin one; its index."""
        self.contested = False
        index = self._find(mention)
        if index is None:
            index = self._just_described(mention)
        if index is None:
            index = len(self.clusters)
            self.clusters.append(Cluster(mention.words, mention.sort, mention.head, mention.form))
        self._join(index, mention)
        self.owner.append(index)
        self._last = mention
        return index

    def _just_described(self, mention: Mention) -> int | None:
        """Who was called by a role right before a name that is new: "*The opposition leader*, Rosa Lind, said"."""
        last = self._last
        if last is None or not last.definite or mention.sort is not Sort.PERSON or not stands_beside(last, mention):
            return None  # "her daughter, Ruth" is known by whose she is
        described = self.clusters[self.owner[-1]]
        return self.owner[-1] if described.form is not Form.NAME and len(described.mentions) == 1 else None

    def unite(self, mention: Mention, members: tuple[int, ...]) -> int:
        """Put a list of names with the earlier lists of the same members; its index."""
        index = self._lists.get(tuple(sorted(members)))
        if index is None:
            index = len(self.clusters)
            self.clusters.append(Cluster(mention.words, mention.sort, mention.head, Form.LIST, members=members))
            self._lists[tuple(sorted(members))] = index
        self.clusters[index].mentions.append(mention)
        return index

    def _find(self, mention: Mention) -> int | None:
        if mention.form is Form.NAME:
            return self._named(mention)
        if mention.roles and mention.definite:
            holder = self._holder(mention)
            if holder is not None:
                return holder
        return self._same_phrase(mention) if mention.form is Form.ROLE else self._described(mention)

    def _named(self, mention: Mention) -> int | None:
        words = (
            [fold(nations.ALIKE.get(mention.text, mention.text))] if len(mention.words) == 1 else folded(mention.words)
        )
        key = fold(nations.ALIKE.get(mention.text, mention.text))
        if key in self._full:
            return self._full[key]
        if len(words) == 1:
            return self._by_one_word(mention, words[0])
        return self._by_part(mention, words)

    def _by_one_word(self, mention: Mention, word: str) -> int | None:
        if mention.text in nations.STATES or mention.text in nations.SEATS:
            return self._namesake(mention, word)
        if word in people.PARTY_PEOPLE:
            return None
        if mention.words[0].isupper() or word in self._acronym:
            found = self._acronym.get(word)
            if found is not None:
                return found
        found = self._word.get(word)
        if found is not None and may_shorten(self.clusters[found], mention, word):
            return found
        return self._misspelt(mention, word)

    def _namesake(self, mention: Mention, word: str) -> int | None:
        """Somebody whose surname is a land's, where the name stands as a subject: "Jim Jordan … “…,” *Jordan* wrote"."""
        found = self._word.get(word)
        known = self.clusters[found] if found is not None else None
        surname = (
            known is not None and known.sort is Sort.PERSON and len(known.words) > 1 and fold(known.words[-1]) == word
        )
        return found if surname and mention.leads else None

    def _misspelt(self, mention: Mention, word: str) -> int | None:
        if len(word) < _FUZZY or mention.sort in (Sort.BODY, Sort.PLACE):
            return None
        for variant in one_letter_off(word):
            found = self._word.get(variant)
            known = self.clusters[found] if found is not None else None
            if known is not None and known.sort is Sort.PERSON and fold(known.words[-1]) == variant:
                return found
        return None

    def _by_part(self, mention: Mention, words: Sequence[str]) -> int | None:
        """A longer or shorter form: "John Bolton" and "John R. Bolton", "Supreme Court" and "Supreme Court of Puerto Rico"."""
        for word in (words[-1], words[0]):
            found = self._word.get(word)
            if found is not None and self._continues(self.clusters[found], mention, words):
                return found
        return None

    def _continues(self, other: Cluster, mention: Mention, words: Sequence[str]) -> bool:
        if other.form is not Form.NAME or Sort.PLACE in (other.sort, mention.sort):
            return False
        if words[-1] in people.PARTY_PEOPLE:
            return False  # "House Republicans" are not all "Republicans"
        theirs = folded(other.words)
        if other.person and mention.sort in (Sort.PERSON, None):
            if mention.sort is None and len(theirs) == 1 and words[-1] != theirs[0]:
                return False  # "Qaboos" and the "Qaboos Grand Mosque"
            return not are_spouses(other, mention) and same_person(words, theirs, titled=bool(mention.roles))
        alike = other.sort == mention.sort or None in (other.sort, mention.sort)
        if mention.sort is None and _is_firm_of(words, theirs):
            return True  # "Golden Orla Insurance … *Golden Orla* said"
        same_head = mention.head == other.head  # the "United Nations" are not their Educational Organization
        return alike and same_head and (runs_inside(words, theirs) or (runs_inside(theirs, words) and len(theirs) > 1))

    def _holder(self, mention: Mention) -> int | None:
        """Who holds the role that *mention* names, if one was named with it; the latest whose title does not contradict."""
        kin = people.ROLE_KIN.get(mention.roles[0], ())
        own = self._role.get(mention.roles[0], [])
        if mention.roles[0] == charged.ROLE and len(own) > 1:
            return None  # of several defendants nobody knows which
        known = sorted(index for role in (mention.roles[0], *kin) for index in self._role.get(role, ()))
        known.sort(key=lambda index: self.clusters[index].last)
        said = mention.qualifiers - _EMPTY_QUALIFIERS - set(mention.roles[0].split())  # "the *lieutenant* governor"
        if said & (PREPOSITIONS | _APART):
            return None  # "the judge in that case", "the dissenting judge" say themselves who is meant
        fitting = []
        for index in reversed(known[-4:]):
            theirs = self.clusters[index].qualifiers
            if may_hold(self.clusters[index], mention, said):
                unnamed = not said and self.clusters[index].form is not Form.NAME
                fitting.append((index not in own, len((theirs & LESSER) - said) + unnamed, index))
        return min(fitting, key=lambda fit: fit[:2])[2] if fitting else None

    def _same_phrase(self, mention: Mention) -> int | None:
        return self._full.get(fold(mention.text))

    def _described(self, mention: Mention) -> int | None:
        """The cluster that a noun phrase without a name goes back to."""
        same = self._same_phrase(mention)
        if not mention.definite:
            return same if mention.sort is Sort.PEOPLE else None
        if mention.head in people.RESEARCHERS:
            kin = [self._head[head] for head in sorted(people.RESEARCHERS) if head in self._head]
            return max(kin, key=lambda index: self.clusters[index].last, default=same)
        found = self._head.get(mention.head)
        if found is not None and self._agrees(self.clusters[found], mention):
            if mention.roles and is_former(self.clusters[found], mention):
                return None
            if _is_of_another_time(self.clusters[found], mention):
                return None
            bare = mention.head in bodies.GENERIC_BODIES and not mention.qualifiers - _EMPTY_QUALIFIERS
            self.contested = (found, mention.head) in self._guessed or (bare and has_namesake(self.clusters, found))
            return None if self._is_left_behind(found, mention) else found
        return self._generic(mention) if mention.head in bodies.GENERIC_BODIES else same

    def _agrees(self, cluster: Cluster, mention: Mention) -> bool:
        if cluster.sort is Sort.PLACE and mention.sort is Sort.PEOPLE:
            return False  # "these states" are not the United States
        said = mention.qualifiers - _EMPTY_QUALIFIERS
        return not said or said <= {fold(word) for word in cluster.words} | cluster.qualifiers

    def _generic(self, mention: Mention) -> int | None:
        """ "the company", "the agency": the body that was spoken of last and can be called so."""
        if mention.qualifiers - _EMPTY_QUALIFIERS - bodies.GENERIC_QUALIFIERS:
            return None
        fit = [index for index in reversed(self._bodies) if self._may_be_generic(index, mention)]
        if len(fit) > 1:
            self.contested = True
            self._guessed.add((fit[0], mention.head))
        return fit[0] if fit else None

    def _may_be_generic(self, index: int, mention: Mention) -> bool:
        """Whether a body was spoken of lately and can be called by the noun."""
        cluster = self.clusters[index]
        if mention.sentence - cluster.last > _NEAR or cluster.doubtful or not can_be_called(cluster, mention.head):
            return False
        return mention.head not in _OFFICES or not self._is_of_other_matters(cluster, mention)

    def _is_of_other_matters(self, cluster: Cluster, mention: Mention) -> bool:
        """Whether an office is told by what it deals with, and the body named last by something else: "the health agency" is no coffee council."""
        known = {*folded(cluster.words), *cluster.qualifiers, *cluster.label.split()}
        return bool((mention.qualifiers & bodies.GENERIC_QUALIFIERS) - _PLAIN - known)

    def _is_left_behind(self, found: int, mention: Mention) -> bool:
        """Whether another place was named since the one that bears the noun in its name: in Bremen "the city" is not Benin City."""
        if mention.head not in _TOWNS or fold(self.clusters[found].words[-1]) != mention.head:
            return False
        known = self.clusters[found].mentions[-1].whole.start
        places = (c for i, c in enumerate(self.clusters) if i != found and c.sort is Sort.PLACE and c.form is Form.NAME)
        return any(place.mentions[-1].whole.start > known for place in places)

    def _join(self, index: int, mention: Mention) -> None:
        cluster = self.clusters[index]
        cluster.mentions.append(mention)
        cluster.gender = cluster.gender or mention.gender
        if mention.form is Form.NAME:
            cluster.sort = cluster.sort or mention.sort
            if cluster.form is not Form.NAME or (len(mention.words) > len(cluster.words) and mention.sort is not None):
                cluster.words, cluster.form, cluster.head = mention.words, Form.NAME, mention.head
                cluster.sort = mention.sort or cluster.sort
        elif len(mention.words) > len(cluster.words) and cluster.form is Form.NOUN:
            cluster.words = mention.words
        cluster.roles.update(mention.roles)
        cluster.label = cluster.label or mention.label
        if mention.form is Form.NAME or not mention.definite:
            cluster.qualifiers.update(mention.qualifiers)
        self._index(index, mention)

    def _more_usual(self, index: int, word: str) -> bool:
        """Whether *word* alone now means this cluster: of two people with one surname, the one who is spoken of more."""
        other = self._word.get(word)
        if other is None or other == index or self.clusters[other].sort is not Sort.PERSON:
            return True
        last, theirs = (fold(self.clusters[one].words[-1]) == word for one in (index, other))
        if last != theirs:
            return last  # of "Ajay *Singh*" and "Ravi Singh Orr" the first is "Mr Singh"
        return len(self.clusters[index].mentions) > len(self.clusters[other].mentions)

    def _index(self, index: int, mention: Mention) -> None:
        self._full[fold(nations.ALIKE.get(mention.text, mention.text))] = index
        if not self._is_told_apart(mention):
            self._head[mention.head] = index
        for role in mention.roles:
            _to_end(self._role.setdefault(role, []), index)
        cluster = self.clusters[index]
        if mention.form is Form.NAME:
            self._index_name(index, mention)
        if cluster.sort in (Sort.BODY, None) and cluster.form is Form.NAME:
            _to_end(self._bodies, index)

    def _is_told_apart(self, mention: Mention) -> bool:
        """Whether a text is about another body of the kind of one that it only names: "the House committee that …", beside an "Ethics Committee"."""
        known = self.clusters[self._head[mention.head]] if mention.head in self._head else None
        if known is None or mention.form is not Form.NAME or mention.head not in bodies.GENERIC_BODIES:
            return False
        return known.form is Form.NOUN and len(known.words) > 1 and known.mentions[0].definite

    def _index_name(self, index: int, mention: Mention) -> None:
        for word in folded(mention.words):
            if self._more_usual(index, word):
                self._word[word] = index
        for acronym in acronyms(mention):
            self._acronym[acronym] = index
        if mention.alias:
            self.clusters[index].aliases.add(mention.alias)
            self._word[fold(mention.alias)] = index


def _is_of_another_time(cluster: Cluster, mention: Mention) -> bool:
    """Whether only the other is told to be no longer or not yet one: after "the *previous* government", "the government" is the present one."""
    told = {fold(word) for word in cluster.words} | cluster.qualifiers
    return cluster.form is Form.NOUN and bool(told & _ANOTHER_TIME) and not mention.qualifiers & _ANOTHER_TIME


def _is_firm_of(words: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words are a firm's name without what it deals in."""
    return len(words) > 1 and list(theirs[:-1]) == list(words) and theirs[-1] in bodies.FIRM_ENDINGS


def _to_end(recent: list[int], index: int) -> None:
    """Keep the few latest in the order of their last mention."""
    if index in recent:
        recent.remove(index)
    recent.append(index)
    del recent[:-_RECENT]

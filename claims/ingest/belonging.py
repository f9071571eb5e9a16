"""To which body the members belong that an article quotes as a group: "more than 40 French senators" are of the French Senate."""

import re

from claims.extraction.lexicon import nations
from claims.extraction.sources import kinds
from claims.extraction.types import SourceKind as ReadKind

# Members whose title names one body of a state, and no other; "deputies" and "officials" sit in too many.
BODIES = {
    "senators": "Senate",
    "senator": "Senate",
    "congressmen": "Congress",
    "congresswomen": "Congress",
    "congressman": "Congress",
    "congresswoman": "Congress",
    "lawmakers": "Parliament",
    "lawmaker": "Parliament",
    "parliamentarians": "Parliament",
    "parliamentarian": "Parliament",
    "MPs": "Parliament",
    "MP": "Parliament",
    "MEPs": "European Parliament",
    "MEP": "European Parliament",
}
_MEMBERS = re.compile(rf"(?:\b(?P<whose>[A-Z][\w.-]+) )?\b(?P<member>{'|'.join(BODIES)})\b")
_TITLED = frozenset(body.split()[-1] for body in BODIES.values())
_OWN_NAME = frozenset({"European Parliament"})


def body_of(name: str) -> str | None:
    """The body that the words of a source say it sits in, by its full name; None where they leave open which."""
    found = _MEMBERS.search(name)
    if not found:
        return None
    body, whose = BODIES[found["member"]], found["whose"]
    if body in _OWN_NAME:
        return body
    return f"{whose} {body}" if whose in nations.ADJECTIVE_OF else None


def has_titled_members(name: str) -> bool:
    """Whether this may be a body whose members are called by a title of their own: a senate, a parliament."""
    return name.split()[-1] in _TITLED


def kind_of(body: str) -> ReadKind:
    """The kind of a body of which only the name is known, because one of its members spoke."""
    if body in nations.STATES or body in nations.ALIKE or has_titled_members(body):
        return ReadKind.GOVERNMENT
    return kinds.of_noun(body.split()[-1].lower()) or ReadKind.GROUP

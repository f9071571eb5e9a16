"""Tags that the window of the tagger gets wrong, put right by the words around them: what is no verb, what is one, shares,
marks, and what only stresses a noun."""

from collections.abc import Callable, Sequence

from claims.extraction.standalone.retagging import marks, no_verbs, shares, stressed, verbs

Rule = Callable[[Sequence[str], list[str]], list[str]]  # the words and their tags, and the tags put right

FIRST: tuple[Rule, ...] = (
    verbs.with_ing,
    no_verbs.with_counted,
    verbs.with_risen,
    verbs.with_might,
    marks.with_closed_marks,
    verbs.with_one_form,
    verbs.with_owned_verbs,
    no_verbs.with_fronted,
    no_verbs.with_roles,
    no_verbs.with_opening,
)
LAST: tuple[Rule, ...] = (
    no_verbs.with_net,
    no_verbs.with_none,
    shares.with_share_verbs,
    verbs.with_unseen,
    verbs.with_beaten,
    no_verbs.with_ousted,
    verbs.with_described,
    verbs.with_dated_verbs,
    verbs.with_reopened,
    verbs.with_closed,
    stressed.with_stressed,
)


def put_right(rules: tuple[Rule, ...], words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags of a sentence, by one rule after the other."""
    for rule in rules:
        tags = rule(words, tags)
    return tags

"""Words by which a speaker addresses somebody: ", my lord" tells nothing, and is nobody's lord."""

from claims.extraction.standalone.cutting.cuts import Tokens

ADDRESSED = frozenset(
    "lord lords lady ladies dear darling love friend friends fellow son boy girl child children god goodness honour honor liege brothers sisters".split()
)


def without(tokens: Tokens) -> Tokens:
    """The words without an address set off by commas: "there is a drawer, *my lord*", "*My friends*, we have won"."""
    at = next((i for i in range(len(tokens) - 1) if _is_address(tokens, i)), None)
    if at is None:
        return tokens
    before, after = tokens[:at], tokens[at + 2 :]
    before = before[:-1] if before and before[-1].tag == "," else before
    return [*before, *(after[1:] if after and after[0].tag == "," else after)] or tokens


def _is_address(tokens: Tokens, at: int) -> bool:
    """Whether "my lord" stands between marks, and no name before it that it tells more of: "Ann, my friend"."""
    if tokens[at].lower not in ("my", "your") or tokens[at + 1].lower not in ADDRESSED:
        return False
    opened = at == 0 or (tokens[at - 1].tag == "," and (at < 2 or tokens[at - 2].tag != "NNP"))
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    closed = behind is None or behind.tag in (",", ".", "Q")
    return opened and closed and (at > 0 or (behind is not None and behind.tag == ","))

"""Score pairs of claims: would one fact-check settle both?"""

from collections.abc import Sequence

from claims.matching.comparison import compare
from claims.matching.encoder import Encoder
from claims.matching.profile import profile
from claims.matching.rerank import load_pair_model


def score_pairs(pairs: Sequence[tuple[str, str]], encoder: Encoder) -> list[float]:
    """One calibrated score per pair, in the order of the pairs."""
    model = load_pair_model()
    left, right = [profile(a) for a, _ in pairs], [profile(b) for _, b in pairs]
    vectors = encoder([claim.text for claim in left + right])
    cosines = (vectors[: len(left)] * vectors[len(left) :]).sum(axis=1)
    return [model.score(compare(a, b, float(cosine))) for a, b, cosine in zip(left, right, cosines, strict=True)]

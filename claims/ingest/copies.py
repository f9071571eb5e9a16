"""Is this article here already? The same words, a near copy by MinHash over runs of five words, or the same address."""

import hashlib
import re
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urlsplit

import numpy as np
from django.db.models import Q, QuerySet

from claims.models import Article, CopyBand, Likeness, TextVersion

SHINGLE = 5  # words in a run: shorter runs are shared by chance
BANDS, ROWS = 16, 4  # 64 hash functions: texts alike by 0.7 share a band with probability 0.99, by 0.3 with 0.12
NEAR = 0.6  # share of equal hashes from which two texts are called near copies
MOST_WORDS = 50_000  # a longer text is judged by its beginning
MOST_COMPARED = 20
_CAMPAIGN = re.compile(r"(?i)utm_|fbclid|gclid|mc_[ce]id|ref$|share$")
_WORD = re.compile(r"\w+")
_PRIME = (1 << 61) - 1
_RANDOM = np.random.default_rng(20260101)  # fixed for ever: signatures are kept
_FACTORS = _RANDOM.integers(1, 1 << 31, BANDS * ROWS, dtype=np.uint64)
_OFFSETS = _RANDOM.integers(0, 1 << 31, BANDS * ROWS, dtype=np.uint64)


def signature(text: str) -> np.ndarray | None:
    """64 minima over the text's runs of five words; None where it has fewer words than one run."""
    words = [match[0].casefold() for match in islice(_WORD.finditer(text), MOST_WORDS)]
    if len(words) < SHINGLE:
        return None
    numbers = np.fromiter((_number(word) for word in words), dtype=np.uint64, count=len(words))
    runs = np.zeros(len(words) - SHINGLE + 1, dtype=np.uint64)
    for offset in range(SHINGLE):  # a polynomial hash of each run, modulo 2^64
        runs = runs * np.uint64(1_000_003) + numbers[offset : offset + len(runs)]
    runs = np.unique(runs) >> np.uint64(33)  # 31 bits, so that the products below stay within 64
    minima = np.empty(BANDS * ROWS, dtype=np.uint64)
    for index in range(BANDS * ROWS):
        minima[index] = ((runs * _FACTORS[index] + _OFFSETS[index]) % np.uint64(_PRIME)).min()
    return minima


def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest())


def band_keys(minima: np.ndarray) -> list[int]:
    """One signed 64-bit key per band."""
    return [
        int.from_bytes(hashlib.blake2b(minima[i : i + ROWS].tobytes(), digest_size=8).digest(), signed=True)
        for i in range(0, BANDS * ROWS, ROWS)
    ]


def remember(version: TextVersion) -> list[Likeness]:
    """Note the text's bands and link its article with those that it repeats; doing it twice changes nothing."""
    minima = signature(version.text)
    keys = band_keys(minima) if minima is not None else []
    CopyBand.objects.bulk_create(
        (CopyBand(text_version=version, band=band, key=key) for band, key in enumerate(keys)), ignore_conflicts=True
    )
    found = [
        Likeness(article=version.article, other=other, kind=kind, similarity=similarity)
        for other, kind, similarity in _alike(version, minima, keys)
    ]
    Likeness.objects.bulk_create(found, ignore_conflicts=True)
    return found


def _alike(
    version: TextVersion, minima: np.ndarray | None, keys: list[int]
) -> list[tuple[Article, Likeness.Kind, float]]:
    # the newer article is linked with the older ones, never the other way round
    standing = TextVersion.objects.filter(article__same_as__isnull=True)
    others = standing.filter(article__lt=version.article_id).select_related("article").order_by("pk")
    same = {t.article_id: t.article for t in others.filter(text_sha256=version.text_sha256)[:MOST_COMPARED]}
    alike = [(article, Likeness.Kind.SAME_TEXT, 1.0) for article in same.values()]
    alike += _near(minima, keys, others, same) if minima is not None else []
    pages = [article for article in _at_the_same_address(version.article) if article.pk not in same]
    return [*alike, *((article, Likeness.Kind.SAME_PAGE, 0.0) for article in pages)]


def _near(
    minima: np.ndarray, keys: list[int], others: QuerySet[TextVersion], same: dict[int, Article]
) -> list[tuple[Article, Likeness.Kind, float]]:
    """Texts that share a band, and then most hashes; what was found is added to *same*."""
    alike, shared = [], Q()
    for band, key in enumerate(keys):
        shared |= Q(band=band, key=key)
    near = CopyBand.objects.filter(shared)
    for other in others.filter(pk__in=near.values("text_version"))[:MOST_COMPARED]:
        if other.article_id not in same:
            theirs = signature(other.text)
            similarity = 0.0 if theirs is None else float((minima == theirs).mean())
            if similarity >= NEAR:
                same[other.article_id] = other.article
                alike.append((other.article, Likeness.Kind.NEAR_COPY, similarity))
    return alike


def _at_the_same_address(article: Article) -> list[Article]:
    """Older articles at this one's address: an article that changed, or another part of it, taken in by hand."""
    pages = {page for page in map(page_of, (article.address, article.canonical_address or "")) if page}
    found: dict[int, Article] = {}
    for page in pages:
        path = page.partition("?")[0]
        holds = Q(address__icontains=path) | Q(canonical_address__icontains=path)
        older = Article.objects.filter(holds, pk__lt=article.pk, same_as__isnull=True).order_by("pk")
        for other in older[:MOST_COMPARED]:
            if pages & {page_of(other.address), page_of(other.canonical_address or "")}:
                found[other.pk] = other
    return list(found.values())


def page_of(address: str) -> str:
    """An address without what does not change its page: scheme, www, fragment, a closing slash, marks of campaigns."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # a person may type anything as an address
        return ""
    told = urlencode([pair for pair in parse_qsl(parts.query) if not _CAMPAIGN.match(pair[0])])
    page = f"{host}{parts.path.rstrip('/')}"
    return "" if page == host and not told else f"{page}?{told}" if told else page

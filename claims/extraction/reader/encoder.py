"""The encoder: one ONNX session on one thread, fed with segments of like length."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime

from claims.extraction.reader.segments import Segment
from claims.extraction.reader.values import Floats

# What the runtime melts into one step here, adding and normalising, takes it four times as long as the two apart.
SLOWER = ["SkipLayerNormFusion"]
BATCH_TOKENS = 256  # per call: what stays in one core's cache; 1024 was a third slower


class Encoder:
    """MiniLM in int8, as the training exported it."""

    def __init__(self, path: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # workers are added by number, not by thread
        self._session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )

    def encode(self, segments: Sequence[Segment]) -> Iterator[tuple[int, Floats, Floats]]:
        """The index of each segment, its states and its token heads' answers, one row a token; in order of length."""
        order = sorted(range(len(segments)), key=lambda index: len(segments[index].ids))
        for group in _groups(order, [len(segment.ids) for segment in segments]):
            longest = len(segments[group[-1]].ids)
            ids = np.zeros((len(group), longest), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, index in enumerate(group):
                ids[row, : len(segments[index].ids)] = segments[index].ids
                mask[row, : len(segments[index].ids)] = 1
            states, tokens = self._session.run(["states", "tokens"], {"ids": ids, "mask": mask})
            for row, index in enumerate(group):
                length = len(segments[index].ids)
                yield index, states[row, :length], tokens[row, :length]


def _groups(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    group: list[int] = []
    for index in order:
        if group and (len(group) + 1) * lengths[index] > BATCH_TOKENS:
            yield group
            group = []
        group.append(index)
    if group:
        yield group

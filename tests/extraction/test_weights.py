"""The reader's weights: small enough that every processor adds their products up alike."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

ENCODER = Path("claims/extraction/weights/encoder.onnx")
GRAPH, INITIALIZER = 7, 5  # fields of ONNX's ModelProto and GraphProto
TYPE, NAME, RAW = 2, 8, 9  # of its TensorProto
INT8 = 3
LENGTHS = {1: 8, 5: 4}  # bytes of protobuf's values of fixed size, by wire type


def varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def fields(data: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Protobuf's fields in order: number and value."""
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        if key & 7 == 0:
            value, at = varint(data, at)
            yield key >> 3, value
            continue
        size, at = (LENGTHS[key & 7], at) if key & 7 in LENGTHS else varint(data, at)
        yield key >> 3, data[at : at + size]
        at += size


def test_products_of_eight_bits_leave_sixteen_on_no_processor() -> None:
    (graph,) = (value for number, value in fields(memoryview(ENCODER.read_bytes())) if number == GRAPH)
    tensors = [dict(fields(value)) for number, value in fields(graph) if number == INITIALIZER]
    multiplied = [one for one in tensors if one[TYPE] == INT8 and bytes(one[NAME]).endswith(b"_quantized")]
    assert len(multiplied) == 36  # six layers: query, key, value, output, up and down
    for one in multiplied:
        weights = np.frombuffer(one[RAW], dtype=np.int8).astype(int)
        assert weights.min() >= -64
        assert weights.max() <= 64

"""Turn the weights that run back into what training begins from, since only they are kept.

    python -m claims.extraction.training.restore --base MINILM --out reader.pt

Each number comes back as its eight bits had it, a little off what was trained.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from claims.extraction.training.export import TOKEN_HEADS
from claims.extraction.training.model import Reader
from claims.extraction.weights import FOLDER


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    reader = Reader(chosen.base)
    state = reader.state_dict()
    graph = onnx.load(FOLDER / "encoder.onnx").graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {name: array for name, array in arrays.items() if name in state}
    for node in graph.node:
        if node.op_type in ("MatMulInteger", "MatMul") and (array := _matrix(node.input[1], arrays)) is not None:
            # "/encoder/encoder/layer.0/attention/self/query/MatMul_quant" is the weight of that linear map
            name = node.name.removeprefix("/").rsplit("/", 1)[0].replace("/", ".")
            found[name + ".weight"] = array.T
    tokens = np.split(found.pop("tokens.weight"), np.cumsum(_sizes(reader))[:-1])
    biases = np.split(arrays["tokens.bias"], np.cumsum(_sizes(reader))[:-1])
    for head, weight, bias in zip(TOKEN_HEADS, tokens, biases, strict=True):
        found |= {f"{head}.weight": weight, f"{head}.bias": bias}
    with np.load(FOLDER / "heads.npz") as heads:
        found |= {name: heads[name] for name in heads.files}
    kept = {"encoder.embeddings.word_embeddings.weight"}  # the base's own: they were never trained
    if missing := set(state) - set(found) - kept:
        raise SystemExit(f"The weights do not hold {sorted(missing)}.")
    state |= {name: torch.from_numpy(np.array(found[name], dtype=np.float32)) for name in state if name not in kept}
    reader.load_state_dict(state)
    torch.save(reader.state_dict(), chosen.out)


def _sizes(reader: Reader) -> list[int]:
    return [getattr(reader, head).out_features for head in TOKEN_HEADS]


def _matrix(name: str, arrays: dict[str, np.ndarray]) -> np.ndarray | None:
    """The weights of one product in 32 bits, or None for a product of states."""
    if not name.endswith("_quantized"):
        return arrays.get(name)
    stem = name.removesuffix("_quantized")
    steps = arrays[name].astype(np.float32) - arrays[stem + "_zero_point"]
    made: np.ndarray = steps * arrays[stem + "_scale"]
    return made


if __name__ == "__main__":
    main()

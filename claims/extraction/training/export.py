"""Turn a trained reader into what runs: an int8 encoder in ONNX, the heads as arrays, the vocabulary.

    python -m claims.extraction.training.export --base MINILM --trained FILE.pt [FILE.pt …] --out claims/extraction/weights

Several files are averaged: runs of one seed's neighbourhood, not of different seeds.
"""

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from claims.extraction.training.model import Reader

TOKEN_HEADS = ("anchor", "narrated", "here", "there")  # one linear map of every token: they go with the encoder
HEADS = ("distance", "plain", "paired", "kind", "judge")  # these need anchors or sentences first: they stay in numpy


class SmallTable(nn.Module):
    """Word vectors as int8 with a scale for each row: half of all weights, at a quarter of their size."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("steps", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        made: Tensor = self.steps[ids].float() * self.scale[ids]  # type: ignore[index]  # a registered buffer, which torch types as a module too
        return made


class Encoder(nn.Module):
    """The encoder and its heads for single tokens, asked for newsdesk's guideline."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder = reader.encoder
        self.words = SmallTable(reader.encoder.embeddings.word_embeddings.weight.detach())
        heads = [getattr(reader, name) for name in TOKEN_HEADS]
        self.tokens = nn.Linear(heads[0].in_features, sum(head.out_features for head in heads))
        self.tokens.weight = nn.Parameter(torch.cat([head.weight for head in heads]))
        self.tokens.bias = nn.Parameter(torch.cat([head.bias for head in heads]))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states: Tensor = self.encoder(
            inputs_embeds=self.words(ids), attention_mask=mask, token_type_ids=torch.zeros_like(ids)
        ).last_hidden_state
        return states, self.tokens(states)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--trained", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the encoder in 32 bits, to see what int8 costs")
    chosen = parser.parse_args()
    reader = Reader(chosen.base)
    reader.load_state_dict(_mean([torch.load(path, weights_only=True) for path in chosen.trained]))
    chosen.out.mkdir(parents=True, exist_ok=True)
    heads = {
        name: value.numpy().astype(np.float16)
        for name, value in reader.state_dict().items()
        if name.split(".")[0] in HEADS
    }
    np.savez(chosen.out / "heads.npz", **heads)  # type: ignore[arg-type]  # numpy's stub takes the names of arrays for its own keyword
    shutil.copy(chosen.base / "vocab.txt", chosen.out / "vocab.txt")
    with tempfile.TemporaryDirectory() as scratch:
        _write(Encoder(reader.eval()), Path(scratch), chosen.out / "encoder.onnx", whole=chosen.float)


def _mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    return {
        name: torch.stack([state[name].float() for state in states]).mean(0).to(first.dtype)
        for name, first in states[0].items()
    }


def _write(encoder: Encoder, scratch: Path, out: Path, *, whole: bool) -> None:
    ids = torch.randint(1000, 2000, (2, 16))
    axes = {0: "batch", 1: "length"}
    torch.onnx.export(
        encoder,
        (ids, torch.ones_like(ids)),
        str(scratch / "whole.onnx"),
        input_names=["ids", "mask"],
        output_names=["states", "tokens"],
        dynamic_axes=dict.fromkeys(("ids", "mask", "states", "tokens"), axes),
        opset_version=17,
        dynamo=False,
    )
    if whole:
        onnx.save(onnx.load(scratch / "whole.onnx"), out)
        return
    quant_pre_process(scratch / "whole.onnx", scratch / "clean.onnx", skip_symbolic_shape=True)
    quantize_dynamic(
        scratch / "clean.onnx",
        out,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        # Weights of 7 bits: sums of products then fit 16 bits, in which processors without VNNI add them up. With 8 bits
        # those cut them off, and the same text is read differently on two machines.
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=["/tokens/MatMul"],  # small, and every decision hangs on it
    )


if __name__ == "__main__":
    main()

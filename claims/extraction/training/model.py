"""The learnt reader in torch: an encoder and the heads that ask it who said what; and the larger one that it learns from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from claims.extraction.reader.segments import NOTHING, START, STOP
from claims.extraction.training.corpus import KINDS, OUTSIDE, SOURCE, UNKNOWN, Example

NARROW = 128  # of the states that an anchor and a token are compared in
REACH = 48  # distances between anchor and token beyond this are all the same
ROLES, ANCHORS, JUDGEMENTS = 4, 3, 5
FURNITURE = 4  # the judgement that a sentence is none of the article's


class Reader(nn.Module):
    """An encoder; a tag a token; a role for each token as seen from an anchor; judgements a sentence."""

    rate, layer_decay = 1.5e-4, 0.85  # of the topmost layer, and what each layer below learns slower by

    def __init__(self, base: Path) -> None:
        super().__init__()
        # No dropout on attention: on a processor it costs as much time as all the rest, and it was not missed.
        self.encoder = AutoModel.from_pretrained(
            base,
            add_pooling_layer=False,
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
            dtype=torch.float32,
        )
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False  # few texts: rare words keep their places
        width = self.encoder.config.hidden_size
        self.anchor = nn.Linear(width, ANCHORS)
        self.narrated = nn.Linear(width, 1)
        self.here = nn.Linear(width, NARROW)
        self.there = nn.Linear(width, NARROW)
        self.distance = nn.Embedding(2 * REACH + 1, NARROW)
        nn.init.normal_(self.distance.weight, std=0.1)
        self.plain = nn.Linear(NARROW, ROLES)
        self.paired = nn.Parameter(torch.randn(ROLES, NARROW, NARROW) * 0.02)
        self.kind = nn.Linear(width, len(KINDS))
        self.judge = nn.Linear(width, JUDGEMENTS)  # factual, high, checkable, ClaimBuster, furniture
        self.dropout = nn.Dropout(0.1)

    def states(self, ids: Tensor, mask: Tensor, guideline: Tensor) -> Tensor:
        """Hidden states; whose guideline is asked for is said in the token type, which BERT would leave idle."""
        types = guideline[:, None].expand_as(ids)
        out: Tensor = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        return out.float()

    def roles(self, states: Tensor, rows: Tensor, anchors: Tensor) -> Tensor:
        """For each anchor, (row, token), the role logits of all tokens of its row."""
        states = self.dropout(states)
        here = self.here(states[rows, anchors])
        there = self.there(states).index_select(0, rows)  # anchors × tokens × narrow
        steps = torch.arange(states.shape[1], device=states.device)[None, :] - anchors[:, None]
        near = self.distance(steps.clamp(-REACH, REACH) + REACH)
        plain = self.plain(torch.relu(here[:, None] + there + near))
        turned = torch.einsum("ad,rde->are", torch.tanh(here), self.paired)
        return plain + torch.bmm(torch.tanh(there), turned.transpose(1, 2))


MPNET_FIRST = (
    4  # MPNet's vocabulary is BERT's behind four pieces of its own, in which it knows starts, stops and padding
)
MPNET_OWN = {0: 1, START: 0, STOP: 2}


class Teacher(Reader):
    """The same heads over MPNet, five times as large: too slow for a newsroom's processor, so the small reader learns from what it answers."""

    rate, layer_decay = 5e-5, 0.92

    def __init__(self, base: Path) -> None:
        super().__init__(base)
        self.asked = nn.Embedding(2, self.encoder.config.hidden_size)  # MPNet has no token types to ask with
        nn.init.zeros_(self.asked.weight)

    def states(self, ids: Tensor, mask: Tensor, guideline: Tensor) -> Tensor:
        """Hidden states of the same tokens."""
        own = ids + MPNET_FIRST
        for berts, its in MPNET_OWN.items():
            own = own.masked_fill(ids == berts, its)
        seen = self.encoder.embeddings.word_embeddings(own) + self.asked(guideline)[:, None]
        out: Tensor = self.encoder(inputs_embeds=seen, attention_mask=mask).last_hidden_state
        return out.float()


@dataclass(slots=True)
class Batch:
    """Examples padded to one length; *passages* and *sentences* say where each token stands, NOTHING where it stands for no text."""

    examples: Sequence[Example]
    ids: Tensor
    mask: Tensor
    guideline: Tensor
    passages: Tensor
    sentences: Tensor


ROLE_TOKENS = 20  # an anchor counts as much as so many tokens of its passage: sources are few and must not drown
STEP = 32  # lengths are rounded up to it: every new shape costs the processor's kernels a compilation


def rounded(length: int) -> int:
    return -(-length // STEP) * STEP


def batch(examples: Sequence[Example], device: str = "cpu") -> Batch:
    longest = rounded(max(len(example.segment.ids) for example in examples))
    ids = torch.zeros(len(examples), longest, dtype=torch.long)
    mask = torch.zeros_like(ids)
    for index, example in enumerate(examples):
        ids[index, : len(example.segment.ids)] = torch.tensor(example.segment.ids)
        mask[index, : len(example.segment.ids)] = 1
    guideline = torch.tensor([example.guideline for example in examples])
    places = [
        padded(lists, longest, NOTHING)
        for lists in ([e.segment.passages for e in examples], [e.segment.sentences for e in examples])
    ]
    return Batch(examples, *(made.to(device) for made in (ids, mask, guideline, *places)))


def padded(lists: Sequence[Sequence[int]], length: int, filling: int = UNKNOWN) -> Tensor:
    return torch.tensor([[*values, *[filling] * (length - len(values))] for values in lists])


def statement_loss(reader: Reader, states: Tensor, made: Batch) -> Tensor:
    """How far anchors, roles, kinds and narrated tokens are from the gold."""
    length = states.shape[1]
    tags = padded(
        [
            [t if p != NOTHING else UNKNOWN for t, p in zip(e.anchor_tags, e.segment.passages, strict=True)]
            for e in made.examples
        ],
        length,
    ).to(states.device)
    pairs = [(row, anchor) for row, example in enumerate(made.examples) for anchor in example.anchors]
    count = len(pairs) + 1
    smooth = nn.functional.cross_entropy(
        reader.anchor(reader.dropout(states)).flatten(0, 1), tags.flatten(), ignore_index=UNKNOWN, reduction="sum"
    )
    loss = smooth / count
    said = padded([e.narrated for e in made.examples], length).to(states.device)
    known = said != UNKNOWN
    if known.any():
        loss = loss + nn.functional.binary_cross_entropy_with_logits(
            reader.narrated(reader.dropout(states)).squeeze(-1)[known], said[known].float()
        )
    if pairs:
        rows = torch.tensor([row for row, _ in pairs], device=states.device)
        logits = reader.roles(states, rows, torch.tensor([anchor.token for _, anchor in pairs], device=states.device))
        gold = padded([_roles(made.examples[row], anchor.roles, anchor.token) for row, anchor in pairs], length).to(
            states.device
        )
        loss = loss + nn.functional.cross_entropy(
            logits.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN, reduction="sum", label_smoothing=0.02
        ) / (ROLE_TOKENS * count)
        loss = loss + 0.3 * _kind_loss(reader, states, gold, rows, [anchor.kind for _, anchor in pairs])
    return loss


def _roles(example: Example, roles: dict[int, int], anchor: int) -> list[int]:
    """Roles over the anchor's own passage; news never splits a statement over two."""
    passage = example.segment.passages[anchor]
    return [
        roles.get(index, OUTSIDE) if here == passage else UNKNOWN for index, here in enumerate(example.segment.passages)
    ]


def _kind_loss(reader: Reader, states: Tensor, gold: Tensor, rows: Tensor, kinds: Sequence[int]) -> Tensor:
    pooled = source_shares(gold == SOURCE, rows, states.shape[0]) @ states.flatten(0, 1)
    target = torch.tensor(kinds, device=states.device)
    if (target == UNKNOWN).all():
        return torch.zeros((), device=states.device)
    return nn.functional.cross_entropy(reader.kind(reader.dropout(pooled)), target, ignore_index=UNKNOWN)


def source_shares(held: Tensor, rows: Tensor, count: int) -> Tensor:
    """For each anchor, in its own row of the batch, the share that each token of the whole batch has in its source; *held* says which tokens are in it."""
    spread = torch.zeros(len(held), count, held.shape[1], device=held.device)
    spread[torch.arange(len(held), device=held.device), rows] = held.float()
    return spread.flatten(1) / held.sum(1, keepdim=True).clamp(min=1)


def judgement_loss(reader: Reader, states: Tensor, made: Batch) -> Tensor:
    """How far the judgements of whole sentences are from the gold."""
    told = [
        (row, index, (factual, *example.worth[index]))
        for row, example in enumerate(made.examples)
        for index, factual in example.factual.items()
    ]
    if not told:
        return torch.zeros((), device=states.device)
    logits = reader.judge(reader.dropout(_of_sentences(states, made, [(row, at) for row, at, _ in told])))[:, :3]
    target = torch.tensor([judged for _, _, judged in told], dtype=torch.float, device=states.device)
    return nn.functional.binary_cross_entropy_with_logits(logits, target)


def furniture_loss(reader: Reader, states: Tensor, made: Batch) -> Tensor:
    """How far the reader is from telling sentences of a page's furniture from the article's."""
    told = [(row, at, label) for row, e in enumerate(made.examples) for at, label in e.furniture.items()]
    if not told:
        return torch.zeros((), device=states.device)
    logits = reader.judge(reader.dropout(_of_sentences(states, made, [(row, at) for row, at, _ in told])))
    target = torch.tensor([float(label) for _, _, label in told], device=states.device) * 0.98 + 0.01
    return nn.functional.binary_cross_entropy_with_logits(logits[:, FURNITURE], target)


def _of_sentences(states: Tensor, made: Batch, wanted: Sequence[tuple[int, int]]) -> Tensor:
    """The mean state of each wanted sentence, given by its row of the batch and its number."""
    shares = torch.zeros(len(wanted), states.shape[0] * states.shape[1])
    for share, (row, number) in zip(shares, wanted, strict=True):
        tokens = [at for at, one in enumerate(made.examples[row].segment.sentences) if one == number]
        share[[row * states.shape[1] + at for at in tokens]] = 1 / len(tokens)
    return shares.to(states.device) @ states.flatten(0, 1)


def debate_logits(reader: Reader, sentences: Sequence[Sequence[int]]) -> Tensor:
    """What the reader says of single sentences of debates."""
    longest = rounded(max(map(len, sentences)))
    device = reader.judge.weight.device
    ids = torch.tensor([list(ids) + [0] * (longest - len(ids)) for ids in sentences], device=device)
    mask = (ids > 0).long()
    states = reader.states(ids, mask, torch.zeros(len(ids), dtype=torch.long, device=device))
    inner = mask.clone()
    inner[:, 0] = 0
    inner[torch.arange(len(ids), device=device), mask.sum(1) - 1] = 0
    pooled = (states * inner[..., None]).sum(1) / inner.sum(1, keepdim=True).clamp(min=1)
    said: Tensor = reader.judge(reader.dropout(pooled))[:, 3]
    return said


def debate_loss(logits: Tensor, labels: Sequence[int]) -> Tensor:
    """How far that is from the gold."""
    target = torch.tensor(labels, dtype=torch.float, device=logits.device) * 0.96 + 0.02
    return nn.functional.binary_cross_entropy_with_logits(logits, target)

"""What a larger reader answers, as something for the small one to learn: chances in place of labels (Hinton et al. 2015, "Distilling the Knowledge
in a Neural Network"). It needs no annotation, so any text teaches, and it says how sure it is, so the gold's noise weighs less."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from claims.extraction.reader.segments import NOTHING
from claims.extraction.training.corpus import SOURCE
from claims.extraction.training.model import ROLE_TOKENS, Batch, Reader, debate_logits, source_shares

LIKELY = 0.15  # an anchor that a teacher gives this chance is learnt from with its roles
HELD = 0.5  # a token is part of the source from this chance on
NEWSDESK = 0  # the guideline that is asked for when a text is read


@dataclass(frozen=True, slots=True)
class Answers:
    """The mean chances of the teachers for one batch."""

    anchors: Tensor  # row × token × anchor
    narrated: Tensor  # row × token
    at: Tensor  # likely anchors: their rows and tokens
    roles: Tensor  # likely anchor × token × role
    kinds: Tensor  # likely anchor × kind
    judgements: Tensor  # sentence × judgement, in the order of `sentence_shares`


@torch.no_grad()
def asked(teachers: Sequence[Reader], made: Batch) -> Answers:
    """What the teachers say of a batch."""
    with torch.autocast(made.ids.device.type, torch.bfloat16):
        states = [teacher.states(made.ids, made.mask, made.guideline) for teacher in teachers]
    pairs = list(zip(teachers, states, strict=True))
    anchors = torch.stack([teacher.anchor(one).softmax(-1) for teacher, one in pairs]).mean(0)
    real = made.passages != NOTHING
    at = torch.nonzero((anchors[..., 1:].sum(-1) >= LIKELY) & real)
    roles = torch.stack([teacher.roles(one, *at.T).softmax(-1) for teacher, one in pairs]).mean(0)
    pools = source_shares(roles[..., SOURCE] >= HELD, at[:, 0], real.shape[0])
    shares = sentence_shares(made)
    return Answers(
        anchors,
        torch.stack([teacher.narrated(one).squeeze(-1).sigmoid() for teacher, one in pairs]).mean(0),
        at,
        roles,
        torch.stack([teacher.kind(pools @ one.flatten(0, 1)).softmax(-1) for teacher, one in pairs]).mean(0),
        torch.stack([teacher.judge(shares @ one.flatten(0, 1)).sigmoid() for teacher, one in pairs]).mean(0),
    )


def learnt(reader: Reader, states: Tensor, made: Batch, said: Answers) -> Tensor:
    """How far the reader is from the teachers, weighed as the losses against gold are."""
    real = made.passages != NOTHING
    count = said.anchors[..., 1:].sum(-1)[real].sum() + 1
    loss = _soft(reader.anchor(reader.dropout(states))[real], said.anchors[real]).sum() / count
    ours = real & (made.guideline == NEWSDESK)[:, None]  # only newsdesk's guideline tells what the article itself says
    if ours.any():
        narrated = reader.narrated(reader.dropout(states)).squeeze(-1)
        loss = loss + nn.functional.binary_cross_entropy_with_logits(narrated[ours], said.narrated[ours])
        shares = sentence_shares(made)
        judged = (made.guideline == NEWSDESK)[(shares.detach() > 0).float().argmax(1) // states.shape[1]]
        logits = reader.judge(reader.dropout(shares @ states.flatten(0, 1)))
        loss = loss + nn.functional.binary_cross_entropy_with_logits(logits[judged, :3], said.judgements[judged, :3])
    if len(said.at):
        rows, tokens = said.at.T
        same = made.passages[rows] == made.passages[rows, tokens][:, None]
        wrong = _soft(reader.roles(states, rows, tokens), said.roles)
        loss = loss + wrong[same].sum() / (ROLE_TOKENS * count)
        pools = source_shares(said.roles[..., SOURCE] >= HELD, rows, real.shape[0])
        sourced = pools.sum(1) > 0
        if sourced.any():
            kinds = reader.kind(reader.dropout(pools[sourced] @ states.flatten(0, 1)))
            loss = loss + 0.3 * _soft(kinds, said.kinds[sourced]).mean()
    return loss


def debates(reader_says: Tensor, teachers: Sequence[Reader], sentences: Sequence[Sequence[int]]) -> Tensor:
    """The same for single sentences of debates."""
    with torch.no_grad():
        theirs = torch.stack([debate_logits(teacher, sentences).float().sigmoid() for teacher in teachers]).mean(0)
    return nn.functional.binary_cross_entropy_with_logits(reader_says.float(), theirs)


def sentence_shares(made: Batch) -> Tensor:
    """For each sentence the share that each token of the whole batch has in it."""
    rows, tokens = torch.nonzero(made.sentences != NOTHING, as_tuple=True)
    number = made.sentences[rows, tokens]
    most = int(made.sentences.max()) + 1
    _, at = torch.unique(rows * most + number, return_inverse=True)
    shares = torch.zeros(int(at.max()) + 1, made.sentences.numel(), device=made.ids.device)
    shares[at, rows * made.sentences.shape[1] + tokens] = 1.0
    return shares / shares.sum(1, keepdim=True)


def _soft(logits: Tensor, chances: Tensor) -> Tensor:
    """Cross-entropy beyond the teachers' own doubt, so that a perfect pupil's loss is zero."""
    return (chances * (chances.clamp(min=1e-6).log() - logits.float().log_softmax(-1))).sum(-1)

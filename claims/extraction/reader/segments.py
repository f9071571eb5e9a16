"""Pieces of a text as the encoder takes them in: whole sentences of neighbouring passages, cut into WordPieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from claims.extraction.types import Passage, Sentence

START, STOP = 101, 102  # [CLS] and [SEP] of the vocabulary
UNKNOWN = "[UNK]"
LONGEST_WORD = 100  # characters; longer ones are no words, and are one unknown token
NOTHING = -1  # passage and sentence of a token that stands for no text
LONGEST = 192  # tokens of one segment: four or five news paragraphs; attention costs grow with the square
UNREADABLE = 1500  # tokens of one "sentence": nobody writes that, it is a table or a dump; it would only cost time


@dataclass(slots=True)
class Segment:
    """Token ids with, for each, its code points in the text, its passage and its sentence."""

    ids: list[int] = field(default_factory=lambda: [START])
    offsets: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0)])
    passages: list[int] = field(default_factory=lambda: [NOTHING])
    sentences: list[int] = field(default_factory=lambda: [NOTHING])

    def add(self, ids: Sequence[int], offsets: Sequence[tuple[int, int]], passage: int, sentence: int) -> None:
        self.ids += ids
        self.offsets += offsets
        self.passages += [passage] * len(ids)
        self.sentences += [sentence] * len(ids)

    def stop(self) -> None:
        """Say that a passage ends here."""
        self.add([STOP], [(0, 0)], NOTHING, NOTHING)


def tokenizer(vocabulary: Path) -> Tokenizer:
    """The uncased WordPiece tokenizer that the encoder was trained with."""
    pieces = WordPiece.from_file(str(vocabulary), unk_token=UNKNOWN, max_input_chars_per_word=LONGEST_WORD)
    made = Tokenizer(pieces)
    made.normalizer = BertNormalizer(clean_text=True, handle_chinese_chars=True, lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def cut(
    text: str,
    passages: Sequence[Passage],
    sentences: Sequence[Sentence],
    words: Tokenizer,
    longest: int = LONGEST,
) -> Iterator[Segment]:
    """The text's sentences in segments of at most *longest* tokens; passages are kept whole where they fit."""
    segment = Segment()
    for group in _by_passage(sentences):
        pieces = words.encode_batch([sentences[index].span.of(text) for index in group], add_special_tokens=False)
        size = sum(len(piece.ids) for piece in pieces)
        if len(segment.ids) > 1 and len(segment.ids) + size + 1 > longest:
            yield segment
            segment = Segment()
        for index, piece in zip(group, pieces, strict=True):
            if len(piece.ids) > UNREADABLE:
                continue
            for ids, offsets in _chunks(piece.ids, piece.offsets, longest - 2):
                if len(segment.ids) + len(ids) + 1 > longest:
                    segment.stop()
                    yield segment
                    segment = Segment()
                base = sentences[index].span.start
                segment.add(ids, [(base + s, base + e) for s, e in offsets], sentences[index].passage, index)
        segment.stop()
    if len(segment.ids) > 2:
        yield segment


def _by_passage(sentences: Sequence[Sentence]) -> Iterator[list[int]]:
    group: list[int] = []
    for index, sentence in enumerate(sentences):
        if group and sentences[group[0]].passage != sentence.passage:
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _chunks(
    ids: Sequence[int], offsets: Sequence[tuple[int, int]], size: int
) -> Iterator[tuple[Sequence[int], Sequence[tuple[int, int]]]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size], offsets[start : start + size]

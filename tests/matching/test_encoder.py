"""The encoder as shipped."""

import socket

import numpy as np
import pytest

from claims.matching import encoder


def test_paraphrases_are_near_and_other_claims_are_far():
    vectors = encoder.load()(
        ["He voted 98 times to raise taxes.", "He voted to increase taxes 98 times.", "A dog was elected mayor."]
    )
    cosines = vectors @ vectors.T
    assert cosines[0, 1] > 0.9
    assert cosines[0, 2] < 0.4


def test_vectors_have_unit_length_and_keep_the_order_of_the_texts():
    texts = [("word " * length).strip() for length in (40, 3, 200, 1, 18)] * 4
    together = encoder.load()(texts)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert all(
        np.allclose(encoder.load()([text])[0], vector, atol=1e-3) for text, vector in zip(texts, together, strict=True)
    )


def test_no_texts_are_no_vectors():
    assert encoder.load()([]).shape == (0, encoder.DIMENSIONS)


@pytest.mark.parametrize("text", ["", " ", "\u200b", "日本語", "a" * 100_000])
def test_strange_texts_have_vectors_too(text):
    assert np.isfinite(encoder.load()([text])).all()


def test_changed_weights_are_refused(tmp_path):
    (tmp_path / "vocab.txt").write_text("other")
    with pytest.raises(encoder.WeightsChanged, match=r"vocab\.txt"):
        encoder.checked(tmp_path / "vocab.txt", encoder.VOCABULARY_SHA256)


def test_loading_opens_no_connection(monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    assert encoder.MiniLM()(["offline"]).shape == (1, encoder.DIMENSIONS)

"""The vectors of an archive: packed, appended, shared, never encoded twice."""

import numpy as np
import pytest

from claims.matching.encoder import DIMENSIONS
from claims.matching.vectors import ROW, VectorStore


def unit(count, seed=1):
    vectors = np.random.default_rng(seed).standard_normal((count, DIMENSIONS)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path):
    return VectorStore(tmp_path / "vectors" if request.param == "file" else None)


def test_eight_bits_cost_little_of_a_cosine(store):
    vectors = unit(700)
    store.append([f"claim {number}" for number in range(700)], vectors)
    exact = vectors @ vectors[3]
    assert np.abs(store.cosines(vectors[3]) - exact).max() < 0.004


def test_a_text_is_found_by_its_row_and_a_new_one_is_not(store):
    store.append(["one", "two"], unit(2))
    assert (store.row("one"), store.row("two"), store.row("three")) == (0, 1, None)


def test_appending_leaves_earlier_rows_as_they_are(store):
    first = unit(5)
    store.append(list("abcde"), first)
    before = store.cosines(first[0])
    store.append(["f"], unit(1, seed=2))
    assert np.allclose(store.cosines(first[0])[:5], before, atol=1e-6)


def test_an_empty_store_answers_with_nothing(store):
    assert len(store.cosines(unit(1)[0])) == 0


def test_a_restart_finds_what_is_encoded(tmp_path):
    VectorStore(tmp_path / "vectors").append(["one"], unit(1))
    again = VectorStore(tmp_path / "vectors")
    assert (len(again), again.row("one")) == (1, 0)


def test_two_processes_see_each_others_rows_in_one_order(tmp_path):
    left, right = VectorStore(tmp_path / "vectors"), VectorStore(tmp_path / "vectors")
    left.append(["one"], unit(1))
    right.append(["two"], unit(1, seed=2))
    left.refresh()
    assert [store.row(text) for store in (left, right) for text in ("one", "two")] == [0, 1, 0, 1]


def test_a_row_torn_by_a_crash_is_neither_read_nor_kept(tmp_path):
    path = tmp_path / "vectors"
    VectorStore(path).append(["one"], unit(1))
    with path.open("ab") as file:
        file.write(b"\x07" * (ROW.itemsize // 2))
    store = VectorStore(path)
    assert len(store) == 1
    store.append(["two"], unit(1, seed=2))
    assert store.row("two") == 1
    assert path.stat().st_size == 2 * ROW.itemsize

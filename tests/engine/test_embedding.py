"""Vectors depend on a text's letters alone, lie near for texts about one thing, and are computed as elsewhere."""

from itertools import pairwise

import pytest

from claims.engine.embedding import DIMENSIONS, FAITHFUL, embed, faithfulness, likeness, word_ranks

TRAMS = "Two trams collided at a junction in the city, injuring nineteen people."
TRAMS_AGAIN = "Nineteen hurt after a crash between two trams in the centre of town."
PROFIT = "The chipmaker's profit doubled in the third quarter."


def test_this_processor_comes_to_the_stored_vectors() -> None:
    assert faithfulness() >= FAITHFUL


def test_a_vector_has_unit_length() -> None:
    for text in (TRAMS, "", "x", "word " * 5_000):
        (vector,) = embed([text])
        assert len(vector) == DIMENSIONS
        assert likeness(vector, vector) == pytest.approx(1, abs=1e-5)


def test_texts_beside_it_do_not_move_a_vector() -> None:
    alone = embed([TRAMS])[0]
    assert embed([PROFIT, TRAMS, "word " * 300, TRAMS])[1::2] == [alone, alone]


def test_words_beyond_the_model_s_reach_change_nothing() -> None:
    long = "The trams stopped. " * 100
    assert embed([long]) == embed([f"{long} Profit doubled."])


def test_the_marks_that_steer_the_model_are_letters_in_a_text() -> None:
    assert embed(["Trams [SEP] collided"]) != embed(["Trams collided"])


def test_texts_about_one_thing_lie_nearer_than_others() -> None:
    one, same, other = embed([TRAMS, TRAMS_AGAIN, PROFIT])
    assert likeness(one, same) > 0.7
    assert likeness(one, other) < 0.3


def test_rare_words_rank_behind_frequent_ones() -> None:
    ranks = [rank for rank in word_ranks(["the", "Police", "junction", "velarostat"]) if rank is not None]
    assert len(ranks) == 3
    assert all(before < after for before, after in pairwise(ranks))

"""Codes are packed as they lie on disk, and compared bit by bit."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.core.base.codes import agreement, hamming, pack, signs


def test_codes_are_packed_as_they_lie_on_disk_in_every_library() -> None:
    """Golden: lowest bit first, eight bits to a byte, 1 where a logit is above 0."""
    logits = np.full((1, 16), -1.0, np.float32)
    logits[0, [0, 3, 9]] = 0.5
    logits[0, 4] = 0.0
    assert pack(logits).tolist() == [[0b00001001, 0b00000010]]


def test_signs_are_those_of_the_packed_logits() -> None:
    logits = np.random.default_rng(0).standard_normal((50, 128)).astype(np.float32)
    assert np.array_equal(signs(pack(logits)), np.where(logits > 0, 1, -1))


def test_code_lengths_that_are_not_whole_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="multiple of 8"):
        pack(np.zeros((1, 12), np.float32))


@pytest.mark.parametrize("bits", [16, 48, 128, 256])
def test_hamming_counts_differing_bits(bits: int) -> None:
    codes = pack(np.random.default_rng(1).standard_normal((200, bits)).astype(np.float32))
    expected = [
        bin(int.from_bytes((codes[0] ^ code).tobytes(), "big")).count("1") for code in codes
    ]
    assert hamming(codes[0], codes).tolist() == expected


def test_hamming_to_no_codes_is_empty() -> None:
    assert len(hamming(np.zeros(16, np.uint8), np.empty((0, 16), np.uint8))) == 0


def test_agreement_is_the_share_of_the_querys_confidence_in_equal_bits() -> None:
    rng = np.random.default_rng(2)
    query = rng.standard_normal(64).astype(np.float32)
    codes = pack(rng.standard_normal((30, 64)).astype(np.float32))
    expected = []
    for row in signs(codes):
        lost = sum(abs(q) for q, sign in zip(query, row, strict=True) if (q > 0) != (sign > 0))
        expected.append(1 - lost / sum(abs(q) for q in query))
    assert agreement(query, codes) == pytest.approx(expected, abs=1e-5)


def test_a_query_without_confidence_has_no_agreement() -> None:
    assert agreement(np.zeros(8, np.float32), np.ones((2, 1), np.uint8)).tolist() == [0, 0]

"""Codes are no longer than what they are made of."""

from __future__ import annotations

import pytest

from desktop_app.core.base.codes import longest_code
from desktop_app.core.models.code_length import CodeTooLongError, check_code_length
from desktop_app.sentences.errors import error_message


@pytest.mark.parametrize(
    ("numbers", "bits"), [(64, 64), (127, 64), (128, 128), (255, 128), (256, 256), (1000, 256)]
)
def test_the_longest_code_has_one_bit_for_each_number_at_most(numbers: int, bits: int) -> None:
    assert longest_code(numbers) == bits


def test_a_longer_code_is_refused_with_the_length_that_is_possible() -> None:
    check_code_length(128, 128)
    with pytest.raises(CodeTooLongError) as caught:
        check_code_length(256, 200)
    expected = (
        "Codes of 256 bits cannot be made with the model in use, which describes each photo by 200"
        " numbers. Choose 128 bits, or switch to another model first."
    )
    assert error_message(caught.value) == expected

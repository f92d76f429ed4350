"""The order in which blocks of a listing are read."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject

from desktop_app.ui.browse.listing_blocks import Block, BlockReader, BlockRows


@pytest.fixture
def begun() -> list[int]:
    """The numbers of the blocks whose reading has begun."""
    return []


@pytest.fixture
def reader(begun: list[int]) -> Iterator[BlockReader]:
    parent = QObject()
    yield BlockReader(lambda block: begun.append(block.number), parent)
    parent.deleteLater()


def block(number: int) -> Block:
    return Block(1, number, np.array([number]))


def test_one_block_is_read_at_a_time_and_the_latest_request_first(
    reader: BlockReader, begun: list[int]
) -> None:
    for number in (1, 2, 3, 2):
        reader.request(block(number))
    assert begun == [1]
    for number in (1, 2, 3):
        reader.finish(BlockRows(block(number), []))
    assert begun == [1, 2, 3]


def test_a_block_that_is_being_read_is_not_read_twice(
    reader: BlockReader, begun: list[int]
) -> None:
    answers: list[BlockRows] = []
    reader.rows_read.connect(answers.append)
    reader.request(block(1))
    reader.request(block(1))
    answer = BlockRows(block(1), [])
    reader.finish(answer)
    assert begun == [1]
    assert answers == [answer]


def test_blocks_that_a_fast_scroll_has_passed_are_not_read(
    reader: BlockReader, begun: list[int]
) -> None:
    for number in range(100):
        reader.request(block(number))
    for _ in range(100):
        reader.finish(BlockRows(block(begun[-1]), []))
    assert begun == [0, *range(99, 91, -1)]


def test_cleared_requests_are_dropped(reader: BlockReader, begun: list[int]) -> None:
    reader.request(block(1))
    reader.request(block(2))
    reader.clear()
    reader.finish(BlockRows(block(1), []))
    assert begun == [1]

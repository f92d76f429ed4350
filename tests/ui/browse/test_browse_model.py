"""The photos of a listing are read in blocks when they come into sight."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.stacks.folding import ShownStacks
from desktop_app.ui.browse import browse_model
from desktop_app.ui.browse.browse_model import BrowseModel
from desktop_app.ui.browse.listing_blocks import Block, BlockRows
from tests.ui.grid.test_grid_parts import photo_row


def row_of(photo_id: int) -> PhotoRow:
    return photo_row(photo_id - 1)


def rows_of(ids: list[int]) -> list[PhotoRow]:
    return [row_of(number) for number in ids]


@pytest.fixture
def model() -> BrowseModel:
    """300 photos with the ids 1001 to 1300: blocks of 128, 128 and 44."""
    model = BrowseModel(rows_of)
    model.show_ids(np.arange(1001, 1301), ShownStacks())
    return model


@pytest.fixture
def blocks(model: BrowseModel) -> list[Block]:
    requested: list[Block] = []
    model.block_requested.connect(requested.append)
    return requested


def answer(model: BrowseModel, block: Block) -> None:
    model.show_rows(BlockRows(block, rows_of(block.ids.tolist())))


def test_a_photo_asks_for_its_block_until_it_is_read(
    model: BrowseModel, blocks: list[Block]
) -> None:
    assert model.rowCount() == 300
    assert model.photo(130) is None
    assert model.photo(255) is None
    assert [(block.number, len(block.ids), int(block.ids[0])) for block in blocks] == [
        (1, 128, 1129)
    ]
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    answer(model, blocks[0])
    assert changed == [(128, 255)]
    shown = model.photo(130)
    assert shown is not None
    assert shown.photo.id == 1131
    assert len(blocks) == 1
    model.photo(256)
    assert (blocks[1].number, blocks[1].ids.tolist()) == (2, [*range(1257, 1301)])


def test_a_block_is_asked_for_again_when_it_comes_back_into_sight(
    model: BrowseModel, blocks: list[Block]
) -> None:
    """Older requests may have been dropped."""
    for row in (130, 131, 256, 130, 131):
        model.photo(row)
    assert [block.number for block in blocks] == [1, 2, 1]


def test_a_block_is_asked_for_again_when_its_photos_have_been_forgotten(
    model: BrowseModel, blocks: list[Block], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browse_model, "_MOST_CACHED", 50)
    for _ in range(2):
        model.photo(130)
        answer(model, blocks[-1])
    assert [block.number for block in blocks] == [1, 1]


def test_what_is_known_is_shown_and_asked_for_again_after_a_change(
    model: BrowseModel, blocks: list[Block]
) -> None:
    model.photo(0)
    answer(model, blocks[0])
    model.mark_stale()
    assert model.known_photo(0) is not None
    assert len(blocks) == 1
    assert model.photo(0) is not None
    assert len(blocks) == 2
    assert model.known_photo(299) is None


def test_rows_of_an_older_listing_are_known_but_not_fresh(
    model: BrowseModel, blocks: list[Block]
) -> None:
    model.photo(0)
    model.show_ids(np.arange(1301, 1000, -1), ShownStacks())
    changed: list[object] = []
    model.dataChanged.connect(lambda *_: changed.append(1))
    answer(model, blocks[0])
    assert changed == []
    assert model.known_photo(300) is not None
    model.photo(300)
    assert len(blocks) == 2


def test_a_photo_that_is_gone_is_not_asked_for_again(
    model: BrowseModel, blocks: list[Block]
) -> None:
    model.photo(0)
    model.show_rows(BlockRows(blocks[0], [row_of(1002)]))
    assert model.photo(0) is None
    assert model.photo(1) is not None
    assert len(blocks) == 1


def test_the_oldest_rows_are_forgotten(
    model: BrowseModel, blocks: list[Block], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browse_model, "_MOST_CACHED", 200)
    for row in (0, 200, 0):
        model.photo(row)
        answer(model, blocks[-1])
    assert [model.known_photo(row) is not None for row in (0, 55, 127, 128, 183, 184, 255)] == [
        *[True, True, True, False, False, True, True],
    ]
    model.photo(128)
    assert blocks[-1].number == 1


def test_files_are_read_at_once_where_they_are_not_known(
    model: BrowseModel, blocks: list[Block]
) -> None:
    read: list[list[int]] = []

    def read_rows(ids: list[int]) -> list[PhotoRow]:
        read.append(ids)
        return rows_of([number for number in ids if number != 1300])

    model._read_rows = read_rows
    model.photo(0)
    answer(model, blocks[0])
    assert model.files([0, 299, 200]) == [row_of(1001).path, row_of(1201).path]
    assert read == [[1300, 1201]]
    assert model.files([1]) == [row_of(1002).path]
    assert len(read) == 1
    assert model.selection_of([0, 299]).ids == [1001, 1300]


def test_a_photo_on_a_drive_that_is_not_connected_says_so(
    model: BrowseModel, blocks: list[Block]
) -> None:
    model.photo(0)
    away = replace(row_of(1001), path=Path("/usb/car.jpg"), away=True)
    model.show_rows(BlockRows(blocks[0], [away, row_of(1002)]))
    shown = [model.known_photo(row) for row in (0, 1)]
    assert [each and each.badge for each in shown] == ["car.jpg · disconnected", "1001.jpg"]
    assert model.rowCount(QModelIndex()) == 300
    assert model.rowCount(model.index(0, 0)) == 0

"""Filtering by the size of files, in the panel of filters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.browse.filter_panel import FilterPanel
from desktop_app.ui.kit.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> Iterator[FilterPanel]:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = FilterPanel(theme, parent)
    panel.show_filter(PhotoFilter(formats=frozenset(["PNG"])))
    yield panel
    del parent


def choose(box: QComboBox, text: str) -> None:
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_round_sizes_are_offered_at_both_ends(panel: FilterPanel) -> None:
    for box in (panel.sizes.first, panel.sizes.last):
        assert [box.itemText(place) for place in range(box.count())] == [
            *["Any size", "100 kB", "500 kB"],
            *[f"{size} MB" for size in ("1.0", "2.0", "5.0", "10", "20", "50", "100")],
        ]


def test_sizes_join_what_is_filtered_already(panel: FilterPanel) -> None:
    filters: list[PhotoFilter] = []
    panel.filter_changed.connect(filters.append)
    png = PhotoFilter(formats=frozenset(["PNG"]))
    choose(panel.sizes.first, "500 kB")
    choose(panel.sizes.last, "2.0 MB")
    choose(panel.sizes.last, "2.0 MB")  # no change
    choose(panel.sizes.first, "Any size")
    assert [(one.least_bytes, one.most_bytes) for one in filters] == [
        (500_000, None),
        (500_000, 2_000_000),
        (None, 2_000_000),
    ]
    assert {one.formats for one in filters} == {png.formats}


def test_ends_in_the_wrong_order_are_swapped(panel: FilterPanel) -> None:
    filters: list[PhotoFilter] = []
    panel.filter_changed.connect(filters.append)
    choose(panel.sizes.first, "5.0 MB")
    choose(panel.sizes.last, "100 kB")
    assert (filters[-1].least_bytes, filters[-1].most_bytes) == (100_000, 5_000_000)
    panel.show_filter(filters[-1])
    assert panel.sizes.ends() == (100_000, 5_000_000)
    assert len(filters) == 2


def test_equal_ends_are_no_mistake(panel: FilterPanel) -> None:
    filters: list[PhotoFilter] = []
    panel.filter_changed.connect(filters.append)
    choose(panel.sizes.first, "1.0 MB")
    choose(panel.sizes.last, "1.0 MB")
    assert (filters[-1].least_bytes, filters[-1].most_bytes) == (1_000_000, 1_000_000)

"""The choice of how alike the photos of a group are, on its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.likeness_button import LikenessButton
from desktop_app.ui.duplicate_groups.likeness_filter import LikenessFilter, LikenessRange
from desktop_app.ui.kit.theme import Theme
from tests.ui.grid.test_grid_parts import photo_row


@pytest.fixture
def chosen() -> LikenessFilter:
    return LikenessFilter()


@pytest.fixture
def button(qtbot: QtBot, theme: Theme, chosen: LikenessFilter) -> Iterator[LikenessButton]:
    window = QWidget()
    qtbot.addWidget(window)
    button = LikenessButton(theme, chosen)
    button.setParent(window)
    yield button
    del window


def choose(box: QComboBox, value: int | None) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_steps_are_finer_near_equality(button: LikenessButton) -> None:
    for box in (button.panel.ends.first, button.panel.ends.last):
        assert [box.itemText(place) for place in range(box.count())] == [
            "Any",
            *[f"{percent} %" for percent in (60, 70, 75, 80, 85, 90, 92, 94, 95)],
            *[f"{percent} %" for percent in (96, 97, 98, 99, 100)],
        ]


@pytest.mark.parametrize(
    ("bounds", "text"),
    [
        (LikenessRange(), "Likeness"),
        (LikenessRange(least=90), "At least 90 % alike"),
        (LikenessRange(most=95), "At most 95 % alike"),
        (LikenessRange(90, 95), "90–95 % alike"),
    ],
)
def test_the_button_tells_the_range(
    button: LikenessButton, chosen: LikenessFilter, bounds: LikenessRange, text: str
) -> None:
    chosen.choose(bounds)
    assert button.accessibleName() == text
    assert button.panel.ends.ends() == (bounds.least, bounds.most)


def test_both_ends_are_chosen_and_swapped_where_they_cross(
    button: LikenessButton, chosen: LikenessFilter
) -> None:
    changes: list[LikenessRange] = []
    chosen.changed.connect(lambda: changes.append(chosen.bounds))
    ends = button.panel.ends
    choose(ends.first, 95)
    choose(ends.last, 95)
    choose(ends.last, 80)
    assert changes == [LikenessRange(95), LikenessRange(95, 95), LikenessRange(80, 95)]
    assert ends.ends() == (80, 95)
    chosen.choose(LikenessRange(80, 95))  # as before
    assert len(changes) == 3
    chosen.clear()
    assert chosen.bounds.is_open


@pytest.mark.parametrize(
    ("bounds", "passing"),
    [
        (LikenessRange(), [None, 0.8, 0.899, 0.9, 1.0]),
        (LikenessRange(least=90), [0.9, 1.0]),
        (LikenessRange(most=90), [0.8, 0.899, 0.9]),
        (LikenessRange(89, 89), [0.899]),
    ],
)
def test_a_group_passes_by_its_least_alike_photo(
    bounds: LikenessRange, passing: list[float | None]
) -> None:
    def group(likeness: float | None) -> DuplicateGroup:
        others = [Member(photo_row(2), likeness=1.0), Member(photo_row(3), likeness=likeness)]
        if likeness is None:
            others = others[1:]
        return DuplicateGroup(Level.SAME_PHOTO, (Member(photo_row(1)), *others))

    every = (None, 0.8, 0.899, 0.9, 1.0)
    assert [likeness for likeness in every if bounds.passes(group(likeness))] == passing

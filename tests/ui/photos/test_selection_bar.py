"""What can be done with the selected photos, in a bar below them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop_app.ui.photos.selection_bar import SelectionBar
from desktop_app.ui.shell.main_window import MainWindow


@pytest.fixture
def bar(window: MainWindow) -> SelectionBar:
    window.selection.show_count(2)
    return window.selection


def test_a_bar_is_there_for_two_photos_and_more(bar: SelectionBar) -> None:
    visible = []
    for count in (0, 1, 2, 3, 1200):
        bar.show_count(count)
        visible.append(bar.isVisible())
    assert visible == [False, False, True, True, True]
    assert bar.text == "1,200 selected"


def test_the_button_that_clears_the_selection_is_apart_at_the_right(
    window: MainWindow, bar: SelectionBar
) -> None:
    window.resize(1400, 700)
    bar.resize(1200, bar.height())
    bar.layout().activate()  # type: ignore[union-attr]
    lefts = [made.x() for made in bar.buttons.values()]
    assert lefts == sorted(lefts)
    gaps = [right - left for left, right in pairwise(lefts)]
    assert max(gaps) == gaps[-1]
    assert list(bar.buttons)[-1] == "clear_selection"

"""Two lists, 'from' and 'to': either end may be open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import Choice, label

_MOST_IN_SIGHT = 14


class RangeChoice(QWidget):
    """`chosen` when the user has changed an end."""

    chosen = Signal()

    def __init__(self, theme: Theme, name: str, first_words: str, last_words: str) -> None:
        """`name` is told to screen readers; the other words are for an end that is open."""
        super().__init__()
        self._open_words = (first_words, last_words)
        self.first, self.last = Choice(theme), Choice(theme)
        self.first.setAccessibleName(self.tr("{name}, from").format(name=name))
        self.last.setAccessibleName(self.tr("{name}, to").format(name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.space)
        row.addWidget(self.first, 1)
        row.addWidget(label("–", "quiet"))
        row.addWidget(self.last, 1)
        for box in (self.first, self.last):
            box.setMaxVisibleItems(_MOST_IN_SIGHT)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.activated.connect(self.chosen)
        self.show_values([])

    def show_values(self, values: Sequence[tuple[str, Any]]) -> None:
        """What either end can be, in words and as itself; what was chosen stays chosen."""
        for box, words in zip((self.first, self.last), self._open_words, strict=True):
            before = box.currentData()
            box.clear()
            box.addItem(words, None)
            for text, value in values:
                box.addItem(text, value)
            _choose(box, before)

    def ends(self) -> tuple[Any, Any]:
        """None where open."""
        return self.first.currentData(), self.last.currentData()

    def show_ends(self, first: Any, last: Any) -> None:
        """Without telling it. A value that is not among those to choose from leaves an end open."""
        _choose(self.first, first)
        _choose(self.last, last)


def _choose(box: QComboBox, value: Any) -> None:
    places = (place for place in range(box.count()) if box.itemData(place) == value)
    box.setCurrentIndex(next(places, 0))

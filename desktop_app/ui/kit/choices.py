"""Widgets to choose from values: a range, one of a row of toggles, or any number of a list; and
the panel over the window that such widgets are in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from desktop_app.core.catalogue.facets import Facet
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.direction import below, mirrored
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import Choice, WrappedButton, label, resize_to_content

_MOST_IN_SIGHT = 14


class PopupPanel(QFrame):
    """A panel over the window, which Escape or a click elsewhere closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filterPanel")

    def open_below(self, button: QWidget, *, at_end: bool = False) -> None:
        """Open below a button, where that begins or ends; moved so that the panel is visible."""
        resize_to_content(self)
        corner = below(button, self.width(), at_end=at_end)
        room = self.screen().availableGeometry()
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        y = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the shortcuts of the window: it closes only the panel."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class RangeChoice(QWidget):
    """Two lists, "from" and "to"; either end may be open.

    Signals:
        chosen (): The user has changed an end.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, name: str, first_text: str, last_text: str) -> None:
        """`name` is for screen readers; the other texts are shown for an open end."""
        super().__init__()
        self._open_texts = (first_text, last_text)
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
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(self.chosen)
        self.show_values([])

    def show_values(self, values: Sequence[tuple[str, Any]]) -> None:
        """Offer these values with their texts at both ends; what was chosen stays chosen."""
        for box, open_text in zip((self.first, self.last), self._open_texts, strict=True):
            before = box.currentData()
            box.clear()
            box.addItem(open_text, None)
            for text, value in values:
                box.addItem(text, value)
            _choose(box, before)

    def ends(self) -> tuple[Any, Any]:
        """The chosen values; None at an open end."""
        return self.first.currentData(), self.last.currentData()

    def show_ends(self, first: Any, last: Any) -> None:
        """Choose these ends, without a signal; a value that is not offered leaves its end open."""
        _choose(self.first, first)
        _choose(self.last, last)


def _choose(box: QComboBox, value: Any) -> None:
    places = (place for place in range(box.count()) if box.itemData(place) == value)
    box.setCurrentIndex(next(places, 0))


class FlowLayout(QLayout):
    """Puts widgets beside each other, and begins a new line where one has no room."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(mirrored(place.translated(rect.topLeft()), rect))

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """Each in a line of its own."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        corner, below = QPoint(0, 0), 0
        for item in self._items:
            size = item.sizeHint()
            if corner.x() and corner.x() + size.width() > width:
                corner = QPoint(0, below + self.spacing())
            places.append(QRect(corner, size))
            below = max(below, corner.y() + size.height())
            corner += QPoint(size.width() + self.spacing(), 0)
        return places


class ToggleRow(QWidget):
    """A row of buttons, of which one is on, or none.

    Signals:
        chosen (object): The value that is on now, or None, after the user has pressed a button.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        values: Sequence[tuple[str, Any]],
        name: str = "",
        *,
        flows: bool = False,
    ) -> None:
        """`name` is for screen readers; `flows`: buttons without room begin another line."""
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: list[QPushButton] = []
        self._values = [value for _, value in values]
        gap = theme.metrics.tight
        row = FlowLayout(self, gap) if flows else _line(self, gap)
        for text, value in values:
            made = WrappedButton(text, "toggle")
            made.setCheckable(True)
            made.clicked.connect(lambda is_on, value=value: self._choose(value if is_on else None))
            self.buttons.append(made)
            row.addWidget(made)
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)

    def show_chosen(self, value: Any) -> None:
        """Switch this value on, without a signal."""
        for made, own in zip(self.buttons, self._values, strict=True):
            made.setChecked(value is not None and own == value)

    def _choose(self, value: Any) -> None:
        self.show_chosen(value)
        self.chosen.emit(value)


class OneOf(ToggleRow):
    """A row of toggles of which exactly one is on.

    Signals:
        value_changed (): The user has pressed a toggle.
    """

    value_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        values: Sequence[tuple[str, Any]],
        name: str,
        first: Any,
        *,
        flows: bool = False,
    ) -> None:
        """`first` is the initial value; for the rest see ToggleRow."""
        super().__init__(theme, values, name, flows=flows)
        self.value = first
        self.show_chosen(first)
        self.chosen.connect(self._set_value)

    def _set_value(self, value: Any) -> None:
        """Keep a toggle on that was pressed again."""
        self.value = self.value if value is None else value
        self.show_chosen(self.value)
        self.value_changed.emit()


def _line(parent: QWidget, gap: int) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    return row


_VALUE_ROLE = Qt.ItemDataRole.UserRole


class CheckList(QListWidget):
    """Values with the number of photos that have each; any number of them can be checked.

    Signals:
        chosen (frozenset[str]): The checked values, after the user has changed them.
    """

    chosen = Signal(frozenset)

    def __init__(self, theme: Theme, name: str) -> None:
        """`name` is for screen readers."""
        super().__init__()
        self._theme = theme
        self.setObjectName("checkList")
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.colours_changed.connect(self._tint)
        self.itemChanged.connect(lambda _: self.chosen.emit(self.checked()))

    def show_values(self, facets: list[Facet]) -> None:
        before = self.checked()
        self.blockSignals(True)  # noqa: FBT003
        self.clear()
        for facet in facets:
            item = QListWidgetItem(f"{facet.value}  ({numbers.counted(facet.count)})", self)
            item.setData(_VALUE_ROLE, facet.value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        self.blockSignals(False)  # noqa: FBT003
        self.show_checked(before)

    def checked(self) -> frozenset[str]:
        items = (self.item(row) for row in range(self.count()))
        return frozenset(
            str(item.data(_VALUE_ROLE))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def show_checked(self, values: frozenset[str]) -> None:
        """Check these values, without a signal."""
        self.blockSignals(True)  # noqa: FBT003
        for row in range(self.count()):
            is_checked = self.item(row).data(_VALUE_ROLE) in values
            state = Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
            self.item(row).setCheckState(state)
        self.blockSignals(False)  # noqa: FBT003

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Set the palette again, which the style sheet has replaced meanwhile."""
        super().showEvent(event)
        self._tint()

    def _tint(self) -> None:
        """Set the colour from which the style derives the outline of a check box."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("secondary"))
        self.setPalette(palette)

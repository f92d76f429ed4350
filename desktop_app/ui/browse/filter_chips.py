"""Active filters as a row of chips; a click or the Delete key removes one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.ui.kit.direction import is_right_to_left
from desktop_app.ui.kit.filter_labels import Condition, conditions
from desktop_app.ui.kit.navigation import focus_near, focused_place, is_removal
from desktop_app.ui.kit.text_fitting import shortened
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.kit.widgets import button, lead_tab

_MOST_WIDTH = 180
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


class Chip(QPushButton):
    """A button with a condition and a cross."""

    def __init__(self, theme: Theme, condition: Condition) -> None:
        super().__init__(theme.icon("close", Tint.SECONDARY, side=theme.metrics.secondary), "")
        self.setProperty("kind", "chip")
        opposite = Qt.LayoutDirection.LeftToRight if is_right_to_left() else _RIGHT_TO_LEFT
        self.setLayoutDirection(opposite)  # the cross comes last
        self.setIconSize(QSize(theme.metrics.secondary, theme.metrics.secondary))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.ensurePolished()
        advance = self.fontMetrics().horizontalAdvance
        text = shortened(condition.text, _MOST_WIDTH, advance)
        self.setText(f"{text} ")  # Qt sets icon and text too close
        tip = self.tr("Remove the filter “{condition}”").format(condition=condition.text)
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if is_removal(event):
            self.click()
        else:
            super().keyPressEvent(event)


class ChipRow(QWidget):
    """Chips that do not fit are counted on a button.

    Signals:
        filter_changed (PhotoFilter): A chip was removed; the filter that is left.
        all_requested (): The button for the chips that do not fit was pressed.
    """

    filter_changed = Signal(PhotoFilter)
    all_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._photo_filter = EVERYTHING
        self.chips: list[Chip] = []
        self._more = button("", "link")
        self._more.clicked.connect(self.all_requested)
        self._clear = button(self.tr("Clear all"), "link")
        self._clear.setToolTip(self.tr("Remove all filters"))
        self._clear.clicked.connect(lambda: self.filter_changed.emit(EVERYTHING))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.metrics.tight)
        self._row.addWidget(self._more)
        self._row.addWidget(self._clear)
        self._row.addStretch(1)
        theme.colours_changed.connect(self._show_again)
        self.show_filter(EVERYTHING)

    def show_filter(self, photo_filter: PhotoFilter) -> None:
        """Replace the chips; the focus stays at its place in the row."""
        self._photo_filter = photo_filter
        focused = focused_place(self.chips)
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(condition) for condition in conditions(photo_filter)]
        for place, chip in enumerate(self.chips):
            self._row.insertWidget(place, chip)
        lead_tab(self._more, self.chips, anchor_is_last=True)
        self._fit()
        if focused is not None:
            focus_near(self.chips, focused)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _show_again(self) -> None:
        """Draw the icons in the theme's new colours."""
        self.show_filter(self._photo_filter)

    def _chip(self, condition: Condition) -> Chip:
        chip = Chip(self._theme, condition)
        chip.clicked.connect(lambda: self.filter_changed.emit(condition.without))
        return chip

    def _fit(self) -> None:
        gap = self._row.spacing()
        room = self.width()
        clear = self._clear.sizeHint().width() + gap
        has_room = room >= clear + self._more.sizeHint().width()
        self._clear.setVisible(bool(self.chips) and has_room)
        room -= clear if has_room else 0
        widths = [chip.sizeHint().width() + gap for chip in self.chips]
        if sum(widths) > room:
            self._more.setText("+0")
            room -= self._more.sizeHint().width() + gap
        fitting = 0
        for width in widths:
            room -= width
            fitting += room >= 0
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < fitting)
        hidden = len(self.chips) - fitting
        self._more.setText(f"+{hidden}")
        self._more.setVisible(bool(hidden))
        text = self.tr("1 more filter") if hidden == 1 else self.tr("{count} more filters")
        self._more.setAccessibleName(text.format(count=hidden))

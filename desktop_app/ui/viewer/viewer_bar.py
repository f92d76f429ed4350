"""The bar above a photo that is looked at closely."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.shortcuts import Command, with_key
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, label


class ViewerBar(QFrame):
    """Buttons, and what they show; the viewer connects them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bar")
        metrics = theme.metrics
        self.setFixedHeight(metrics.bar)
        self._name = ElidedLabel("strong")
        self._place = label("", "quiet")
        self._percent = label("", "quiet")
        self._percent.setMinimumWidth(metrics.bar)
        self.previous = IconButton(
            theme, "chevron-left", with_key(self.tr("Previous photo"), Command.VIEW_PREVIOUS)
        )
        self.next = IconButton(
            theme, "chevron-right", with_key(self.tr("Next photo"), Command.VIEW_NEXT)
        )
        self.fit = IconButton(theme, "fit", with_key(self.tr("Fit the window"), Command.VIEW_FIT))
        self.whole_pixels = IconButton(
            theme, "whole-pixels", with_key(self.tr("100 %"), Command.VIEW_WHOLE_PIXELS)
        )
        self.compare = IconButton(
            theme, "compare", with_key(self.tr("Beside the query"), Command.VIEW_COMPARE)
        )
        self.flicker = IconButton(
            theme, "flicker", with_key(self.tr("In turn with the query"), Command.VIEW_FLICKER)
        )
        self.details = IconButton(
            theme, "info", with_key(self.tr("What is known of the photo"), Command.VIEW_DETAILS)
        )
        self.trash = IconButton(
            theme, "trash", with_key(self.tr("Move to trash"), Command.VIEW_TRASH)
        )
        self.close_button = IconButton(
            theme, "close", with_key(self.tr("Close"), Command.VIEW_CLOSE)
        )
        for made in (self.compare, self.flicker, self.details):
            made.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.space, 0, metrics.space, 0)
        row.setSpacing(metrics.tight)
        for widget in (self.previous, self.next):
            row.addWidget(widget)
        row.addSpacing(metrics.space)
        row.addWidget(self._name, 1)
        row.addWidget(self._place)
        row.addSpacing(metrics.wide)
        row.addWidget(self._percent)
        for widget in (self.fit, self.whole_pixels):
            row.addWidget(widget)
        row.addSpacing(metrics.wide)
        for widget in (
            self.compare,
            self.flicker,
            self.details,
            self.trash,
            self.close_button,
        ):
            row.addWidget(widget)

    @property
    def text(self) -> str:
        said = (self._name.accessibleName(), self._place.text(), self._percent.text())
        return " ".join(words for words in said if words)

    def show_photo(self, name: str, row: int, count: int) -> None:
        """`row` from 0."""
        self._name.say(name)
        self._place.setText(
            self.tr("{place} of {count}").format(
                place=numbers.counted(row + 1), count=numbers.counted(count)
            )
        )
        self.previous.setEnabled(row > 0)
        self.next.setEnabled(row + 1 < count)

    def show_percent(self, percent: float) -> None:
        self._percent.setText(self.tr("{percent} %").format(percent=numbers.decimal(percent, 0)))

    def offer_comparison(self, *, is_possible: bool) -> None:
        for made in (self.compare, self.flicker):
            made.setVisible(is_possible)

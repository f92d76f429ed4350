"""The bar above the photo in the viewer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.shortcuts import Command, with_key
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, label

_NAVIGATION = (Command.VIEW_PREVIOUS, Command.VIEW_NEXT)
_ZOOM = (Command.VIEW_FIT, Command.VIEW_WHOLE_PIXELS)
_COMPARISON = (Command.VIEW_COMPARE, Command.VIEW_FLICKER)
_REST = (Command.VIEW_DETAILS, Command.VIEW_TRASH, Command.VIEW_CLOSE)
_CHECKABLE = (*_COMPARISON, Command.VIEW_DETAILS)


class ViewerBar(QFrame):
    """Buttons and labels; the viewer connects the buttons.

    Attributes:
        buttons: The button of each command that has one.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setFixedHeight(theme.metrics.bar)
        self._name = ElidedLabel("strong")
        self._position = label("", "quiet")
        self._percent = label("", "quiet")
        self._percent.setMinimumWidth(theme.metrics.bar)
        self.buttons = {
            command: IconButton(theme, icon, with_key(text, command))
            for command, (icon, text) in self._icons_and_texts().items()
        }
        for command in _CHECKABLE:
            self.buttons[command].setCheckable(True)
        self._lay_out(theme)

    @property
    def text(self) -> str:
        """All labels, separated by blanks."""
        texts = (self._name.accessibleName(), self._position.text(), self._percent.text())
        return " ".join(text for text in texts if text)

    def show_photo(self, name: str, row: int, count: int) -> None:
        """Show a file name and its position; `row` counts from 0."""
        self._name.say(name)
        self._position.setText(
            self.tr("{place} of {count}").format(
                place=numbers.counted(row + 1), count=numbers.counted(count)
            )
        )
        self.buttons[Command.VIEW_PREVIOUS].setEnabled(row > 0)
        self.buttons[Command.VIEW_NEXT].setEnabled(row + 1 < count)

    def show_percent(self, percent: float) -> None:
        self._percent.setText(self.tr("{percent} %").format(percent=numbers.decimal(percent, 0)))

    def offer_comparison(self, *, is_possible: bool) -> None:
        for command in _COMPARISON:
            self.buttons[command].setVisible(is_possible)

    def _icons_and_texts(self) -> dict[Command, tuple[str, str]]:
        return {
            Command.VIEW_PREVIOUS: ("chevron-left", self.tr("Previous photo")),
            Command.VIEW_NEXT: ("chevron-right", self.tr("Next photo")),
            Command.VIEW_FIT: ("fit", self.tr("Fit the window")),
            Command.VIEW_WHOLE_PIXELS: ("whole-pixels", self.tr("100 %")),
            Command.VIEW_COMPARE: ("compare", self.tr("Beside the query")),
            Command.VIEW_FLICKER: ("flicker", self.tr("In turn with the query")),
            Command.VIEW_DETAILS: ("info", self.tr("What is known of the photo")),
            Command.VIEW_TRASH: ("trash", self.tr("Move to trash")),
            Command.VIEW_CLOSE: ("close", self.tr("Close")),
        }

    def _lay_out(self, theme: Theme) -> None:
        metrics = theme.metrics
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.space, 0, metrics.space, 0)
        row.setSpacing(metrics.tight)
        self._add_buttons(row, _NAVIGATION)
        row.addSpacing(metrics.space)
        row.addWidget(self._name, 1)
        row.addWidget(self._position)
        row.addSpacing(metrics.wide)
        row.addWidget(self._percent)
        self._add_buttons(row, _ZOOM)
        row.addSpacing(metrics.wide)
        self._add_buttons(row, _COMPARISON + _REST)

    def _add_buttons(self, row: QHBoxLayout, commands: tuple[Command, ...]) -> None:
        for command in commands:
            row.addWidget(self.buttons[command])

"""The bar above the photo in the viewer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, label

# Ids of actions. Unlike the arrow keys, the buttons step even if the photo is enlarged.
_NAVIGATION = ("view_page_up", "view_page_down")
_ZOOM = ("view_fit", "view_whole_pixels")
_COMPARISON = ("view_compare", "view_flicker")
_REST = ("view_slideshow", "view_details", "view_trash", "view_close")


class ViewerBar(QFrame):
    """Buttons of the viewer's actions, and labels.

    Attributes:
        buttons: The buttons by the ids of their actions.
    """

    def __init__(self, theme: Theme, actions: ActionSet) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setFixedHeight(theme.metrics.bar)
        self._name = ElidedLabel("strong", names_file=True)
        self._position = label("", "quiet")
        self._percent = label("", "quiet")
        self._percent.setMinimumWidth(theme.metrics.bar)
        self._actions = actions
        names = _NAVIGATION + _ZOOM + _COMPARISON + _REST
        self.buttons = {name: actions.button(theme, name) for name in names}
        self._lay_out(theme)

    @property
    def text(self) -> str:
        """All labels, separated by blanks."""
        texts = (self._name.accessibleName(), self._position.text(), self._percent.text())
        return " ".join(text for text in texts if text)

    @property
    def photo_text(self) -> str:
        """The file name and its position."""
        return f"{self._name.accessibleName()}, {self._position.text()}"

    def show_photo(self, name: str, row: int, count: int) -> None:
        """Show a file name and its position; `row` counts from 0."""
        self._name.set_full_text(name)
        self._position.setText(
            self.tr("{place} of {count}").format(
                place=numbers.counted(row + 1), count=numbers.counted(count)
            )
        )
        self._actions.refresh()

    def show_percent(self, percent: float) -> None:
        self._percent.setText(self.tr("{percent} %").format(percent=numbers.decimal(percent, 0)))

    def offer_comparison(self, *, is_possible: bool) -> None:
        for name in _COMPARISON:
            self.buttons[name].setVisible(is_possible)

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

    def _add_buttons(self, row: QHBoxLayout, names: tuple[str, ...]) -> None:
        for name in names:
            row.addWidget(self.buttons[name])

"""The bar below the photos while several of them are selected: how many, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.direction import margins
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import fit_labels, label

ACTIONS = ("find_similar", "stack", "copy_to", "move_to", "export", "trash", "clear_selection")
_LEAST = 2  # of a single photo, its menu and the keys suffice


class SelectionBar(QFrame):
    """Hidden while fewer than two photos are selected.

    Attributes:
        buttons: The buttons by the ids of their actions.
    """

    def __init__(self, theme: Theme, actions: ActionSet, names: Sequence[str] = ACTIONS) -> None:
        """`names` are the ids of the actions; the last one is at the right end."""
        super().__init__()
        self.setObjectName("selectionBar")
        self.setAccessibleName(self.tr("Selected photos"))
        metrics = theme.metrics
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(metrics.filter_bar)
        self._count = label("", "strong")
        self.buttons = {name: actions.button(theme, name, labelled=True) for name in names}
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(margins(metrics.wide, 0, metrics.space, 0))
        row.setSpacing(metrics.tight)
        row.addWidget(self._count)
        row.addSpacing(metrics.space)
        for name in names[:-1]:
            row.addWidget(self.buttons[name])
        row.addStretch(1)
        row.addWidget(self.buttons[names[-1]])
        self.hide()

    @property
    def text(self) -> str:
        """How many photos are selected, in words."""
        return self._count.text()

    @property
    def has_focus(self) -> bool:
        """Whether one of the buttons has the keyboard focus."""
        return any(made.hasFocus() for made in self.buttons.values())

    def show_count(self, count: int) -> None:
        """Show that so many photos are selected."""
        self._count.setText(self.tr("{count} selected").format(count=numbers.counted(count)))
        self.setVisible(count >= _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show only the icons of the buttons where their texts have no room."""
        super().resizeEvent(event)
        fit_labels(self._row, self.width(), self.buttons.values())

"""The bar above compared photos: what is compared, what becomes of a photo, and how to look."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.direction import margins
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, fit_labels

# Ids of actions.
_DECISIONS = ("keep", "discard")
_BUTTONS = (
    "group_side_by_side", "group_flicker", "group_slider", "group_difference", "group_fit",
    "group_whole_pixels", "group_close",
)  # fmt: skip


class ComparisonBar(QFrame):
    """Shows only the icons of the decisions where their texts have no room.

    Attributes:
        title: What is compared.
    """

    def __init__(self, theme: Theme, actions: ActionSet) -> None:
        super().__init__()
        self.setObjectName("bar")
        metrics = theme.metrics
        self.setFixedHeight(metrics.bar)
        self.title = ElidedLabel("strong")
        self._decisions = [actions.button(theme, name, labelled=True) for name in _DECISIONS]
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(margins(metrics.wide, 0, metrics.space, 0))
        row.setSpacing(metrics.tight)
        row.addWidget(self.title, 1)
        for decision in self._decisions:
            row.addWidget(decision)
        row.addSpacing(metrics.wide)
        for name in _BUTTONS:
            row.addWidget(actions.button(theme, name))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose between texts and icons."""
        super().resizeEvent(event)
        fit_labels(self._row, self.width(), self._decisions)

"""The bar below the photos of an archive of many: which part of them is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.archive.archive_view import PART_PHOTOS
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton, label


class PartBar(QFrame):
    """Hidden where there is one part only.

    Signals:
        part_chosen (int): The user wants this part, counted from 0.
    """

    part_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("selectionBar")
        self.setFixedHeight(theme.metrics.filter_bar)
        self._part = self._last = 0
        self._text = label("", "quiet")
        self.before = IconButton(theme, "chevron-left", self.tr("Earlier photos"))
        self.after = IconButton(theme, "chevron-right", self.tr("Later photos"))
        self.before.clicked.connect(lambda: self.part_chosen.emit(self._part - 1))
        self.after.clicked.connect(lambda: self.part_chosen.emit(self._part + 1))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.metrics.wide, 0, theme.metrics.space, 0)
        row.addStretch(1)
        for item in (self.before, self._text, self.after):
            row.addWidget(item)
        row.addStretch(1)
        self.hide()

    @property
    def text(self) -> str:
        """Which photos are shown, in words."""
        return self._text.text()

    def show_part(self, part: int, count: int) -> None:
        """Say which part of so many photos is shown."""
        self._part, self._last = part, max(0, -(-count // PART_PHOTOS) - 1)
        first = part * PART_PHOTOS
        text = self.tr("Photos {first} to {last} of {count}")
        self._text.setText(
            text.format(
                first=numbers.counted(first + 1),
                last=numbers.counted(min(first + PART_PHOTOS, count)),
                count=numbers.counted(count),
            )
        )
        self.before.setEnabled(part > 0)
        self.after.setEnabled(part < self._last)

    @property
    def is_needed(self) -> bool:
        """Whether there is more than one part."""
        return self._last > 0

"""Say what a drop would do, while something is dragged over the window."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.kit.theme import Theme


class DropHint(QLabel):
    """A sheet over the photos."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("dropHint")
        self._margin = theme.metrics.space
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, place: QRect, *, adds_folder: bool) -> None:
        """Cover `place`, in the window's coordinates, except for a margin."""
        add_text = self.tr("Drop to add this folder to the library")
        find_text = self.tr("Drop to find similar photos")
        self.setText(add_text if adds_folder else find_text)
        margin = self._margin
        self.setGeometry(place.adjusted(margin, margin, -margin, -margin))
        self.raise_()
        self.show()

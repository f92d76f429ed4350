"""The question before a folder is removed from the library, as a part of its row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.choices import FlowLayout
from desktop_app.ui.kit.palette import Metrics
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label


class RemovalQuestion(QFrame):
    """Asks before a root is removed; it is part of the row, and blocks nothing.

    Signals:
        confirmed (): The root is to be removed.
        declined (): The root is to be kept.
    """

    confirmed = Signal()
    declined = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("question")
        # A click on the text is none on the row.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._text = label("", "quiet", wrapped=True)
        self.yes = button(self.tr("Remove"))
        self.no = button(self.tr("Cancel"), "link")
        self.yes.clicked.connect(self._confirm)
        self.no.clicked.connect(self._decline)
        self._lay_out(theme.metrics)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def ask(self, photos: int) -> None:
        text = self.tr("Removes {photos} from the library. The files are not deleted.")
        self._text.setText(text.format(photos=numbers.photos(photos)))
        self.setAccessibleName(self.text)
        self.show()
        self.no.setFocus()

    def event(self, event: QEvent) -> bool:
        """Take the Escape key before the window's shortcut does."""
        is_ours = event.type() is QEvent.Type.ShortcutOverride
        if is_ours and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self._decline()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, metrics: Metrics) -> None:
        answers = QWidget()
        row = FlowLayout(answers, metrics.tight)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.space, metrics.tight, metrics.space, metrics.tight)
        column.setSpacing(metrics.space)
        column.addWidget(self._text)
        column.addWidget(answers)

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()

    def _decline(self) -> None:
        self.hide()
        self.declined.emit()

"""As what chosen photos are exported: a small panel that a click elsewhere closes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.code_words import codes_reveal
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.photos.photo_action import ExportChoice, ExportKind, PhotoSelection


class ExportPanel(QFrame):
    """`asked` gives the ExportChoice."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("exportPanel")
        self._window = parent
        self._chosen = PhotoSelection([])
        self.heading = label("", "strong")
        self.codes = button(self.tr("With codes"), "toggle")
        self.codes.setCheckable(True)
        self.warning = label(codes_reveal(), "quiet", wrapped=True)
        self.buttons = {
            kind: self._new_button(kind, words)
            for kind, words in (
                (ExportKind.CSV, self.tr("Table (CSV)…")),
                (ExportKind.JSON, self.tr("JSON…")),
                (ExportKind.SHEET, self.tr("Contact sheet (PNG)…")),
            )
        }
        metrics = theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.wide, metrics.wide, metrics.wide, metrics.wide)
        column.setSpacing(metrics.space)
        column.addWidget(self.heading)
        for kind in (ExportKind.SHEET, ExportKind.CSV, ExportKind.JSON):
            column.addWidget(self.buttons[kind])
        column.addSpacing(metrics.space)
        column.addWidget(self.codes, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.warning)
        self.setFixedWidth(metrics.export_panel)

    def open_for(self, chosen: PhotoSelection) -> None:
        """In the middle of the window."""
        self._chosen = chosen
        text = self.tr("Export {photos}")
        self.heading.setText(text.format(photos=numbers.photos(len(chosen.ids))))
        self.setAccessibleName(self.heading.text())
        self.codes.setChecked(False)
        self.adjustSize()
        corner = self._window.rect().center() - self.rect().center()
        self.move(self._window.mapToGlobal(corner))
        self.show()
        self.buttons[ExportKind.SHEET].setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Keys go to the photos again, on every window system."""
        super().hideEvent(event)
        self._window.activateWindow()

    def _new_button(self, kind: ExportKind, words: str) -> QWidget:
        made = button(words)
        made.clicked.connect(lambda: self._ask(kind))
        return made

    def _ask(self, kind: ExportKind) -> None:
        with_codes = self.codes.isChecked() and kind is not ExportKind.SHEET
        self.close()
        self.asked.emit(ExportChoice(self._chosen, kind, with_codes))

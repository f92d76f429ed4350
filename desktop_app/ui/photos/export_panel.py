"""A pop-up panel in which the user chooses the format of an export."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import code_warning
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.photos.photo_exports import ExportChoice, ExportKind
from desktop_app.ui.photos.photo_selection import PhotoSelection


class ExportPanel(QFrame):
    """Closes when a format is chosen or the user clicks elsewhere.

    Attributes:
        buttons: The button of each format.
        codes: Whether the file shall contain the codes of the photos.

    Signals:
        export_requested (ExportChoice): The user has chosen a format.
    """

    export_requested = Signal(ExportChoice)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("exportPanel")
        self._window = parent
        self._selection = PhotoSelection([])
        self.heading = label("", "strong")
        self.codes = button(self.tr("Include codes"), "toggle")
        self.codes.setCheckable(True)
        self.warning = label(code_warning(), "quiet", wrapped=True)
        self.buttons = {
            kind: self._new_button(kind, text)
            for kind, text in (
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

    def open_for(self, selection: PhotoSelection) -> None:
        """Open in the middle of the window."""
        self._selection = selection
        text = self.tr("Export {photos}")
        self.heading.setText(text.format(photos=numbers.photos(len(selection.ids))))
        self.setAccessibleName(self.heading.text())
        self.codes.setChecked(False)
        self.adjustSize()
        corner = self._window.rect().center() - self.rect().center()
        self.move(self._window.mapToGlobal(corner))
        self.show()
        self.buttons[ExportKind.SHEET].setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Give the keyboard back to the window, which some window systems do not do."""
        super().hideEvent(event)
        self._window.activateWindow()

    def _new_button(self, kind: ExportKind, text: str) -> QWidget:
        made = button(text)
        made.clicked.connect(lambda: self._choose(kind))
        return made

    def _choose(self, kind: ExportKind) -> None:
        with_codes = self.codes.isChecked() and kind is not ExportKind.SHEET
        self.close()
        self.export_requested.emit(ExportChoice(self._selection, kind, with_codes))

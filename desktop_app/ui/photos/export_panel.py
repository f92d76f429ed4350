"""A pop-up panel in which the user chooses the format of an export."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.choices import OneOf
from desktop_app.ui.kit.messages import code_warning
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import Choice, WrappedButton, label, resize_to_content
from desktop_app.ui.photos.photo_exports import ExportChoice, ExportKind, PaperSize, SheetOptions

_COLUMNS = range(2, 9)


class ExportPanel(QFrame):
    """Closes when a format is chosen or the user clicks elsewhere.

    Attributes:
        buttons: The button of each format.
        codes: Whether the file shall contain the codes of the photos.
        columns, paper, captions: The looks of a contact sheet.

    Signals:
        export_requested (ExportChoice): The user has chosen a format.
    """

    export_requested = Signal(ExportChoice)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("exportPanel")
        self._window = parent
        self._selection = PhotoSelection([])
        self.heading = label("", "strong", wrapped=True)
        self.codes = self._new_switch(self.tr("Include codes"))
        self.warning = label(code_warning(), "quiet", wrapped=True)
        self._make_sheet_options(theme)
        self.buttons = {
            kind: self._new_button(kind, text)
            for kind, text in (
                (ExportKind.PDF, self.tr("Contact sheet (PDF)…")),
                (ExportKind.SHEET, self.tr("Contact sheet (PNG)…")),
                (ExportKind.CSV, self.tr("Table (CSV)…")),
                (ExportKind.JSON, self.tr("JSON…")),
            )
        }
        self._lay_out(theme)
        self._usual_width = theme.metrics.export_panel

    def _make_sheet_options(self, theme: Theme) -> None:
        self.columns = Choice(theme, self.tr("Columns"))
        self.columns.addItem(self.tr("Automatic"), None)
        for count in _COLUMNS:
            self.columns.addItem(numbers.counted(count), count)
        papers = [(self.tr("A4"), PaperSize.A4), (self.tr("Letter"), PaperSize.LETTER)]
        self.paper = OneOf(theme, papers, self.tr("Paper (PDF)"), _usual_paper())
        self.captions = self._new_switch(self.tr("Names below the photos"))

    def _lay_out(self, theme: Theme) -> None:
        metrics = theme.metrics
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(metrics.wide, metrics.wide, metrics.wide, metrics.wide)
        column.setSpacing(metrics.space)
        column.addWidget(self.heading)
        for kind in (ExportKind.PDF, ExportKind.SHEET):
            column.addWidget(self.buttons[kind])
        for control in (self.columns, self.paper):
            row = QHBoxLayout()
            row.addWidget(label(control.accessibleName(), "quiet", wrapped=True), 1)
            row.addWidget(control)
            column.addLayout(row)
        column.addWidget(self.captions, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(metrics.space)
        for kind in (ExportKind.CSV, ExportKind.JSON):
            column.addWidget(self.buttons[kind])
        column.addWidget(self.codes, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.warning)

    def open_for(self, selection: PhotoSelection) -> None:
        """Open in the middle of the window."""
        self._selection = selection
        text = self.tr("Export {photos}")
        self.heading.setText(text.format(photos=numbers.photos(len(selection.ids))))
        self.setAccessibleName(self.heading.text())
        self.codes.setChecked(False)
        self.captions.setChecked(True)
        self.setFixedWidth(max(self._usual_width, self._column.totalMinimumSize().width()))
        resize_to_content(self)
        corner = self._window.rect().center() - self.rect().center()
        self.move(self._window.mapToGlobal(corner))
        self.show()
        self.buttons[ExportKind.PDF].setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Give the keyboard back to the window, which some window systems do not do."""
        super().hideEvent(event)
        self._window.activateWindow()

    def _new_button(self, kind: ExportKind, text: str) -> QWidget:
        made = WrappedButton(text)
        made.clicked.connect(lambda: self._choose(kind))
        return made

    def _new_switch(self, text: str) -> QPushButton:
        made = WrappedButton(text, "toggle")
        made.setCheckable(True)
        return made

    def _choose(self, kind: ExportKind) -> None:
        with_codes = self.codes.isChecked() and kind in (ExportKind.CSV, ExportKind.JSON)
        sheet = SheetOptions(
            self.columns.currentData(), self.paper.value, self.captions.isChecked()
        )
        self.close()
        self.export_requested.emit(ExportChoice(self._selection, kind, with_codes, sheet))


def _usual_paper() -> PaperSize:
    """The paper of the user's country."""
    is_imperial = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return PaperSize.LETTER if is_imperial else PaperSize.A4

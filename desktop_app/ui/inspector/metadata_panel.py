"""The details of one photo: its file, and the camera's metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.inspector.metadata_text import Fact, facts_of
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.messages import breakable, code_warning
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton, WrappedButton, label

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.photos.metadata import Metadata


class MetadataPanel(QWidget):
    """A table of names and values, and buttons for the code.

    Attributes:
        copy: Button that copies the code.
        see: Button that shows what the code has kept of the photo.

    Signals:
        code_requested (PhotoRow): Show what the code of this photo has kept of it.
    """

    code_requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        metrics = theme.metrics
        self._code_text = ""
        self._photo: PhotoRow | None = None
        self._wanted: list[Fact] = []
        self._filled_in: list[Fact] = []
        self._sentence = label("", "secondary", wrapped=True)
        self._announcer = Announcer(self._sentence)
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(metrics.space)
        self._facts.setVerticalSpacing(metrics.tight)
        self._facts.setColumnStretch(1, 1)
        self.copy = IconButton(theme, "copy", self.tr("Copy code"), labelled=True)
        self.copy.clicked.connect(self._copy)
        self.see = WrappedButton(self.tr("What the code sees"), "link")
        self.see.clicked.connect(lambda: self.code_requested.emit(self._photo))
        self._notice = label(code_warning(), "secondary", wrapped=True)
        copying = QHBoxLayout()
        copying.addWidget(self.copy)
        copying.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.space)
        column.addWidget(self._sentence)
        column.addLayout(self._facts)
        column.addWidget(self.see, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(copying)
        column.addWidget(self._notice)
        self.clear()

    @property
    def facts(self) -> dict[str, str]:
        """The values that are shown, by their names."""
        self._fill_in()
        rows = range(self._facts.rowCount())
        cells = [(self._cell(row, 0), self._cell(row, 1)) for row in rows]
        return {name.text(): value.toolTip() for name, value in cells if name and value}

    @property
    def text(self) -> str:
        """The whole text beside the table."""
        parts = (self._sentence, self._notice)
        return " ".join(item.text() for item in parts if not item.isHidden())

    def clear(self) -> None:
        """Show that no photo is selected."""
        self._show_facts([])
        self.show_message(self.tr("Select a photo to see its details."))
        self.show_code("")

    def show_photo(self, photo: PhotoRow, metadata: Metadata | None) -> None:
        """Show a photo; `metadata` is None until its file has been read."""
        self._photo = photo
        self._show_facts(facts_of(photo, metadata))
        self.show_message("")

    def show_message(self, sentence: str, *, is_error: bool = False) -> None:
        """Say why something is missing; empty if nothing is. Errors are announced, if in sight."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        is_news = is_error and self.isVisible()
        self._announcer.announce(sentence if is_news else "", is_error=is_error)

    def show_code(self, code: str) -> None:
        """Offer to copy a code given as hexadecimal text; empty if the photo has none."""
        self._code_text = code
        for item in (self.see, self.copy, self._notice):
            item.setVisible(bool(code))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self._fill_in()
        super().showEvent(event)

    def _show_facts(self, facts: list[Fact]) -> None:
        """Fill in the table once it is visible: its labels take longer than painting the grid."""
        self._wanted = facts
        if self.isVisible():
            self._fill_in()

    def _fill_in(self) -> None:
        if self._filled_in is self._wanted:
            return
        self._filled_in = self._wanted
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, value) in enumerate(self._wanted):
            value_label = label(breakable(value), "", wrapped=True)
            value_label.setToolTip(value)
            value_label.setAccessibleName(f"{name}: {value}")
            name_label = label(name, "secondary")
            name_label.setContentsMargins(0, 2, 0, 0)  # aligns its smaller font with the value
            self._facts.addWidget(name_label, row, 0, top)
            self._facts.addWidget(value_label, row, 1, top)

    def _cell(self, row: int, column: int) -> QLabel | None:
        item = self._facts.itemAtPosition(row, column)
        widget = item.widget() if item else None
        return widget if isinstance(widget, QLabel) else None

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code_text)

"""The dialog for files and folders that the library leaves out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.base.errors import InvalidPatternError
from desktop_app.core.catalogue.exclusions import Exclusions, compiled
from desktop_app.sentences.values import printable
from desktop_app.ui.kit.announcements import MessageLabel
from desktop_app.ui.kit.choices import ToggleRow
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label, lay_out_dialog

_LINES = 6


class ExclusionsDialog(QDialog):
    """A non-modal dialog with one pattern per line. Nothing changes before it is saved.

    Signals:
        saved (Exclusions): The user's choice, which is valid.
    """

    saved = Signal(Exclusions)

    def __init__(self, theme: Theme, exclusions: Exclusions, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._follows_links = exclusions.follow_links
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Excluded files"))
        # Qt loses what is not UTF-8.
        self._stored = {printable(pattern): pattern for pattern in exclusions.patterns}
        self.patterns = QPlainTextEdit("\n".join(self._stored))
        self.patterns.setObjectName("patterns")
        self.patterns.setAccessibleName(self.tr("Patterns of excluded files"))
        self.patterns.setTabChangesFocus(True)
        self.patterns.setFont(_fixed_font(theme.metrics.secondary))
        choices = [(self.tr("Ignore"), False), (self.tr("Follow"), True)]
        links = self.tr("Links that lead out of the library's folders")
        self.links = ToggleRow(theme, choices, links)
        self._choose_links(exclusions.follow_links)
        self.links.chosen.connect(self._choose_links)
        self.complaint = MessageLabel()
        self.cancel = button(self.tr("Cancel"))
        self.save = button(self.tr("Save and rescan"), "primary")
        self.cancel.clicked.connect(self.close)
        self.save.clicked.connect(self._save)
        self.patterns.textChanged.connect(self.complaint.clear)
        self._lay_out()
        self.patterns.moveCursor(QTextCursor.MoveOperation.End)
        self.patterns.setFocus()

    def _save(self) -> None:
        lines = filter(str.strip, self.patterns.toPlainText().split("\n"))
        patterns = tuple(self._stored.get(line, line) for line in lines)
        chosen = Exclusions(patterns, self._follows_links)
        try:
            compiled(chosen.patterns)
        except InvalidPatternError as error:
            self.complaint.show_message(message(error))
            return
        self.saved.emit(chosen)
        self.close()

    def _choose_links(self, follows: bool | None) -> None:  # noqa: FBT001 -- a signal's argument
        """Show a choice. None means that the same toggle was pressed again; it stays on."""
        self._follows_links = self._follows_links if follows is None else follows
        self.links.show_chosen(self._follows_links)

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        lines = self.patterns.fontMetrics().lineSpacing() * _LINES
        self.patterns.setFixedHeight(lines + metrics.section)
        column = QVBoxLayout()
        column.setSpacing(metrics.wide)
        intro = self.tr(
            "One pattern per line, in the syntax of .gitignore. Patterns apply to every folder of"
            " the library."
        )
        for widget in (label(intro, wrapped=True), self.patterns, self._examples(), self._notes()):
            column.addWidget(widget)
        column.addLayout(self._links_row())
        column.addWidget(self.complaint)
        lay_out_dialog(self, self._theme, metrics.settings, column, self.cancel, self.save)

    def _examples(self) -> QWidget:
        examples = {
            "*.tmp": self.tr("Files with this ending"),
            "Drafts/": self.tr("Folders of this name"),
            "/Scans/": self.tr("A folder at the top"),
            "!best.tmp": self.tr("Except this file"),
        }
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.metrics.wide)
        grid.setVerticalSpacing(self._theme.metrics.tight)
        grid.setColumnStretch(3, 1)
        for place, (pattern, meaning) in enumerate(examples.items()):
            row, column = divmod(place, 2)
            grid.addWidget(self._example(pattern), row, 2 * column)
            grid.addWidget(label(meaning, "secondary", wrapped=True), row, 2 * column + 1)
        return whole

    def _example(self, pattern: str) -> QLabel:
        made = label(pattern, "secondary")
        made.setFont(_fixed_font(self._theme.metrics.secondary))
        return made

    def _notes(self) -> QLabel:
        kept = self.tr(
            "Excluded photos are not deleted. They return when you remove the pattern, without"
            " being read again."
        )
        always = self.tr(
            "Trash folders, caches and previews of other programs are always left out."
        )
        return label(f"{kept}\n{always}", "secondary", wrapped=True)

    def _links_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.metrics.wide)
        row.addWidget(label(self.links.accessibleName(), wrapped=True), 1)
        row.addWidget(self.links)
        return row


def _fixed_font(pixels: int) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(pixels)
    return font

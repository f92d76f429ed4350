"""The dialog for the name of one photo file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.core.files.renames import Renamable, Rename
from desktop_app.sentences.values import printable
from desktop_app.ui.kit.announcements import MessageLabel
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label, lay_out_dialog
from desktop_app.ui.renaming.rename_text import problem_text


class RenameDialog(QDialog):
    """The name can be edited, its suffix cannot. Nothing changes before it is confirmed.

    Signals:
        confirmed (list[Rename]): The new name, which is valid.
    """

    confirmed = Signal(list)

    def __init__(self, theme: Theme, files: Renamable, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._files = files
        path = files.files[0].path
        self._shown = printable(path.stem)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rename {name}").format(name=shown_name(path)))
        self.name = QLineEdit(self._shown)
        self.name.setAccessibleName(
            self.tr("New name, without {suffix}").format(suffix=path.suffix)
        )
        self.complaint = MessageLabel()
        self.cancel = button(self.tr("Cancel"))
        self.rename = button(self.tr("Rename"), "primary")
        self.cancel.clicked.connect(self.close)
        self.rename.clicked.connect(self._confirm)
        self.name.returnPressed.connect(self._confirm)
        self.name.textChanged.connect(self._check)
        self._lay_out(path.suffix)
        self._check()
        self.name.selectAll()
        self.name.setFocus()

    @property
    def _chosen(self) -> Rename | None:
        """None if the name is as it was: Qt shows only a part of what is not UTF-8."""
        text = self.name.text()
        chosen = self._files.by_name(text) if text != self._shown else None
        return chosen if chosen is not None and chosen.is_change else None

    def _check(self) -> None:
        chosen = self._chosen
        problem = chosen.problem if chosen is not None else None
        self.complaint.show_message(problem_text(problem) if problem is not None else "")
        self.rename.setEnabled(chosen is not None and problem is None)

    def _confirm(self) -> None:
        chosen = self._chosen
        if chosen is not None and chosen.problem is None:
            self.confirmed.emit([chosen])
            self.close()

    def _lay_out(self, suffix: str) -> None:
        metrics = self._theme.metrics
        column = QVBoxLayout()
        column.setSpacing(metrics.space)
        column.addWidget(label(self.tr("New name"), "secondary"))
        name = QHBoxLayout()
        name.addWidget(self.name, 1)
        name.addWidget(label(suffix, "quiet"))
        column.addLayout(name)
        column.addWidget(self.complaint)
        lay_out_dialog(self, self._theme, metrics.reading_width, column, self.cancel, self.rename)

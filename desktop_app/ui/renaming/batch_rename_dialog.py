"""The dialog for the names of several photo files: a pattern, and a list of what it gives."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.files.renames import DATE, NAME, NUMBER, Renamable
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.renaming.rename_preview import RenamePreview
from desktop_app.ui.renaming.rename_text import problem_text

_FIRST_PATTERN = f"{DATE} {NUMBER}"


class BatchRenameDialog(QDialog):
    """Nothing changes before the names are confirmed, which is possible only without problems.

    Attributes:
        preview: The old and the new names.
        inserts: The buttons that insert a token into the pattern.

    Signals:
        confirmed (list[Rename]): The new names, which are valid.
    """

    confirmed = Signal(list)

    def __init__(self, theme: Theme, files: Renamable, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = numbers.photos(len(files.files))
        self.setWindowTitle(self.tr("Rename {photos}").format(photos=count))
        self.pattern = QLineEdit(_FIRST_PATTERN)
        self.pattern.setAccessibleName(self.tr("Pattern of the new names"))
        self.inserts = {
            token: self._insert_button(token, text)
            for token, text in (
                (DATE, self.tr("Date")),
                (NUMBER, self.tr("Number")),
                (NAME, self.tr("Original name")),
            )
        }
        self.preview = RenamePreview(theme, files, self)
        self._list = self._new_list()
        self.summary = label("", "secondary", wrapped=True)
        self._announcer = Announcer(self.summary)
        self.cancel = button(self.tr("Cancel"))
        self.rename = button(self.tr("Rename"), "primary")
        self.cancel.clicked.connect(self.close)
        self.rename.clicked.connect(self._confirm)
        self.pattern.returnPressed.connect(self._confirm)
        self.pattern.textChanged.connect(self._plan)
        self.preview.planned.connect(self._show_summary)
        self._lay_out()
        self._plan()
        self.pattern.setFocus()

    def _plan(self) -> None:
        self.preview.plan(self.pattern.text())
        self.rename.setEnabled(False)

    @property
    def _can_confirm(self) -> bool:
        is_change = any(rename.is_change for rename in self.preview.renames)
        return is_change and not self.preview.problems and not self.preview.is_planning

    def _show_summary(self) -> None:
        preview = self.preview
        self.rename.setEnabled(self._can_confirm)
        self.summary.setProperty("kind", "warning" if preview.problems else "secondary")
        self.summary.style().polish(self.summary)
        self.summary.setText(self._summary_text())
        self._announcer.announce(self.summary.text(), is_error=bool(preview.problems))
        if preview.first_problem is not None:
            self._list.scrollTo(preview.index(preview.first_problem, 0))

    def _summary_text(self) -> str:
        preview = self.preview
        if preview.first_problem is None:
            changed = sum(rename.is_change for rename in preview.renames)
            text = self.tr("{photos} will be renamed. The endings of the names stay.")
            return text.format(photos=numbers.photos(changed))
        problem = preview.renames[preview.first_problem].problem
        assert problem is not None
        if preview.problems == 1:
            return self.tr("1 name is not possible: {problem}").format(
                problem=problem_text(problem)
            )
        text = self.tr("{count} names are not possible. The first: {problem}")
        count = numbers.counted(preview.problems)
        return text.format(count=count, problem=problem_text(problem))

    def _confirm(self) -> None:
        if self._can_confirm:
            self.confirmed.emit(self.preview.renames)
            self.close()

    def _insert_button(self, token: str, text: str) -> QPushButton:
        made = button(text, "chip")
        made.setToolTip(self.tr("Insert {token}").format(token=token))
        made.clicked.connect(lambda: self._insert(token))
        return made

    def _insert(self, token: str) -> None:
        self.pattern.insert(token)
        self.pattern.setFocus()

    def _new_list(self) -> QTreeView:
        made = QTreeView()
        made.setObjectName("names")
        made.setAccessibleName(self.tr("Current and new names"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setModel(self.preview)
        made.setMinimumHeight(self._theme.metrics.rename_list)
        made.header().setAccessibleName(self.tr("Columns"))
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        return made

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.section, metrics.section, metrics.section, metrics.wide)
        column.setSpacing(metrics.space)
        column.addWidget(label(self.tr("Pattern of the new names"), "secondary"))
        column.addWidget(self.pattern)
        inserts = QHBoxLayout()
        inserts.setSpacing(metrics.tight)
        inserts.addWidget(label(self.tr("Insert:"), "secondary"))
        for made in self.inserts.values():
            inserts.addWidget(made)
        inserts.addStretch(1)
        column.addLayout(inserts)
        column.addSpacing(metrics.space)
        column.addWidget(self._list, 1)
        column.addWidget(self.summary)
        last = QHBoxLayout()
        last.setSpacing(metrics.space)
        last.addStretch(1)
        last.addWidget(self.cancel)
        last.addWidget(self.rename)
        column.addLayout(last)
        self.resize(metrics.rename_dialog, self.sizeHint().height())

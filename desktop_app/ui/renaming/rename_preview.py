"""The list of old and new names: planned in small steps, so that the window stays responsive."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop_app.core.files.renames import Renamable, Rename
from desktop_app.sentences.values import printable
from desktop_app.ui.kit.direction import isolated_name
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.renaming.rename_text import problem_text

Index = QModelIndex | QPersistentModelIndex
_STEP = 200  # names that are planned at once, in a few milliseconds
_COLUMNS = 2
_NO_INDEX = QModelIndex()


class RenamePreview(QAbstractTableModel):
    """Old names in the first column, new ones in the second; names with a problem stand out.

    Attributes:
        renames: The new names, as far as they are planned.
        first_problem: The first row with a problem; None if there is none so far.
        problems: How many rows have a problem so far.

    Signals:
        planned (): All new names are known.
    """

    planned = Signal()

    def __init__(self, theme: Theme, files: Renamable, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._files = files
        self.renames: list[Rename] = []
        self.first_problem: int | None = None
        self.problems = 0
        self._rest: Iterator[Rename] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._plan_some)

    @property
    def is_planning(self) -> bool:
        return self._timer.isActive()

    def plan(self, pattern: str) -> None:
        """Begin to plan names from a pattern, instead of those before; `planned` follows."""
        self.beginResetModel()
        self.renames = []
        self.first_problem, self.problems = None, 0
        self.endResetModel()
        self._rest = self._files.by_pattern(pattern)
        self._timer.start()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.renames)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        return 0 if parent.isValid() else _COLUMNS

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("New name") if section else self.tr("Current name")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        rename = self.renames[index.row()]
        text = isolated_name(printable(rename.name if index.column() else rename.source.name))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return _with_problem(text, rename) if index.column() else text
            case Qt.ItemDataRole.AccessibleTextRole if index.column():
                return _with_problem(text, rename)
        if rename.problem is None or not index.column():
            return None
        match role:
            case Qt.ItemDataRole.ForegroundRole:
                return self._theme.colour("warning")
            case Qt.ItemDataRole.DecorationRole:
                return self._theme.icon("warning", Tint.WARNING)
        return None

    def _plan_some(self) -> None:
        some = list(islice(self._rest, _STEP))
        first = len(self.renames)
        if some:
            self.beginInsertRows(_NO_INDEX, first, first + len(some) - 1)
            self.renames += some
            self.endInsertRows()
        faulty = [row for row, rename in enumerate(some, first) if rename.problem is not None]
        self.problems += len(faulty)
        if faulty and self.first_problem is None:
            self.first_problem = faulty[0]
        if len(some) < _STEP:
            self._timer.stop()
            self.planned.emit()


def _with_problem(text: str, rename: Rename) -> str:
    return text if rename.problem is None else f"{text}\n{problem_text(rename.problem)}"

"""What running or finished work left out, and why; folded away above the strip until asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout

from desktop_app.core.errors import PhotoError
from desktop_app.ui import numbers
from desktop_app.ui.messages import message
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import IconButton, label

if TYPE_CHECKING:
    from desktop_app.core.catalogue import Failure


class DetailsPanel(QFrame):
    """A list of sentences, one a file."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("details")
        metrics = theme.metrics
        self._most_height = metrics.details
        self._heading = label("", "strong")
        self._model = QStringListModel(self)
        self._list = QListView()
        self._list.setObjectName("failures")
        self._list.setModel(self._model)
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setAccessibleName(self.tr("Files that could not be indexed"))
        close = IconButton(theme, "chevron-down", self.tr("Hide details"))
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.wide, metrics.space, metrics.space, metrics.space)
        column.setSpacing(metrics.tight)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        self.hide()

    @property
    def sentences(self) -> list[str]:
        return self._model.stringList()

    def show_failures(self, failures: list[Failure]) -> None:
        self._heading.setText(self._counted(len(failures)))
        self._model.setStringList(
            [message(PhotoError(item.path, item.problem, item.detail)) for item in failures]
        )
        self._list.setVisible(bool(failures))
        wanted = self._list.sizeHintForRow(0) * len(failures) + 2 * self._list.frameWidth() + 12
        self._list.setFixedHeight(min(self._most_height, wanted))

    def _counted(self, count: int) -> str:
        if count == 0:
            return self.tr("Every photo that was read is indexed.")
        if count == 1:
            return self.tr("1 file could not be indexed")
        return self.tr("{count} files could not be indexed").format(count=numbers.counted(count))

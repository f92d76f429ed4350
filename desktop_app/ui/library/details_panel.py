"""The files that could not be indexed, listed above the status strip."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu, QVBoxLayout

from desktop_app.core.base.errors import PhotoError
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import breakable, message
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton, fit_labels, label

if TYPE_CHECKING:
    from desktop_app.core.catalogue.library_status import Failure


class DetailsPanel(QFrame):
    """A list of sentences, one a file.

    Signals:
        closed (): The user has closed the panel.
        retry_requested (list[Path]): These files are to be read again; an empty list means all.
        show_requested (Path): This file is to be shown in the file manager.
    """

    closed = Signal()
    retry_requested = Signal(list)
    show_requested = Signal(Path)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("details")
        self._failures: list[Failure] = []
        self._heading = label("", "strong", wrapped=True)
        self._model = QStringListModel(self)
        self.list = self._new_list(theme)
        self.retry = IconButton(theme, "rescan", self.tr("Retry all"), labelled=True)
        self.retry.clicked.connect(self._request_retry)
        self.copy = IconButton(theme, "paste", self.tr("Copy list"), labelled=True)
        clipboard = QGuiApplication.clipboard()
        self.copy.clicked.connect(lambda: clipboard.setText("\n".join(self.sentences) + "\n"))
        close = IconButton(theme, "chevron-down", self.tr("Hide details"))
        close.clicked.connect(self.closed)
        self._lay_out(theme, close)
        self.hide()

    @property
    def sentences(self) -> list[str]:
        errors = (PhotoError(item.path, item.problem, item.detail) for item in self._failures)
        return [message(error) for error in errors]

    def show_failures(self, failures: list[Failure]) -> None:
        self._failures = failures
        self._heading.setText(self._heading_text(len(failures)))
        self._model.setStringList([breakable(sentence) for sentence in self.sentences])
        for widget in (self.list, self.retry, self.copy):
            widget.setVisible(bool(failures))
        self._label_retry()
        self.list.fit_rows()

    def _lay_out(self, theme: Theme, close: IconButton) -> None:
        top = self._top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        for widget in (self.retry, self.copy, close):
            top.addWidget(widget)
        metrics = theme.metrics
        space = metrics.space
        self._margins = QMargins(metrics.wide, space, space, space)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._margins)
        column.setSpacing(metrics.tight)
        column.addLayout(top)
        column.addWidget(self.list, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show only the icons of the buttons where their texts have no room."""
        super().resizeEvent(event)
        self._fit_labels()

    def _fit_labels(self) -> None:
        margins = self._margins
        room = self.width() - margins.left() - margins.right()
        fit_labels(self._top, room, (self.retry, self.copy))
        for made in (self.retry, self.copy):
            made.setToolTip("" if made.text() else made.accessibleName())

    def _new_list(self, theme: Theme) -> _SentenceList:
        made = _SentenceList(self._model, theme)
        made.setAccessibleName(self.tr("Files that could not be indexed"))
        made.customContextMenuRequested.connect(self._open_menu)
        made.selectionModel().selectionChanged.connect(self._label_retry)
        return made

    def _selected(self) -> list[Failure]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self._failures[row] for row in rows]

    def _label_retry(self) -> None:
        count = len(self._selected())
        if not count:
            self.retry.set_label(self.tr("Retry all"))
        elif count == 1:
            self.retry.set_label(self.tr("Retry"))
        else:
            text = self.tr("Retry {count}")
            self.retry.set_label(text.format(count=numbers.counted(count)))
        self._fit_labels()

    def _request_retry(self) -> None:
        self.retry_requested.emit([item.path for item in self._selected()])

    def _open_menu(self, position: QPoint) -> None:
        chosen = self._selected()
        if not chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Retry"), self._request_retry)
        show = menu.addAction(
            self.tr("Show in file manager"), lambda: self.show_requested.emit(chosen[0].path)
        )
        show.setEnabled(len(chosen) == 1)
        menu.popup(self.list.viewport().mapToGlobal(position))

    def _heading_text(self, count: int) -> str:
        if not count:
            return self.tr("No problems")
        if count == 1:
            return self.tr("1 file could not be indexed")
        return self.tr("{count} files could not be indexed").format(count=numbers.counted(count))


class _SentenceList(QListView):
    """Breaks sentences into lines, and is as high as these, up to a limit."""

    def __init__(self, model: QStringListModel, theme: Theme) -> None:
        super().__init__()
        self._metrics = theme.metrics
        self.setObjectName("failures")
        self.setModel(model)
        self.setWordWrap(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # there may be thousands
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Break the sentences into other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_rows()

    def fit_rows(self) -> None:
        """Take the height of the rows."""
        wanted = 2 * self.frameWidth() + 3 * self._metrics.tight
        for row in range(self.model().rowCount()):
            wanted += self.visualRect(self.model().index(row, 0)).height()
            if wanted > self._metrics.details:
                break
        self.setFixedHeight(min(self._metrics.details, wanted))
        self.doItemsLayout()  # beside the scroll bar, if there is one now

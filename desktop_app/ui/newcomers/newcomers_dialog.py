"""The dialog that says which photos of a folder are new. It is not modal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.jobs.duplicate_events import Standing
from desktop_app.core.jobs.job_output import Finished
from desktop_app.ui.kit.message_bar import MessageBar
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ShortenedRows, button, label
from desktop_app.ui.newcomers.check_status import CheckStatus
from desktop_app.ui.newcomers.newcomer_check import NewcomerCheck
from desktop_app.ui.newcomers.newcomer_list import NewcomerList
from desktop_app.ui.newcomers.newcomers_text import copy_text, none_text
from desktop_app.ui.newcomers.standing_tabs import StandingTabs


class NewcomersDialog(QDialog):
    """Shows a check while it goes on, and its results.

    Signals:
        folder_requested (): The user wants to check another folder.
        copy_requested (): The user wants the photos copied that the library lacks.
        show_requested (Path): The user wants to see this file.
    """

    folder_requested = Signal()
    copy_requested = Signal()
    show_requested = Signal(Path)

    def __init__(self, theme: Theme, check: NewcomerCheck, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._check = check
        self._is_copying = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check folder for new photos"))
        self.status = CheckStatus(theme, check)
        self.tabs = StandingTabs(theme)
        self.photos = NewcomerList(theme, check, self)
        self._paths, self._sentences = QStyledItemDelegate(self), ShortenedRows(self)
        self.list = self._new_list()
        self._none = label("", "quiet", wrapped=True)
        self.message = MessageBar(theme)
        self.other = button(self.tr("Check another folder…"))
        self.close_button = button(self.tr("Close"))
        self.copy = button("", "primary")
        self.other.clicked.connect(self.folder_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.close_button.clicked.connect(self.close)
        self.tabs.value_changed.connect(self._show_standing)
        check.changed.connect(self._show_check)
        self._lay_out()
        self._show_standing()

    @property
    def empty_text(self) -> str:
        """What is shown in the place of an empty list."""
        return self._none.text() if self._pages.currentWidget() is self._none else ""

    def show_copying(self, *, is_copying: bool) -> None:
        """Copy nothing else meanwhile."""
        self._is_copying = is_copying
        self._show_check()

    def _show_check(self) -> None:
        check, standing = self._check, self.photos.standing
        self.tabs.show_counts(check)
        self._pages.setCurrentWidget(self.list if check.photos[standing] else self._none)
        is_known = isinstance(check.outcome, Finished)
        self._none.setText(none_text(standing) if is_known else "")
        wanted = len(check.wanted)
        self.copy.setText(copy_text(wanted))
        self.copy.setEnabled(bool(wanted) and not self._is_copying)

    def _show_standing(self) -> None:
        """List what the chosen tab stands for; of new photos there is nothing to add."""
        standing = self.tabs.standing
        self.photos.show_standing(standing)
        self.list.setColumnHidden(1, standing is Standing.NEW)
        is_sentence = standing is Standing.UNREADABLE
        self.list.setItemDelegateForColumn(1, self._sentences if is_sentence else self._paths)
        self._show_check()

    def _request_file(self, index: QModelIndex) -> None:
        photo = self.photos.photo(index)
        self.show_requested.emit(photo.known or photo.path)

    def _new_list(self) -> QTreeView:
        made = QTreeView()
        made.setObjectName("names")
        made.setAccessibleName(self.tr("Photos of the folder"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAllColumnsShowFocus(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setModel(self.photos)
        made.header().setAccessibleName(self.tr("Columns"))
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        made.activated.connect(self._request_file)
        return made

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.section, metrics.section, metrics.section, metrics.wide)
        column.setSpacing(metrics.space)
        column.addWidget(self.status)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        column.addWidget(self.message)
        column.addSpacing(metrics.space)
        column.addLayout(self._button_row())
        self.resize(metrics.newcomers_dialog, metrics.newcomers_height)

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.metrics.space)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.copy)
        return row

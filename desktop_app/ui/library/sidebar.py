"""The library at a glance: its folders and their state, and the searches that are kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop_app.core.catalogue.settings import Settings
from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.shortcuts import Command, show_key, with_key
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton, label, lead_tab
from desktop_app.ui.library.root_row import RootRow, RootState
from desktop_app.ui.search.saved_searches_panel import SavedSearchesPanel


class Sidebar(QFrame):
    """Asks by signals; `root_asked` gives a RootAction and the root's path."""

    all_asked = Signal()
    outliers_asked = Signal()
    add_asked = Signal()
    rescan_asked = Signal()
    root_asked = Signal(object, object)
    watch_asked = Signal(bool)
    model_asked = Signal()
    settings_asked = Signal()
    shortcuts_asked = Signal()

    def __init__(self, theme: Theme, *, is_watching: bool) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._theme = theme
        metrics = theme.metrics
        self.setFixedWidth(metrics.sidebar)
        self._rows: dict[Path, RootRow] = {}
        self._roots = QVBoxLayout()
        self._roots.setContentsMargins(0, 0, 0, 0)
        self._roots.setSpacing(metrics.tight)
        self._count = label("", "secondary")
        self.all_photos = IconButton(theme, "grid", self.tr("All photos"), worded=True)
        self.all_photos.clicked.connect(self.all_asked)
        self.outliers = IconButton(theme, "outlier", self.tr("Unusual photos"), worded=True)
        self.outliers.setToolTip(self.tr("Photos that are like no others in the library"))
        self.outliers.clicked.connect(self.outliers_asked)
        self.searches = SavedSearchesPanel(theme)
        self._add = IconButton(theme, "add-folder", self.tr("Add folder…"), worded=True)
        self._add.setToolTip(with_key(self.tr("Add a folder of photos"), Command.ADD_FOLDER))
        self._add.clicked.connect(self.add_asked)
        self._rescan = IconButton(
            theme, "rescan", with_key(self.tr("Look for new and changed photos"), Command.RESCAN)
        )
        self._rescan.clicked.connect(self.rescan_asked)
        self.more = IconButton(theme, "chevron-down", self.tr("How the library is kept up to date"))
        self.watching = QAction(self.tr("Notice new photos by itself"), self)
        self.watching.setCheckable(True)
        self.watching.setChecked(is_watching)
        self.watching.toggled.connect(self.watch_asked)
        self.more.clicked.connect(self._open_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.space, metrics.space, metrics.space, metrics.space)
        column.setSpacing(metrics.space)
        column.addLayout(self._heading())
        column.addLayout(self._views())
        column.addWidget(self._scrolled_roots(), 1)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_library(self, states: list[RootState], indexed: int) -> None:
        """The roots in their order; `indexed`: the photos of all of them."""
        self._count.setText(numbers.photos(indexed))
        is_free = any(state.work is RootWork.NONE and not state.root.paused for state in states)
        self._rescan.setEnabled(is_free)
        wanted = {state.root.path: state for state in states}
        for path in [path for path in self._rows if path not in wanted]:
            row = self._rows.pop(path)
            self._roots.removeWidget(row)
            row.deleteLater()
        for place, (path, state) in enumerate(wanted.items()):
            if path in self._rows:
                self._rows[path].show_state(state)
            else:
                self._rows[path] = self._new_row(state)
                self._roots.insertWidget(place, self._rows[path])
        stops = [stop for path in wanted for stop in self._rows[path].tab_stops]
        lead_tab(self.outliers, stops)

    @property
    def folders(self) -> list[str]:
        """What the rows are called for screen readers."""
        return [row.accessibleName() for row in self.rows]

    @property
    def rows(self) -> list[RootRow]:
        return [self._rows[path] for path in sorted(self._rows)]

    def follow(self, settings: Settings) -> None:
        """What has been chosen elsewhere too."""
        self.watching.setChecked(settings.watch_folders)

    def mark_view(self, shown: IconButton | None) -> None:
        """`shown`: the button of what is in sight; None: a search's results."""
        for made in (self.all_photos, self.outliers):
            made.setChecked(made is shown)

    def _views(self) -> QVBoxLayout:
        """What of the library can be looked at."""
        column = QVBoxLayout()
        column.setSpacing(0)
        for made in (self.all_photos, self.outliers):
            made.setProperty("kind", "view")
            made.setCheckable(True)
            column.addWidget(made)
        return column

    def _new_row(self, state: RootState) -> RootRow:
        row = RootRow(self._theme, state)
        path = state.root.path
        row.asked.connect(lambda verb: self.root_asked.emit(verb, path))
        return row

    def _heading(self) -> QHBoxLayout:
        metrics = self._theme.metrics
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(self.tr("Library"), "strong"))
        texts.addWidget(self._count)
        row = QHBoxLayout()
        row.setContentsMargins(metrics.space, metrics.tight, 0, metrics.tight)
        row.setSpacing(0)
        row.addLayout(texts, 1)
        row.addWidget(self._rescan)
        row.addWidget(self.more)
        return row

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.watching)
        menu.addSeparator()
        model = menu.addAction(self.tr("Model…"), self.model_asked.emit)
        show_key(model, Command.MODEL)
        settings = menu.addAction(self.tr("Settings…"), self.settings_asked.emit)
        show_key(settings, Command.SETTINGS)
        overview = menu.addAction(self.tr("Keyboard shortcuts"), self.shortcuts_asked.emit)
        show_key(overview, Command.SHORTCUTS)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _scrolled_roots(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.metrics.wide)
        column.addLayout(self._roots)
        column.addWidget(self.searches)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside has the focus, and scrolls it
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFrameShape(QFrame.Shape.NoFrame)
        return area

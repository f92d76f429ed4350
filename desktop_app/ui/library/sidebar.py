"""The sidebar: views, folders with their state, saved searches, and the model in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import SEPARATOR, ActionSet
from desktop_app.ui.kit.direction import margins, open_below
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton, label, lead_tab
from desktop_app.ui.library.root_list import RootList
from desktop_app.ui.library.root_row import RootRow
from desktop_app.ui.library.root_state import RootState
from desktop_app.ui.models.model_section import ModelSection
from desktop_app.ui.saved_searches.saved_searches_panel import SavedSearchesPanel

MORE_MENU = ("watch_folders", "exclusions", SEPARATOR, "settings", "shortcuts")


class Sidebar(QFrame):
    """Buttons of the window's actions, the library's folders and the saved searches.

    Attributes:
        roots: The folders.
    """

    def __init__(self, theme: Theme, actions: ActionSet, views: Sequence[str]) -> None:
        """`views` holds the ids of the actions that show a view, from the top down."""
        super().__init__()
        self.setObjectName("sidebar")
        self._theme = theme
        self._actions = actions
        metrics = theme.metrics
        self.roots = RootList(theme)
        self._count = label("", "secondary")
        self.views = {name: actions.button(theme, name, labelled=True) for name in views}
        self.searches = SavedSearchesPanel(theme)
        self._add = actions.button(theme, "add_folder", labelled=True)
        self.model = ModelSection(theme, actions)
        self._rescan = actions.button(theme, "rescan")
        self.more = IconButton(theme, "chevron-down", self.tr("Menu"))
        self.more.clicked.connect(self._open_menu)
        self._inside, self._lists = QWidget(), QWidget()
        for part in (self._inside, self._lists):
            part.installEventFilter(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(metrics.space, metrics.space, metrics.space, metrics.space)
        column.setSpacing(metrics.space)
        column.addLayout(self._heading())
        column.addLayout(self._view_buttons())
        column.addWidget(self._scrolled_roots(), 1)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.model)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = _scrolled(self._inside)  # for large texts in a low window
        outer.addWidget(self._area)
        self._fit_width()

    def show_library(self, states: list[RootState], indexed: int, *, is_read_only: bool) -> None:
        """The roots in their order; `indexed`: the photos of all of them."""
        photos = numbers.photos(indexed)
        read_only = self.tr("{photos} · read-only").format(photos=photos)
        self._count.setText(read_only if is_read_only else photos)
        self.roots.show_roots(states)
        lead_tab(list(self.views.values())[-1], self.roots.tab_stops)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the texts in the sidebar, which other languages and sizes of text make wider."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit_width()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Texts may have changed while the sidebar was hidden."""
        super().showEvent(event)
        self._fit_width()

    @property
    def photo_count(self) -> str:
        """What is shown under the heading."""
        return self._count.text()

    @property
    def folders(self) -> list[str]:
        """What the rows are called for screen readers."""
        return [row.accessibleName() for row in self.rows]

    @property
    def rows(self) -> list[RootRow]:
        return [section.row for section in self.roots.sections]

    def _fit_width(self) -> None:
        """Leave room for the texts and scroll bars."""
        usual, margins = self._theme.metrics.sidebar, 2 * self._theme.metrics.space
        bar = self._area.verticalScrollBar().sizeHint().width()
        lists = self._lists.minimumSizeHint().width() + margins + bar
        needed = max(usual, bar + max(lists, self._inside.minimumSizeHint().width()))
        self.setFixedWidth(min(needed, usual * 3 // 2))

    def _view_buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for made in self.views.values():
            made.setProperty("kind", "view")
            column.addWidget(made)
        return column

    def _heading(self) -> QHBoxLayout:
        metrics = self._theme.metrics
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(self.tr("Library"), "strong"))
        texts.addWidget(self._count)
        row = QHBoxLayout()
        row.setContentsMargins(margins(metrics.space, metrics.tight, 0, metrics.tight))
        row.setSpacing(0)
        row.addLayout(texts, 1)
        row.addWidget(self._rescan)
        row.addWidget(self.more)
        return row

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions.fill(menu, MORE_MENU)
        open_below(menu, self.more)

    def _scrolled_roots(self) -> QScrollArea:
        column = QVBoxLayout(self._lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.metrics.wide)
        column.addWidget(self.roots)
        column.addWidget(self.searches)
        column.addStretch(1)
        area = _scrolled(self._lists)

        def scroll_to(place: QRect) -> None:
            shown = place.translated(self.roots.pos())
            area.ensureVisible(0, shown.center().y(), 0, shown.height())

        self.roots.reached.connect(scroll_to)
        return area


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside has the focus, and scrolls it
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area

"""A photo of the grid, over the whole window: from its thumbnail at once to all of its pixels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.inspector.metadata_panel import MetadataPanel
from desktop_app.ui.kit.message_bar import MessageBar
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.kit.shortcuts import Command, command_of
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.photo_action import PhotoAction
from desktop_app.ui.photos.photo_grid import PhotoGrid
from desktop_app.ui.photos.photo_model import ShownPhoto
from desktop_app.ui.photos.picture_loader import PictureLoader
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.viewer.compare_stage import CompareStage, Comparing
from desktop_app.ui.viewer.photo_canvas import STEP
from desktop_app.ui.viewer.viewed_pictures import ViewedPictures
from desktop_app.ui.viewer.viewer_bar import ViewerBar


class PhotoViewer(QFrame):
    """Looks at what is current in a grid, and makes the photos beside it current. `closed` when the
    grid is looked at again; `photo_shown` tells the ShownPhoto; `asked` a PhotoAction and the
    PhotoSelection that it is about.
    """

    closed = Signal()
    photo_shown = Signal(object)
    asked = Signal(object, object)

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, loader: PictureLoader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("A photo over the whole window"))
        self._theme = theme
        self._grid: PhotoGrid | None = None
        self._row = 0
        self._shown: ShownPhoto | None = None
        self.bar = ViewerBar(theme)
        self.message = MessageBar(theme)
        self.stage = CompareStage(theme)
        self._pictures = ViewedPictures(thumbnails, loader, self.stage)
        self._pictures.setParent(self)
        self.panel = MetadataPanel(theme)
        self._side = self._scrolled_panel()
        self._lay_out()
        self._connect()
        self.take_query(None)
        parent.installEventFilter(self)
        self.hide()

    @property
    def shown(self) -> ShownPhoto | None:
        """The photo that is looked at."""
        return self._shown

    def open(self, grid: PhotoGrid) -> None:
        """Look at the grid's current photo."""
        self.leave()
        self._grid = grid
        self._shown = None
        grid.selectionModel().currentChanged.connect(self._follow)
        grid.photos.dataChanged.connect(self._follow)
        grid.photos.modelReset.connect(self._leave_if_empty)
        self._cover()
        self.show()
        self.raise_()
        self.setFocus()
        self._follow()

    @property
    def grid(self) -> PhotoGrid | None:
        """Whose photo is looked at; None while the viewer is closed."""
        return self._grid

    def compare(self, comparing: Comparing) -> None:
        """Show the photo like this, where there is a query to compare it with."""
        if comparing is not self.stage.comparing:
            self._compare(comparing)

    def leave(self) -> None:
        """Back to the grid."""
        if self._grid is None:
            return
        grid, self._grid = self._grid, None
        grid.selectionModel().currentChanged.disconnect(self._follow)
        grid.photos.dataChanged.disconnect(self._follow)
        grid.photos.modelReset.disconnect(self._leave_if_empty)
        self._compare(Comparing.ALONE)
        self._pictures.stop()
        self.message.clear()
        self.hide()
        grid.setFocus()
        self.closed.emit()

    def take_query(self, query: QueryPicture | None) -> None:
        """What a photo can be compared with; None: nothing is searched for."""
        self._pictures.take_query(query)
        self.bar.offer_comparison(is_possible=query is not None)
        if query is None:
            self._compare(Comparing.ALONE)

    def step(self, by: int) -> None:
        """So many photos on, or back."""
        if self._grid is None:
            return
        row = min(self._grid.photos.rowCount() - 1, max(0, self._row + by))
        if row >= 0:
            self._grid.setCurrentIndex(self._grid.photos.index(row, 0))

    # What Qt tells

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """As large as the window."""
        if watched is self.parent() and event.type() is QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Our keys come before the window's shortcuts: Escape closes the photo, not the search."""
        is_first = event.type() is QEvent.Type.ShortcutOverride
        if is_first and isinstance(event, QKeyEvent) and self._verb(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        verb = self._verb(event)
        if verb is None:
            super().keyPressEvent(event)
        else:
            verb()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802, FBT001 -- Qt's argument
        """What lies beneath is out of sight, and must not get the keys."""
        children = [
            child
            for child in self.findChildren(QWidget)
            if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        ring = [self, *children]
        current = self.window().focusWidget()
        place = ring.index(current) if current in ring else 0
        ring[(place + (1 if is_next else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    # What is shown

    def _cover(self) -> None:
        self.setGeometry(self.window().rect())

    def _follow(self) -> None:
        """The grid's current photo may be another, or be known by now."""
        if self._grid is None or not self._grid.currentIndex().isValid():
            return
        self._row = self._grid.currentIndex().row()
        shown = self._grid.selection.current_photo()
        before, self._shown = self._shown, shown
        name = shown_name(shown.path) if shown else ""
        self.bar.show_photo(name, self._row, self._grid.photos.rowCount())
        if shown is None or before is None or before.path != shown.path:
            self._pictures.show(shown, self._beside())
            self._show_percent()
            if shown is not None:
                self.photo_shown.emit(shown)

    def _leave_if_empty(self) -> None:
        """The last photo is gone."""
        if self._grid is not None and self._grid.photos.rowCount() == 0:
            self.leave()

    def _beside(self) -> list[Path]:
        """The next photo and the one before, as far as they are known."""
        assert self._grid is not None
        photos = self._grid.photos
        rows = [row for row in (self._row + 1, self._row - 1) if 0 <= row < photos.rowCount()]
        return [known.path for row in rows if (known := photos.known_photo(row))]

    def _show_percent(self) -> None:
        self.bar.show_percent(self.stage.photo.percent)

    # What the user does

    def _compare(self, comparing: Comparing) -> None:
        """The same again: the photo alone."""
        if comparing is self.stage.comparing:
            comparing = Comparing.ALONE
        if not self._pictures.has_query:
            comparing = Comparing.ALONE
        self.bar.compare.setChecked(comparing is Comparing.BESIDE)
        self.bar.flicker.setChecked(comparing is Comparing.IN_TURN)
        if comparing is not Comparing.ALONE and self.stage.comparing is Comparing.ALONE:
            self._pictures.show_query(self._theme.colour("hover"))
        self.stage.compare(comparing)
        self._pictures.load()

    def _turn(self) -> None:
        """By hand, at one's own pace."""
        if self.stage.comparing is Comparing.IN_TURN:
            self.stage.stop_turning()
            self.stage.turn()

    def _toggle_details(self) -> None:
        self._side.setVisible(self._side.isHidden())
        self.bar.details.setChecked(not self._side.isHidden())
        if self._shown:
            self.photo_shown.emit(self._shown)

    def _trash(self) -> None:
        """The photo that is shown; the next comes in sight, or the one before the last."""
        if self._grid is None or self._shown is None:
            return
        chosen = self._grid.photos.selection_of_photo(self._shown)
        is_last = self._row + 1 >= self._grid.photos.rowCount()
        self.step(-1 if is_last else 1)
        self.asked.emit(PhotoAction.TRASH, chosen)

    def _pan_or_step(self, across: int, down: int) -> None:
        """Arrows move an enlarged photo, and go to the next one otherwise."""
        canvas = self.stage.photo
        if canvas.is_enlarged:
            canvas.move_by(-across * canvas.width() / 8, -down * canvas.height() / 8)
        else:
            self.step(across or down)

    def _verb(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key means."""
        verbs = self._verbs()
        command = command_of(event, verbs)
        return verbs[command] if command else None

    def _verbs(self) -> dict[Command, Callable[[], None]]:
        canvas = self.stage.photo
        return {
            Command.VIEW_CLOSE: self.leave,
            Command.VIEW_PREVIOUS: lambda: self._pan_or_step(-1, 0),
            Command.VIEW_NEXT: lambda: self._pan_or_step(1, 0),
            Command.VIEW_UP: lambda: self._pan_or_step(0, -1),
            Command.VIEW_DOWN: lambda: self._pan_or_step(0, 1),
            Command.VIEW_PAGE_UP: lambda: self.step(-1),
            Command.VIEW_PAGE_DOWN: lambda: self.step(1),
            Command.VIEW_FIRST: lambda: self.step(-self._row),
            Command.VIEW_LAST: lambda: self.step(2**31),
            Command.VIEW_CLOSER: lambda: canvas.zoom(STEP),
            Command.VIEW_FARTHER: lambda: canvas.zoom(1 / STEP),
            Command.VIEW_FIT: canvas.fit,
            Command.VIEW_WHOLE_PIXELS: canvas.show_whole_pixels,
            Command.VIEW_COMPARE: lambda: self._compare(Comparing.BESIDE),
            Command.VIEW_FLICKER: lambda: self._compare(Comparing.IN_TURN),
            Command.VIEW_TURN: self._turn,
            Command.VIEW_DETAILS: self._toggle_details,
            Command.VIEW_TRASH: self._trash,
        }

    # How it is put together

    def _connect(self) -> None:
        bar, canvas = self.bar, self.stage.photo
        bar.previous.clicked.connect(lambda: self.step(-1))
        bar.next.clicked.connect(lambda: self.step(1))
        bar.fit.clicked.connect(canvas.fit)
        bar.whole_pixels.clicked.connect(canvas.show_whole_pixels)
        bar.compare.clicked.connect(lambda: self._compare(Comparing.BESIDE))
        bar.flicker.clicked.connect(lambda: self._compare(Comparing.IN_TURN))
        bar.details.clicked.connect(self._toggle_details)
        bar.trash.clicked.connect(self._trash)
        bar.close_button.clicked.connect(self.leave)
        canvas.rescaled.connect(self._show_percent)

    def _scrolled_panel(self) -> QScrollArea:
        metrics = self._theme.metrics
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(metrics.wide, metrics.wide, metrics.wide, metrics.wide)
        column.addWidget(self.panel)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("viewerSide")
        area.setAccessibleName(self.tr("What is known of the photo"))
        area.setFixedWidth(metrics.query_panel)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.hide()
        return area

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.stage, 1)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.message)
        column.addLayout(row, 1)

"""A photo of the grid, over the whole window: from its thumbnail at once to all of its pixels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.core.errors import AppError
from desktop_app.ui.compare_stage import CompareStage, Comparing
from desktop_app.ui.messages import message, shown_name
from desktop_app.ui.metadata_panel import MetadataPanel
from desktop_app.ui.photo_canvas import STEP, PhotoCanvas
from desktop_app.ui.photo_grid import PhotoGrid
from desktop_app.ui.photo_model import ShownPhoto
from desktop_app.ui.picture_loader import WHOLE, OpenedPicture, PictureLoader, Wish
from desktop_app.ui.queries import QueryPicture
from desktop_app.ui.theme import Theme
from desktop_app.ui.thumbnail_loader import ThumbnailLoader, Wanted
from desktop_app.ui.viewer_bar import ViewerBar

_THUMBNAIL_SIDE = 320
# Screens are asked for in steps, so that a window that grows a little loads nothing again.
_SIDE_STEP = 512


class PhotoViewer(QFrame):
    """Looks at what is current in a grid, and makes the photos beside it current. `closed` when the
    grid is looked at again; `photo_shown` tells the ShownPhoto.
    """

    closed = Signal()
    photo_shown = Signal(object)

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, loader: PictureLoader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("A photo over the whole window"))
        self._theme = theme
        self._thumbnails = thumbnails
        self._loader = loader
        self._grid: PhotoGrid | None = None
        self._row = 0
        self._shown: ShownPhoto | None = None
        self._query: QueryPicture | None = None
        self.bar = ViewerBar(theme)
        self.stage = CompareStage(theme)
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
        self._cover()
        self.show()
        self.raise_()
        self.setFocus()
        self._follow()

    def leave(self) -> None:
        """Back to the grid."""
        if self._grid is None:
            return
        grid, self._grid = self._grid, None
        grid.selectionModel().currentChanged.disconnect(self._follow)
        grid.photos.dataChanged.disconnect(self._follow)
        self._compare(Comparing.ALONE)
        self._loader.forget()
        self.hide()
        grid.setFocus()
        self.closed.emit()

    def take_query(self, query: QueryPicture | None) -> None:
        """What a photo can be compared with; None: nothing is searched for."""
        self._query = query
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
        shown = self._grid.current_photo()
        before, self._shown = self._shown, shown
        name = shown_name(shown.path) if shown else ""
        self.bar.show_photo(name, self._row, self._grid.photos.rowCount())
        if shown is None:
            self.stage.photo.show_photo(QSize(), QColor(), QPixmap())
        elif before is None or before.path != shown.path:
            self._show(shown)

    def _show(self, shown: ShownPhoto) -> None:
        photo = shown.photo
        size = QSize(photo.width, photo.height)
        colour = QColor.fromRgb(photo.mean_colour or 0x808080)
        self.stage.photo.show_photo(size, colour, self._placeholder(shown))
        self.stage.query.show_view(self.stage.photo.view)
        query = shown_name(self._query.path) if self._query and self._query.path else ""
        self.stage.name(shown_name(shown.path), query or self.tr("The picture searched for"))
        self._show_percent()
        self._load()
        self.photo_shown.emit(shown)

    def _placeholder(self, shown: ShownPhoto) -> QPixmap:
        photo = shown.photo
        size = QSize(max(1, photo.width), max(1, photo.height))
        size = size.scaled(
            _THUMBNAIL_SIDE, _THUMBNAIL_SIDE, Qt.AspectRatioMode.KeepAspectRatio
        ).expandedTo(QSize(1, 1))
        wanted = Wanted(photo.content_hash, size.width(), size.height())
        found = self._thumbnails.get(wanted) or self._thumbnails.of_other_size(wanted)
        return found or QPixmap()

    def _take_thumbnail(self, content_hash: bytes) -> None:
        if self._shown and self._shown.photo.content_hash == content_hash:
            self.stage.photo.show_placeholder(self._placeholder(self._shown))

    def _load(self) -> None:
        """The photo first, then what it is compared with, then those beside it."""
        if self._shown is None or self._grid is None:
            return
        wishes = [Wish(self._shown.path, self._screen_side())]
        if self._query and self._query.path and self.stage.comparing is not Comparing.ALONE:
            wishes.append(Wish(self._query.path, self._screen_side()))
        model = self._grid.photos
        for row in (self._row + 1, self._row - 1):
            if 0 <= row < model.rowCount():
                beside = model.known_photo(row)
                wishes += [Wish(beside.path, self._screen_side())] if beside else []
        self._loader.want(list(dict.fromkeys(wishes)))

    def _load_whole(self) -> None:
        paths = [self._shown.path] if self._shown else []
        if self._query and self._query.path and self.stage.comparing is not Comparing.ALONE:
            paths.append(self._query.path)
        self._loader.want([Wish(path, WHOLE) for path in dict.fromkeys(paths)])

    def _screen_side(self) -> int:
        side = max(self.width(), self.height()) * self.devicePixelRatio()
        return _SIDE_STEP * -(-round(side) // _SIDE_STEP)

    def _take(self, picture: OpenedPicture) -> None:
        if not self.isVisible():
            return
        size = QSize(picture.width, picture.height)
        for path, canvas in self._canvases():
            if path == picture.path and canvas.image.width() < picture.image.width():
                canvas.show_image(picture.image, size)
        self._show_percent()

    def _fail(self, path: Path, error: AppError) -> None:
        for own, canvas in self._canvases():
            if own == path and self.isVisible():
                canvas.say(message(error))

    def _canvases(self) -> list[tuple[Path | None, PhotoCanvas]]:
        photo = self._shown.path if self._shown else None
        query = self._query.path if self._query else None
        return [(photo, self.stage.photo), (query, self.stage.query)]

    def _show_percent(self) -> None:
        self.bar.show_percent(self.stage.photo.percent)

    # What the user does

    def _compare(self, comparing: Comparing) -> None:
        """The same again: the photo alone."""
        if comparing is self.stage.comparing:
            comparing = Comparing.ALONE
        if self._query is None:
            comparing = Comparing.ALONE
        self.bar.compare.setChecked(comparing is Comparing.BESIDE)
        self.bar.flicker.setChecked(comparing is Comparing.IN_TURN)
        if comparing is not Comparing.ALONE and self.stage.comparing is Comparing.ALONE:
            self._show_query()
        self.stage.compare(comparing)
        self._show_percent()
        self._load()

    def _show_query(self) -> None:
        query = self._query
        assert query is not None
        size = QSize(query.width, query.height)
        ground = self._theme.colour("hover")
        self.stage.query.show_photo(size, ground, QPixmap.fromImage(query.image))
        if query.path is None:
            self.stage.query.show_image(query.image, size)

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

    def _pan_or_step(self, across: int, down: int) -> None:
        """Arrows move an enlarged photo, and go to the next one otherwise."""
        canvas = self.stage.photo
        if canvas.is_enlarged:
            canvas.move_by(-across * canvas.width() / 8, -down * canvas.height() / 8)
        else:
            self.step(across or down)

    def _verb(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key means."""
        if event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            return None
        return self._verbs().get(Qt.Key(event.key()))

    def _verbs(self) -> dict[Qt.Key, Callable[[], None]]:
        canvas = self.stage.photo
        return {
            Qt.Key.Key_Escape: self.leave,
            Qt.Key.Key_Space: self.leave,
            Qt.Key.Key_Left: lambda: self._pan_or_step(-1, 0),
            Qt.Key.Key_Right: lambda: self._pan_or_step(1, 0),
            Qt.Key.Key_Up: lambda: self._pan_or_step(0, -1),
            Qt.Key.Key_Down: lambda: self._pan_or_step(0, 1),
            Qt.Key.Key_PageUp: lambda: self.step(-1),
            Qt.Key.Key_PageDown: lambda: self.step(1),
            Qt.Key.Key_Home: lambda: self.step(-self._row),
            Qt.Key.Key_End: lambda: self.step(2**31),
            Qt.Key.Key_Plus: lambda: canvas.zoom(STEP),
            Qt.Key.Key_Equal: lambda: canvas.zoom(STEP),
            Qt.Key.Key_Minus: lambda: canvas.zoom(1 / STEP),
            Qt.Key.Key_0: canvas.fit,
            Qt.Key.Key_1: canvas.show_whole_pixels,
            Qt.Key.Key_C: lambda: self._compare(Comparing.BESIDE),
            Qt.Key.Key_F: lambda: self._compare(Comparing.IN_TURN),
            Qt.Key.Key_X: self._turn,
            Qt.Key.Key_I: self._toggle_details,
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
        bar.close_button.clicked.connect(self.leave)
        for each in (self.stage.photo, self.stage.query):
            each.view_changed.connect(self._show_percent)
            each.sharper_wanted.connect(self._load_whole)
        self._thumbnails.loaded.connect(self._take_thumbnail)
        self._loader.opened.connect(self._take)
        self._loader.failed.connect(self._fail)

    def _scrolled_panel(self) -> QScrollArea:
        metrics = self._theme.metrics
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(metrics.wide, metrics.wide, metrics.wide, metrics.wide)
        column.addWidget(self.panel)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("viewerSide")
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
        column.addLayout(row, 1)

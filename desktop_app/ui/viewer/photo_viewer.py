"""Shows one photo of a grid over the whole window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.inspector.metadata_panel import MetadataPanel
from desktop_app.ui.kit.actions import Action, ActionKeys, ActionSet
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.message_bar import MessageBar
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.kit.navigation import step_focus_within
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.photo_action_flow import FileRequest
from desktop_app.ui.photos.picture_loader import PictureLoader
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.viewer.compare_view import CompareMode, CompareView
from desktop_app.ui.viewer.comparison import Comparison
from desktop_app.ui.viewer.current_photo import CurrentPhoto
from desktop_app.ui.viewer.full_screen import FullScreen
from desktop_app.ui.viewer.slideshow import Slideshow
from desktop_app.ui.viewer.viewed_pictures import ViewedPictures
from desktop_app.ui.viewer.viewer_bar import ViewerBar


class PhotoViewer(QFrame):
    """Shows the current photo of a grid; stepping to another photo makes it current in the grid.

    Attributes:
        current: The photo that is shown, and the grid that it comes from.
        comparison: Compares the photo with the query's picture.
        compare_view: The canvases of the photo and of the query.
        panel: The photo's metadata.
        actions_of_viewer: The actions of the viewer, bound to it.
        full_screen: Whether the viewer fills the screen.
        slideshow: Shows one photo after the other.

    Signals:
        photo_shown (ShownPhoto): Another photo is shown, or its metadata has become visible.
        action_requested (FileRequest): Do this with the photo.
        find_similar_requested (list[int]): Search for the photo with this id.
        closed (): The grid is visible again.
    """

    photo_shown = Signal(ShownPhoto)
    action_requested = Signal(FileRequest)
    find_similar_requested = Signal(list)
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        loader: PictureLoader,
        preferences: Preferences,
        actions: Iterable[Action[PhotoViewer]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Viewer"))
        self._covered = parent
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.actions_of_viewer = ActionSet(actions, self, self)
        ActionKeys(self, self.actions_of_viewer)
        self.bar = ViewerBar(theme, self.actions_of_viewer)
        self._announcer = Announcer(self)
        self.full_screen = FullScreen(self.bar)
        self.message = MessageBar(theme)
        self.compare_view = CompareView(theme)
        self.panel = MetadataPanel(theme)
        self._side = _scrolled(theme, self.panel, self.tr("Info"))
        self._pictures = ViewedPictures(thumbnails, loader, self.compare_view)
        self.current = CurrentPhoto(self)
        self.comparison = Comparison(theme, self.compare_view, self.bar, self._pictures)
        self.slideshow = Slideshow(preferences, self.current, self.compare_view, self.full_screen)
        self._has_details_later = False
        self.slideshow.toggled.connect(self._follow_slideshow)
        self.current.updated.connect(self._show_position)
        self.current.photo_changed.connect(self._show_photo)
        self.current.emptied.connect(self.leave)
        self.compare_view.photo.zoom.updated.connect(self._show_percent)
        self._lay_out()
        self.comparison.set_query(None)
        parent.installEventFilter(self)
        self.hide()

    def open(self, grid: PhotoGrid) -> None:
        """Show the current photo of a grid."""
        self.leave()
        self.current.follow(grid)
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self.current.update()

    def leave(self) -> None:
        """Close the viewer and give the focus back to the grid."""
        grid = self.current.release()
        if grid is None:
            return
        self.slideshow.stop()
        self.full_screen.leave()
        self.comparison.set_mode(CompareMode.SINGLE)
        self._pictures.stop()
        self.message.clear()
        self._announcer.announce("")
        self.hide()
        grid.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the size of what the viewer covers."""
        if watched is self.parent() and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802, FBT001 -- Qt's argument
        """Keep the focus off the widgets that the viewer covers."""
        step_focus_within(self, 1 if is_next else -1)
        return True

    def _show_position(self) -> None:
        photo = self.current.photo
        name = shown_name(photo.path) if photo else ""
        self.bar.show_photo(name, self.current.row, self.current.count)
        if not self.slideshow.is_on:
            self._announcer.announce(self.bar.photo_text if photo else "")

    def _show_photo(self) -> None:
        self._pictures.show(self.current.photo, self.current.neighbours())
        self._show_percent()
        if self.current.photo is not None:
            self.photo_shown.emit(self.current.photo)

    def _show_percent(self) -> None:
        self.bar.show_percent(self.compare_view.photo.zoom.percent)

    @property
    def has_details(self) -> bool:
        """Whether the photo's metadata is shown beside it."""
        return not self._side.isHidden()

    def toggle_details(self) -> None:
        """Show or hide the photo's metadata."""
        self._side.setVisible(self._side.isHidden())
        self.bar.buttons["view_details"].setChecked(self.has_details)
        if self.current.photo:
            self.photo_shown.emit(self.current.photo)

    def _follow_slideshow(self) -> None:
        """Show nothing beside the photos of a slideshow; afterwards show their metadata again."""
        is_on = self.slideshow.is_on
        if is_on:
            self.comparison.set_mode(CompareMode.SINGLE)
            self._has_details_later = self.has_details
        if self._has_details_later and self.has_details is is_on:
            self.toggle_details()
        self.actions_of_viewer.refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.compare_view, 1)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.message)
        column.addLayout(row, 1)


def _scrolled(theme: Theme, panel: MetadataPanel, name: str) -> QScrollArea:
    """A hidden column with the panel; `name` is for screen readers."""
    metrics = theme.metrics
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(metrics.wide, metrics.wide, metrics.wide, metrics.wide)
    column.addWidget(panel)
    column.addStretch(1)
    area = QScrollArea()
    area.setObjectName("viewerSide")
    area.setAccessibleName(name)
    area.setFixedWidth(metrics.query_panel)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    area.hide()
    return area

"""The actions on photos in the viewer: its context menu, and the keys that the viewer lacks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from desktop_app.ui.kit.actions import ActionKeys, ActionSet
from desktop_app.ui.photos.photo_actions import photo_actions
from desktop_app.ui.photos.photo_commands import PhotoTarget
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.viewer.photo_viewer import PhotoViewer
from desktop_app.ui.viewer.viewer_actions import INTERVAL_MENU, VIEWER_MENU

# The photo actions whose keys work in the viewer, too; it has others of its own.
_KEYS = ("open", "see_code", "show_file", "copy", "copy_to", "move_to", "export")


class ViewerMenu(QObject):
    """Acts on the photo in sight, whatever is selected in its grid."""

    def __init__(self, viewer: PhotoViewer, views: Sequence[PhotosView]) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._views = views
        viewer.customContextMenuRequested.connect(self._show)
        actions = [action.of(ViewerMenu.target) for action in photo_actions()]
        ActionKeys(viewer, ActionSet(actions, self, self), _KEYS)

    def target(self) -> PhotoTarget | None:
        """Return the photo in sight; None while it is being read."""
        shown = self._viewer.current.photo
        return None if shown is None else self._view.target_alone(shown)

    def menu(self) -> QMenu | None:
        """Return the menu of the photo in sight; None while it is being read."""
        viewer, shown = self._viewer, self._viewer.current.photo
        if shown is None:
            return None
        menu = self._view.menu_of_one(shown, viewer)
        viewer.actions_of_viewer.fill(menu, VIEWER_MENU)
        interval = menu.addMenu(self.tr("Time for each photo"))
        viewer.actions_of_viewer.fill(interval, INTERVAL_MENU)
        return menu

    @property
    def _view(self) -> PhotosView:
        """The view that the viewer was opened from."""
        return next(view for view in self._views if view.grid is self._viewer.current.grid)

    def _show(self, point: QPoint) -> None:
        menu = self.menu()
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self._viewer.mapToGlobal(point))

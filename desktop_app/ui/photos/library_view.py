"""The base of all views that the sidebar lists (see the table in ui/shell/views.py)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.photos.photos_view import PhotosView


@dataclass(frozen=True)
class ViewHeading:
    """The text of the bar above the photos: a `title`, or a `count` with a secondary `hint`."""

    title: str = ""
    count: str = ""
    hint: str = ""


class LibraryView(QObject):
    """A view of the library. Subclasses override the methods that they need.

    Signals:
        heading_changed (): `heading` has changed.

    Attributes:
        photos: The widget that shows the view's photos.
        can_sort: Whether the user can choose their order.
        checks_folders: Whether a folder that is dropped is compared with the library; otherwise it
            is added.
    """

    heading_changed = Signal()
    can_sort = False
    checks_folders = False

    def __init__(self, photos: PhotosView) -> None:
        super().__init__()
        self.photos = photos

    @property
    def heading(self) -> ViewHeading:
        raise NotImplementedError

    def open(self, photo_filter: PhotoFilter) -> None:
        """Called when the user chooses the view, or chooses it again."""

    def resume(self, photo_filter: PhotoFilter) -> None:
        """Called instead of `open` when the window is built again in another language: the results
        are known already.
        """

    def close(self) -> None:
        """Called when the user chooses another view."""

    def filter(self, photo_filter: PhotoFilter) -> None:
        """Called with another filter while the view is chosen."""

    def refresh(self) -> None:
        """Called after the library has changed while the view is chosen."""

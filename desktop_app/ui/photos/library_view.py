"""A view of the sidebar: a room, and one entry in the table of views (ui/shell/views.py)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.photos.photos_view import PhotosView


@dataclass(frozen=True)
class ViewHeading:
    """What the bar above the photos says: a `title`, or a `count` with a quiet `hint`."""

    title: str = ""
    count: str = ""
    hint: str = ""


class LibraryView(QObject):
    """A way to look at the library, chosen in the sidebar. A room overrides what it needs.

    Signals:
        heading_changed: `heading` says something else now.

    Attributes:
        photos: The widget that shows the view's photos.
        can_sort: Whether the user can choose their order.
    """

    heading_changed = Signal()
    can_sort = False

    def __init__(self, photos: PhotosView) -> None:
        super().__init__()
        self.photos = photos

    @property
    def heading(self) -> ViewHeading:
        raise NotImplementedError

    def open(self, chosen: PhotoFilter) -> None:
        """The user has come to the view, or has chosen it again."""

    def resume(self, chosen: PhotoFilter) -> None:
        """Go on in the place of a view in another language, for which all was found already."""

    def close(self) -> None:
        """The user has chosen another view."""

    def filter(self, chosen: PhotoFilter) -> None:
        """Show only the photos that pass; called while the view is chosen."""

    def refresh(self) -> None:
        """The library holds other photos; called while the view is chosen."""

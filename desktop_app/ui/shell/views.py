"""The table of views: what the sidebar offers to look at, from the top down.

To add a view, write a room with a LibraryView, and add one entry here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.browse.all_photos import AllPhotos
from desktop_app.ui.browse.browse_view import BrowseView
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.outliers.outliers_flow import OutliersFlow
from desktop_app.ui.outliers.outliers_view import OutliersView
from desktop_app.ui.photos.library_view import LibraryView
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.shell.services import Services
from desktop_app.ui.system.desktop import Desktop


@dataclass(frozen=True)
class ViewContext:
    """What views are made of.

    Attributes:
        chosen: Returns the filter of the filter bar.
        indexed: Returns the number of photos in the library, None before it is known.
    """

    services: Services
    chosen: Callable[[], PhotoFilter]
    indexed: Callable[[], int | None]

    @property
    def grid(self) -> tuple[Theme, ThumbnailLoader, int, Desktop]:
        """What every PhotosView takes."""
        services = self.services
        width = services.preferences.settings.thumbnail_side
        return services.theme, services.thumbnails, width, services.desktop


@dataclass(frozen=True)
class ViewEntry:
    """One view of the sidebar and of the View menu.

    Attributes:
        key: Names the view in the window's memory; never changed.
        icon: The name of a file in resources/icons.
        factory: Makes the view, once for each language.
        tip: A sentence for the tool tip; empty: the title.
    """

    key: str
    title: str
    icon: str
    factory: Callable[[ViewContext], LibraryView]
    tip: str = ""

    @property
    def action_id(self) -> str:
        """The action that shows the view."""
        return f"view:{self.key}"


def library_views() -> list[ViewEntry]:
    """In the present language. The first is shown where no other is chosen."""
    return [
        ViewEntry("photos", _tr("All photos"), "grid", _all_photos),
        ViewEntry("outliers", _tr("Unusual photos"), "outlier", _outliers,
                  tip=_tr("Photos unlike any other in the library")),
    ]  # fmt: skip


def _all_photos(context: ViewContext) -> LibraryView:
    photos = BrowseView(*context.grid, context.services.browser)
    return AllPhotos(photos, context.chosen, context.indexed)


def _outliers(context: ViewContext) -> LibraryView:
    return OutliersFlow(context.services.searcher, OutliersView(*context.grid))


def _tr(text: str) -> str:
    return QCoreApplication.translate("views", text)

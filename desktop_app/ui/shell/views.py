"""The table of views, in the order of the sidebar.

To add a view, write a room with a LibraryView, and add one entry here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.browse.all_photos import ALL_PHOTOS, AllPhotos
from desktop_app.ui.browse.browse_view import BrowseView
from desktop_app.ui.duplicates.duplicates_flow import DuplicatesFlow
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.outliers.outliers_flow import OutliersFlow
from desktop_app.ui.outliers.outliers_view import OutliersView
from desktop_app.ui.photos.library_view import LibraryView
from desktop_app.ui.shell.services import Services
from desktop_app.ui.system.desktop import Desktop


@dataclass(frozen=True)
class ViewContext:
    """The arguments that a view's factory receives.

    Attributes:
        photo_filter: Returns the filter of the filter bar.
        indexed: Returns the number of photos in the library, None before it is known.
    """

    services: Services
    photo_filter: Callable[[], PhotoFilter]
    indexed: Callable[[], int | None]

    @property
    def grid(self) -> tuple[Theme, ThumbnailLoader, int, Desktop]:
        """The arguments of every PhotosView."""
        services = self.services
        width = services.preferences.settings.thumbnail_side
        return services.theme, services.thumbnails, width, services.desktop


@dataclass(frozen=True)
class ViewEntry:
    """One view of the sidebar and of the View menu.

    Attributes:
        key: Identifies the view in the saved window state; never change it.
        icon: The name of a file in resources/icons.
        factory: Creates the view; called again after a change of language.
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
    """Return the views in the current language; the first is the default."""
    return [
        ViewEntry(ALL_PHOTOS, _tr("All photos"), "grid", _all_photos),
        ViewEntry("duplicates", _tr("Duplicates"), "duplicates", _duplicates,
                  tip=_tr("Copies of photos, side by side")),
        ViewEntry("outliers", _tr("Unusual photos"), "outlier", _outliers,
                  tip=_tr("Photos unlike any other in the library")),
    ]  # fmt: skip


def _all_photos(context: ViewContext) -> LibraryView:
    photos = BrowseView(*context.grid, context.services.browser, _tr("All photos"))
    return AllPhotos(photos, context.photo_filter, context.indexed)


def _duplicates(context: ViewContext) -> LibraryView:
    services = context.services
    client = services.duplicates
    view = DuplicatesView(*context.grid, client.marks, client.likeness)
    pictures, thumbnails = services.pictures, services.thumbnails
    return DuplicatesFlow(services.theme, client, pictures, thumbnails, services.desktop, view)


def _outliers(context: ViewContext) -> LibraryView:
    return OutliersFlow(context.services.searcher, OutliersView(*context.grid))


def _tr(text: str) -> str:
    return QCoreApplication.translate("views", text)

"""The view of all photos in the sidebar's table of views."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.browse.browse_view import BrowseView
from desktop_app.ui.kit import numbers
from desktop_app.ui.photos.library_view import LibraryView, ViewHeading

ALL_PHOTOS = "photos"  # its key in the table of views


class AllPhotos(LibraryView):
    """Shows what BrowseFlow lists, which also follows filters that are set in other views."""

    can_sort = True

    def __init__(
        self,
        photos: BrowseView,
        photo_filter: Callable[[], PhotoFilter],
        indexed: Callable[[], int | None],
    ) -> None:
        """`indexed` returns the number of photos in the library, None before it is known."""
        super().__init__(photos)
        self.browse = photos
        self._photo_filter = photo_filter
        self._indexed = indexed

    @property
    def heading(self) -> ViewHeading:
        """The number of photos, and a hint how to search."""
        count, indexed = self.browse.count, self._indexed()
        if count is None:
            return ViewHeading()
        title = numbers.photos(count)
        if not self._photo_filter().is_empty and indexed is not None:
            known = max(count, indexed)  # while photos are indexed, one count lags behind the other
            title = self.tr("{shown} of {photos}").format(
                shown=numbers.counted(count), photos=numbers.photos(known)
            )
        hint = self.tr("Drop, paste or open a picture to find similar photos")
        return ViewHeading(count=title, hint=hint)

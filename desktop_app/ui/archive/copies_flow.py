"""Shows the copies in an archive while the user wants to see them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.core.archive_facts.row_places import RowPlaces
from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.jobs.duplicate_events import FindingDuplicates
from desktop_app.ui.archive.copies_client import CopiesClient
from desktop_app.ui.archive.copies_view import CopiesView


class CopiesFlow(QObject):
    """Connects the search for copies with their view.

    Attributes:
        is_open: Whether copies are shown instead of all photos.

    Signals:
        toggled (): The view was opened or closed.
    """

    toggled = Signal()

    def __init__(self, client: CopiesClient, view: CopiesView) -> None:
        super().__init__()
        self.is_open = False
        self._client = client
        self._view = view
        self._groups: list[RankedGroup] | None = None
        self._passing = RowPlaces(0)
        client.progressed.connect(self._show_progress)
        client.found.connect(self._show_groups)
        client.failed.connect(self._stop)

    def toggle(self) -> None:
        """Show the copies, or all photos again; a search that is not at its end is given up."""
        self.is_open = not self.is_open
        if not self.is_open:
            self._client.cancel()
        elif self._groups is None:
            self._view.show_progress(None)
            self._client.find()
        self.toggled.emit()

    def close(self) -> None:
        """Show all photos."""
        if self.is_open:
            self.toggle()

    def show_passing(self, places: RowPlaces) -> None:
        """Show the groups that have a photo which passes the filter, each with all its photos."""
        self._passing = places
        if self._groups is not None:
            passing = [each for each in self._groups if any(map(_passes(places), each.files))]
            self._view.show_groups(passing, len(self._groups))

    def _show_progress(self, progress: FindingDuplicates) -> None:
        if self.is_open:
            self._view.show_progress(progress)

    def _show_groups(self, groups: list[RankedGroup]) -> None:
        self._groups = groups  # an archive does not change while it is open
        self.show_passing(self._passing)

    def _stop(self, error: AppError) -> None:
        """Show all photos; the window says why."""
        del error
        self.close()


def _passes(places: RowPlaces) -> Callable[[PhotoRow], bool]:
    return lambda photo: places.has(photo.id)

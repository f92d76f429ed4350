"""The table of views: a view that lists photos in its own order takes one entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.browse import BrowseQuery, SortKey
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.ui.browse.browse_client import BrowseClient
from desktop_app.ui.browse.browse_view import BrowseView
from desktop_app.ui.photos.library_view import LibraryView, ViewHeading
from desktop_app.ui.shell import views, window_actions, window_parts
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary

TOO_LARGE = PhotoFilter(least_bytes=10**12)


class SmallestFirst(LibraryView):
    """All photos by the size of their files."""

    def __init__(self, photos: BrowseView, client: BrowseClient) -> None:
        super().__init__(photos)
        self._client = client

    @property
    def heading(self) -> ViewHeading:
        return ViewHeading("Smallest first")

    def open(self, photo_filter: PhotoFilter) -> None:
        self.filter(photo_filter)

    def filter(self, photo_filter: PhotoFilter) -> None:
        self._client.list_photos(BrowseQuery(photo_filter, SortKey.SIZE, descending=False))


def smallest_first(context: views.ViewContext) -> LibraryView:
    client = context.services.browsers.client("smallest")
    return SmallestFirst(BrowseView(*context.grid, client, "Smallest first"), client)


@pytest.fixture
def window(
    monkeypatch: pytest.MonkeyPatch,
    open_window: Callable[[Path], MainWindow],
    own_library: IndexedLibrary,
) -> MainWindow:
    """With one more entry in the table of views."""
    entries = [*views.library_views(), views.ViewEntry("smallest", "S", "grid", smallest_first)]
    for module in (window_actions, window_parts):
        monkeypatch.setattr(module, "library_views", lambda: entries)
    return open_window(own_library.library)


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> BrowseView:
    window.commands.show_view("smallest")
    shown = window.views["smallest"].photos
    assert isinstance(shown, BrowseView)
    qtbot.waitUntil(lambda: shown.count == 8, timeout=WAIT_MS)
    return shown


def test_another_view_has_its_own_listing_and_name(
    qtbot: QtBot, window: MainWindow, shown: BrowseView
) -> None:
    assert shown.grid.accessibleName() == "Smallest first"
    assert shown.isVisible()
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    assert list(window.browse.model.ids) != list(shown.model.ids)


@pytest.mark.slow
def test_the_buttons_of_another_view_that_is_empty_work(
    qtbot: QtBot, window: MainWindow, shown: BrowseView
) -> None:
    window.browse_flow.filter(TOO_LARGE)
    qtbot.waitUntil(shown.nothing_passes.isVisible, timeout=WAIT_MS)
    shown.nothing_passes.buttons[0].click()
    qtbot.waitUntil(shown.grid.isVisible, timeout=WAIT_MS)
    assert window.browse_flow.photo_filter == EVERYTHING
    with qtbot.waitSignal(window._services.jobs.started, timeout=WAIT_MS):
        shown.no_photos.buttons[0].click()


@pytest.mark.slow
def test_another_view_follows_the_library(
    qtbot: QtBot, window: MainWindow, shown: BrowseView, own_library: IndexedLibrary
) -> None:
    own_library.picture("beach", 0).unlink()
    window.commands.rescan()
    qtbot.waitUntil(lambda: shown.count == 7, timeout=WAIT_MS)

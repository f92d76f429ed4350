"""The grid of all photos, frame by frame: what `browsing` measures.

Run as a program on a library: prints one JSON object of milliseconds by number of photos.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from desktop_app.core.base.paths import resources
from desktop_app.core.catalogue.browse import Browse, BrowseQuery, Listing
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.browse.browse_client import BrowseClient
from desktop_app.ui.browse.browse_view import BrowseView
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.app import make_application
from desktop_app.ui.system.desktop import real_desktop

_SIZE = (1400, 900)
_RUNS = 15
_FRAMES = 200
_ARRIVALS = 500


def main(library: Path, counts: list[int]) -> None:
    app = make_application()
    assert isinstance(app, QApplication)
    theme = Theme(app, resources() / "icons", "light")
    files = LibraryFiles(library)
    with Catalogue(files) as catalogue:
        browse = Browse(catalogue)
        listing_ms = _ms(lambda: browse.listing(BrowseQuery()))
        listing = browse.listing(BrowseQuery())
    report = {"listing": {str(len(listing.ids)): listing_ms}}
    for count in counts:
        report[str(count)] = _measured(app, theme, files, _first(listing, count))
    sys.stdout.write(json.dumps(report) + "\n")


def _measured(
    app: QApplication, theme: Theme, files: LibraryFiles, listing: Listing
) -> dict[str, float]:
    thumbnails, browser = (
        ThumbnailLoader(LibraryThumbnails(files), 96 * 2**20),
        BrowseClient(files.folder),
    )
    view = BrowseView(theme, thumbnails, 160, real_desktop(), browser, "All photos")
    view.resize(*_SIZE)
    view.show()
    app.processEvents()
    browser.list_photos(BrowseQuery())  # its thread reads rows; its own listing is not taken
    browser.listed.disconnect(view.show_listing)
    viewport = view.grid.viewport()

    def show(some: Listing) -> None:
        view.show_listing(some)
        viewport.repaint()

    def widen(width: int) -> None:
        view.resize(width, _SIZE[1])
        viewport.repaint()

    first = _ms(partial(show, listing))
    fewer = _first(listing, len(listing.ids) - _ARRIVALS, skipped=_ARRIVALS)
    arrivals = [_ms(partial(show, some)) for _ in range(_RUNS) for some in (fewer, listing)]
    widths = np.linspace(_SIZE[0], _SIZE[0] - 600, _RUNS).astype(int).tolist()
    resizes = [_ms(partial(widen, width)) for width in widths]
    view.resize(*_SIZE)
    frames = _scrolled(app, view)
    view.close()
    browser.close()
    thumbnails.close()
    return {
        "first show": first,
        "resize": statistics.median(resizes),
        "append": statistics.median(arrivals),
        "frame": statistics.median(frames),
        "slowest frames": float(np.percentile(frames, 99)),
    }


def _scrolled(app: QApplication, view: BrowseView) -> list[float]:
    """Milliseconds of each frame of a fast scroll; rows arrive meanwhile."""
    bar = view.grid.verticalScrollBar()

    def frame() -> None:
        bar.setValue(bar.value() + view.height() // 2)
        app.processEvents()  # paints, and takes the rows that have come

    return [_ms(frame) for _ in range(_FRAMES)]


def _first(listing: Listing, count: int, skipped: int = 0) -> Listing:
    """So many photos of a listing, with their sections."""
    starts = listing.starts - skipped
    is_in = (starts > 0) & (starts < count)
    keys = [key for key, kept in zip(listing.keys, is_in.tolist(), strict=True) if kept]
    first_key = listing.keys[int(np.searchsorted(listing.starts, skipped, "right")) - 1]
    return replace(
        listing,
        ids=listing.ids[skipped : skipped + count],
        starts=np.concatenate([[0], starts[is_in]]),
        keys=[first_key, *keys],
    )


def _ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(word) for word in sys.argv[2:]])

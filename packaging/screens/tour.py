"""Visit every view of the window, one after another, as a user reaches them."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PIL import Image, ImageOps
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QScrollArea, QWidget

from desktop_app.core.base.log_file import LOG_FILE_NAME
from desktop_app.core.base.region import Region
from desktop_app.core.catalogue.photo_filter import Orientation, PhotoFilter
from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.compared_canvases import GroupMode
from desktop_app.ui.duplicates.duplicates_flow import DuplicatesFlow
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.engine.queries import FileSource, PhotoSource
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.comparison_view import ComparisonView
from desktop_app.ui.models.model_list import ModelList
from desktop_app.ui.renaming.batch_rename_dialog import BatchRenameDialog
from desktop_app.ui.retraining.retrain_form import RetrainForm
from desktop_app.ui.retraining.retrain_run_view import RetrainRunView
from desktop_app.ui.search.dropped_pictures import read_mime
from desktop_app.ui.settings.shortcuts_dialog import ShortcutsDialog
from desktop_app.ui.shell.crash_dialog import CrashDialog
from desktop_app.ui.shell.main_window import MainWindow

QUERY = "beach"
WIDE, NARROW = (1280, 800), (860, 700)
LIMIT_SECONDS = 1200
SETTLE_SECONDS = 0.8
MOST_CHANGES = 20  # a cursor may blink
# The name of a view, and the panel or dialog over the window, if any.
Stop = tuple[str, QWidget | None]

T = TypeVar("T", bound=QWidget)


def tour(window: MainWindow, theme: Theme, samples: Path) -> Iterator[Stop]:
    """Yield each view, starting with an empty library; `samples` is the sample pictures' folder."""
    window.resize(*WIDE)
    yield "welcome", None
    window.welcome.buttons[1].click()
    _wait(lambda: (window.browse.count or 0) > 30)
    yield "indexing", None
    _wait(lambda: _is_idle(window))
    yield from _searching(window, samples)
    yield from _viewing(window)
    yield from _browsing(window)
    yield from _clearing(window, samples)
    yield from _managing(window, samples)
    yield from _handling_the_unexpected(window, theme, samples)
    window.resize(*NARROW)
    yield "narrow", None


def _searching(window: MainWindow, samples: Path) -> Iterator[Stop]:
    query = min(path for path in samples.rglob("*.jpg") if QUERY in str(path))
    window.commands.search(FileSource(query))
    _wait(lambda: _shows(window, query))
    yield "results", None
    window.query_editor.set_region(Region(0.15, 0.3, 0.6, 0.95))
    yield "part", None
    window.commands.go_back()
    _wait(window.panel.whole.isHidden)
    _choose(window.results.grid, 4)
    window.panel.lens.heading.setChecked(True)
    window.panel.distances_fold.heading.setChecked(False)
    yield "code", None
    yield from _seeing(window)
    window.panel.lens.heading.setChecked(False)
    window.panel.distances_fold.heading.setChecked(True)
    unwanted = window.results.model.photo(window.results.model.rowCount() - 1)
    window.query_editor.add([PhotoSource(unwanted.photo.id)], wanted=False)
    yield "examples", None
    window.commands.go_back()
    window.commands.search(FileSource(query))
    _wait(lambda: _shows(window, query))


def _seeing(window: MainWindow) -> Iterator[Stop]:
    window.commands.codes.open(window.results.model.photo(0).photo)
    dialog = window.commands.codes.dialog
    assert dialog is not None
    _wait(dialog.neighbours.previews[0].isVisible)
    yield "seen", dialog
    dialog.close()


def _viewing(window: MainWindow) -> Iterator[Stop]:
    _choose(window.results.grid, 2)
    window.viewer.open(window.results.grid)
    window.viewer.bar.buttons["view_details"].click()
    yield "photo", None
    window.viewer.bar.buttons["view_compare"].click()
    yield "comparison", None
    window.viewer.leave()
    chosen = [window.results.model.photo(row).photo.id for row in range(6)]
    window.export_panel.open_for(PhotoSelection(chosen))
    yield "export", window.export_panel
    window.export_panel.hide()


def _browsing(window: MainWindow) -> Iterator[Stop]:
    window.commands.show_view("photos")
    yield "photos", None
    yield from _selecting(window)
    window.filters.open_panel()
    yield "filters", window.filters.panel
    window.filters.panel.hide()
    window.filters.filter_changed.emit(PhotoFilter(orientation=Orientation.PORTRAIT))
    yield "filtered", None
    window.filters.filter_changed.emit(PhotoFilter(formats=frozenset({"PNG"})))
    yield "nothing", None
    window.filters.filter_changed.emit(PhotoFilter())
    window.commands.show_view("outliers")
    yield "unusual", None


def _clearing(window: MainWindow, samples: Path) -> Iterator[Stop]:
    """Find copies of some pictures, compare and mark them, move them to the trash, bring them back,
    and tell some photos apart.
    """
    copies = samples / "Old copies"
    copies.mkdir()
    for number, path in enumerate(sorted(samples.rglob("*-01.jpg"))[:12]):
        with Image.open(path) as picture:
            copy = ImageOps.mirror(picture) if number % 4 == 1 else picture
            copy = copy.resize((picture.width // 2, picture.height // 2))
            copy.save(copies / f"{path.stem} (small).jpg", quality=70)
    window.commands.rescan()
    _wait(lambda: not _is_idle(window))
    _wait(lambda: _is_idle(window))
    window.commands.show_view("duplicates")
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    view = flow.photos
    assert isinstance(view, DuplicatesView)
    _wait(view.none.isVisible)
    yield "find", None
    view.none.buttons[0].click()
    _wait(lambda: not _is_idle(window))
    _wait(lambda: _is_idle(window) and view.model.rowCount() > 0)
    window.filters.filter_changed.emit(PhotoFilter(folder=copies))
    view.tabs.choose(Level.SAME_PHOTO)
    _wait(lambda: len(view.model.groups) == 12)
    for _ in range(3):
        view.desk.discard_others()
        view.desk.cursor.step_groups(1)
    yield "duplicates", None
    yield from _comparing(flow, view)
    yield from _discarding(window, flow, view)
    window.filters.filter_changed.emit(PhotoFilter())


def _comparing(flow: DuplicatesFlow, view: DuplicatesView) -> Iterator[Stop]:
    view.desk.compare_requested.emit()
    _wait(lambda: all(canvas.is_settled for canvas in flow.comparison.canvases.canvases))
    yield "copies", None
    flow.comparison.toggle(GroupMode.SLIDER)
    yield "slider", None
    flow.comparison.leave()


def _discarding(window: MainWindow, flow: DuplicatesFlow, view: DuplicatesView) -> Iterator[Stop]:
    groups = len(view.model.groups)
    view.discarded.go.click()
    _wait(lambda: flow.summary is not None)
    summary = flow.summary
    assert summary is not None
    yield "discard", summary
    summary.trash.click()
    _wait(lambda: len(view.model.groups) == groups - 3 and _is_idle(window))
    yield "discarded", None
    window.message.button.click()
    _wait(lambda: len(view.model.groups) == groups and _is_idle(window))
    view.desk.tell_apart()
    _wait(lambda: len(view.model.groups) == groups - 1 and _is_idle(window))
    yield "told-apart", None


def _selecting(window: MainWindow) -> Iterator[Stop]:
    """Select photos, point at another one, and rename the selected ones."""
    grid = window.browse.grid
    grid.selection.select([(2, 5)], 2)
    QTest.mouseMove(grid.viewport(), grid.visualRect(grid.photos.index(1, 0)).center())
    yield "selected", None
    window.action_set.run("rename_files")
    _wait(lambda: window.findChild(BatchRenameDialog) is not None)
    dialog = window.findChild(BatchRenameDialog)
    assert dialog is not None
    yield "rename", dialog
    dialog.close()
    QTest.mouseMove(window, window.rect().bottomLeft())
    grid.clearSelection()


def _managing(window: MainWindow, samples: Path) -> Iterator[Stop]:
    window.commands.show_view("photos")
    (samples / "cut-short.jpg").write_bytes(min(samples.rglob("*.jpg")).read_bytes()[:900])
    (samples / "empty.jpg").touch()
    window.commands.rescan()
    _wait(lambda: not _is_idle(window))
    _wait(lambda: _is_idle(window))
    window.work.unfold()
    yield "failed", None
    window.work.strip.fold_details()
    window.settings.open_or_raise()
    yield "settings", window.settings
    window.settings.close()
    yield from _retraining(window)
    window.action_set.run("shortcuts")
    shortcuts = window.findChild(ShortcutsDialog)
    assert shortcuts is not None
    yield "shortcuts", shortcuts
    shortcuts.close()


def _handling_the_unexpected(window: MainWindow, theme: Theme, samples: Path) -> Iterator[Stop]:
    """Drop a link, delete a search, drag something in, and report an error."""
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/beach.jpg")])
    window.picture_input.receive(read_mime(mime))
    yield "declined", None
    window.commands.search(FileSource(min(samples.rglob("*.jpg"))))
    window.saved_searches.save()
    _wait(lambda: bool(window.sidebar.searches.saved.names))
    window.sidebar.searches.recent_fold.heading.setChecked(True)
    window.sidebar.searches.recent.delete_requested.emit(0)
    yield "saved", None
    window.commands.show_view("photos")
    place, keys = window.rect().center(), Qt.KeyboardModifier.NoModifier
    held = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(window, QDragEnterEvent(place, *held))
    yield "dragged", None
    QApplication.sendEvent(window, QDragLeaveEvent())
    log = samples.parents[1] / "logs" / LOG_FILE_NAME
    error = CrashDialog(theme, "ValueError: an example", log, window)
    error.show()
    yield "crashed", error
    error.close()


def _retraining(window: MainWindow) -> Iterator[Stop]:
    """Retrain on the sample pictures, compare the new model, use it, and undo that."""
    flow = window.model_flow
    flow.open()
    form = _page(window, RetrainForm)
    _wait(form.start.isEnabled)
    yield "retrain", flow.dialog
    form.way.buttons[1].click()  # thorough: with previews
    _wait(form.start.isEnabled)
    form.start.click()
    run = _page(window, RetrainRunView)
    _wait(lambda: not run.grid.isHidden() and run.bar.value() > run.bar.maximum() / 2)
    yield "learning", flow.dialog
    comparison = _page(window, ComparisonView)
    _wait(lambda: comparison.vote is not None and comparison.vote.isVisible())
    yield "comparing", flow.dialog
    assert comparison.vote is not None
    comparison.vote.neither.click()
    settle(window, flow.dialog)  # the next photos make the page longer
    assert comparison.vote is not None
    _scroll_to(comparison.vote.neither)
    yield "vote", flow.dialog
    comparison.use.click()
    models = _page(window, ModelList)
    _wait(lambda: _is_idle(window) and len(models.rows) > 1)
    yield "models", flow.dialog
    flow.host.close()
    yield "used", None
    window.message.button.click()
    _wait(lambda: not _is_idle(window))
    _wait(lambda: _is_idle(window))


def _scroll_to(part: QWidget) -> None:
    area = part.parent()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parent()
    QApplication.processEvents()
    area.ensureWidgetVisible(part)


def _page(window: MainWindow, kind: type[T]) -> T:
    """Wait for a page of the dialog, and return it."""

    def content() -> QWidget | None:
        dialog = window.model_flow.dialog
        return dialog.content if dialog is not None else None

    _wait(lambda: isinstance(content(), kind))
    page = content()
    assert isinstance(page, kind)
    return page


def settle(window: MainWindow, over: QWidget | None = None) -> None:
    """Wait for thumbnails, previews and answers: until nothing changes, unless a job runs.

    `over` is a panel or a dialog over the window.
    """
    shown = [widget for widget in (window, over) if widget is not None]
    before = [widget.grab().toImage() for widget in shown]
    for _ in range(MOST_CHANGES):
        _pause(SETTLE_SECONDS)
        after = [widget.grab().toImage() for widget in shown]
        if after == before or not _is_idle(window):
            return
        before = after


def _pause(seconds: float) -> None:
    end = time.monotonic() + seconds
    _wait(lambda: time.monotonic() > end)


def _is_idle(window: MainWindow) -> bool:
    bar = window.work.strip.findChild(QProgressBar)
    return bar is not None and not bar.isVisible()


def _shows(window: MainWindow, query: Path) -> bool:
    model = window.results.model
    return bool(model.rowCount()) and model.photo(0).path == query


def _choose(grid: PhotoGrid, row: int) -> None:
    wanted = QItemSelectionModel.SelectionFlag.ClearAndSelect
    grid.selectionModel().setCurrentIndex(grid.photos.index(row, 0), wanted)


def _wait(is_done: Callable[[], bool]) -> None:
    end = time.monotonic() + LIMIT_SECONDS
    while not is_done():
        if time.monotonic() > end:
            sys.exit("The window did not get there; run it and look.")
        QApplication.processEvents()
        time.sleep(0.01)

"""Changes the language of an open window: its parts are built again around the same services.

What the window showed is restored. Running jobs continue, since they belong to the services.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from desktop_app.core.catalogue.browse import Listing
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.kit.collapsible_section import CollapsibleSection
from desktop_app.ui.kit.message_bar import Notice
from desktop_app.ui.library.work_view import WorkState
from desktop_app.ui.photos.photos_view import GridState
from desktop_app.ui.search.lens_flow import LensState
from desktop_app.ui.search.search_state import SearchState
from desktop_app.ui.settings.guide_dialog import GuideDialog
from desktop_app.ui.settings.shortcuts_dialog import ShortcutsDialog
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.viewer.compare_view import CompareMode

# The dialogs that are opened again, by the ids of their actions.
_HELPS: dict[str, type[QDialog]] = {"shortcuts": ShortcutsDialog, "guide": GuideDialog}


@dataclass(frozen=True)
class _Viewed:
    """The state of an open viewer; `place` is that of its grid."""

    place: int
    compare_mode: CompareMode
    has_details: bool
    notice: Notice | None


@dataclass(frozen=True)
class _Shown:
    """What the window shows, apart from its texts."""

    photo_filter: PhotoFilter
    listing: Listing | None
    search: SearchState
    lens: LensState
    work: WorkState
    notice: Notice | None
    later: list[Notice]
    folds: list[bool]
    grids: list[GridState]
    viewed: _Viewed | None


class LanguageSwitcher(QObject):
    """Rebuilds the window in another language. Lives as long as the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def rebuild(self) -> None:
        """Build the window in the current language of the application."""
        window = self._window
        if not window.isVisible():  # closed, and its services with it
            return
        window.setUpdatesEnabled(False)
        shown = _shown(window)
        window.viewer.leave()
        helps = [name for name, kind in _HELPS.items() if _close_all(window, kind)]
        window.build()
        _restore_state(window, shown)
        for name in helps:
            window.action_set.run(name)
        window.model_flow.host.rebuild()
        window.commands.newcomers.rebuild()
        window.commands.codes.rebuild()
        window.setUpdatesEnabled(True)


def _close_all(window: MainWindow, kind: type[QDialog]) -> bool:
    """Close the dialogs of a kind, and return whether there was one."""
    dialogs = window.findChildren(kind)
    for dialog in dialogs:
        dialog.close()
    return bool(dialogs)


def _shown(window: MainWindow) -> _Shown:
    return _Shown(
        photo_filter=window.browse_flow.photo_filter,
        listing=window.browse.listing,
        search=window.search_flow.state,
        lens=window.lens_flow.state,
        work=window.work.state,
        notice=window.message.notice and window.message.notice.retranslated,
        later=[notice.retranslated for notice in window.message.waiting],
        folds=[fold.is_open for fold in _folds(window)],
        grids=[view.state for view in window.photo_views],
        viewed=_viewed(window),
    )


def _viewed(window: MainWindow) -> _Viewed | None:
    grids = [view.grid for view in window.photo_views]
    viewer = window.viewer
    if viewer.current.grid is None:
        return None
    return _Viewed(
        grids.index(viewer.current.grid),
        viewer.comparison.mode,
        viewer.bar.buttons["view_details"].isChecked(),
        viewer.message.notice and viewer.message.notice.retranslated,
    )


def _restore_state(window: MainWindow, shown: _Shown) -> None:
    """Restore queries before their results, and photos before the selection."""
    for fold, is_open in zip(_folds(window), shown.folds, strict=True):
        fold.heading.setChecked(is_open)
    window.browse_flow.restore_filter(shown.photo_filter)
    if shown.listing:
        window.browse.show_listing(shown.listing)
    window.switcher.view.resume(shown.photo_filter)
    window.lens_flow.restore(shown.lens)
    window.search_flow.restore(shown.search)
    window.work.restore(shown.work)
    window.show_again()
    _lay_out(window)
    for view, state in zip(window.photo_views, shown.grids, strict=True):
        view.restore(state)
    if shown.notice:
        window.message.show_notice(shown.notice)
    window.message.waiting = shown.later
    if shown.viewed:
        window.viewer.open(window.photo_views[shown.viewed.place].grid)
        window.viewer.comparison.set_mode(shown.viewed.compare_mode)
        if shown.viewed.has_details:
            window.viewer.bar.buttons["view_details"].click()
        if shown.viewed.notice:
            window.viewer.message.show_notice(shown.viewed.notice)


def _lay_out(window: MainWindow) -> None:
    """Lay out immediately, since a grid needs its size before it can be scrolled."""
    frame = window.centralWidget()
    assert frame is not None
    frame.show()
    for widget in (window, frame):
        layout = widget.layout()
        assert layout is not None
        layout.activate()


def _folds(window: MainWindow) -> list[CollapsibleSection]:
    lists = window.sidebar.searches
    return [*window.folds.values(), lists.saved_fold, lists.recent_fold]

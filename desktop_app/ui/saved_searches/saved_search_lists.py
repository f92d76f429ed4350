"""Show the saved and recent searches, and do what their lists offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.core.catalogue.saved_searches import SavedSearch, SavedSearches
from desktop_app.ui.kit.message_bar import Notice, translated
from desktop_app.ui.saved_searches.saved_queries import with_current_name
from desktop_app.ui.saved_searches.saved_search_store import SavedSearchStore
from desktop_app.ui.saved_searches.saved_searches_panel import SavedSearchesPanel


class SavedSearchLists(QObject):
    """Keeps the two lists and the store alike.

    Signals:
        run_requested (SavedSearch): Run this search.
        save_requested (SavedSearch): Save this recent search under its name.
        notice_posted (Notice): A message for the message bar.
    """

    run_requested = Signal(SavedSearch)
    save_requested = Signal(SavedSearch)
    notice_posted = Signal(Notice)

    def __init__(self, store: SavedSearchStore, panel: SavedSearchesPanel) -> None:
        super().__init__()
        self._store = store
        self._panel = panel
        saved, recent = panel.saved, panel.recent
        store.searches_changed.connect(self._show_searches)
        saved.run_requested.connect(lambda row: self.run_requested.emit(store.searches.saved[row]))
        recent.run_requested.connect(lambda row: self.run_requested.emit(self._recent[row]))
        recent.save_requested.connect(lambda row: self.save_requested.emit(self._recent[row]))
        # Queued, since the list must close its editor before it is filled again.
        saved.renamed.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        saved.delete_requested.connect(self._delete_saved)
        recent.delete_requested.connect(self._delete_recent)
        self._show_searches()

    def _show_searches(self) -> None:
        self._panel.show_searches(replace(self._store.searches, recent=self._recent))

    @property
    def _recent(self) -> tuple[SavedSearch, ...]:
        """The recent searches, named in the current language."""
        return tuple(with_current_name(search) for search in self._store.searches.recent)

    def _rename(self, row: int, name: str) -> None:
        """Rename a saved search; an empty name keeps the old one."""
        searches = self._store.searches
        if name and name != searches.saved[row].name:
            self._store.change(searches.renamed(row, name))
        else:
            self._show_searches()

    def _delete_saved(self, row: int) -> None:
        search = self._store.searches.saved[row]
        self._store.change(self._store.searches.without_saved(row))
        self._offer_undo(search, lambda: self._store.searches.with_saved(search, row))

    def _delete_recent(self, row: int) -> None:
        search = self._recent[row]
        self._store.change(self._store.searches.without_recent(row))
        self._offer_undo(search, lambda: self._store.searches.with_recent(search, row))

    def _offer_undo(self, search: SavedSearch, restored: Callable[[], SavedSearches]) -> None:
        def notice() -> Notice:
            text = self.tr("Search deleted: {name}").format(name=search.name)
            undo = self.tr("Undo")
            return Notice(text, button=undo, act=lambda: self._store.change(restored()))

        self.notice_posted.emit(translated(notice))

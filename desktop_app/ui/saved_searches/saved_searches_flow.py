"""Save the current search, remember recent ones, and run them again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError, LibraryReadOnlyError
from desktop_app.core.catalogue.saved_searches import SavedSearch
from desktop_app.ui.kit.message_bar import Notice, translated, warning
from desktop_app.ui.saved_searches.saved_queries import to_query, to_saved_search
from desktop_app.ui.saved_searches.saved_search_lists import SavedSearchLists
from desktop_app.ui.saved_searches.saved_search_store import SavedSearchStore
from desktop_app.ui.saved_searches.saved_searches_panel import SavedSearchesPanel
from desktop_app.ui.search.search_flow import SearchFlow


class SavedSearchesFlow(QObject):
    """Between the current search and the searches that are stored.

    Signals:
        notice_posted (Notice): A message for the message bar.
    """

    notice_posted = Signal(Notice)

    def __init__(
        self,
        store: SavedSearchStore,
        stored: SavedSearchesPanel,
        flow: SearchFlow,
    ) -> None:
        super().__init__()
        self._store = store
        self._stored = stored
        self._flow = flow
        self._saves_when_answered = False
        store.failed.connect(self._post_error)
        flow.search_starting.connect(self._cancel_save)
        flow.results_shown.connect(self._remember)
        lists = SavedSearchLists(store, stored)
        lists.setParent(self)
        lists.run_requested.connect(self._run)
        lists.save_requested.connect(self._save)
        lists.notice_posted.connect(self.notice_posted)

    def save(self) -> None:
        """Save the current search, as soon as it is answered, and let the user name it."""
        state = self._flow.state
        if state.query is not None and not state.pictures:
            self._saves_when_answered = True
        elif state.query is None:
            self._post(lambda: self.tr("Search for something first, then save the search."))
        else:
            self._save_present()

    def _save_present(self) -> None:
        search = self._present()
        if search is None:
            self.notice_posted.emit(warning(self._without_file_text))
        else:
            self._save(search)

    def _present(self) -> SavedSearch | None:
        """None if it is not answered, or has a picture without a file."""
        query, pictures = self._flow.state.query, self._flow.state.pictures
        is_answered = query is not None and len(query.examples) == len(pictures)
        return to_saved_search(query, pictures) if query and is_answered else None

    def _cancel_save(self) -> None:
        self._saves_when_answered = False

    def _remember(self) -> None:
        """Add the current search to the recent ones."""
        search = self._present()
        if search is not None:
            self._store.change(self._store.searches.with_recent(search))
        if self._saves_when_answered:
            self._saves_when_answered = False
            self._save_present()

    def _run(self, search: SavedSearch) -> None:
        self._flow.run(to_query(search))

    def _save(self, search: SavedSearch) -> None:
        """Save, and edit the name in the sidebar if that is shown."""
        if self._store.library.is_read_only:
            self._post_error(LibraryReadOnlyError(self._store.library.folder))
            return
        self._store.change(self._store.searches.with_saved(search))
        if self._stored.saved.isVisible():
            self._stored.saved.edit_name(len(self._store.searches.saved) - 1)
        else:
            self._post(lambda: self.tr("Search saved: {name}").format(name=search.name))

    def _without_file_text(self) -> str:
        return self.tr(
            "A search for a pasted picture cannot be saved. Save the picture as a file and"
            " search for it."
        )

    def _post_error(self, error: AppError) -> None:
        self.notice_posted.emit(warning(error))

    def _post(self, text: Callable[[], str]) -> None:
        self.notice_posted.emit(translated(lambda: Notice(text())))

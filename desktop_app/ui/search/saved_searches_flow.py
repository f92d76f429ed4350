"""Keeping searches, and asking them again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.saved_searches import SavedSearch, SavedSearches
from desktop_app.ui.inspector.query_panel import QueryPanel
from desktop_app.ui.kit.message_bar import Notice, warning, worded
from desktop_app.ui.search.saved_queries import to_query, to_saved_search, with_current_name
from desktop_app.ui.search.saved_search_store import SavedSearchStore
from desktop_app.ui.search.saved_searches_panel import SavedSearchesPanel
from desktop_app.ui.search.search_flow import SearchFlow


class SavedSearchesFlow(QObject):
    """`said` gives a Notice for the message bar."""

    said = Signal(object)

    def __init__(
        self,
        keeper: SavedSearchStore,
        lists: SavedSearchesPanel,
        flow: SearchFlow,
        panel: QueryPanel,
    ) -> None:
        super().__init__()
        self._keeper = keeper
        self._lists = lists
        self._flow = flow
        self._saves_answer = False
        keeper.changed.connect(self._show)
        keeper.failed.connect(self._complain)
        flow.search_starting.connect(self._begin)
        flow.results_shown.connect(self._remember)
        panel.save_asked.connect(self.save)
        lists.saved.run_asked.connect(lambda place: self._run(keeper.kept.saved[place]))
        lists.recent.run_asked.connect(lambda place: self._run(keeper.kept.recent[place]))
        lists.recent.save_asked.connect(lambda place: self._save(self._recent[place]))
        # Later, when the list has closed its editor: it is filled anew then.
        lists.saved.renamed.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        lists.saved.delete_asked.connect(self._delete_saved)
        lists.recent.delete_asked.connect(self._delete_recent)
        self._show()

    def save(self) -> None:
        """The present search, under a name that can be changed at once; one that is not answered
        yet, as soon as it is.
        """
        if self._flow.state.query is not None and not self._flow.state.pictures:
            self._saves_answer = True
        elif self._flow.state.query is None:
            self._tell(lambda: self.tr("Look for something first; then it can be saved."))
        else:
            self._save_present()

    def _save_present(self) -> None:
        search = self._present()
        if search is None:
            self.said.emit(warning(self._without_file_words))
        else:
            self._save(search)

    def _present(self) -> SavedSearch | None:
        question, pictures = self._flow.state.query, self._flow.state.pictures
        is_answered = question is not None and len(question.examples) == len(pictures)
        return to_saved_search(question, pictures) if question and is_answered else None

    def _begin(self) -> None:
        self._saves_answer = False

    def _remember(self) -> None:
        search = self._present()
        if search is not None:
            self._keeper.keep(self._keeper.kept.with_recent(search))
        if self._saves_answer:
            self._saves_answer = False
            self._save_present()

    def _run(self, search: SavedSearch) -> None:
        self._flow.run(to_query(search))

    def _save(self, search: SavedSearch) -> None:
        self._keeper.keep(self._keeper.kept.with_saved(search))
        if self._lists.saved.isVisible():
            self._lists.saved.edit_name(len(self._keeper.kept.saved) - 1)
        else:
            self._tell(lambda: self.tr("Saved in the sidebar: {name}").format(name=search.name))

    def _rename(self, place: int, name: str) -> None:
        """An empty name leaves the old one."""
        kept = self._keeper.kept
        if name and name != kept.saved[place].name:
            self._keeper.keep(kept.renamed(place, name))
        else:
            self._show()

    def _delete_saved(self, place: int) -> None:
        search = self._keeper.kept.saved[place]
        self._keeper.keep(self._keeper.kept.without_saved(place))
        self._tell_deleted(search, lambda: self._keeper.kept.with_saved(search, place))

    def _delete_recent(self, place: int) -> None:
        search = self._recent[place]
        self._keeper.keep(self._keeper.kept.without_recent(place))
        self._tell_deleted(search, lambda: self._keeper.kept.with_recent(search, place))

    def _tell_deleted(self, search: SavedSearch, put_back: Callable[[], SavedSearches]) -> None:
        def deleted() -> Notice:
            text = self.tr("Deleted the search {name}.").format(name=search.name)
            undo = self.tr("Undo")
            return Notice(text, button=undo, act=lambda: self._keeper.keep(put_back()))

        self.said.emit(worded(deleted))

    def _without_file_words(self) -> str:
        return self.tr(
            "A picture without a file cannot be kept; save it as a file, and look for that."
        )

    def _complain(self, error: AppError) -> None:
        self.said.emit(warning(error))

    def _tell(self, words: Callable[[], str]) -> None:
        self.said.emit(worded(lambda: Notice(words())))

    def _show(self) -> None:
        self._lists.show_searches(replace(self._keeper.kept, recent=self._recent))

    @property
    def _recent(self) -> tuple[SavedSearch, ...]:
        return tuple(with_current_name(search) for search in self._keeper.kept.recent)

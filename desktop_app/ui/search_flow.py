"""One query from question to answer: what the bar, the panel and the results show of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import AppError
from desktop_app.ui.messages import message, shown_name
from desktop_app.ui.queries import QueryPicture, Results, Source
from desktop_app.ui.query_panel import QueryPanel
from desktop_app.ui.results_view import ResultsView
from desktop_app.ui.searcher import Searcher
from desktop_app.ui.top_bar import TopBar


class SearchFlow(QObject):
    """`changed` when there is a query to show, or none any more; `failed` says a sentence."""

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, searcher: Searcher, bar: TopBar, panel: QueryPanel, results: ResultsView
    ) -> None:
        super().__init__()
        self._searcher = searcher
        self._bar = bar
        self._panel = panel
        self._results = results
        self._asked: Source | None = None
        self._shown: Source | None = None
        self._picture: QueryPicture | None = None
        searcher.picture_opened.connect(self._show_picture)
        searcher.found.connect(self._show_results)
        searcher.query_failed.connect(self._fail)

    @property
    def has_query(self) -> bool:
        return self._picture is not None

    def search(self, source: Source) -> None:
        """Find the photos that look like this."""
        self._asked = source
        self._panel.show_searching()
        self._searcher.search(source)

    def clear(self) -> None:
        self._searcher.forget()
        self._asked = self._shown = self._picture = None
        self._panel.clear()
        self._results.clear()
        self._bar.say("")
        self.changed.emit()

    def _show_picture(self, picture: QueryPicture) -> None:
        self._picture = picture
        self._panel.show_picture(picture)
        self._bar.say(self._title(picture))
        self.changed.emit()

    def _show_results(self, results: Results) -> None:
        is_new = self._asked is not self._shown
        self._shown = self._asked
        path = self._picture.path if self._picture else None
        self._results.show_results(results, path, is_new=is_new)
        self._panel.show_results(results)
        self.changed.emit()
        if is_new:
            self._results.grid.setFocus()

    def _fail(self, error: AppError) -> None:
        """Say it, and go back to the query before, which is still in sight."""
        before = self._shown if self._shown is not self._asked else None
        if before is None:
            self.clear()
        else:
            self.search(before)
        self.failed.emit(message(error))

    def _title(self, picture: QueryPicture) -> str:
        if picture.path is None:
            return self.tr("Photos like the picture")
        return self.tr("Photos like {name}").format(name=shown_name(picture.path))

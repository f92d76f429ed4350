"""Comparing the viewed photo with the picture that was searched for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.viewer.compare_view import CompareMode, CompareView
from desktop_app.ui.viewer.viewed_pictures import ViewedPictures
from desktop_app.ui.viewer.viewer_bar import ViewerBar


class Comparison(QObject):
    """Keeps the mode of the view, the buttons of the bar and the loaded pictures in step."""

    def __init__(
        self, theme: Theme, view: CompareView, bar: ViewerBar, pictures: ViewedPictures
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._bar = bar
        self._pictures = pictures

    @property
    def mode(self) -> CompareMode:
        return self._view.mode

    def set_query(self, query: QueryPicture | None) -> None:
        """Set what photos can be compared with; None ends comparing."""
        self._pictures.query = query
        self._bar.offer_comparison(is_possible=query is not None)
        if query is None:
            self.set_mode(CompareMode.SINGLE)

    def toggle(self, mode: CompareMode) -> None:
        """Compare in this way, or stop if that is the current mode."""
        self.set_mode(CompareMode.SINGLE if mode is self.mode else mode)

    def set_mode(self, mode: CompareMode) -> None:
        """Compare in this way; without a query the photo is shown alone."""
        if self._pictures.query is None:
            mode = CompareMode.SINGLE
        self._bar.buttons["view_compare"].setChecked(mode is CompareMode.SIDE_BY_SIDE)
        self._bar.buttons["view_flicker"].setChecked(mode is CompareMode.FLICKER)
        if mode is not CompareMode.SINGLE and self.mode is CompareMode.SINGLE:
            self._pictures.show_query(self._theme.colour("hover"))
        self._view.set_mode(mode)
        self._pictures.load()

    def swap(self) -> None:
        """Swap the flickering pictures by hand; the timer stops."""
        if self.mode is CompareMode.FLICKER:
            self._view.stop_flickering()
            self._view.swap()

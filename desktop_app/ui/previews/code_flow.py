"""Opens the dialog about the code of a photo, and fills it with what the search thread answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.ui.engine.answers import CodeNotSeen, SeenCode
from desktop_app.ui.engine.seen_code_client import SeenCodeClient
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.previews.code_dialog import CodeDialog

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow


class CodeFlow(QObject):
    """Shows one photo's code at a time.

    Attributes:
        dialog: Shows the code; None while it is closed.
    """

    def __init__(
        self, theme: Theme, client: SeenCodeClient, thumbnails: ThumbnailLoader, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._client = client
        self._thumbnails = thumbnails
        self._window = window
        self._visited: list[PhotoRow] = []
        self.dialog: CodeDialog | None = None
        client.answered.connect(self._show_answer)
        client.outdated.connect(self._look)

    def open(self, photo: PhotoRow) -> None:
        """Show the code of a photo, instead of those before."""
        self._visited = [photo]
        if self.dialog is None:
            self.dialog = self._new_dialog()
        self._look()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def rebuild(self) -> None:
        """Show the dialog in another language."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog = self._new_dialog()
            self._look()
            self.dialog.show()

    def _new_dialog(self) -> CodeDialog:
        made = CodeDialog(self._theme, self._thumbnails, self._window)
        made.neighbours.chosen.connect(self._go_to)
        made.back_requested.connect(self._go_back)
        made.finished.connect(self._end)
        return made

    def _go_to(self, neighbour: PhotoRow) -> None:
        self._visited.append(neighbour)
        self._look()

    def _go_back(self) -> None:
        self._visited.pop()
        self._look()

    def _end(self) -> None:
        self.dialog = None

    def _look(self) -> None:
        """Ask for the last photo; also after another model, which has other codes."""
        if self.dialog is not None:
            self.dialog.allow_back(is_possible=len(self._visited) > 1)
            self._client.look(self._visited[-1])

    def _show_answer(self, answer: SeenCode | CodeNotSeen) -> None:
        if self.dialog is None:
            return
        if isinstance(answer, SeenCode):
            self.dialog.show_code(answer)
        else:
            self.dialog.show_error(answer.error)

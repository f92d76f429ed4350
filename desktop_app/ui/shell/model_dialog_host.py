"""Opens the model dialog, brings it to the front, and changes its pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.model_comparison_state import ModelComparisonState
from desktop_app.ui.models.model_dialog import ModelDialog, Page, PageView


class ModelDialogHost(QObject):
    """Owns the model dialog. Lives as long as the window; each opening creates a new dialog.

    Attributes:
        dialog: The dialog; None before it was opened for the first time.

    Signals:
        page_opened (Page): This page was opened and needs content.
        page_left (): The previous page was left; its content is no longer needed.
        closed (): The user has closed the dialog.
    """

    page_opened = Signal(Page)
    page_left = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, comparison: ModelComparisonState, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._comparison = comparison
        self._window = window
        self.dialog: ModelDialog | None = None

    @property
    def is_open(self) -> bool:
        return self.dialog is not None and self.dialog.isVisible()

    def shows(self, page: Page) -> bool:
        return self.is_open and self.dialog is not None and self.dialog.page is page

    def show(self, page: Page) -> None:
        """Open a page, in the open dialog or in a new one."""
        if not self.is_open:
            self._make_dialog()
        self.page_left.emit()
        self._show_tab(page)
        self.page_opened.emit(page)

    def set_content(self, page: Page, content: PageView) -> None:
        """Set the content of a page, unless another page has been opened since."""
        if self.dialog is not None and self.shows(page):
            self.dialog.set_content(content)

    def bring_to_front(self) -> None:
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()

    def update_tabs(self) -> None:
        """Enable the comparison's tab while there is a comparison."""
        if self._comparison.model is None and self.shows(Page.COMPARE):
            self.show(Page.MODELS)
        elif self.dialog is not None:
            self._show_tab(self.dialog.page)

    def rebuild(self) -> None:
        """Replace an open dialog by one in the current language."""
        if self.dialog is not None and self.is_open:
            page, old = self.dialog.page, self.dialog
            place = old.geometry()
            old.close()
            self.show(page)
            self.dialog.setGeometry(place)

    def close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def _make_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = ModelDialog(self._theme, self._window)
        self.dialog.page_requested.connect(self.show)
        self.dialog.finished.connect(self._leave)
        self.dialog.show()

    def _leave(self) -> None:
        self.page_left.emit()
        self.closed.emit()

    def _show_tab(self, page: Page) -> None:
        if self.dialog is not None:
            self.dialog.show_page(page, can_compare=self._comparison.model is not None)

"""The dialog of the models. It is not modal: the window can be searched meanwhile."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.kit.choices import ToggleRow
from desktop_app.ui.kit.direction import margins
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button


class Page(Enum):
    """The pages of the dialog."""

    RETRAIN = auto()
    COMPARE = auto()
    MODELS = auto()


class PageView(QWidget):
    """The content of a page.

    Attributes:
        actions_on_page: Buttons of the page, which the dialog shows beside its own.
    """

    def __init__(self) -> None:
        super().__init__()
        self.actions_on_page: list[QPushButton] = []


class ModelDialog(QDialog):
    """A row of pages, and the content of one of them.

    Signals:
        page_requested (Page): The user wants to see another page.
    """

    page_requested = Signal(Page)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Model"))
        self.page = Page.RETRAIN
        self.content: PageView | None = None
        self._actions = QHBoxLayout()
        pages = [
            (self.tr("Retrain"), Page.RETRAIN),
            (self.tr("Compare"), Page.COMPARE),
            (self.tr("Models"), Page.MODELS),
        ]
        self.pages = ToggleRow(theme, pages, self.tr("Pages"))
        self.pages.chosen.connect(self._request_page)
        self.area = _new_area()
        self.close_button = button(self.tr("Close"))
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        self._resize_to_screen()

    def show_page(self, page: Page, *, can_compare: bool) -> None:
        """Mark a page as shown. The old content stays until `set_content` replaces it."""
        self.page = page
        self.pages.show_chosen(page)
        self.pages.buttons[1].setVisible(can_compare)

    def set_content(self, content: PageView) -> None:
        """Replace the content, and its buttons."""
        for made in self.content.actions_on_page if self.content else []:
            self._actions.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.content = content
        for made in content.actions_on_page:
            self._actions.addWidget(made)
        inside = QWidget()
        column = QVBoxLayout(inside)
        margin = self._theme.metrics.space
        column.setContentsMargins(margins(0, 0, margin, 0))
        column.addWidget(content)
        self.area.setWidget(inside)

    def _request_page(self, page: Page | None) -> None:
        """Keep the button of the shown page on, also where it was pressed again (None)."""
        self.pages.show_chosen(self.page)
        if page is not None:
            self.page_requested.emit(page)

    def _resize_to_screen(self) -> None:
        room = self.screen().availableGeometry().size()
        metrics = self._theme.metrics
        self.resize(
            min(metrics.model_dialog, room.width()), min(metrics.model_height, room.height())
        )

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(
            margins(metrics.section, metrics.wide, metrics.wide, metrics.wide)
        )
        column.setSpacing(metrics.wide)
        column.addWidget(self.pages)
        column.addWidget(self.area, 1)
        row = QHBoxLayout()
        self._actions.setSpacing(metrics.space)
        row.addLayout(self._actions)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)


def _new_area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its content has the focus
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area

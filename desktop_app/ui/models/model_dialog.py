"""The library's models and what makes them, beside the window: searching goes on."""

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

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.toggle_row import ToggleRow
from desktop_app.ui.kit.widgets import button


class Page(Enum):
    """What of the models is shown."""

    RETRAIN = auto()
    COMPARE = auto()
    MODELS = auto()


class PageView(QWidget):
    """A page, and the buttons for what can be done with all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.actions_on_page: list[QPushButton] = []


class ModelDialog(QDialog):
    """A row of pages, of which one is there. `page_asked` gives a Page."""

    page_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Model"))
        self.page = Page.RETRAIN
        self.content: PageView | None = None
        self._actions = QHBoxLayout()
        self.pages = ToggleRow(
            theme,
            [
                (self.tr("Retrain"), Page.RETRAIN),
                (self.tr("Compare"), Page.COMPARE),
                (self.tr("Models"), Page.MODELS),
            ],
            self.tr("Pages"),
        )
        self.pages.chosen.connect(self._ask)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside has the focus
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.close_button = button(self.tr("Close"))
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        room = self.screen().availableGeometry().size()
        metrics = theme.metrics
        self.resize(
            min(metrics.model_dialog, room.width()), min(metrics.model_height, room.height())
        )

    def turn_to(self, page: Page, *, can_compare: bool) -> None:
        """Its content comes when it is known; what was shown stays in sight until then."""
        self.page = page
        self.pages.show_chosen(page)
        self.pages.buttons[1].setVisible(can_compare)

    def fill(self, content: PageView) -> None:
        """In the place of what was shown."""
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
        column.setContentsMargins(0, 0, margin, 0)
        column.addWidget(content)
        self.area.setWidget(inside)

    def _ask(self, page: Page | None) -> None:
        """What was pressed once more stays."""
        self.pages.show_chosen(self.page)
        if page is not None:
            self.page_asked.emit(page)

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.section, metrics.wide, metrics.wide, metrics.wide)
        column.setSpacing(metrics.wide)
        column.addWidget(self.pages)
        column.addWidget(self.area, 1)
        row = QHBoxLayout()
        self._actions.setSpacing(metrics.space)
        row.addLayout(self._actions)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)

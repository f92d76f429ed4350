"""The bar above the photos: filters, sort order and thumbnail size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.browse.filter_chips import ChipRow
from desktop_app.ui.browse.filter_panel import FilterPanel
from desktop_app.ui.browse.sort_button import SortButton
from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.direction import margins
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.kit.widgets import IconLabel, fit_labels

LEAST_WIDTH, MOST_WIDTH = 96, 320
SIZE_STEP = 32


class FilterBar(QFrame):
    """Shows a filter and an order; `BrowseFlow` applies them.

    Attributes:
        buttons: That of the filters, and those of other actions.

    Signals:
        filter_changed (PhotoFilter): The user has chosen another filter.
        facets_requested (): The filter panel needs to know what the library contains.
    """

    filter_changed = Signal(PhotoFilter)
    facets_requested = Signal()

    def __init__(self, theme: Theme, actions: ActionSet, others: Sequence[str] = ()) -> None:
        """`others` are actions that get a button beside that of the filters."""
        super().__init__()
        self.setObjectName("filterBar")
        metrics = theme.metrics
        self.setFixedHeight(metrics.filter_bar)
        self.panel = FilterPanel(theme, self)
        self.button = actions.button(theme, "filter", labelled=True)
        self.chips = ChipRow(theme)
        self.sort = SortButton(theme)
        self._size_icon = IconLabel(theme, "grid", Tint.SECONDARY, metrics.icon)
        self.slider = self._size_slider(actions)
        self.slider.setFixedWidth(metrics.slider)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(margins(metrics.space, 0, metrics.wide, 0))
        row.setSpacing(metrics.space)
        self.buttons = [
            self.button,
            *(actions.button(theme, name, labelled=True) for name in others),
        ]
        for button in self.buttons:
            row.addWidget(button)
        row.addWidget(self.chips, 1)
        for widget in (self.sort, self._size_icon, self.slider):
            row.addWidget(widget)
        self.chips.all_requested.connect(self.open_panel)
        self.chips.filter_changed.connect(self.filter_changed)
        self.panel.filter_changed.connect(self.filter_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show only the icons of the buttons where large texts need the room."""
        super().resizeEvent(event)
        fit_labels(self._row, self.width(), self.buttons)

    def show_filter(self, photo_filter: PhotoFilter) -> None:
        self.chips.show_filter(photo_filter)
        self.panel.show_filter(photo_filter)

    def open_panel(self) -> None:
        self.facets_requested.emit()
        self.panel.open_below(self.button)

    def step_size(self, steps: int) -> None:
        """Make thumbnails larger by so many steps, or smaller by negative ones."""
        self.slider.setValue(self.slider.value() + steps * SIZE_STEP)

    def _size_slider(self, actions: ActionSet) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(LEAST_WIDTH, MOST_WIDTH)
        slider.setSingleStep(SIZE_STEP)
        slider.setPageStep(SIZE_STEP)
        larger, smaller = actions["larger"].key_text, actions["smaller"].key_text
        text = self.tr("Thumbnail size ({larger} and {smaller})")
        slider.setToolTip(text.format(larger=larger, smaller=smaller))
        slider.setAccessibleName(self.tr("Thumbnail size"))
        return slider

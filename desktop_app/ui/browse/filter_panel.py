"""A pop-up panel with everything that photos can be filtered by."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.core.catalogue.facets import Facets
from desktop_app.core.catalogue.photo_filter import (
    CHOICE_FIELDS,
    EVERYTHING,
    VALUE_FIELDS,
    ChoiceField,
    PhotoFilter,
)
from desktop_app.ui.browse.date_choice import DateChoice
from desktop_app.ui.browse.date_tree import Dates
from desktop_app.ui.browse.folder_tree import FolderTree
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.choices import CheckList, PopupPanel, RangeChoice, ToggleRow
from desktop_app.ui.kit.filter_labels import filter_label
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label, resize_to_content

_COLUMNS = 3
_MOST_WIDE = 1280  # pixels, of a small screen: large texts would need more in some languages
_SIZES = (100_000, 500_000, *(million * 1_000_000 for million in (1, 2, 5, 10, 20, 50, 100)))


class FilterPanel(PopupPanel):
    """Applies each choice immediately.

    Attributes:
        lists: The values of each of VALUE_FIELDS, by its name.
        toggles: The buttons of each of CHOICE_FIELDS, by its name.

    Signals:
        filter_changed (PhotoFilter): The user has chosen another filter.
    """

    filter_changed = Signal(PhotoFilter)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._photo_filter = EVERYTHING
        self._absent: list[ToggleRow] = []
        self.folders = FolderTree()
        self.dates = DateChoice(theme)
        self.lists = {
            field.name: CheckList(theme, filter_label(field.title)) for field in VALUE_FIELDS
        }
        self.sizes = RangeChoice(
            theme, self.tr("File size"), self.tr("Any size"), self.tr("Any size")
        )
        self.sizes.show_values([(numbers.file_size(size), size) for size in _SIZES])
        self.toggles = {field.name: _toggles(theme, field) for field in CHOICE_FIELDS}
        self._lay_out()
        self._connect()

    def open_below(self, button: QWidget, *, at_end: bool = False) -> None:
        """Open as every panel, with the keyboard in the folders."""
        super().open_below(button, at_end=at_end)
        self.folders.setFocus()

    def show_facets(self, facets: Facets) -> None:
        """Show what the library contains to filter by."""
        self._absent = [toggles for name, toggles in self.toggles.items()
                        if name not in facets.choices]  # fmt: skip
        self.folders.show_folders(facets.folders, facets.roots)
        for name, values in self.lists.items():
            values.show_values(facets.values[name])
        self._place_fields()
        for name, counts in facets.choices.items():
            _show_counts(self.toggles[name], counts)
        self.dates.show_months(facets.months, facets.undated)
        self.show_filter(self._photo_filter)

    def show_filter(self, photo_filter: PhotoFilter) -> None:
        """Show a filter without `filter_changed`."""
        self._photo_filter = photo_filter
        self.folders.show_chosen(photo_filter.folder)
        days = (photo_filter.first_day, photo_filter.last_day)
        self.dates.show_chosen(Dates(*days, photo_filter.undated))
        for name, values in self.lists.items():
            values.show_checked(getattr(photo_filter, name))
        self.sizes.show_ends(photo_filter.least_bytes, photo_filter.most_bytes)
        for name, toggles in self.toggles.items():
            toggles.show_chosen(getattr(photo_filter, name))

    def _connect(self) -> None:
        self.folders.folder_chosen.connect(lambda folder: self._change_filter(folder=folder))
        self.dates.chosen.connect(lambda dates: self._change_filter(**vars(dates)))
        for name, values in self.lists.items():
            values.chosen.connect(lambda chosen, name=name: self._change_filter(**{name: chosen}))
        self.sizes.chosen.connect(self._change_sizes)
        for name, toggles in self.toggles.items():
            toggles.chosen.connect(lambda value, name=name: self._change_filter(**{name: value}))

    def _change_sizes(self) -> None:
        least, most = self.sizes.ends()
        if least and most and least > most:
            least, most = most, least
        self._change_filter(least_bytes=least, most_bytes=most)

    def _change_filter(self, **values: Any) -> None:
        """Change fields of the filter, by their names in PhotoFilter."""
        changed = replace(self._photo_filter, **values)
        if changed != self._photo_filter:
            self._photo_filter = changed
            self.filter_changed.emit(changed)

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        self.setMinimumWidth(min(metrics.filter_panel, _MOST_WIDE))  # longer labels make it wider
        self.setMaximumWidth(_MOST_WIDE)
        for values in self.lists.values():
            values.setFixedHeight(metrics.filter_list)
        for tall in (self.folders, self.dates, self.lists["cameras"]):
            tall.setFixedHeight(metrics.filter_tree)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(metrics.wide, metrics.space, metrics.wide, metrics.wide)
        grid.setHorizontalSpacing(metrics.wide)
        grid.setVerticalSpacing(metrics.tight)
        fields = (
            (self.tr("Folder"), self.folders),
            (self.tr("Date"), self.dates),
            *((filter_label(field.title), self.lists[field.name]) for field in VALUE_FIELDS),
            (self.tr("File size"), self.sizes),
            *((filter_label(field.title), self.toggles[field.name]) for field in CHOICE_FIELDS),
        )
        self._fields = [(self._heading(text), widget) for text, widget in fields]
        for widget in chain.from_iterable(self._fields):
            widget.setParent(self)  # those without values too: the panel deletes them
        self._place_fields()
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)

    def _place_fields(self) -> None:
        """Put fields side by side, without those that have no values in this library."""
        place = 0
        for field in self._fields:
            is_empty = field[1] in self._absent or _is_empty_list(field[1])
            for below, widget in enumerate(field):
                self._grid.removeWidget(widget)
                if not is_empty:
                    row = 2 * (place // _COLUMNS) + below
                    self._grid.addWidget(widget, row, place % _COLUMNS, Qt.AlignmentFlag.AlignTop)
                widget.setHidden(is_empty)
            place += not is_empty
        if self.isVisible():
            resize_to_content(self)

    def _heading(self, text: str) -> QLabel:
        heading = label(text, "secondary")
        heading.setContentsMargins(0, self._theme.metrics.space, 0, 0)
        return heading


def _is_empty_list(widget: QWidget) -> bool:
    return isinstance(widget, CheckList) and not widget.count()


def _toggles(theme: Theme, field: ChoiceField) -> ToggleRow:
    choices = [(filter_label(choice.label), choice.value) for choice in field.choices]
    return ToggleRow(theme, choices, flows=True)


def _show_counts(toggles: ToggleRow, counts: list[int]) -> None:
    for made, count in zip(toggles.buttons, counts, strict=True):
        made.setToolTip(numbers.photos(count))
        made.setAccessibleDescription(made.toolTip())

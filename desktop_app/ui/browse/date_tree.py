"""A tree of the years and months in which photos were taken, with the number of photos of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desktop_app.core.catalogue.facets import Facet
from desktop_app.ui.browse.counted_tree import show_counts_beside
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.filter_labels import last_day_of, year_name

_DATES_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Dates:
    """The days of a filter, as in PhotoFilter."""

    first_day: date | None = None
    last_day: date | None = None
    undated: bool = False


ANY_DATE = Dates()


class DateTree(QTreeWidget):
    """Lets the user choose a year, a month, or the photos without a date.

    Signals:
        chosen (Dates): What the user has chosen.
    """

    chosen = Signal(Dates)

    def __init__(self) -> None:
        super().__init__()
        show_counts_beside(self)
        self.setAccessibleName(self.tr("Date"))
        self.itemSelectionChanged.connect(self._choose)

    def show_months(self, months: list[Facet], undated: int) -> None:
        """Show months such as '2019-03', the newest first, and the number of undated photos."""
        self.blockSignals(True)  # noqa: FBT003
        self.clear()
        self.addTopLevelItem(_item(self.tr("Any date"), ANY_DATE))
        for year, of_year in groupby(months, key=lambda month: int(month.value[:4])):
            self.addTopLevelItem(_year(year, list(of_year)))
        if undated:
            self.addTopLevelItem(_item(self.tr("No date"), Dates(undated=True), undated))
        self.blockSignals(False)  # noqa: FBT003

    def show_chosen(self, dates: Dates) -> None:
        """Select a year or a month, or nothing for other days, without a signal."""
        self.blockSignals(True)  # noqa: FBT003
        found = next((item for item in self._items() if item.data(0, _DATES_ROLE) == dates), None)
        self.setCurrentItem(found)  # type: ignore[arg-type]  # None: none
        if found is not None:
            self.scrollToItem(found)
        self.blockSignals(False)  # noqa: FBT003

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for place in range(self.topLevelItemCount()):
            top = self.topLevelItem(place)
            if top is not None:
                yield top
                inside = (top.child(month) for month in range(top.childCount()))
                yield from (month for month in inside if month is not None)

    def _choose(self) -> None:
        items = self.selectedItems()
        if items:
            self.chosen.emit(items[0].data(0, _DATES_ROLE))


def _year(year: int, months: list[Facet]) -> QTreeWidgetItem:
    dates = Dates(date(year, 1, 1), date(year, 12, 31))
    item = _item(year_name(year), dates, sum(month.count for month in months))
    item.addChildren([_month(month) for month in months])
    return item


def _month(month: Facet) -> QTreeWidgetItem:
    first = date.fromisoformat(f"{month.value}-01")
    dates = Dates(first, last_day_of(first))
    return _item(QLocale().standaloneMonthName(first.month), dates, month.count)


def _item(text: str, dates: Dates, count: int | None = None) -> QTreeWidgetItem:
    item = QTreeWidgetItem([text, "" if count is None else numbers.counted(count)])
    item.setData(0, _DATES_ROLE, dates)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item

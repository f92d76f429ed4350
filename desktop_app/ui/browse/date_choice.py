"""Dates to filter by: a year or a month of a tree, or any days of two calendars."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from desktop_app.core.catalogue.facets import Facet
from desktop_app.ui.browse.date_tree import Dates, DateTree
from desktop_app.ui.kit.direction import open_below
from desktop_app.ui.kit.filter_labels import day_name
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label

_EARLIEST, _LATEST = QDate(1826, 1, 1), QDate(2099, 12, 31)  # as dates.py reads them


class DateChoice(QWidget):
    """The tree, and below it the first and the last day.

    Signals:
        chosen (Dates): What the user has chosen.
    """

    chosen = Signal(Dates)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tree = DateTree()
        self.first = DayButton(self.tr("Date, from"))
        self.last = DayButton(self.tr("Date, to"))
        self._lay_out(theme)
        self.tree.chosen.connect(self._choose)
        self.first.chosen.connect(self._choose_days)
        self.last.chosen.connect(self._choose_days)

    def show_months(self, months: list[Facet], undated: int) -> None:
        """Offer the months of a library, the newest first, and photos without a date."""
        self.tree.show_months(months, undated)
        if months:
            newest = date.fromisoformat(f"{months[0].value}-01")
            self.first.offered = self.last.offered = newest

    def show_chosen(self, dates: Dates) -> None:
        """Show dates without a signal."""
        self.tree.show_chosen(dates)
        self.first.show_day(dates.first_day)
        self.last.show_day(dates.last_day)

    def _choose(self, dates: Dates) -> None:
        self.first.show_day(dates.first_day)
        self.last.show_day(dates.last_day)
        self.chosen.emit(dates)

    def _choose_days(self) -> None:
        first, last = self.first.day, self.last.day
        if first and last and first > last:
            first, last = last, first
        dates = Dates(first, last)
        self.show_chosen(dates)
        self.chosen.emit(dates)

    def _lay_out(self, theme: Theme) -> None:
        days = QHBoxLayout()
        days.setSpacing(theme.metrics.tight)
        days.addWidget(self.first, 1)
        days.addWidget(label("–", "quiet"))
        days.addWidget(self.last, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.tight)
        column.addWidget(self.tree, 1)
        column.addLayout(days)


class DayButton(QPushButton):
    """Shows a day, and opens a calendar to choose another one.

    Attributes:
        day: The day; None for any.
        offered: The day at which the calendar opens while none is chosen.

    Signals:
        chosen (): The user has chosen another day, or any.
    """

    chosen = Signal()

    def __init__(self, name: str) -> None:
        """`name` is for screen readers."""
        super().__init__()
        self._name = name
        self.day: date | None = None
        self.offered = date.today()  # noqa: DTZ011
        self.setProperty("kind", "toggle")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.show_day(None)

    def show_day(self, day: date | None) -> None:
        """Show a day without a signal."""
        self.day = day
        self.setText(self.tr("Any date") if day is None else day_name(day))
        self.setAccessibleName(f"{self._name}: {self.text()}")

    def calendar_menu(self) -> QMenu:
        """Return a menu with a calendar, and an entry for any date."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setDateRange(_EARLIEST, _LATEST)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = self.day or self.offered
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.setAccessibleName(self._name)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, QTextCharFormat())  # Qt's red is hard to read
        for picked in (calendar.clicked, calendar.activated):
            picked.connect(self._choose)
            picked.connect(menu.close)
        entry = QWidgetAction(menu)
        entry.setDefaultWidget(calendar)
        menu.addAction(entry)
        menu.addAction(self.tr("Any date"), lambda: self._choose(None))
        return menu

    def _open(self) -> None:
        menu = self.calendar_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        open_below(menu, self)
        calendar = menu.findChild(QCalendarWidget)
        assert calendar is not None
        calendar.setFocus()

    def _choose(self, picked: QDate | None) -> None:
        day = None if picked is None else date(picked.year(), picked.month(), picked.day())
        if day != self.day:
            self.show_day(day)
            self.chosen.emit()

"""Texts for the conditions of a filter."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop_app.core.catalogue.photo_filter import (
    CHOICE_FIELDS,
    VALUE_FIELDS,
    PhotoFilter,
    ValueField,
)
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_name


@dataclass(frozen=True)
class Condition:
    """One condition of a filter.

    Attributes:
        text: The condition for display.
        without: The filter without this condition.
    """

    text: str
    without: PhotoFilter


def filter_label(text: str) -> str:
    """Return a title or a label of CHOICE_FIELDS or VALUE_FIELDS in the current language."""
    return QCoreApplication.translate("photo_filter", text)


def conditions(photo_filter: PhotoFilter) -> list[Condition]:
    """Return the conditions of a filter, in the order of the filter panel."""
    found = []
    if photo_filter.folder is not None:
        found.append(Condition(shown_name(photo_filter.folder), replace(photo_filter, folder=None)))
    if photo_filter.first_day is not None or photo_filter.last_day is not None:
        without = replace(photo_filter, first_day=None, last_day=None)
        found.append(Condition(_days(photo_filter.first_day, photo_filter.last_day), without))
    if photo_filter.undated:
        found.append(Condition(_tr("No date"), replace(photo_filter, undated=False)))
    found += _values(photo_filter)
    if photo_filter.least_bytes is not None or photo_filter.most_bytes is not None:
        without = replace(photo_filter, least_bytes=None, most_bytes=None)
        found.append(Condition(_sizes(photo_filter.least_bytes, photo_filter.most_bytes), without))
    return [*found, *_choices(photo_filter)]


def _values(photo_filter: PhotoFilter) -> Iterator[Condition]:
    for field in VALUE_FIELDS:
        chosen: frozenset[str] = getattr(photo_filter, field.name)
        if chosen:
            without: dict[str, Any] = {field.name: frozenset()}
            yield Condition(_value_names(field, chosen), replace(photo_filter, **without))


def _choices(photo_filter: PhotoFilter) -> Iterator[Condition]:
    for field in CHOICE_FIELDS:
        choice = field.choice(photo_filter)
        if choice is not None:
            without: dict[str, Any] = {field.name: None}
            yield Condition(filter_label(choice.label), replace(photo_filter, **without))


def month_name(month: date) -> str:
    """Return for example 'March 2019'."""
    return QLocale().toString(QDate(month.year, month.month, 1), _tr("MMMM yyyy"))


def short_month_name(month: date) -> str:
    """Return for example 'Mar 2019'."""
    return QLocale().toString(QDate(month.year, month.month, 1), _tr("MMM yyyy"))


def year_name(year: int) -> str:
    """Return for example '2019'."""
    return QLocale().toString(QDate(year, 1, 1), _tr("yyyy"))


def day_name(day: date) -> str:
    """Return the day in the short form of the language."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def last_day_of(month: date) -> date:
    """Return the last day of the month that a day is in."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def _days(first: date | None, last: date | None) -> str:
    name = _unit(first, last)
    if last is None:
        assert first is not None
        return _tr("From {start}").format(start=name(first))
    if first is None:
        return _tr("Until {end}").format(end=name(last))
    start, end = name(first), name(last)
    return start if start == end else _tr("{start} to {end}").format(start=start, end=end)


def _unit(first: date | None, last: date | None) -> Callable[[date], str]:
    """Return what names the ends of a range: whole years, else whole months, else days."""
    has_whole_months = (not first or first.day == 1) and (not last or last == last_day_of(last))
    if not has_whole_months:
        return day_name
    if (not first or first.month == 1) and (not last or last.month == 12):
        return lambda day: year_name(day.year)
    return month_name


def _value_names(field: ValueField, chosen: frozenset[str]) -> str:
    if len(chosen) > 1 and field.name == "cameras":
        return _tr("{count} cameras").format(count=numbers.counted(len(chosen)))
    if len(chosen) > 1 and field.name == "lenses":
        return _tr("{count} lenses").format(count=numbers.counted(len(chosen)))
    order = field.step_names().index if field.steps else None
    return ", ".join(sorted(chosen, key=order))


def _sizes(least: int | None, most: int | None) -> str:
    if most is None:
        return _tr("Over {size}").format(size=numbers.file_size(least or 0))
    if least is None:
        return _tr("Up to {size}").format(size=numbers.file_size(most))
    sizes = {"least": numbers.file_size(least), "most": numbers.file_size(most)}
    return _tr("{least} to {most}").format_map(sizes)


def _tr(text: str) -> str:
    return QCoreApplication.translate("filter_labels", text)

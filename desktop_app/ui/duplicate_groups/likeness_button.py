"""A button that opens a panel in which the user chooses how alike the photos of groups are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.duplicate_groups.likeness_filter import LikenessFilter, LikenessRange
from desktop_app.ui.kit.choices import PopupPanel, RangeChoice
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton, label

_PERCENTS = (60, 70, 75, 80, 85, 90, 92, 94, 95, 96, 97, 98, 99, 100)


class LikenessPanel(PopupPanel):
    """Two ends of a range, applied at once.

    Signals:
        chosen (LikenessRange): The user has chosen another range.
    """

    chosen = Signal(LikenessRange)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        title, any_likeness = _tr("Likeness"), _tr("Any")
        self.ends = RangeChoice(theme, title, any_likeness, any_likeness)
        self.ends.show_values([(_percent(percent), percent) for percent in _PERCENTS])
        self.ends.chosen.connect(self._choose)
        hint = _tr(
            "Shows groups by their least alike photo: how much of the picture agrees,"
            " or, of different photos, how much of their codes."
        )
        metrics = theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.wide, metrics.wide, metrics.wide, metrics.wide)
        column.setSpacing(metrics.space)
        column.addWidget(label(title, "secondary"))
        column.addWidget(self.ends)
        column.addWidget(label(hint, "quiet", wrapped=True))
        self.setFixedWidth(metrics.export_panel)

    def show_bounds(self, bounds: LikenessRange) -> None:
        self.ends.show_ends(bounds.least, bounds.most)

    def _choose(self) -> None:
        least, most = self.ends.ends()
        if least and most and least > most:
            least, most = most, least
            self.ends.show_ends(least, most)
        self.chosen.emit(LikenessRange(least, most))


class LikenessButton(IconButton):
    """Shows the range beside its icon where it has bounds."""

    def __init__(self, theme: Theme, chosen: LikenessFilter) -> None:
        super().__init__(theme, "filter", _tr("Likeness"), labelled=True)
        self._filter = chosen
        self.panel = LikenessPanel(theme, self)
        self.panel.chosen.connect(chosen.choose)
        chosen.changed.connect(self._show_bounds)
        self.clicked.connect(self._open)
        self._show_bounds()

    def _open(self) -> None:
        self.panel.open_below(self, at_end=True)
        self.panel.ends.first.setFocus()

    def _show_bounds(self) -> None:
        bounds = self._filter.bounds
        self.set_label(_bounds_text(bounds) or _tr("Likeness"))
        self.setToolTip(_tr("Show groups by how alike their photos are"))
        self.set_label_visible(is_visible=not bounds.is_open)
        self.panel.show_bounds(bounds)


def _bounds_text(bounds: LikenessRange) -> str:
    """'90–95 % alike'; nothing without bounds."""
    if bounds.is_open:
        text = ""
    elif bounds.most is None:
        text = _tr("At least {least} % alike")
    elif bounds.least is None:
        text = _tr("At most {most} % alike")
    else:
        text = _tr("{least}–{most} % alike")
    return text.format(least=bounds.least, most=bounds.most)


def _percent(percent: int) -> str:
    return _tr("{percent} %").format(percent=percent)


def _tr(text: str) -> str:
    return QCoreApplication.translate("likeness_button", text)

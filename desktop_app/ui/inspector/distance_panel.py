"""Which of the results are shown: a range of distances, and switches that hide photos."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.engine.queries import NO_LIMITS, ResultLimits
from desktop_app.ui.inspector.distance_histogram import DistanceHistogram
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import WrappedButton, label


class DistancePanel(QWidget):
    """The limits of the results.

    Attributes:
        histogram: All distances, with two handles.
        range_label: The range in words.
        all: Button that shows all distances again.
        own_folder: Switch that hides photos of the examples' folders.
        duplicates: Switch that hides near-duplicates.

    Signals:
        limits_changed (ResultLimits): The user has chosen other limits.
    """

    limits_changed = Signal(ResultLimits)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._limits = NO_LIMITS
        self.histogram = DistanceHistogram(theme)
        self.histogram.range_changed.connect(self._set_range)
        self.range_label = label("", "secondary", wrapped=True)
        self.all = _link_that_keeps_its_place(self.tr("All distances"))
        self.all.clicked.connect(self._set_full_range)
        self._make_switches()
        row = QHBoxLayout()
        row.addWidget(self.range_label, 1)
        row.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.tight)
        column.addWidget(self.histogram)
        column.addLayout(row)
        for switch in (self.own_folder, self.duplicates):
            column.addWidget(switch, alignment=Qt.AlignmentFlag.AlignLeft)
        self._show_hidden_duplicates(0)
        self._show_range()

    def show_results(self, results: SearchResults) -> None:
        """Show how far all photos are, and how many results are hidden as near-duplicates."""
        counts = self.histogram.counts
        self.histogram.show_counts(counts.with_counts(results.histogram, results.related_distance))
        self._show_hidden_duplicates(sum(item.match.duplicates for item in results.found))
        self._show_range()

    def show_limits(self, limits: ResultLimits) -> None:
        """Show limits that were set elsewhere, without a signal."""
        self._limits = limits
        counts = self.histogram.counts
        self.histogram.show_counts(counts.with_limits(limits.min_distance, limits.max_distance))
        self.own_folder.setChecked(limits.hides_own_folder)
        self.duplicates.setChecked(limits.hides_duplicates)
        self._show_range()

    def remove_limits(self) -> None:
        """Show all results again."""
        self.show_limits(NO_LIMITS)
        self._set_limits(NO_LIMITS)

    def _make_switches(self) -> None:
        self.own_folder = _switch(self.tr("Hide photos from the same folder"))
        self.own_folder.setToolTip(self.tr("Hide photos in the folder of the query picture"))
        self.duplicates = _switch("")
        self.duplicates.setToolTip(
            self.tr("Show only the closest of several versions of the same photo")
        )
        self.own_folder.clicked.connect(self._set_switches)
        self.duplicates.clicked.connect(self._set_switches)

    def _set_range(self, min_distance: int, max_distance: int) -> None:
        """A right handle at the end limits nothing."""
        is_at_end = max_distance >= self.histogram.counts.farthest
        limit = None if is_at_end else max_distance
        self._set_limits(replace(self._limits, min_distance=min_distance, max_distance=limit))

    def _set_full_range(self) -> None:
        self.histogram.show_counts(self.histogram.counts.with_limits(0, None))
        self._set_limits(replace(self._limits, min_distance=0, max_distance=None))

    def _set_switches(self) -> None:
        self._set_limits(
            replace(
                self._limits,
                hides_own_folder=self.own_folder.isChecked(),
                hides_duplicates=self.duplicates.isChecked(),
            )
        )

    def _set_limits(self, limits: ResultLimits) -> None:
        self._limits = limits
        self._show_range()
        self.limits_changed.emit(limits)

    def _show_hidden_duplicates(self, count: int) -> None:
        text = self.tr("Hide near-duplicates")
        if count:
            text = self.tr("Near-duplicates hidden: {count}").format(count=numbers.counted(count))
        self.duplicates.setText(text)

    def _show_range(self) -> None:
        is_full = self._limits.min_distance == 0 and self._limits.max_distance is None
        self.all.setVisible(not is_full)
        counts = self.histogram.counts
        furthest = counts.percent(counts.max_distance)
        if is_full and counts.related_distance is not None:
            text = self.tr("Similar: up to {percent} % different")
            text = text.format(percent=counts.percent(counts.related_distance))
        elif is_full:
            text = self.tr("Up to {percent} % different").format(percent=furthest)
        else:
            text = self.tr("{least} to {most} % different")
            text = text.format(least=counts.percent(counts.min_distance), most=furthest)
        self.range_label.setText(text)
        self.histogram.setAccessibleDescription(text)


def _switch(text: str) -> QPushButton:
    switch = WrappedButton(text, "toggle")
    switch.setCheckable(True)
    return switch


def _link_that_keeps_its_place(text: str) -> QPushButton:
    """Takes its place even while hidden, so that nothing moves while a handle is dragged."""
    link = WrappedButton(text, "link")
    policy = link.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    link.setSizePolicy(policy)
    return link

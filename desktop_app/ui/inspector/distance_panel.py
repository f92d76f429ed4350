"""Which of the results are shown: by their distance, and without those that tell nothing new."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.engine.queries import NO_LIMITS, ResultLimits
from desktop_app.ui.inspector.distance_histogram import DistanceHistogram
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label


class DistancePanel(QWidget):
    """A histogram of all distances with two handles, and two switches.

    Signals:
        limits_changed: The user wants other ResultLimits.
    """

    limits_changed = Signal(ResultLimits)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        metrics = theme.metrics
        self._limits = NO_LIMITS
        self.histogram = DistanceHistogram(theme)
        self.words = label("", "secondary")
        self.all = button(self.tr("All distances"), "link")
        policy = self.all.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing jumps while a handle is dragged
        self.all.setSizePolicy(policy)
        self.own_folder = self._toggle(self.tr("Hide photos from its own folder"))
        self.own_folder.setToolTip(
            self.tr("Hide the photos that lie in the folder of what is looked for")
        )
        self.copies = self._toggle("")
        self.copies.setToolTip(
            self.tr("Of several results that are the same photo, show only the nearest")
        )
        self.histogram.changed.connect(self._set_distances)
        self.all.clicked.connect(self._set_all_distances)
        self.own_folder.clicked.connect(self._set_hidden)
        self.copies.clicked.connect(self._set_hidden)
        line = QHBoxLayout()
        line.addWidget(self.words, 1)
        line.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.tight)
        column.addWidget(self.histogram)
        column.addLayout(line)
        for toggle in (self.own_folder, self.copies):
            column.addWidget(toggle, alignment=Qt.AlignmentFlag.AlignLeft)
        self._show_duplicates(0)
        self._show_distances()

    def show_results(self, results: SearchResults) -> None:
        """Show how far all photos are, and how many results are hidden as near-duplicates."""
        self.histogram.show_counts(results.histogram, results.related_distance)
        self._show_duplicates(sum(item.match.duplicates for item in results.found))
        self._show_distances()

    def show_limits(self, limits: ResultLimits) -> None:
        """Show limits that were set elsewhere; emits nothing."""
        self._limits = limits
        self.histogram.show_limits(limits.min_distance, limits.max_distance)
        self.own_folder.setChecked(limits.hides_own_folder)
        self.copies.setChecked(limits.hides_duplicates)
        self._show_distances()

    def remove_limits(self) -> None:
        """Show all results again."""
        self.show_limits(NO_LIMITS)
        self._change(NO_LIMITS)

    def _show_duplicates(self, hidden: int) -> None:
        words = self.tr("Hide near-duplicates")
        if hidden:
            words = self.tr("Near-duplicates hidden: {count}").format(count=numbers.counted(hidden))
        self.copies.setText(words)

    def _set_distances(self, least: int, most: int) -> None:
        is_at_end = most >= self.histogram.farthest
        max_distance = None if is_at_end else most
        self._change(replace(self._limits, min_distance=least, max_distance=max_distance))

    def _set_all_distances(self) -> None:
        self.histogram.show_limits(0, None)
        self._change(replace(self._limits, min_distance=0, max_distance=None))

    def _set_hidden(self) -> None:
        self._change(
            replace(
                self._limits,
                hides_own_folder=self.own_folder.isChecked(),
                hides_duplicates=self.copies.isChecked(),
            )
        )

    def _change(self, limits: ResultLimits) -> None:
        self._limits = limits
        self._show_distances()
        self.limits_changed.emit(limits)

    def _show_distances(self) -> None:
        is_open = self._limits.min_distance == 0 and self._limits.max_distance is None
        self.all.setVisible(not is_open)
        least, most = self.histogram.least, self.histogram.most
        if is_open and self.histogram.related_to is not None:
            text = self.tr("Related up to {bits}")
            words = text.format(bits=numbers.bits(self.histogram.related_to))
        elif is_open:
            words = self.tr("Up to {bits}").format(bits=numbers.bits(most))
        else:
            words = self.tr("{least} to {bits}").format(least=least, bits=numbers.bits(most))
        self.words.setText(words)
        self.histogram.setAccessibleDescription(words)

    def _toggle(self, words: str) -> QPushButton:
        made = button(words, "toggle")
        made.setCheckable(True)
        return made

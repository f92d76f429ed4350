"""Which of the results are shown: by their distance, and without those that tell nothing new."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.engine.queries import ResultChoice, Survey
from desktop_app.ui.inspector.distance_histogram import DistanceHistogram
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label


class DistancePanel(QWidget):
    """`chosen` tells the ResultChoice that is wanted."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        metrics = theme.metrics
        self._choice = ResultChoice()
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
        self.histogram.changed.connect(self._choose_distances)
        self.all.clicked.connect(self._choose_all)
        self.own_folder.clicked.connect(self._choose_hidden)
        self.copies.clicked.connect(self._choose_hidden)
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
        self.count_copies(0)
        self._say_distances()

    def show_survey(self, survey: Survey) -> None:
        self.histogram.show_counts(survey.counts, survey.related_to)
        self._say_distances()

    def show_choice(self, choice: ResultChoice) -> None:
        """Without telling it."""
        self._choice = choice
        self.histogram.show_limits(choice.least, choice.most)
        self.own_folder.setChecked(choice.hides_own_folder)
        self.copies.setChecked(choice.hides_copies)
        self._say_distances()

    def choose_everything(self) -> None:
        """Show all results again."""
        self.show_choice(ResultChoice())
        self._choose(ResultChoice())

    def count_copies(self, hidden: int) -> None:
        """So many results are the same photo as one that is shown, and are hidden."""
        words = self.tr("Hide near-duplicates")
        if hidden:
            words = self.tr("Near-duplicates hidden: {count}").format(count=numbers.counted(hidden))
        self.copies.setText(words)

    def _choose_distances(self, least: int, most: int) -> None:
        is_at_end = most >= self.histogram.farthest
        self._choose(replace(self._choice, least=least, most=None if is_at_end else most))

    def _choose_all(self) -> None:
        self.histogram.show_limits(0, None)
        self._choose(replace(self._choice, least=0, most=None))

    def _choose_hidden(self) -> None:
        self._choose(
            replace(
                self._choice,
                hides_own_folder=self.own_folder.isChecked(),
                hides_copies=self.copies.isChecked(),
            )
        )

    def _choose(self, choice: ResultChoice) -> None:
        self._choice = choice
        self._say_distances()
        self.chosen.emit(choice)

    def _say_distances(self) -> None:
        is_open = self._choice.least == 0 and self._choice.most is None
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

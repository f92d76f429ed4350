"""The form of a retraining: what is learned, how, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.choices import OneOf
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import Choice, button, label
from desktop_app.ui.models.model_answers import ScopeOptions, TrainingScope
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.retraining.scope_choice import ScopeChoice, TrainingCandidates

CODE_BITS = (64, 128, 256)
_MINUTES = (5, 10, 30, 60)


@dataclass(frozen=True)
class RetrainChoice:
    """The user's choices. `minutes`: the limit of time; None for as long as the run needs."""

    scope: TrainingScope
    code_bits: int
    minutes: int | None
    previews: bool


class RetrainForm(PageView):
    """Shows the choices and their cost.

    Signals:
        choice_changed (): The user has changed a choice.
        start_requested (RetrainChoice): The user wants to start a retraining.
    """

    choice_changed = Signal()
    start_requested = Signal(RetrainChoice)

    def __init__(
        self, theme: Theme, candidates: TrainingCandidates, options: ScopeOptions, code_bits: int
    ) -> None:
        """`code_bits` is the length of the codes of the model in use."""
        super().__init__()
        self._theme = theme
        self.scope = ScopeChoice(theme, candidates, options)
        lengths = [(numbers.bits(count), count) for count in CODE_BITS]
        first_length = code_bits if code_bits in CODE_BITS else max(CODE_BITS)
        self.bits = OneOf(theme, lengths, self.tr("Code length"), first_length)
        previews = [(self.tr("Also learn previews"), True), (self.tr("Search only"), False)]
        self.previews = OneOf(theme, previews, self.tr("Training goal"), first=True)
        self.time = self._new_time_choice()
        self.cost = label("", wrapped=True)
        self.start = button(self.tr("Retrain"), "primary")
        self.start.setEnabled(False)
        self.actions_on_page = [self.start]
        self._lay_out()
        self._connect()

    @property
    def choice(self) -> RetrainChoice:
        return RetrainChoice(
            self.scope.scope, self.bits.value, self.time.currentData(), self.previews.value
        )

    def show_measuring(self) -> None:
        self._show_cost(self.tr("Estimating the time on this computer…"), "quiet")

    def show_cost(self, sentence: str) -> None:
        self._show_cost(sentence, "")
        self.start.setEnabled(True)

    def show_refusal(self, sentence: str) -> None:
        self._show_cost(sentence, "warning")

    def _show_cost(self, sentence: str, kind: str) -> None:
        self.start.setEnabled(False)
        self.cost.setText(sentence)
        self.cost.setProperty("kind", kind)
        self.cost.style().polish(self.cost)

    def _new_time_choice(self) -> Choice:
        made = Choice(self._theme, self.tr("Time limit"))
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.addItem(self.tr("No limit"), None)
        for minutes in _MINUTES:
            text = self.tr("Up to {time}").format(time=numbers.duration(60 * minutes))
            made.addItem(text, minutes)
        return made

    def _connect(self) -> None:
        self.scope.scope_changed.connect(self.choice_changed)
        self.time.currentIndexChanged.connect(self.choice_changed)
        self.bits.value_changed.connect(self.choice_changed)
        self.previews.value_changed.connect(self.choice_changed)
        self.start.clicked.connect(lambda: self.start_requested.emit(self.choice))

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.wide)
        text = self.tr(
            "Train a model on your own photos to find more related ones. Nothing changes"
            " until you have compared it; the current model stays, and you can switch back"
            " at any time. Photos never leave this computer."
        )
        column.addWidget(label(text, "quiet", wrapped=True))
        column.addLayout(self._grid())
        column.addWidget(self.cost)
        column.addStretch(1)

    def _grid(self) -> QGridLayout:
        metrics = self._theme.metrics
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.wide)
        grid.setVerticalSpacing(metrics.tight)
        grid.setColumnStretch(1, 1)
        for place, (control, below) in enumerate(self._rows()):
            row = 3 * place
            name = label(control.accessibleName())
            grid.addWidget(name, row, 0, alignment=Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(control, row, 1)
            grid.addWidget(below, row + 1, 1)
            grid.setRowMinimumHeight(row + 2, metrics.space)
        return grid

    def _rows(self) -> list[tuple[QWidget, QWidget]]:
        """Each control, and what stands below it."""
        bits = self.tr("Longer codes distinguish more photos; shorter codes search faster.")
        previews = self.tr(
            "Previews show what a code has kept of a photo. They are not needed for"
            " searching and take longer to train."
        )
        return [
            (self.scope, self.scope.dates),
            (self.bits, label(bits, "secondary", wrapped=True)),
            (self.previews, label(previews, "secondary", wrapped=True)),
            (self.time, QWidget()),
        ]

"""The form of a retraining: what is learned, how, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.core.base.codes import CODE_BITS
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.choices import OneOf
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.models.model_answers import ScopeOptions, TrainingScope
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.retraining.scope_choice import ScopeChoice, TrainingCandidates
from desktop_app.ui.retraining.time_limit import TimeLimit
from desktop_app.ui.retraining.way_choice import WayChoice


@dataclass(frozen=True)
class RetrainChoice:
    """The user's choices. `minutes`: the limit of time; None for as long as the run needs.

    A quick model has neither previews nor a limit.
    """

    quick: bool
    scope: TrainingScope
    code_bits: int
    minutes: int | None
    previews: bool


class RetrainForm(PageView):
    """Shows the choices and their cost.

    Signals:
        choice_changed (): The user has changed a choice.
        start_requested (RetrainChoice): The user wants to start a retraining.
        component_requested (): The user wants to see what thorough training needs.
    """

    choice_changed = Signal()
    start_requested = Signal(RetrainChoice)
    component_requested = Signal()

    def __init__(
        self, theme: Theme, candidates: TrainingCandidates, options: ScopeOptions, code_bits: int
    ) -> None:
        """`code_bits` is the length of the codes of the model in use."""
        super().__init__()
        self._theme = theme
        self.way = WayChoice(theme)
        self.scope = ScopeChoice(theme, candidates, options)
        lengths = [(numbers.bits(count), count) for count in CODE_BITS]
        first_length = code_bits if code_bits in CODE_BITS else max(CODE_BITS)
        self.bits = OneOf(theme, lengths, self.tr("Code length"), first_length)
        previews = [(self.tr("Also learn previews"), True), (self.tr("Search only"), False)]
        self.previews = OneOf(theme, previews, self.tr("Training goal"), first=True)
        self.time = TimeLimit(theme)
        self.cost = label("", wrapped=True)
        self.start = button(self.tr("Retrain"), "primary")
        self.start.setEnabled(False)
        self.install = button(self.tr("Install training component…"), "primary")
        self.component = button(self.tr("Training component…"))
        self.component.hide()
        self.actions_on_page = [self.start, self.install, self.component]
        self._thorough_only: list[QWidget] = []
        self._lay_out()
        self._connect()
        self._show_way()

    @property
    def choice(self) -> RetrainChoice:
        quick = self.way.value
        return RetrainChoice(
            quick,
            self.scope.scope,
            self.bits.value,
            None if quick else self.time.currentData(),
            not quick and self.previews.value,
        )

    def show_measuring(self) -> None:
        self._show_cost(self.tr("Estimating the time on this computer…"), "quiet")

    def show_cost(self, sentence: str) -> None:
        self._show_cost(sentence, "")
        self.start.setEnabled(True)

    def show_refusal(self, sentence: str) -> None:
        self._show_cost(sentence, "warning")

    def show_missing_component(self) -> None:
        """Offer to install what thorough training needs."""
        text = self.tr("Thorough training needs a component that is not installed: PyTorch.")
        self._show_cost(text, "", needs_component=True)

    def _show_way(self) -> None:
        """Show only the choices that the chosen way has."""
        for part in self._thorough_only:
            part.setVisible(not self.way.value)

    def _show_cost(self, sentence: str, kind: str, *, needs_component: bool = False) -> None:
        self.start.setVisible(not needs_component)
        self.install.setVisible(needs_component)
        self.start.setEnabled(False)
        self.cost.setText(sentence)
        self.cost.setProperty("kind", kind)
        self.cost.style().polish(self.cost)

    def _connect(self) -> None:
        self.way.value_changed.connect(self._show_way)
        self.way.value_changed.connect(self.choice_changed)
        for each in (self.install, self.component):
            each.clicked.connect(self.component_requested)
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
            if control in (self.previews, self.time):
                self._thorough_only += [name, control, below]
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
            (self.way, self.way.hint),
            (self.scope, self.scope.dates),
            (self.bits, label(bits, "secondary", wrapped=True)),
            (self.previews, label(previews, "secondary", wrapped=True)),
            (self.time, QWidget()),
        ]

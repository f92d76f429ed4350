"""What is to be learned, how, and what it will cost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_folder
from desktop_app.ui.kit.range_choice import RangeChoice
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.toggle_row import ToggleRow
from desktop_app.ui.kit.widgets import Choice, button, label
from desktop_app.ui.models.model_answers import Choices, Scope
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.photos.filter_words import last_day_of, month_name

CODE_BITS = (64, 128, 256)
_MINUTES = (None, 5, 10, 30, 60)


class _By(Enum):
    """How the photos are told that are learned."""

    ALL = auto()
    FILTER = auto()
    SELECTION = auto()
    ROOT = auto()
    DATES = auto()


@dataclass(frozen=True)
class TrainingCandidates:
    """What of the window can be learned from: what passes its filter, what is selected."""

    chosen: PhotoFilter
    selected: tuple[int, ...]


@dataclass(frozen=True)
class RetrainChoice:
    """All that the form asks. `minutes`: None for as long as it needs."""

    scope: Scope
    code_bits: int
    minutes: int | None
    previews: bool


class RetrainForm(PageView):
    """`changed` after each choice, `start_asked` gives the RetrainChoice."""

    changed = Signal()
    start_asked = Signal(object)

    def __init__(
        self, theme: Theme, material: TrainingCandidates, choices: Choices, bits: int
    ) -> None:
        """`bits`: of the model in use."""
        super().__init__()
        self._theme = theme
        self._material = material
        self.scope = _choice(theme, self.tr("Learn from"))
        self._fill_scope(choices.roots)
        self.days = RangeChoice(theme, self.tr("Taken"), self.tr("The first"), self.tr("The last"))
        self.days.show_values([(month_name(month), month) for month in choices.months])
        self.days.hide()
        self.bits = ToggleRow(
            theme,
            [(numbers.bits(count), count) for count in CODE_BITS],
            self.tr("Length of codes"),
        )
        self.bits.show_chosen(bits if bits in CODE_BITS else max(CODE_BITS))
        self._bits = bits if bits in CODE_BITS else max(CODE_BITS)
        self.time = _choice(theme, self.tr("Time"))
        for minutes in _MINUTES:
            self.time.addItem(self._time_words(minutes), minutes)
        previews = [(self.tr("With previews"), True), (self.tr("Codes only"), False)]
        self.previews = ToggleRow(theme, previews, self.tr("What is learned"))
        self._wants_previews = True
        self.previews.show_chosen(self._wants_previews)
        self.cost = label("", wrapped=True)
        self.start = button(self.tr("Retrain"), "primary")
        self.start.setEnabled(False)
        self.actions_on_page = [self.start]
        self._lay_out()
        self._connect()

    @property
    def choice(self) -> RetrainChoice:
        return RetrainChoice(
            self._scope(), self._bits, self.time.currentData(), self._wants_previews
        )

    def show_measuring(self) -> None:
        self._say(self.tr("Measuring how long that takes on this machine…"), "quiet")

    def show_cost(self, sentence: str) -> None:
        self._say(sentence, "")
        self.start.setEnabled(True)

    def show_refusal(self, sentence: str) -> None:
        self._say(sentence, "warning")

    def _say(self, sentence: str, kind: str) -> None:
        self.start.setEnabled(False)
        self.cost.setText(sentence)
        self.cost.setProperty("kind", kind)
        self.cost.style().polish(self.cost)

    def _scope(self) -> Scope:
        match self.scope.currentData():
            case (_By.FILTER, chosen):
                return Scope(chosen)
            case (_By.SELECTION, ids):
                return Scope(ids=ids)
            case (_By.ROOT, root):
                return Scope(PhotoFilter(folder=root))
            case (_By.DATES, _):
                first, last = self.days.ends()
                return Scope(
                    PhotoFilter(first_day=first, last_day=last_day_of(last) if last else None)
                )
        return Scope()

    def _fill_scope(self, roots: list[Path]) -> None:
        material = self._material
        self.scope.addItem(self.tr("The whole library"), (_By.ALL, None))
        if not material.chosen.is_empty:
            self.scope.addItem(self.tr("What passes the filter now"), (_By.FILTER, material.chosen))
        if material.selected:
            text = self.tr("The selection: {photos}")
            words = text.format(photos=numbers.photos(len(material.selected)))
            self.scope.addItem(words, (_By.SELECTION, material.selected))
        for root in roots if len(roots) > 1 else []:
            text = self.tr("The folder {folder}")
            self.scope.addItem(text.format(folder=shown_folder(root)), (_By.ROOT, root))
        self.scope.addItem(self.tr("What was taken between two months"), (_By.DATES, None))

    def _time_words(self, minutes: int | None) -> str:
        if minutes is None:
            return self.tr("As long as it needs")
        return self.tr("At most {time}").format(time=numbers.duration(60 * minutes))

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self._change_scope)
        self.days.chosen.connect(self.changed)
        self.time.currentIndexChanged.connect(self.changed)
        self.bits.chosen.connect(self._change_bits)
        self.previews.chosen.connect(self._change_previews)
        self.start.clicked.connect(lambda: self.start_asked.emit(self.choice))

    def _change_scope(self) -> None:
        by, _ = self.scope.currentData()
        self.days.setVisible(by is _By.DATES)
        self.changed.emit()

    def _change_bits(self, bits: int | None) -> None:
        """What was pressed once more stays chosen."""
        self._bits = bits or self._bits
        self.bits.show_chosen(self._bits)
        self.changed.emit()

    def _change_previews(self, is_wanted: bool | None) -> None:  # noqa: FBT001 -- a signal's
        self._wants_previews = self._wants_previews if is_wanted is None else is_wanted
        self.previews.show_chosen(self._wants_previews)
        self.changed.emit()

    # How it is put together

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.wide)
        told = self.tr(
            "A model of your own learns which of your photos belong together, and finds more of"
            " them. Nothing changes until you have seen how it compares; the present model stays,"
            " and can be taken back at any time. All photos stay on this machine."
        )
        column.addWidget(label(told, "quiet", wrapped=True))
        column.addLayout(self._grid())
        column.addWidget(self.cost)
        column.addStretch(1)

    def _grid(self) -> QGridLayout:
        metrics = self._theme.metrics
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.wide)
        grid.setVerticalSpacing(metrics.tight)
        grid.setColumnStretch(1, 1)
        bits = self.tr("Longer codes tell more photos apart; shorter ones are searched faster.")
        previews = self.tr(
            "Previews show what a code has kept of a photo. Searching does not need them, and they"
            " take longer to learn."
        )
        rows: list[tuple[QWidget, QWidget]] = [
            (self.scope, self.days),
            (self.bits, label(bits, "secondary", wrapped=True)),
            (self.previews, label(previews, "secondary", wrapped=True)),
            (self.time, QWidget()),
        ]
        for place, (control, below) in enumerate(rows):
            row = 3 * place
            name = label(control.accessibleName())
            grid.addWidget(name, row, 0, alignment=Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(control, row, 1)
            grid.addWidget(below, row + 1, 1)
            grid.setRowMinimumHeight(row + 2, metrics.space)
        return grid


def _choice(theme: Theme, name: str) -> Choice:
    """Not as wide as the longest of its words."""
    made = Choice(theme, name)
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made

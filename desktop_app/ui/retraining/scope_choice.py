"""The choice of the photos that a model learns from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Signal

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.browse.date_choice import DateChoice
from desktop_app.ui.browse.date_tree import ANY_DATE, Dates
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import Choice
from desktop_app.ui.models.model_answers import ScopeOptions, TrainingScope


@dataclass(frozen=True)
class TrainingCandidates:
    """Photos of the window that can be learned from.

    Attributes:
        photo_filter: The window's filter.
        selected: The ids of the selected photos.
    """

    photo_filter: PhotoFilter
    selected: tuple[int, ...]


class _Kind(Enum):
    """How a scope names its photos."""

    ALL = auto()
    FILTER = auto()
    SELECTION = auto()
    ROOT = auto()
    DATES = auto()


class ScopeChoice(Choice):
    """A list of scopes.

    Attributes:
        dates: To be placed below it; shown for a scope of photos of some dates.

    Signals:
        scope_changed (): The user has chosen another scope, or other dates.
    """

    scope_changed = Signal()

    def __init__(self, theme: Theme, candidates: TrainingCandidates, options: ScopeOptions) -> None:
        super().__init__(theme, self.tr("Train on"))
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.dates = DateChoice(theme)
        self.dates.setFixedHeight(theme.metrics.filter_tree)
        self.dates.show_months(options.months, options.undated)
        self.dates.show_chosen(ANY_DATE)
        self._chosen_dates = ANY_DATE
        self.dates.hide()
        self._add_scopes(candidates, options.roots)
        self.currentIndexChanged.connect(self._change_scope)
        self.dates.chosen.connect(self._change_dates)

    @property
    def scope(self) -> TrainingScope:
        match self.currentData():
            case (_Kind.FILTER, photo_filter):
                return TrainingScope(photo_filter)
            case (_Kind.SELECTION, ids):
                return TrainingScope(ids=ids)
            case (_Kind.ROOT, root):
                return TrainingScope(PhotoFilter(folder=root))
            case (_Kind.DATES, _):
                return TrainingScope(PhotoFilter(**vars(self._chosen_dates)))
        return TrainingScope()

    def _add_scopes(self, candidates: TrainingCandidates, roots: list[Path]) -> None:
        self.addItem(self.tr("The whole library"), (_Kind.ALL, None))
        if not candidates.photo_filter.is_empty:
            text = self.tr("Photos matching the current filters")
            self.addItem(text, (_Kind.FILTER, candidates.photo_filter))
        if candidates.selected:
            text = self.tr("Selection: {photos}")
            text = text.format(photos=numbers.photos(len(candidates.selected)))
            self.addItem(text, (_Kind.SELECTION, candidates.selected))
        for root in roots if len(roots) > 1 else []:
            text = self.tr("Folder {folder}")
            self.addItem(text.format(folder=shown_folder(root)), (_Kind.ROOT, root))
        self.addItem(self.tr("Photos from a date range"), (_Kind.DATES, None))

    def _change_scope(self) -> None:
        kind, _ = self.currentData()
        self.dates.setVisible(kind is _Kind.DATES)
        self.scope_changed.emit()

    def _change_dates(self, dates: Dates) -> None:
        self._chosen_dates = dates
        self.scope_changed.emit()

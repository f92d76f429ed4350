"""The choice of the photos that a model learns from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Signal

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.choices import RangeChoice
from desktop_app.ui.kit.filter_labels import last_day_of, month_name
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
    """A list of scopes. `days` is a widget beside it, shown for a scope between two dates.

    Signals:
        scope_changed (): The user has chosen another scope, or other dates.
    """

    scope_changed = Signal()

    def __init__(self, theme: Theme, candidates: TrainingCandidates, options: ScopeOptions) -> None:
        super().__init__(theme, self.tr("Train on"))
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.days = RangeChoice(theme, self.tr("Date"), self.tr("Any date"), self.tr("Any date"))
        self.days.show_values([(month_name(month), month) for month in options.months])
        self.days.hide()
        self._add_scopes(candidates, options.roots)
        self.currentIndexChanged.connect(self._change_scope)
        self.days.chosen.connect(self.scope_changed)

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
                first, last = self.days.ends()
                last_day = last_day_of(last) if last else None
                return TrainingScope(PhotoFilter(first_day=first, last_day=last_day))
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
        self.days.setVisible(kind is _Kind.DATES)
        self.scope_changed.emit()

"""Saved and recent searches in the sidebar, hidden while there are none."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.catalogue.saved_searches import SavedSearches
from desktop_app.ui.kit.collapsible_section import CollapsibleSection
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.saved_searches.saved_search_list import SavedSearchList


class SavedSearchesPanel(QWidget):
    """Two lists, each in a section of its own.

    Attributes:
        saved: The saved searches.
        recent: The recent searches.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.saved = SavedSearchList(self.tr("Saved searches"), are_saved=True)
        self.recent = SavedSearchList(self.tr("Recent searches"), are_saved=False)
        self.saved_fold = CollapsibleSection(theme, self.tr("Saved searches"), is_open=True)
        self.recent_fold = CollapsibleSection(theme, self.tr("Recent searches"), is_open=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.tight)
        for fold, searches in ((self.saved_fold, self.saved), (self.recent_fold, self.recent)):
            fold.inside.addWidget(searches)
            column.addWidget(fold)
        self.show_searches(SavedSearches())

    @property
    def folds(self) -> dict[str, CollapsibleSection]:
        """The sections whose open state is saved, by their names in the saved state."""
        return {"saved": self.saved_fold, "recent": self.recent_fold}

    def show_searches(self, kept: SavedSearches) -> None:
        self.saved.show_searches(kept.saved)
        self.recent.show_searches(kept.recent)
        self.saved_fold.setVisible(bool(kept.saved))
        self.recent_fold.setVisible(bool(kept.recent))

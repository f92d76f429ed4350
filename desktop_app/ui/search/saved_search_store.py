"""The searches that are kept while the window is open: changed at once, on disk a moment later."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import SettingsError
from desktop_app.core.catalogue.saved_searches import SavedSearches, load_searches, save_searches

_SAVE_AFTER_MS = 500


class SavedSearchStore(QObject):
    """`failed` gives an AppError. A file that cannot be read is left as it is, and what is kept now
    is forgotten with the window.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._kept = SavedSearches()
        self._is_readable = True
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save)

    @property
    def kept(self) -> SavedSearches:
        return self._kept

    def load(self) -> None:
        try:
            self._kept = load_searches(self._path)
        except SettingsError as error:
            self._is_readable = False
            self.failed.emit(error)
        self.changed.emit()

    def keep(self, kept: SavedSearches) -> None:
        if kept != self._kept:
            self._kept = kept
            self._timer.start()
            self.changed.emit()

    def close(self) -> None:
        """Save what has not been saved yet."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def _save(self) -> None:
        if not self._is_readable:
            return
        try:
            save_searches(self._path, self._kept)
        except SettingsError as error:
            self.failed.emit(error)

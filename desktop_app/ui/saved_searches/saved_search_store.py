"""The saved and recent searches of this window: changed at once, on disk a moment later."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import SettingsError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.saved_searches import SavedSearches, load_searches, save_searches
from desktop_app.ui.system.delayed_save import DelayedSave


class SavedSearchStore(QObject):
    """Loads and saves one file. One that cannot be read is left as it is, and changes last only
    until the window closes, as they do in a library that may only be read.

    Attributes:
        library: The library whose searches these are.
        searches: The searches as they are now.

    Signals:
        searches_changed (): `searches` has changed.
        failed (SettingsError): The file cannot be read or written.
    """

    searches_changed = Signal()
    failed = Signal(SettingsError)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.library = LibraryFiles(path.parent)
        self.searches = SavedSearches()
        self._is_readable = True
        self._save = DelayedSave(lambda: save_searches(path, self.searches), self)
        self._save.failed.connect(self.failed)

    def load(self) -> None:
        try:
            self.searches = load_searches(self._path)
        except SettingsError as error:
            self._is_readable = False
            self.failed.emit(error)
        self.searches_changed.emit()

    def change(self, searches: SavedSearches) -> None:
        """Replace the searches by others."""
        if searches == self.searches:
            return
        self.searches = searches
        if self._is_readable and not self.library.is_read_only:
            self._save.schedule()
        self.searches_changed.emit()

    def close(self) -> None:
        """Save what has not been saved yet."""
        self._save.flush()

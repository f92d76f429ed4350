"""The user's settings while the window is open: applied immediately, saved a moment later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import SettingsError
from desktop_app.core.catalogue.settings import Settings, save_settings
from desktop_app.ui.system.delayed_save import DelayedSave


class Preferences(QObject):
    """Holds, changes and saves the settings.

    Signals:
        settings_changed (Settings): The new settings, after each change.
        failed (SettingsError): The settings could not be saved.
    """

    settings_changed = Signal(Settings)
    failed = Signal(SettingsError)

    def __init__(self, settings: Settings, path: Path) -> None:
        super().__init__()
        self._settings = settings
        self._save = DelayedSave(lambda: save_settings(path, self._settings), self)
        self._save.failed.connect(self.failed)

    @property
    def settings(self) -> Settings:
        return self._settings

    def change(self, **values: Any) -> None:
        """Change settings, given by the names of their fields in Settings."""
        changed = replace(self._settings, **values)
        if changed != self._settings:
            self._settings = changed
            self._save.schedule()
            self.settings_changed.emit(changed)

    def close(self) -> None:
        """Save changes that have not been saved yet."""
        self._save.flush()

"""The user's settings while the window is open: changed at once, on disk a moment later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import SettingsError
from desktop_app.core.catalogue.settings import Settings, save_settings
from desktop_app.ui.kit.delayed_save import DelayedSave


class Preferences(QObject):
    """The settings of this window.

    Signals:
        settings_changed: The new Settings.
        failed: A SettingsError: they could not be saved.
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
        """`values` by the names of Settings' fields."""
        changed = replace(self._settings, **values)
        if changed != self._settings:
            self._settings = changed
            self._save.schedule()
            self.settings_changed.emit(changed)

    def close(self) -> None:
        """Save what has not been saved yet."""
        self._save.flush()

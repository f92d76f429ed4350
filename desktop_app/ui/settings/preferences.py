"""The user's settings while the window is open: changed at once, on disk a moment later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import SettingsError
from desktop_app.core.catalogue.settings import Settings, save_settings

_SAVE_AFTER_MS = 500


class Preferences(QObject):
    """`changed` tells the new Settings; `failed` an AppError where they could not be saved."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, settings: Settings, path: Path) -> None:
        super().__init__()
        self._settings = settings
        self._path = path
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save)

    @property
    def settings(self) -> Settings:
        return self._settings

    def change(self, **values: Any) -> None:
        """`values` by the names of Settings' fields."""
        changed = replace(self._settings, **values)
        if changed != self._settings:
            self._settings = changed
            self._timer.start()
            self.changed.emit(changed)

    def close(self) -> None:
        """Save what has not been saved yet."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def _save(self) -> None:
        try:
            save_settings(self._path, self._settings)
        except SettingsError as error:
            self.failed.emit(error)

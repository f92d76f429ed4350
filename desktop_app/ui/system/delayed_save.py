"""Saves values that change often, a moment after the last change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import SettingsError

SAVE_DELAY_MS = 500


class DelayedSave(QObject):
    """Calls a function that saves, at most once for many changes.

    Signals:
        failed (SettingsError): The values could not be saved.
    """

    failed = Signal(SettingsError)

    def __init__(
        self, save: Callable[[], None], parent: QObject, delay_ms: int = SAVE_DELAY_MS
    ) -> None:
        """Create it.

        Args:
            save: Saves the values as they are when it is called; may raise SettingsError.
            parent: Owns this object.
            delay_ms: Time after the last change, in milliseconds.
        """
        super().__init__(parent)
        self._save = save
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self._save_now)

    def schedule(self) -> None:
        """Save after the delay; a call during the delay restarts it."""
        self._timer.start()

    def flush(self) -> None:
        """Save now if a save is scheduled."""
        if self._timer.isActive():
            self._timer.stop()
            self._save_now()

    def _save_now(self) -> None:
        try:
            self._save()
        except SettingsError as error:
            self.failed.emit(error)

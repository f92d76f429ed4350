"""The system asks the program to end, as at logout: the window closes as by its user."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


class TerminationSignals(QObject):
    """`came` once; a second signal ends the program as it would have without us. Python hears of
    signals only between its own steps, and Qt's loop has none: hence the socket.
    """

    received = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ear, self._mouth = socket.socketpair()
        for end in (self._ear, self._mouth):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        for number in _SIGNALS:
            signal.signal(number, lambda *_: None)

    def close(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        self._give_back()
        for end in (self._ear, self._mouth):
            end.close()

    def _hear(self) -> None:
        self._ear.recv(64)
        self._give_back()
        self.received.emit()

    def _give_back(self) -> None:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)

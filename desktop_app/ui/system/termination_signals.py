"""Closes the window properly when the system terminates the program, as at logout."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


class TerminationSignals(QObject):
    """Turns SIGTERM and similar signals into a Qt signal.

    Python runs signal handlers only between bytecodes, of which Qt's event loop executes none;
    the interpreter therefore also writes to a socket that the loop watches (`set_wakeup_fd`).

    Signals:
        received (): The first signal has arrived; a second one ends the program.
    """

    received = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._receive)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in _SIGNALS:
            signal.signal(number, lambda *_: None)

    def close(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        self._restore_defaults()
        for end in (self._reader, self._writer):
            end.close()

    def _receive(self) -> None:
        self._reader.recv(64)
        self._restore_defaults()
        self.received.emit()

    def _restore_defaults(self) -> None:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)

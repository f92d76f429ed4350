"""A desktop on a session bus of its own, which tells what it is asked for.

    dbus-run-session -- python -m tests.ui.desktop_on_bus PATH

shows PATH in the file manager and lets the desktop choose a program for it, and prints a line for
each call that arrives, and one for each answer.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.system.desktop import open_with, show_in_file_manager

_SERVICES = {
    "org.freedesktop.FileManager1": "/org/freedesktop/FileManager1",
    "org.freedesktop.portal.Desktop": "/org/freedesktop/portal/desktop",
}


class Listener(QDBusVirtualObject):
    """Answers every call."""

    def introspect(self, path: str) -> str:
        del path
        return ""

    def handleMessage(  # noqa: N802
        self, message: QDBusMessage, connection: QDBusConnection
    ) -> bool:
        values = [_told(value) for value in message.arguments()]
        say(message.interface(), message.member(), message.signature(), *values)
        connection.send(message.createReply())
        return True


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def _told(value: object) -> str:
    if isinstance(value, QDBusUnixFileDescriptor):
        return str(Path(f"/proc/self/fd/{value.fileDescriptor()}").readlink())
    return str(value) if isinstance(value, str | list) else ""


def main(path: Path) -> None:
    app = QCoreApplication([])
    bus, listener = QDBusConnection.sessionBus(), Listener()
    for name, place in _SERVICES.items():
        bus.registerService(name)
        bus.registerVirtualObject(place, listener)
    asker = subprocess.Popen([sys.executable, "-m", "tests.ui.desktop_on_bus", "ask", str(path)])
    waiter = threading.Thread(target=lambda: (asker.wait(), app.quit()))
    waiter.start()
    app.exec()
    waiter.join()


def ask(path: Path) -> None:
    app = QApplication([])
    say("shown", show_in_file_manager(path))
    say("opened", open_with(QWidget(), path))
    del app


if __name__ == "__main__":
    if sys.argv[1] == "ask":
        ask(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1]))

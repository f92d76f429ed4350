"""A stand-in for the desktop's services on a private session bus, which prints the calls it gets.

    dbus-run-session -- python -m tests.ui.desktop_on_bus PATH

shows PATH in the file manager, lets the user choose a program for it, and prints one line for each
call that arrives and one for each result.
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

from desktop_app.ui.system import desktop
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
        values = [_as_text(value) for value in message.arguments()]
        print_line(message.interface(), message.member(), message.signature(), *values)
        connection.send(message.createReply())
        return True


def print_line(*values: object) -> None:
    sys.stdout.write(" ".join(str(value) for value in values) + "\n")
    sys.stdout.flush()


def _as_text(value: object) -> str:
    if isinstance(value, QDBusUnixFileDescriptor):
        return str(Path(f"/proc/self/fd/{value.fileDescriptor()}").readlink())
    return str(value) if isinstance(value, str | list) else ""


def main(path: Path) -> None:
    app = QCoreApplication([])
    bus, listener = QDBusConnection.sessionBus(), Listener()
    for name, place in _SERVICES.items():
        bus.registerService(name)
        bus.registerVirtualObject(place, listener)
    caller = subprocess.Popen([sys.executable, "-m", "tests.ui.desktop_on_bus", "ask", str(path)])
    watcher = threading.Thread(target=lambda: (caller.wait(), app.quit()))
    watcher.start()
    app.exec()
    watcher.join()


def ask(path: Path) -> None:
    app = QApplication([])
    print_line("shown", show_in_file_manager(path))
    print_line("opened", open_with(QWidget(), path))
    # Then the user would have to choose a program.
    print_line("gone", desktop._open_by_portal(path.with_name("gone.jpg")))
    del app


if __name__ == "__main__":
    if sys.argv[1] == "ask":
        ask(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1]))

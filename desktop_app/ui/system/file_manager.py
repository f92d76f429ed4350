"""Show a file where it lies, in the system's file manager."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtGui import QDesktopServices

from desktop_app.ui.system.file_urls import file_url


def open_file(path: Path) -> bool:
    """Open with the default program; False where there is none."""
    return QDesktopServices.openUrl(file_url(path))


def show_in_file_manager(path: Path) -> bool:
    """Select the file in its folder, or at least open the folder; False where neither works."""
    if sys.platform == "win32":
        return _started("explorer", ["/select,", str(path)])
    if sys.platform == "darwin":
        return _started("open", ["-R", str(path)])
    return _shown_over_dbus(path) or QDesktopServices.openUrl(file_url(path.parent))


def _started(program: str, arguments: list[str]) -> bool:
    return QProcess.startDetached(program, arguments)[0]


def _shown_over_dbus(path: Path) -> bool:
    """Ask the desktop's file manager: freedesktop.org's FileManager1."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(
        "org.freedesktop.FileManager1",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1",
        "ShowItems",
    )
    call.setArguments([[path.absolute().as_uri()], ""])
    reply = bus.call(call, timeout=2000)
    return reply.type() == QDBusMessage.MessageType.ReplyMessage

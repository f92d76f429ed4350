"""Open a file with a program that the user chooses: in the system's own chooser where it has one,
otherwise from among the programs on the disk.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtWidgets import QFileDialog, QWidget

_ANSWER_MS = 2000


def open_with(window: QWidget, path: Path) -> bool | None:
    """None where the user chooses no program, False where it cannot be started."""
    if sys.platform == "win32":
        return _started("rundll32", ["shell32.dll,OpenAs_RunDLL", str(path)])
    if sys.platform == "darwin":
        program = _choose_program(window, Path("/Applications"))
        return _started("open", ["-a", str(program), str(path)]) if program else None
    if _asked_over_dbus(path):
        return True
    program = _choose_program(window, Path("/usr/bin"))
    return _started(str(program), [str(path)]) if program else None


def _started(program: str, arguments: list[str]) -> bool:
    return QProcess.startDetached(program, arguments)[0]


def _choose_program(window: QWidget, folder: Path) -> Path | None:
    title = QCoreApplication.translate("open_with", "Open with which program?")
    name, _ = QFileDialog.getOpenFileName(window, title, str(folder))
    return Path(name) if name else None


def _asked_over_dbus(path: Path) -> bool:
    """Let the desktop ask: freedesktop.org's portal, which wants the file as an open descriptor."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.OpenURI",
        "OpenFile",
    )
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        call.setArguments(["", QDBusUnixFileDescriptor(descriptor), {"ask": True}])
        reply = bus.call(call, timeout=_ANSWER_MS)
    finally:
        os.close(descriptor)
    return reply.type() == QDBusMessage.MessageType.ReplyMessage

"""What the window asks of the desktop around it: choosers, file managers and other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.system.file_urls import file_url

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


@dataclass(frozen=True)
class Desktop:
    """`open_file`, `open_with` and `show_file` tell whether they could; the choosers give None for
    'cancel', and so does `open_with`, which lets the user choose a program. Texts are titles of
    choosers, and the name that a file to be written has at first.
    """

    open_file: Callable[[Path], bool]
    show_file: Callable[[Path], bool]
    choose_picture: Callable[[QWidget], Path | None]
    choose_folder: Callable[[QWidget, str], Path | None]
    choose_target: Callable[[QWidget, str, str], Path | None]
    open_with: Callable[[QWidget, Path], bool | None]
    choose_model: Callable[[QWidget], Path | None]


def real_desktop() -> Desktop:
    return Desktop(
        open_file,
        show_in_file_manager,
        _choose_picture,
        _choose_folder,
        _choose_target,
        open_with,
        _choose_model,
    )


def _choose_picture(window: QWidget) -> Path | None:
    """All files are offered: the type of a picture is told by its content, not by its name."""
    title = QCoreApplication.translate("desktop", "Open a picture to find photos like it")
    name, _ = QFileDialog.getOpenFileName(window, title)
    return Path(name) if name else None


def _choose_folder(window: QWidget, title: str) -> Path | None:
    name = QFileDialog.getExistingDirectory(window, title)
    return Path(name) if name else None


def _choose_target(window: QWidget, title: str, name: str) -> Path | None:
    """A file that is there already is replaced only when the user has said so to the chooser. The
    name keeps its ending: it says what is in the file.
    """
    ending = Path(name).suffix
    chosen, _ = QFileDialog.getSaveFileName(window, title, name, f"*{ending}")
    if not chosen:
        return None
    return Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}")


def _choose_model(window: QWidget) -> Path | None:
    title = QCoreApplication.translate("desktop", "Import a model")
    kind = QCoreApplication.translate("desktop", "Models")
    chosen, _ = QFileDialog.getOpenFileName(window, title, "", f"{kind} (*.lookalike-model)")
    return Path(chosen) if chosen else None
